'use client';

import { useFormContext, useWatch } from 'react-hook-form';
import type { OfferData } from '../../../src/domain/license/offer';
import type { CopyTyped } from './copy-typed';
import {
  FormCheckbox,
  FormMultiSelectField,
  FormSegmentedControl,
  FormSelectField,
  FormTextField,
} from '@/forms/fields';
import { SearchField } from '../../content/search-field';
import { TerritoriesField } from '../terms/details-fields';
import { offerWords } from '../../content/offer-words';
import { OFFER_SCOPES, SHIFT_UNITS, SHIFTS } from './copy-typed';
import { findContracts } from './find-contracts';

/** Where a copy is granted, what it is called, and what comes along. */
export function CopyFields({ offers }: { offers: readonly OfferData[] }) {
  const { shift, scope } = useWatch<CopyTyped>() as CopyTyped;
  return (
    <>
      <FormTextField name="name" label="Name" autoComplete="off" autoFocus />
      <ContractField />
      <TerritoriesField />
      <FormSegmentedControl name="shift" label="Days" isLabelShown options={SHIFTS} />
      {shift === 'other' && (
        <div className="grid grid-cols-[minmax(0,1fr)_8rem] items-start gap-3">
          <FormTextField
            name="by"
            label="Move by"
            autoComplete="off"
            isEndAligned
            description="7 is later, -7 is earlier."
          />
          <FormSelectField name="unit" label="Unit" options={SHIFT_UNITS} />
        </div>
      )}
      {offers.length > 0 && (
        <>
          <FormSegmentedControl name="scope" label="Offers" isLabelShown options={OFFER_SCOPES} />
          {scope === 'chosen' && (
            <FormMultiSelectField
              name="offers"
              label="Offers to copy"
              noun="offers"
              placeholder="Choose offers"
              options={offers.map((offer) => ({
                value: offer.window.startsOn,
                label: offer.name,
                detail: offerWords(offer),
              }))}
            />
          )}
          {scope !== 'none' && (
            <FormCheckbox name="withTitles">
              Give their titles the copies of these offers
            </FormCheckbox>
          )}
        </>
      )}
    </>
  );
}

/** The contract that grants the copy: there are more than a list holds. */
function ContractField() {
  const { setValue, getFieldState, formState } = useFormContext<CopyTyped>();
  const { contractId, contract } = useWatch<CopyTyped>() as CopyTyped;
  return (
    <SearchField
      label="Contract"
      placeholder="Search by number or studio"
      search={findContracts}
      selected={contractId === '' ? null : { value: contractId, label: contract }}
      errorMessage={getFieldState('contractId', formState).error?.message}
      onSelect={(found) => {
        setValue('contract', found?.label ?? '');
        setValue('contractId', found?.value ?? '', { shouldDirty: true });
      }}
      nothingFound="No contract in use has this number or studio."
    />
  );
}

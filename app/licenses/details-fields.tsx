'use client';

import type { DetailsInput } from '../../src/wire/forms/license';
import type { ErrorOf } from './offers/offer-fields';
import { MultiSelectField } from '@/ui/fields/multi-select-field';
import { SelectField } from '@/ui/fields/select-field';
import { TextAreaField } from '@/ui/fields/text-area-field';
import { TextField } from '@/ui/fields/text-field';
import { RIGHTS_TYPES } from '../../src/domain/values/rights-type';
import { ALL_TERRITORIES } from '../../src/domain/values/territory';
import { DayFields, DevicesField } from './offers/offer-fields';
import { territoryOptions } from '../words/territory-options';

const RIGHTS_OPTIONS = Object.entries(RIGHTS_TYPES).map(([value, meaning]) => ({
  value,
  label: value,
  detail: meaning,
}));

const TERRITORY_OPTIONS = territoryOptions();

/** Groups that contracts name in one breath. */
const TERRITORY_GROUPS = [
  { label: 'Worldwide', values: ALL_TERRITORIES },
  { label: 'North America', values: ['US', 'CA'] },
  { label: 'UK and Ireland', values: ['GB', 'IE'] },
  { label: 'DACH', values: ['DE', 'AT', 'CH'] },
  { label: 'Nordics', values: ['DK', 'FI', 'IS', 'NO', 'SE'] },
  { label: 'Benelux', values: ['BE', 'LU', 'NL'] },
];

/** What a license is known by and what it grants: the fields of granting and of amending. */
export function DetailsFields({
  initial,
  errorOf,
  onTermsChange,
}: {
  initial: DetailsInput;
  errorOf: ErrorOf;
  /** Called with whatever part of window and devices changed, as it stands. */
  onTermsChange?:
    | ((part: { firstDay?: string | null; lastDay?: string | null; devices?: string[] }) => void)
    | undefined;
}) {
  return (
    <>
      <TextField
        label="Name"
        name="name"
        description="For example “2026 slate” or “Pay-one”."
        defaultValue={initial.name}
        errorMessage={errorOf('name')}
        autoComplete="off"
      />
      <SelectField
        label="Rights type"
        name="rightsType"
        options={RIGHTS_OPTIONS}
        defaultValue={initial.rightsType}
        placeholder="Choose a rights type"
        errorMessage={errorOf('rightsType')}
      />
      <MultiSelectField
        label="Territories"
        name="territories"
        noun="territories"
        options={TERRITORY_OPTIONS}
        groups={TERRITORY_GROUPS}
        defaultValue={initial.territories}
        errorMessage={errorOf('territories')}
      />
      <DevicesField
        initial={initial.devices}
        errorOf={errorOf}
        onChange={(devices) => {
          onTermsChange?.({ devices });
        }}
      />
      <DayFields
        firstDay={initial.firstDay}
        lastDay={initial.lastDay}
        canBeOpen
        errorOf={errorOf}
        onChange={(days) => {
          onTermsChange?.(days);
        }}
      />
      <TextAreaField
        label="Notes"
        name="notes"
        defaultValue={initial.notes}
        errorMessage={errorOf('notes')}
      />
    </>
  );
}

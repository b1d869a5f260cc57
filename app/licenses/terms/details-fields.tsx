'use client';

import {
  FormMultiSelectField,
  FormSelectField,
  FormTextAreaField,
  FormTextField,
} from '@/forms/fields';
import { RIGHTS_TYPES } from '../../../src/domain/values/rights-type';
import { ALL_TERRITORIES } from '../../../src/domain/values/territory';
import { DayFields, DevicesField } from '../offers/offer-fields';
import { FurtherTermsFields } from './further-terms-fields';
import { territoryOptions } from '../../words/territory-options';

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

/** The territories of a license. */
export function TerritoriesField() {
  return (
    <FormMultiSelectField
      label="Territories"
      name="territories"
      noun="territories"
      options={TERRITORY_OPTIONS}
      groups={TERRITORY_GROUPS}
    />
  );
}

/** What a license is known by and what it grants: the fields of granting and of amending. */
export function DetailsFields() {
  return (
    <>
      <FormTextField
        label="Name"
        name="name"
        description="For example “2026 slate” or “Pay-one”."
        autoComplete="off"
      />
      <FormSelectField
        label="Rights type"
        name="rightsType"
        options={RIGHTS_OPTIONS}
        placeholder="Choose a rights type"
      />
      <TerritoriesField />
      <DevicesField initial={[]} />
      <FurtherTermsFields />
      <DayFields canBeOpen />
      <FormTextAreaField label="Notes" name="notes" />
    </>
  );
}

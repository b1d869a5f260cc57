'use client';

import { useWatch } from 'react-hook-form';
import type { RightsPlaces, TypedTakedown } from './typed-takedown';
import {
  FormDateField,
  FormMultiSelectField,
  FormTextField,
  FormToggleGroupField,
} from '@/forms/fields';
import { FormSegmentedControl } from '@/forms/fields/segmented-control';
import { MAX_REASON_LENGTH } from '../../../src/domain/closing';
import { addDays, formatDay, isIsoDate } from '../../../src/domain/values/date-range';
import { territoryName } from '../../../src/domain/values/territory';

const WHERE = [
  { value: 'everywhere', label: 'Everywhere' },
  { value: 'chosen', label: 'Chosen territories' },
] as const;

const TYPES = [
  { value: 'all', label: 'All' },
  { value: 'chosen', label: 'Chosen' },
] as const;

/** From which day, where, as what and why a title is taken down. */
export function TakedownFields({ places }: { places: RightsPlaces }) {
  const [startsOn, where, types, territories] = useWatch<
    TypedTakedown,
    ['startsOn', 'where', 'types', 'territories']
  >({ name: ['startsOn', 'where', 'types', 'territories'] });
  // A link can ask for a territory in which the title has no rights; what is chosen is shown, and refused.
  const options = [...places.territories, ...without(territories, places.territories)];
  return (
    <>
      <FormDateField
        label="From"
        name="startsOn"
        autoFocus
        description={
          isIsoDate(startsOn) && startsOn > '0001-01-01'
            ? `Last day on offer: ${formatDay(addDays(startsOn, -1))}`
            : undefined
        }
      />
      <FormTextField
        label="Reason"
        name="reason"
        maxLength={MAX_REASON_LENGTH}
        autoComplete="off"
        placeholder="Rights dispute"
      />
      <div className="flex flex-col gap-2">
        <FormSegmentedControl label="Where" isLabelShown name="where" options={WHERE} />
        {where === 'chosen' && (
          <FormMultiSelectField
            label="Territories"
            isLabelHidden
            name="territories"
            noun="territories"
            placeholder="Choose territories"
            options={options.map((code) => ({
              value: code,
              label: territoryName(code),
              detail: code,
            }))}
          />
        )}
      </div>
      {(places.rightsTypes.length > 1 || types === 'chosen') && (
        <div className="flex flex-col gap-2">
          <FormSegmentedControl label="Rights types" isLabelShown name="types" options={TYPES} />
          {types === 'chosen' && (
            <FormToggleGroupField
              label="Chosen rights types"
              isLabelHidden
              name="rightsTypes"
              options={places.rightsTypes.map((code) => ({ value: code, label: code }))}
            />
          )}
        </div>
      )}
    </>
  );
}

function without(codes: readonly string[], others: readonly string[]): readonly string[] {
  return codes.filter((code) => !others.includes(code));
}

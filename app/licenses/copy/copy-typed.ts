import type { OfferData } from '../../../src/domain/license/offer';
import type { CopyPlanInput } from '../../../src/wire/forms/bulk';
import type { PackedLicense } from '../license-model';
import { MAX_LINE_LENGTH } from '../../../src/domain/values/text';

export const SHIFTS = [
  { value: 'none', label: 'Same days' },
  { value: 'year', label: 'A year later' },
  { value: 'other', label: 'Other' },
];
export const SHIFT_UNITS = [
  { value: 'days', label: 'days' },
  { value: 'months', label: 'months' },
];
export const OFFER_SCOPES = [
  { value: 'all', label: 'All' },
  { value: 'ahead', label: 'Still to run' },
  { value: 'none', label: 'None' },
  { value: 'chosen', label: 'Choose' },
];

/** What the form of a copy has. */
export interface CopyTyped {
  /** The id of the copy: however often it is sent, it is one license. */
  copyId: string;
  contractId: string;
  /** The contract in words, to be shown with a draft. */
  contract: string;
  name: string;
  territories: string[];
  /** `none`, `year`, or `other` for so many of a unit. */
  shift: string;
  by: string;
  unit: string;
  /** `all`, `ahead`, `none`, or `chosen` for those of these first days. */
  scope: string;
  offers: string[];
  withTitles: boolean;
}

export function initialCopy(
  { details, contract }: Pick<PackedLicense, 'details' | 'contract'>,
  copyId: string,
): CopyTyped {
  return {
    ...{ copyId, contractId: contract.id, contract: contract.reference },
    name: `Copy of ${details.name}`.slice(0, MAX_LINE_LENGTH),
    territories: [...details.terms.territories],
    ...{ shift: 'none', by: '', unit: 'days', scope: 'all', offers: [], withTitles: true },
  };
}

/**
 * The plan that a form is for.
 *
 * @param offers of the license
 * @param today ISO 8601: offers that end before it do not run any more
 */
export function typedCopyPlan(
  { contractId, name, territories, shift, by, unit, scope, offers: chosen, withTitles }: CopyTyped,
  offers: readonly OfferData[],
  today: string,
): CopyPlanInput {
  return {
    ...{ contractId, name, territories },
    shift: typedShift(shift, by, unit),
    offers: typedOffers(scope, chosen, offers, today),
    titles: withTitles ? null : [],
  };
}

function typedShift(shift: string, by: string, unit: string): CopyPlanInput['shift'] {
  if (shift === 'year') return { unit: 'months', by: '12' };
  return shift === 'other' ? { unit: unit === 'months' ? 'months' : 'days', by } : null;
}

function typedOffers(
  scope: string,
  chosen: readonly string[],
  offers: readonly OfferData[],
  today: string,
): string[] | null {
  switch (scope) {
    case 'none':
      return [];
    case 'chosen':
      return [...chosen];
    case 'ahead':
      return offers
        .filter(({ window: { endsOn } }) => endsOn === null || endsOn > today)
        .map(({ window }) => window.startsOn);
    default:
      return null;
  }
}

/** The form's name of a field that a refusal is about. */
export function copyField(name: string): string {
  if (name === 'shift.by' || name === 'shift') return 'by';
  return name;
}

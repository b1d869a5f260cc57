import type { DecidedOffers } from '../../../src/domain/bulk/offers-change';
import type { OffersPlanInput } from '../../../src/wire/forms/bulk';
import type { BulkTyped } from '../bulk/bulk-typed';
import { counted } from '../../timeline/model';
import { INITIAL, typedBulkPlan } from '../bulk/bulk-typed';

export const OFFERS_KINDS = [
  { value: 'set-price', label: 'Set a price' },
  { value: 'change-price', label: 'Change prices by' },
  { value: 'shift', label: 'Shift' },
  { value: 'end-offers', label: 'End early' },
  { value: 'rename-offers', label: 'Rename' },
  { value: 'withdraw', label: 'Withdraw' },
] as const;

export type OffersKind = (typeof OFFERS_KINDS)[number]['value'];

export const INITIAL_OFFERS: BulkTyped = { ...INITIAL, scope: 'all' };

/** Of which kind a form is; what is not one counts as the first. */
export function offersKindOf(kind: string): OffersKind {
  return OFFERS_KINDS.find(({ value }) => value === kind)?.value ?? 'set-price';
}

/** The plan that a form is for. */
export function typedOffersPlan(typed: BulkTyped): OffersPlanInput {
  const kind = offersKindOf(typed.kind);
  switch (kind) {
    case 'end-offers':
      return { kind, endDay: typed.endDay };
    case 'withdraw':
      return { kind };
    case 'set-price':
    case 'change-price':
    case 'shift':
    case 'rename-offers':
      // Which offers it is about is chosen one by one. A day is of no meaning then.
      return typedBulkPlan({ ...typed, kind, scope: 'all', name: '' }, '') as OffersPlanInput;
  }
}

const VERBS: Readonly<Record<OffersKind, string>> = {
  'set-price': 'Set price of',
  'change-price': 'Change prices of',
  shift: 'Shift',
  'end-offers': 'End',
  'rename-offers': 'Rename',
  withdraw: 'Withdraw',
};

/** The button that makes the change; it names how many offers change. */
export function sendWords(kind: OffersKind, decided: DecidedOffers | null): string {
  if (decided === null) return OFFERS_KINDS.find(({ value }) => value === kind)?.label ?? 'Change';
  if (decided.changing === 0) return 'Nothing to change';
  return `${VERBS[kind]} ${counted(decided.changing, 'offer')}`;
}

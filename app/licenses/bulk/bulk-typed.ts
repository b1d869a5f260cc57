import { typedReason } from '../closing/closing-input';
import type { BulkPlanInput } from '../../../src/wire/forms/bulk';

export const KINDS = [
  { value: 'set-price', label: 'Set a price' },
  { value: 'change-price', label: 'Change prices by' },
  { value: 'shift', label: 'Shift offers' },
  { value: 'price-plan', label: 'Apply a price plan' },
  { value: 'end', label: 'End early' },
  { value: 'extend', label: 'Extend' },
  { value: 'rename-licenses', label: 'Rename licenses' },
  { value: 'rename-offers', label: 'Rename offers' },
] as const;

export type BulkKind = (typeof KINDS)[number]['value'];

/** What the form of a bulk change has, of all its kinds. */
export interface BulkTyped {
  kind: string;
  /** Which offers: `ahead`, those that still run, or `all`. */
  scope: string;
  /** The name of the offers; '' for any. */
  name: string;
  price: string;
  currency: string;
  by: string;
  /** `%`, or a currency. */
  unit: string;
  /** The hundredths that prices end in; `exact` for none. */
  ending: string;
  upOnly: boolean;
  wholeElsewhere: boolean;
  days: string;
  cut: boolean;
  push: boolean;
  /** The chosen price plan, '' for none, at the revision that it had. */
  pricePlanId: string;
  revision: number;
  /** Where it begins: `license-start`, `day` or `after-offers`. */
  start: string;
  startDay: string;
  endDay: string;
  extendDay: string;
  /** The chosen reason of an end by its key, and another one in words. */
  why: string;
  reason: string;
  find: string;
  replacement: string;
}

export const INITIAL: BulkTyped = {
  ...{ kind: 'set-price', scope: 'ahead', name: '', price: '', currency: 'USD' },
  ...{ by: '', unit: '%', ending: '99', upOnly: false, wholeElsewhere: false },
  ...{ days: '', cut: false, push: false, endDay: '', extendDay: '' },
  ...{ pricePlanId: '', revision: 0, start: 'license-start', startDay: '' },
  ...{ why: '', reason: '' },
  ...{ find: '', replacement: '' },
};

/** Of which kind a form is; what is not one counts as the first. */
export function kindOf(kind: string): BulkKind {
  return KINDS.find(({ value }) => value === kind)?.value ?? 'set-price';
}

/** Whether a kind of change is about offers, which are then chosen by scope and name. */
export function isOfOffers(kind: BulkKind): boolean {
  return !['end', 'extend', 'rename-licenses', 'price-plan'].includes(kind);
}

/**
 * What is sent of what the form has.
 *
 * @param today ISO 8601: offers that ended before it are not among those that still run
 */
export function typedBulkPlan(typed: BulkTyped, today: string): BulkPlanInput {
  const offers = { endingFrom: typed.scope === 'all' ? null : today, name: typed.name };
  const kind = kindOf(typed.kind);
  switch (kind) {
    case 'set-price':
      return { kind, offers, price: typed.price, currency: typed.currency };
    case 'change-price': {
      const { by, upOnly, wholeElsewhere } = typed;
      // The codec says what a unit and an ending can be.
      const [unit, ending] = [typed.unit, typed.ending === 'exact' ? '' : typed.ending];
      const rounding = { ending, upOnly, wholeElsewhere };
      return { kind, offers, by, unit, ...rounding } as BulkPlanInput;
    }
    case 'shift':
      return { kind, offers, days: typed.days, cut: typed.cut, push: typed.push };
    case 'price-plan': {
      const { pricePlanId, revision, startDay } = typed;
      // The codec says where a plan can begin.
      return { kind, pricePlanId, revision, start: typed.start, startDay } as BulkPlanInput;
    }
    case 'end':
      return { kind, lastDay: typed.endDay, reason: typedReason('ended', typed) };
    case 'extend':
      return { kind, lastDay: typed.extendDay };
    case 'rename-licenses':
    case 'rename-offers': {
      const { find, replacement } = typed;
      const what = kind === 'rename-offers' ? 'offers' : 'licenses';
      return { kind: 'rename', what, offers, find, replacement };
    }
  }
}

/** What is previewed: any reason does, since it changes no effect. */
export function previewedBulkPlan(typed: BulkTyped, today: string): BulkPlanInput {
  const plan = typedBulkPlan(typed, today);
  return plan.kind === 'end' && plan.reason.trim() === '' ? { ...plan, reason: 'Preview' } : plan;
}

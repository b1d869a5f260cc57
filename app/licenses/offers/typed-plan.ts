import type { LadderInput } from '../../../src/wire/forms/ladder';
import type { OfferInput, PlanInput } from '../../../src/wire/forms/license';
import { EMPTY_STEP } from '../../price-plans/typed-ladder';
import { deviceSet } from '../../../src/domain/values/device';

/** Where a new offer would begin and end: a slot that was clicked, or the first that is free. */
export interface Prefill {
  readonly firstDay: string;
  /** `open`, or '' when unknown. */
  readonly lastDay: string;
}

/** What is typed for all kinds of plan, so that changing the kind loses nothing. */
export interface TypedPlan extends OfferInput, LadderInput {
  kind: PlanInput['kind'];
  days: string;
  onOrAfter: string;
  /** The first day of a ladder. */
  start: string;
}

export function nothingTyped(
  { firstDay, lastDay }: Prefill,
  { currency, priceKind }: { readonly currency: string; readonly priceKind: string },
  devices: readonly string[],
): TypedPlan {
  return {
    kind: 'at',
    name: '',
    currency,
    prices: [{ format: '', kind: priceKind, price: '' }],
    firstDay,
    lastDay,
    days: '30',
    onOrAfter: firstDay,
    start: firstDay,
    priceKind,
    steps: [EMPTY_STEP, EMPTY_STEP, EMPTY_STEP],
    devices: [...deviceSet(devices)],
  };
}

/** The plan as its kind has it. */
export function planOf({
  kind,
  days,
  onOrAfter,
  start,
  priceKind,
  steps,
  ...offer
}: TypedPlan): PlanInput {
  const { name, prices, currency, devices } = offer;
  switch (kind) {
    case 'at':
      return { kind, offers: [offer] };
    case 'first-free':
      return { kind, name, prices, currency, devices, days, onOrAfter };
    case 'ladder':
      return { kind, start, currency, priceKind, devices, steps };
  }
}

'use client';

import type { DaySpan, TimelineModel } from '../timeline/model';
import type { OfferData } from '../../src/domain/license/offer';
import type { Prefill } from './offers/typed-plan';
import { USUAL_KIND } from '../../src/domain/license/price-list';
import { dayOfNumber } from '../../src/domain/values/date-range';
import { usePageKey } from '@/keys/use-page-key';

/** Where a new offer would go: the slot that was chosen, or the first that is free from today on. */
export function prefillOf(slot: DaySpan | null, model: TimelineModel): Prefill {
  const place = slot ?? firstFree(model);
  if (place === null) return { firstDay: dayOfNumber(model.window.start), lastDay: '' };
  return {
    firstDay: dayOfNumber(place.start),
    lastDay: place.end === null ? 'open' : dayOfNumber(place.end - 1),
  };
}

const NO_PRICE_YET = [{ format: null, kind: USUAL_KIND, amount: null, tier: '–' }];

/** An offer on days for which nothing else is known: what it costs decides nothing on days, and says that it is not known. */
export function newOffer(
  window: OfferData['window'],
  devices: OfferData['devices'],
  name = 'New offer',
): OfferData {
  return { name, prices: NO_PRICE_YET, window, devices };
}

function firstFree({ window, offers, today }: TimelineModel): DaySpan | null {
  let start = Math.max(window.start, today);
  for (const offer of offers) {
    if (offer.start > start) return { start, end: offer.start };
    if (offer.end === null) return null;
    start = Math.max(start, offer.end);
  }
  return window.end === null || start < window.end ? { start, end: window.end } : null;
}

/** `N` opens a new offer. */
export function useNewOfferKey(create: () => void, isOff: boolean): void {
  usePageKey({ key: 'n', does: 'New offer' }, create, isOff);
}

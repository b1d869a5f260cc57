import type { License } from '../license/license';
import type { ProposedChange } from '../license/license-change';
import type { BulkLadder, LadderStart } from './bulk-plan';
import { DomainError } from '../errors';
import { currencyOf } from '../price-plan/price-plan';
import { priceLadder } from '../price-plan/ladder';
import { OtherCurrency } from './price-ending';

/**
 * The offers that a ladder is for one license, on all its devices.
 *
 * @param license the whole timeline must be known
 * @throws OtherCurrency when an offer of the license is priced in another currency, NoDayAfterOffers, and whatever `priceLadder`
 *   throws
 */
export function ladderIn(license: License, { steps, start }: BulkLadder): ProposedChange {
  const currency = currencyOf(steps);
  for (const { prices } of license.timeline.offers)
    if (currency !== null && prices.currency !== null && prices.currency !== currency)
      throw new OtherCurrency(prices.currency, currency);
  const { devices } = license.details.terms;
  const offers = priceLadder(firstDay(license, start), steps, devices, license.window.endsOn);
  return { kind: 'offers-generated', offers: offers.map((offer) => offer.toData()) };
}

function firstDay({ window, timeline }: License, start: LadderStart): string {
  if (start.at === 'day') return start.day;
  const last = timeline.offers.at(-1);
  if (start.at === 'license-start' || last === undefined) return window.startsOn;
  const { endsOn } = last.window;
  if (endsOn === null || (window.endsOn !== null && endsOn >= window.endsOn))
    throw new NoDayAfterOffers(last.name);
  return endsOn;
}

/** The last offer of the license runs until the license ends. */
export class NoDayAfterOffers extends DomainError {
  readonly code = 'no-day-after-offers';
  override readonly field = 'start';

  constructor(offer: string) {
    super(`Its last offer, ${offer}, runs until the license ends.`);
  }
}

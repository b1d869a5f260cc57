import type { OfferData } from '../../src/domain/license/offer';
import type { ChosenOfferInput } from '../../src/wire/forms/content';
import { DateRange } from '../../src/domain/values/date-range';
import { pricesInWords } from '../../src/domain/license/price-list';

/** Price and days of an offer: `$4.99, 1 – 31 Mar 2027`. */
export function offerWords({ prices, window }: OfferData): string {
  return `${pricesInWords(prices)}, ${DateRange.of(window.startsOn, window.endsOn).toString()}`;
}

/** An offer as a form sends it. */
export function asInput({
  name,
  prices,
  window,
  devices,
}: OfferData): NonNullable<ChosenOfferInput['offer']> {
  return {
    name,
    prices: prices.map((line) => ({ ...line, amount: line.amount && { ...line.amount } })),
    window: { startsOn: window.startsOn, endsOn: window.endsOn },
    devices: [...devices],
  };
}

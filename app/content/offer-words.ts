import type { OfferData } from '../../src/domain/license/offer';
import type { ChosenOfferInput } from '../../src/wire/forms/content';
import { DateRange } from '../../src/domain/values/date-range';
import { formatMoney } from '../../src/domain/values/money';

/** Price and days of an offer: `$4.99, 1 – 31 Mar 2027`. */
export function offerWords({ price, window }: OfferData): string {
  return `${formatMoney(price)}, ${DateRange.of(window.startsOn, window.endsOn).toString()}`;
}

/** An offer as a form sends it. */
export function asInput({
  name,
  price,
  window,
  devices,
}: OfferData): NonNullable<ChosenOfferInput['offer']> {
  return {
    name,
    price: { minor: price.minor, currency: price.currency },
    window: { startsOn: window.startsOn, endsOn: window.endsOn },
    devices: [...devices],
  };
}

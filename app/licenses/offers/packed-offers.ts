import type { OfferData } from '../../../src/domain/license/offer';
import type { PriceLineData } from '../../../src/domain/license/price-list';
import { dayNumber, dayOfNumber, isoDate } from '../../../src/domain/values/date-range';

/**
 * A license's offers on their way to the browser: what repeats (names, price lists, sets of devices) stands once, and each
 * offer is five integers. Ten thousand offers take a fifth of the bytes their plain form takes.
 */
export interface PackedOffers {
  readonly names: readonly string[];
  readonly prices: readonly (readonly PriceLineData[])[];
  readonly devices: readonly (readonly string[])[];
  /** For each offer: first day since 1970-01-01, length in days (0: open), name, prices, devices. */
  readonly rows: readonly number[];
}

const WIDTH = 5;
const OPEN = 0;

export function packOffers(offers: readonly OfferData[]): PackedOffers {
  const names = new Dictionary<string>();
  const prices = new Dictionary<readonly PriceLineData[]>();
  const devices = new Dictionary<readonly string[]>();
  const rows = offers.flatMap((offer) => {
    const start = dayNumber(isoDate(offer.window.startsOn));
    const { endsOn: end } = offer.window;
    return [
      start,
      end === null ? OPEN : dayNumber(isoDate(end)) - start,
      names.place(offer.name, offer.name),
      prices.place(JSON.stringify(offer.prices), offer.prices),
      devices.place(offer.devices.join(), offer.devices),
    ];
  });
  return { names: names.items, prices: prices.items, devices: devices.items, rows };
}

/** @throws RangeError when the pack is not one that `packOffers` made */
export function unpackOffers({ names, prices, devices, rows }: PackedOffers): OfferData[] {
  return Array.from({ length: rows.length / WIDTH }, (_, index) => {
    const [start, days, name, list, set] = rows.slice(index * WIDTH, (index + 1) * WIDTH);
    return {
      name: at(names, name),
      prices: at(prices, list),
      window: {
        startsOn: dayOfNumber(at([start], 0)),
        endsOn: days === OPEN ? null : dayOfNumber(at([start], 0) + at([days], 0)),
      },
      devices: at(devices, set),
    };
  });
}

class Dictionary<T> {
  readonly items: T[] = [];
  private readonly places = new Map<string, number>();

  place(key: string, item: T): number {
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}

function at<T>(items: readonly (T | undefined)[], index: number | undefined): T {
  const item = index === undefined ? undefined : items[index];
  if (item === undefined) throw new RangeError('These offers are not packed as they should be.');
  return item;
}

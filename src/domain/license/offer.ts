import type { DateRangeData } from '../values/date-range';
import type { Device } from '../values/device';
import type { PriceLineData } from './price-list';
import { DateRange } from '../values/date-range';
import { deviceSet } from '../values/device';
import { DomainError } from '../errors';
import { shortText } from '../values/text';
import { PriceList } from './price-list';

/** The plain form of an offer: in commands, in history and on the wire. */
export interface OfferData {
  readonly name: string;
  /** A line for all formats, or a line per format. */
  readonly prices: readonly PriceLineData[];
  /** Half-open. */
  readonly window: DateRangeData;
  readonly devices: readonly string[];
}

/**
 * An offer generated from a license: a name, a price list, a window and devices. A value: two offers with the same data are
 * equal, and changing an offer means replacing it (L5).
 */
export class Offer {
  private constructor(
    readonly name: string,
    readonly prices: PriceList,
    readonly window: DateRange,
    readonly devices: readonly Device[],
  ) {
    Object.freeze(this);
  }

  /** @throws DomainError of the first invalid value: name, prices, window or devices */
  static of(data: OfferData): Offer {
    return new Offer(
      shortText(data.name, 'name', 'An offer’s name'),
      PriceList.of(data.prices),
      DateRange.of(data.window.startsOn, data.window.endsOn),
      deviceSet(data.devices),
    );
  }

  equals(other: Offer): boolean {
    return (
      this.name === other.name &&
      this.prices.equals(other.prices) &&
      this.window.equals(other.window) &&
      this.devices.join() === other.devices.join()
    );
  }

  /** The same offer with another window. */
  at(window: DateRange): Offer {
    return new Offer(this.name, this.prices, window, this.devices);
  }

  toData(): OfferData {
    return {
      name: this.name,
      prices: this.prices.toData(),
      window: this.window.toData(),
      devices: this.devices,
    };
  }
}

/** The shortest window that encloses the windows of all offers; `null` when there are none. */
export function windowOf(offers: readonly OfferData[]): DateRange | null {
  const windows = offers.map(({ window }) => DateRange.of(window.startsOn, window.endsOn));
  return windows.length === 0 ? null : windows.reduce((all, window) => all.hull(window));
}

/** The longest length of a generated offer, in days. */
export const MAX_DAYS = 36_500;

/**
 * Validates the length of an offer in whole days.
 *
 * @throws InvalidLength unless it is an integer from 1 to 36,500
 */
export function lengthInDays(days: number): number {
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) throw new InvalidLength();
  return days;
}

export class InvalidLength extends DomainError {
  readonly code = 'invalid-length';
  override readonly field = 'days';

  constructor() {
    super('A length is a whole number of days, at least 1 and at most 36,500.');
  }
}

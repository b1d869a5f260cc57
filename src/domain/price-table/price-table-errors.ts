import { DomainError } from '../errors';
import { formatDay } from '../values/date-range';

/** The most entries that one change of a price table makes. */
export const MAX_EDITS = 5_000;

/** The most entries of a price table. */
export const MAX_PRICES = 20_000;

/** A studio has one price table, however its name is spelt. */
export class PriceTableExists extends DomainError {
  readonly code = 'price-table-exists';
  override readonly field = 'studio';

  constructor(readonly studio: string) {
    super(`${studio} already has a price table. Open it and enter the prices there.`);
  }
}

export class NoPrices extends DomainError {
  readonly code = 'no-prices';
  override readonly field = 'prices';

  constructor() {
    super('Enter at least one price.');
  }
}

export class TooManyPrices extends DomainError {
  readonly code = 'too-many-prices';
  override readonly field = 'prices';

  constructor(
    readonly count: number,
    readonly limit: number,
  ) {
    const [given, most] = [count, limit].map((number) => number.toLocaleString('en-US'));
    super(
      limit === MAX_EDITS
        ? `${given} prices are too many at once. Save at most ${most}, then the rest.`
        : `The table would have ${given} prices; at most ${most} fit. Remove days that are over.`,
    );
  }
}

export class PriceGivenTwice extends DomainError {
  readonly code = 'price-given-twice';

  /** @param cell in words, with its day */
  constructor(readonly cell: string) {
    super(`${cell} is given twice. Keep one of the two.`);
  }
}

export class NoSuchPriceDay extends DomainError {
  readonly code = 'no-such-price-day';
  override readonly field = 'day';

  constructor(readonly day: string) {
    super(`No price changes on ${formatDay(day)}.`);
  }
}

import type { PriceEdit, PriceEntry } from './price-cell';
import type { PriceChange, PriceTableChange } from './price-table-change';
import { inPart } from '../errors';
import { isoDate } from '../values/date-range';
import { fold } from '../names/folding';
import { shortText } from '../values/text';
import { entryKey, entryWords, priceEdit } from './price-cell';
import {
  MAX_EDITS,
  MAX_PRICES,
  NoPrices,
  NoSuchPriceDay,
  PriceGivenTwice,
  TooManyPrices,
} from './price-table-errors';
import { Prices } from './prices';

/**
 * What a studio's price tiers cost. An aggregate with its own version: changing it changes no offer and no license. A studio
 * has one table, however its name is spelt.
 */
export class PriceTable {
  private constructor(
    readonly id: string,
    readonly version: number,
    readonly studio: string,
    private current: Prices,
    private accepted: PriceTableChange | null,
  ) {}

  /**
   * A new table with its first prices.
   *
   * @throws InvalidText for the studio, NoPrices, and whatever `change` throws
   */
  static record(id: string, studio: string, prices: readonly PriceEdit[]): PriceTable {
    const named = shortText(studio, 'studio', 'A studio’s name');
    const changes = changesOf(Prices.NONE, prices);
    if (changes.length === 0) throw new NoPrices();
    const given = changes.map(({ before: _, ...edit }) => edit);
    return new PriceTable(id, 0, named, Prices.NONE.with(given), {
      kind: 'price-table-recorded',
      studio: named,
      prices: given,
    });
  }

  /** For repositories only: restores a stored table. */
  static reconstitute(
    id: string,
    version: number,
    studio: string,
    entries: readonly PriceEntry[],
  ): PriceTable {
    return new PriceTable(id, version, studio, Prices.of(entries), null);
  }

  get prices(): Prices {
    return this.current;
  }

  /** The change made by the command; `null` when there is none, and then nothing is stored. */
  get change(): PriceTableChange | null {
    return this.accepted;
  }

  /**
   * Sets prices from the days given, all or nothing. Edits that change nothing are left out; a tier keeps the spelling that the
   * table has it in.
   *
   * @throws TooManyPrices; with the part `['prices', 3]`: PriceGivenTwice, and whatever `priceEdit` throws
   */
  changePrices(edits: readonly PriceEdit[]): void {
    const prices = changesOf(this.current, edits);
    if (prices.length === 0) return;
    this.current = this.current.with(prices.map(({ before: _, ...edit }) => edit));
    this.accepted = { kind: 'prices-changed', prices };
  }

  /**
   * Takes away everything that the table says from a day on: the day before goes on.
   *
   * @throws InvalidDate, NoSuchPriceDay
   */
  removeDay(day: string): void {
    this.changePrices(editsRemovingDay(this.current, day));
  }
}

/**
 * The edits that take a day away.
 *
 * @throws InvalidDate, NoSuchPriceDay when nothing changes on it
 */
export function editsRemovingDay(prices: Prices, day: string): readonly PriceEdit[] {
  const removed = prices.entries.filter(({ startsOn }) => startsOn === isoDate(day));
  if (removed.length === 0) throw new NoSuchPriceDay(day);
  return removed.map((entry) => ({ ...entry, price: null }));
}

function changesOf(current: Prices, edits: readonly PriceEdit[]): readonly PriceChange[] {
  if (edits.length > MAX_EDITS) throw new TooManyPrices(edits.length, MAX_EDITS);
  const seen = new Set<string>();
  const tiers = new Map(current.tiers);
  const changes = edits.flatMap((given, index) =>
    inPart(['prices', index], () => {
      const { startsOn, price, ...named } = priceEdit(given);
      const tier = tiers.get(fold(named.tier)) ?? named.tier;
      tiers.set(fold(tier), tier);
      const cell = { ...named, tier };
      const key = entryKey({ ...cell, startsOn });
      if (seen.has(key)) throw new PriceGivenTwice(entryWords({ ...cell, startsOn }));
      seen.add(key);
      const before = current.entryOf(cell, startsOn);
      return before === price ? [] : [{ ...cell, startsOn, price, before }];
    }),
  );
  const size =
    current.size + changes.reduce((sum, { before, price }) => sum + added(before, price), 0);
  if (size > MAX_PRICES) throw new TooManyPrices(size, MAX_PRICES);
  return changes;
}

function added(before: PriceChange['before'], price: PriceChange['price']): number {
  return Number(price !== null) - Number(before !== null);
}

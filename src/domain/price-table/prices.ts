import type { IsoDate } from '../values/date-range';
import type { Format } from '../values/format';
import type { CellPrice, PriceCellData, PriceEdit, PriceEntry } from './price-cell';
import { FORMATS } from '../values/format';
import { Money } from '../values/money';
import { currencyOf } from '../values/territory-currency';
import { fold } from '../names/folding';
import { cellKey, cellOf } from './price-cell';

/** The price table of a studio, in any spelling, as far as it was asked for; an empty one where there is none. */
export type PricesOfStudio = (studio: string) => Prices;

/** What is asked of a price table. */
export interface PriceQuestion {
  /** In any spelling. */
  readonly tier: string;
  readonly rightsType: string;
  readonly kind: string;
  /** `null` asks for the price that is the same for all formats. */
  readonly format: string | null;
  /** ISO 3166-1 alpha-2 code. */
  readonly territory: string;
}

/** An amount; `not-sold` where the studio does not sell it; `null` where the table has no amount yet. */
export type ResolvedPrice = Money | 'not-sold' | null;

/** One cell with what it says, by ascending day. */
interface CellStates {
  readonly cell: PriceCellData;
  readonly states: readonly { readonly startsOn: string; readonly price: CellPrice }[];
}

/**
 * The prices of a table, immutable. Each day on which a cell changes begins a state of the table, which is valid until the
 * next such day: half-open, `[day, next day)`, and the last one is open.
 */
export class Prices {
  static readonly NONE = new Prices(new Map());
  private readonly known = new Map<string, PriceState>();
  private knownDays: readonly IsoDate[] | null = null;

  private constructor(private readonly cells: ReadonlyMap<string, CellStates>) {}

  /** @param entries valid, at most one for a cell and a day */
  static of(entries: readonly PriceEntry[]): Prices {
    return Prices.NONE.with(entries);
  }

  /** How many entries there are. */
  get size(): number {
    return [...this.cells.values()].reduce((count, { states }) => count + states.length, 0);
  }

  /** Every entry, in no particular order. */
  get entries(): readonly PriceEntry[] {
    return [...this.cells.values()].flatMap(({ cell, states }) =>
      states.map((state) => ({ ...cell, ...state })),
    );
  }

  /** The days on which the table changes, ascending. */
  get days(): readonly IsoDate[] {
    this.knownDays ??= [
      ...new Set(this.entries.map(({ startsOn }) => startsOn)),
    ].sort() as IsoDate[];
    return this.knownDays;
  }

  /** The tiers, by folded name, each in its one spelling. */
  get tiers(): ReadonlyMap<string, string> {
    return new Map([...this.cells.values()].map(({ cell }) => [fold(cell.tier), cell.tier]));
  }

  /** What a cell says on exactly this day; `null` when the day says nothing about it. */
  entryOf(cell: PriceCellData, startsOn: string): CellPrice | null {
    const states = this.cells.get(cellKey(cell))?.states ?? [];
    return states.find((state) => state.startsOn === startsOn)?.price ?? null;
  }

  /** The day from which a cell says by itself what it says on a day; `null` where it says nothing by itself. */
  startOf(cell: PriceCellData, day: string): string | null {
    const states = this.cells.get(cellKey(cell))?.states ?? [];
    const state = states.findLast(({ startsOn }) => startsOn <= day);
    return state === undefined || state.price === 'same' ? null : state.startsOn;
  }

  /** The edit that makes a cell say something from a day on: none is left where the day before says the same. */
  editTo(cell: PriceCellData, startsOn: string, price: CellPrice): PriceEdit {
    const states = this.cells.get(cellKey(cell))?.states ?? [];
    const before = states.findLast((state) => state.startsOn < startsOn)?.price ?? 'same';
    return { ...cellOf(cell), startsOn, price: price === before ? null : price };
  }

  /** The prices with some entries set or taken away. */
  with(edits: readonly PriceEdit[]): Prices {
    const cells = new Map(this.cells);
    for (const { startsOn, price, ...edited } of edits) {
      const key = cellKey(edited);
      const { cell, states } = cells.get(key) ?? { cell: cellOf(edited), states: [] };
      const others = states.filter((state) => state.startsOn !== startsOn);
      const next = price === null ? others : [...others, { startsOn, price }];
      if (next.length === 0) cells.delete(key);
      else cells.set(key, { cell, states: next.sort(byDay) });
    }
    return new Prices(cells);
  }

  /** The state of the table on a day. */
  on(day: string): PriceState {
    const start = this.days.findLast((one) => one <= day) ?? '';
    const state = this.known.get(start) ?? this.stateFrom(start);
    this.known.set(start, state);
    return state;
  }

  /** The price on a day: see `PriceState.resolve`. */
  resolve(question: PriceQuestion, day: string): ResolvedPrice {
    return this.on(day).resolve(question);
  }

  private stateFrom(day: string): PriceState {
    return new PriceState(
      [...this.cells.values()].flatMap(({ cell, states }) => {
        const price = states.findLast(({ startsOn }) => startsOn <= day)?.price ?? 'same';
        return price === 'same' ? [] : { ...cell, price };
      }),
    );
  }
}

/** A table on one day: what each cell says that says something of its own. Immutable. */
export class PriceState {
  private readonly prices: ReadonlyMap<string, number | 'not-sold'>;
  /** The currencies by the columns that have them: rights type, kind and territory. */
  private readonly currencies: ReadonlyMap<string, readonly string[]>;

  constructor(
    readonly cells: readonly (PriceCellData & { readonly price: number | 'not-sold' })[],
  ) {
    this.prices = new Map(cells.map((cell) => [cellKey(cell), cell.price]));
    const currencies = new Map<string, string[]>();
    for (const cell of cells) {
      const key = columnKey(cell);
      const found = currencies.get(key) ?? [];
      if (!found.includes(cell.currency)) currencies.set(key, [...found, cell.currency].sort());
    }
    this.currencies = currencies;
  }

  /**
   * The price of a tier. First the currency: of the cells that name the territory; else the territory's own, where the table
   * has prices for all in it; else the only one that the table has prices for all in. Then, in this currency, the first cell
   * that says something: territory and format; territory, all formats; all territories, format; all territories, all formats.
   */
  resolve({ tier, rightsType, kind, format, territory }: PriceQuestion): ResolvedPrice {
    const currency = this.currencyIn({ rightsType, kind, territory });
    if (currency === null) return null;
    const price = this.first(cellsFor({ tier, rightsType, kind, format, territory, currency }));
    return typeof price === 'number' ? Money.of(price, currency) : price;
  }

  /** The formats, in the order of `FORMATS`, that have cells of their own for a tier in a territory. */
  formatsOf(question: Omit<PriceQuestion, 'format'>): readonly Format[] {
    const currency = this.currencyIn(question);
    if (currency === null) return [];
    const { territory } = question;
    return FORMATS.filter((format) =>
      [territory, null].some(
        (place) => this.own({ ...question, format, territory: place, currency }) !== null,
      ),
    );
  }

  /**
   * Where an amount for a territory belongs: in its own column where cells name it, else in the column for all territories
   * whose currency it is priced in, else in a column of its own in its own currency.
   */
  columnFor(
    question: Pick<PriceQuestion, 'rightsType' | 'kind'> & { readonly territory: string },
  ): Pick<PriceCellData, 'territory' | 'currency'> {
    const { territory } = question;
    const currency = this.currencyIn(question);
    if (currency === null) return { territory, currency: currencyOf(territory) ?? 'USD' };
    return { territory: this.currencies.has(columnKey(question)) ? territory : null, currency };
  }

  /** What a cell says of its own; `null` where it says nothing. */
  own(cell: PriceCellData): number | 'not-sold' | null {
    return this.prices.get(cellKey(cell)) ?? null;
  }

  /** What a cell has from more general ones in its currency; `null` where they say nothing either. */
  general(cell: PriceCellData): number | 'not-sold' | null {
    return this.first(cellsFor(cell).slice(1));
  }

  private first(cells: readonly PriceCellData[]): number | 'not-sold' | null {
    for (const cell of cells) {
      const price = this.own(cell);
      if (price !== null) return price;
    }
    return null;
  }

  /**
   * The currency that a territory is priced in. Where cells name the territory in several currencies, it is the territory's own,
   * else the first by its code. `null` where the table has no price for the territory, or could mean several currencies.
   */
  currencyIn(column: Pick<PriceQuestion, 'rightsType' | 'kind' | 'territory'>): string | null {
    const own = currencyOf(column.territory);
    const named = this.currencies.get(columnKey(column)) ?? [];
    if (named.length > 0) return named.find((one) => one === own) ?? named[0] ?? null;
    const forAll = this.currencies.get(columnKey({ ...column, territory: null })) ?? [];
    if (own !== null && forAll.includes(own)) return own;
    return forAll.length === 1 ? (forAll[0] ?? null) : null;
  }
}

/** A cell and the more general ones in its currency, in the order in which they are asked. */
function cellsFor(cell: PriceCellData): PriceCellData[] {
  const formats = cell.format === null ? [null] : [cell.format, null];
  const places = cell.territory === null ? [null] : [cell.territory, null];
  return places.flatMap((territory) => formats.map((format) => ({ ...cell, format, territory })));
}

function columnKey({
  rightsType,
  kind,
  territory,
}: Pick<PriceCellData, 'rightsType' | 'kind' | 'territory'>): string {
  return `${rightsType} ${kind} ${territory ?? '*'}`;
}

function byDay(a: { readonly startsOn: string }, b: { readonly startsOn: string }): number {
  return a.startsOn < b.startsOn ? -1 : 1;
}

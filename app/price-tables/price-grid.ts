import type { CellPrice, PriceCellData, PriceEdit } from '../../src/domain/price-table/price-cell';
import type { Prices } from '../../src/domain/price-table/prices';
import { isDomainError } from '../../src/domain/errors';
import { compareNames, fold } from '../../src/domain/names/folding';
import { entryKey, readCellPrice, typedCellPrice } from '../../src/domain/price-table/price-cell';
import { FORMATS } from '../../src/domain/values/format';

/** A column of the grid: everything of a cell but its tier. */
export type PriceColumn = Omit<PriceCellData, 'tier'>;

/** What is typed into a cell and not saved yet. */
export interface TypedCell {
  readonly cell: PriceCellData;
  /** ISO 8601 day. */
  readonly startsOn: string;
  readonly text: string;
}

/** What is typed, by `entryKey`. */
export type TypedCells = Readonly<Record<string, TypedCell>>;

/** What was typed, read: the edits that saving makes, and a sentence for each cell that cannot be read. */
export interface ReadCells {
  readonly edits: readonly PriceEdit[];
  readonly problems: Readonly<Record<string, string>>;
}

export interface GridView {
  readonly rightsType: string;
  readonly kind: string;
}

/** Something that people added before any price names it. */
export interface Added {
  readonly tiers: readonly string[];
  readonly columns: readonly PriceColumn[];
}

/** Sets what is typed into cells; a text that leaves its cell as it is stored is forgotten. */
export function typedInto(
  typed: TypedCells,
  prices: Prices,
  ...cells: readonly TypedCell[]
): TypedCells {
  const all = new Map(Object.entries(typed));
  for (const { cell, startsOn, text } of cells) {
    const key = entryKey({ ...cell, startsOn });
    const price = priceOrProblem(text, cell.currency);
    const isAsStored = typeof price !== 'object' && price === ownPrice(prices, cell, startsOn);
    all.delete(key);
    if (!isAsStored) all.set(key, { cell, startsOn, text });
  }
  return Object.fromEntries(all);
}

/** Reads everything that is typed. */
export function readCells(typed: TypedCells, prices: Prices): ReadCells {
  const edits: PriceEdit[] = [];
  const problems: Record<string, string> = {};
  for (const [key, { cell, startsOn, text }] of Object.entries(typed)) {
    const price = priceOrProblem(text, cell.currency);
    if (typeof price === 'object') problems[key] = price.problem;
    else if (price !== ownPrice(prices, cell, startsOn))
      edits.push(prices.editTo(cell, startsOn, price));
  }
  return { edits, problems };
}

/** What a text says, or a sentence about why it cannot be read. */
export function priceOrProblem(
  text: string,
  currency: string,
): CellPrice | { readonly problem: string } {
  try {
    return readCellPrice(text, currency);
  } catch (error) {
    if (isDomainError(error)) return { problem: error.message };
    throw error;
  }
}

/** What a cell says on a day by itself; `same` where it says nothing. */
function ownPrice(prices: Prices, cell: PriceCellData, day: string): CellPrice {
  return prices.on(day).own(cell) ?? 'same';
}

/** A cell as the grid shows it. */
export interface ShownCell {
  /** What the cell's field has when it is edited. */
  readonly text: string;
  /** `empty` is a cell for all formats where the formats have prices of their own. */
  readonly look: 'amount' | 'not-sold' | 'same' | 'missing' | 'empty' | 'invalid';
  /** The price that it has from a more general cell, as it is typed there. */
  readonly inherited: string | null;
  readonly isChanged: boolean;
  readonly problem: string | null;
}

interface Shown extends Pick<ReadCells, 'problems'> {
  readonly prices: Prices;
  readonly typed: TypedCells;
  readonly hasFormats: boolean;
}

/**
 * A cell on a day.
 *
 * @param prices with what was typed and can be read
 * @param hasFormats whether there are columns of single formats
 */
export function shownCell(
  cell: PriceCellData,
  day: string,
  { prices, typed, problems, hasFormats }: Shown,
): ShownCell {
  const key = entryKey({ ...cell, startsOn: day });
  const problem = problems[key] ?? null;
  const state = prices.on(day);
  const [own, general] = [state.own(cell), state.general(cell)];
  const isChanged = typed[key] !== undefined;
  const inherited = general === null ? null : typedCellPrice(general, cell.currency);
  if (problem !== null)
    return { text: typed[key]?.text ?? '', look: 'invalid', inherited, isChanged, problem };
  const none = cell.format === null && hasFormats ? 'empty' : 'missing';
  const look =
    own === 'not-sold' ? own : own !== null ? 'amount' : general === null ? none : 'same';
  const text = typedCellPrice(own ?? 'same', cell.currency);
  return { text, look, inherited, isChanged, problem };
}

/** The rows of a view: its tiers by name, with those that were added. */
export function tiersOf(
  prices: Prices,
  typed: TypedCells,
  added: Added,
  view: GridView,
): readonly string[] {
  const cells = [...prices.entries, ...Object.values(typed).map(({ cell }) => cell)];
  const names = new Map<string, string>();
  const tiers = cells.filter((cell) => isIn(cell, view)).map(({ tier }) => tier);
  for (const tier of [...tiers, ...added.tiers])
    if (!names.has(fold(tier))) names.set(fold(tier), tier);
  return [...names.values()].sort((a, b) => compareTiers(a, b));
}

/** By name, numbers by their value: Tier 2 before Tier 10. */
function compareTiers(a: string, b: string): number {
  const padded = (name: string) => fold(name).replace(/\d+/g, (digits) => digits.padStart(9, '0'));
  return compareNames(padded(a), padded(b));
}

function isIn(cell: PriceColumn, { rightsType, kind }: GridView): boolean {
  return cell.rightsType === rightsType && cell.kind === kind;
}

/** The columns of a view: every format that it has with every territory and currency that it has, general ones first. */
export function columnsOf(
  prices: Prices,
  typed: TypedCells,
  added: Added,
  view: GridView,
): readonly PriceColumn[] {
  const cells: PriceColumn[] = [
    ...prices.entries,
    ...Object.values(typed).map(({ cell }) => cell),
    ...added.columns,
  ].filter((cell) => isIn(cell, view));
  const formats = [null, ...FORMATS].filter((one) => cells.some(({ format }) => format === one));
  const places = new Map(
    cells.map(({ territory, currency }) => [
      placeKey({ territory, currency }),
      { territory, currency },
    ]),
  );
  const ordered = [...places.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, place]) => place);
  return formats.flatMap((format) => ordered.map((place) => ({ ...view, format, ...place })));
}

/** Orders places: all in a currency first, by currency, then territories by code. */
function placeKey({ territory, currency }: Pick<PriceColumn, 'territory' | 'currency'>): string {
  return `${territory ?? ''} ${currency}`;
}

/** The combinations of rights type and kind of price that a table has, by how often. */
export function viewsOf(prices: Prices): readonly GridView[] {
  const views = new Map<string, { readonly view: GridView; count: number }>();
  for (const { rightsType, kind } of prices.entries) {
    const known = views.get(`${rightsType} ${kind}`) ?? { view: { rightsType, kind }, count: 0 };
    known.count += 1;
    views.set(`${rightsType} ${kind}`, known);
  }
  return [...views.values()].sort((a, b) => b.count - a.count).map(({ view }) => view);
}

/** The days on which the table changes, with what was typed and a day that was added. */
export function daysOf(prices: Prices, typed: TypedCells, added: string | null): readonly string[] {
  const days = [
    ...prices.days,
    ...Object.values(typed).map(({ startsOn }) => startsOn),
    ...(added === null ? [] : [added]),
  ];
  return [...new Set<string>(days)].sort();
}

/** The day whose state is valid today: the last one until then, else the first. */
export function currentDay(days: readonly string[], today: string): string {
  return days.findLast((day) => day <= today) ?? days[0] ?? today;
}

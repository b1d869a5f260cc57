import type { CellPrice } from '../../src/domain/price-table/price-cell';
import type { Prices } from '../../src/domain/price-table/prices';
import type { GridView, PriceColumn, TypedCell } from './price-grid';
import { isDomainError } from '../../src/domain/errors';
import { fold, isSameName } from '../../src/domain/names/folding';
import { MAX_EDITS } from '../../src/domain/price-table/price-table-errors';
import { FORMATS } from '../../src/domain/values/format';
import { CURRENCIES } from '../../src/domain/values/money';
import { priceTier } from '../../src/domain/values/price-tier';
import { ALL_TERRITORIES } from '../../src/domain/values/territory';
import { currencyOf } from '../../src/domain/values/territory-currency';
import { priceOrProblem } from './price-grid';

/** A pasted cell, and what it would do. */
export type PastedCell =
  | (TypedCell & { readonly fate: 'new' | 'changed' | 'same' })
  | {
      readonly fate: 'unreadable';
      readonly text: string;
      readonly where: string;
      readonly why: string;
    };

/** A block of cells as it was pasted, against the grid. */
export interface PastedBlock {
  readonly cells: readonly PastedCell[];
  /** Why nothing of it can be taken. */
  readonly refusal: string | null;
}

/** Where a block lands. */
export interface PasteTarget {
  readonly prices: Prices;
  readonly view: GridView;
  readonly day: string;
  readonly tiers: readonly string[];
  readonly columns: readonly PriceColumn[];
  /** The marked cell. */
  readonly row: number;
  readonly column: number;
}

/**
 * Reads a block from a spreadsheet: tab-separated lines. A heading row names columns, `UHD CA` or `SD USD`, a first column
 * tiers; without them the block lands at the marked cell. Empty cells say nothing; `same` empties a cell.
 */
export function pastedBlock(text: string, target: PasteTarget): PastedBlock {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  const count = lines.reduce((sum, line) => sum + line.length, 0);
  if (count > MAX_EDITS) {
    const [given, most] = [count, MAX_EDITS].map((number) => number.toLocaleString('en-US'));
    return { cells: [], refusal: `${given} cells are too many at once. Paste at most ${most}.` };
  }
  const hasTiers = lines.some(([first = '', ...rest]) => rest.length > 0 && isName(first));
  const start = hasTiers ? 1 : 0;
  const [head = []] = lines;
  const names = head.slice(start).map((name) => columnNamed(name, target));
  const hasHead = names.some((one) => one !== null && typeof one !== 'string');
  const columns = hasHead ? names : target.columns.slice(target.column);
  const rows = hasHead ? lines.slice(1) : lines;
  const cells = rows.flatMap((line, index) => {
    const [first = ''] = line;
    const tier = hasTiers ? tierNamed(first, target.tiers) : target.tiers[target.row + index];
    return line.slice(start).flatMap((cell, place): PastedCell[] => {
      const where = `Row ${index + 1 + (hasHead ? 1 : 0)}, column ${place + 1 + start}`;
      return pastedCell(cell, tier, columns[place] ?? null, where, target);
    });
  });
  if (!cells.some(({ fate }) => fate !== 'unreadable'))
    return {
      cells,
      refusal: cells.length === 0 ? 'The block is empty.' : 'No cell of the block is a price.',
    };
  return { cells, refusal: null };
}

/** How many cells of a block have each fate. */
export function countsOf({ cells }: PastedBlock): Readonly<Record<PastedCell['fate'], number>> {
  const counts = { new: 0, changed: 0, same: 0, unreadable: 0 };
  for (const { fate } of cells) counts[fate] += 1;
  return counts;
}

function pastedCell(
  text: string,
  tier: string | { readonly problem: string } | undefined,
  column: PriceColumn | string | null,
  where: string,
  { prices, day }: PasteTarget,
): PastedCell[] {
  if (text === '') return [];
  const unreadable = (why: string): PastedCell[] => [{ fate: 'unreadable', text, where, why }];
  if (tier === undefined) return unreadable('The table has no row here. Paste the tiers, too.');
  if (typeof tier === 'object') return unreadable(tier.problem);
  if (column === null) return unreadable('The table has no column here. Paste a heading row, too.');
  if (typeof column === 'string') return unreadable(column);
  const price = priceOrProblem(text, column.currency);
  if (typeof price === 'object') return unreadable(price.problem);
  const cell = { ...column, tier };
  const now: CellPrice = prices.on(day).own(cell) ?? 'same';
  const fate = now === price ? 'same' : now === 'same' ? 'new' : 'changed';
  return [{ fate, cell, startsOn: day, text }];
}

function tierNamed(
  name: string,
  tiers: readonly string[],
): string | { readonly problem: string } | undefined {
  if (name === '') return undefined;
  try {
    return tiers.find((tier) => isSameName(tier, name)) ?? priceTier(name);
  } catch (error) {
    if (isDomainError(error)) return { problem: error.message };
    throw error;
  }
}

/** Whether a text is the name of a tier and no price. */
function isName(text: string): boolean {
  return text !== '' && typeof priceOrProblem(text, 'USD') === 'object' && /\p{L}/u.test(text);
}

const ALL = ['all', 'all formats', 'all territories', '*'];

/** The column that a heading names; a sentence where it cannot be read; `null` for a price, or nothing. */
function columnNamed(heading: string, { view, columns }: PasteTarget): PriceColumn | string | null {
  if (heading === '' || typeof priceOrProblem(heading, 'USD') !== 'object') return null;
  const words = heading
    .split(/[\s,;/·:]+/)
    .filter((word) => word !== '' && !ALL.includes(fold(word)));
  const found = { format: null, territory: null, currency: null } as Record<
    'format' | 'territory' | 'currency',
    string | null
  >;
  for (const word of words) {
    const code = word.toUpperCase();
    const isOf = (codes: readonly string[]) => codes.includes(code);
    if (isOf(FORMATS)) found.format = code;
    else if (isOf(CURRENCIES)) found.currency = code;
    else if (isOf(ALL_TERRITORIES)) found.territory = code;
    else return `“${heading}” names no column: “${word}” is no format, currency or territory.`;
  }
  const { format, territory } = found;
  const known = columns.find((column) => column.territory === territory)?.currency ?? null;
  const currency = found.currency ?? known ?? (territory === null ? null : currencyOf(territory));
  return currency === null
    ? `“${heading}” names no currency. Write it like ${format ?? 'HD'} USD.`
    : { ...view, format, territory, currency };
}

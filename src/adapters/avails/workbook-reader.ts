import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import * as spreadsheets from '@e965/xlsx';
import type { RawSheet } from '../../domain/avails/reading/raw-sheet';
import type { Parts } from './archive';
import type { PlainCells } from './plain-cells';
import { restored } from '../../domain/avails/cell-text';
import { UnreadableWorkbook } from '../../domain/avails/unreadable-workbook';
import { textOf } from './cell-reading';
import { takePlainCells } from './plain-cells';
import { RowCollector } from './row-collector';
import { partsInOrder, sheetParts } from './sheet-parts';

/** Part of the library that its types leave out: reads a workbook from an archive that is unpacked already. */
const { parse_zip: parseUnpacked, CFB: containers } = spreadsheets as unknown as {
  parse_zip: (container: object, options: ParsingOptions) => WorkBook & SharedTexts;
  CFB: {
    utils: { cfb_new(): object; cfb_add(container: object, name: string, part: Buffer): void };
  };
};

interface SharedTexts {
  readonly Strings?: readonly { readonly t?: string }[];
}

const VALUES_ONLY: ParsingOptions = {
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
};

/**
 * Reads the cells of a workbook as text. Formulas are not evaluated: what was saved with them is taken.
 *
 * @throws UnreadableWorkbook when it is damaged
 */
export function readWorkbook(parts: Parts): RawSheet[] {
  const found = sheetParts(parts);
  const plain = plainCells(parts, [...found.byId.values()]);
  const workbook = parse(new Map([...parts, ...[...plain].map(restOf)]));
  const inOrder = partsInOrder(found, workbook);
  const isClaimed = [...plain.keys()].every((name) => inOrder.includes(name));
  return isClaimed
    ? sheetsOf(workbook, (place) => plain.get(inOrder[place] ?? ''))
    : sheetsOf(parse(parts), () => undefined);
}

function sheetsOf(
  workbook: WorkBook & SharedTexts,
  plainCellsOf: (place: number) => PlainCells | undefined,
): RawSheet[] {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const texts = (workbook.Strings ?? []).map(({ t }) => restored(t ?? ''));
  return workbook.SheetNames.map((name, place) => {
    const rows = new RowCollector();
    collectPlain(rows, plainCellsOf(place), texts);
    collectOthers(rows, workbook.Sheets[name], date1904);
    const isHidden = (workbook.Workbook?.Sheets?.[place]?.Hidden ?? 0) !== 0;
    return { name, isHidden, rows: rows.rows() };
  });
}

/** The plain cells of some parts, as far as they have any. */
function plainCells(parts: Parts, names: readonly string[]): ReadonlyMap<string, PlainCells> {
  return new Map(
    names
      .map((name) => [name, takePlainCells(parts.get(name) ?? Buffer.alloc(0))] as const)
      .filter(([, { cells }]) => cells.length > 0),
  );
}

function restOf([name, { rest }]: readonly [string, PlainCells]): readonly [string, Buffer] {
  return [name, rest];
}

function parse(parts: Parts): WorkBook & SharedTexts {
  const container = containers.utils.cfb_new();
  for (const [name, part] of parts) containers.utils.cfb_add(container, `/${name}`, part);
  try {
    return parseUnpacked(container, { ...VALUES_ONLY, cellFormula: hasFormulas(parts) });
  } catch (cause) {
    throw damaged(cause);
  }
}

/** How the element of a formula begins, with and without a namespace. */
const FORMULA_STARTS = ['<f>', '<f ', '<f/', ':f>', ':f ', ':f/'];

/** Reading formulas takes the library a third of its time, so it is told to only where there may be some. */
function hasFormulas(parts: Parts): boolean {
  return [...parts].some(
    ([name, part]) => /sheet/i.test(name) && FORMULA_STARTS.some((start) => part.includes(start)),
  );
}

/** The last row and column that a spreadsheet program knows. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const NUMBERS_PER_CELL = 3;

function collectPlain(
  rows: RowCollector,
  plain: PlainCells | undefined,
  texts: readonly string[],
): void {
  const cells = plain?.cells ?? [];
  for (let place = 0; place < cells.length; place += NUMBERS_PER_CELL) {
    const [row = 0, column = 0, number = -1] = [cells[place], cells[place + 1], cells[place + 2]];
    const text = texts[number];
    if (text === undefined || row > MOST_ROWS || column >= MOST_COLUMNS) throw damaged(undefined);
    if (text.trim() !== '') rows.add(row, column, text, false);
  }
}

/** Collects what the library has read. */
function collectOthers(rows: RowCollector, sheet: WorkSheet | undefined, date1904: boolean): void {
  // The library leaves a sheet out when it cannot read it.
  if (sheet === undefined) throw damaged(undefined);
  const data = (sheet['!data'] ?? []) as ((CellObject | undefined)[] | undefined)[];
  for (const row of filledPlaces(data, MOST_ROWS)) {
    const cells = data[row] ?? [];
    for (const column of filledPlaces(cells, MOST_COLUMNS)) {
      const cell = cells[column];
      const text = cell === undefined ? '' : textOf(cell, date1904);
      if (cell === undefined || text.trim() === '') continue;
      rows.add(row + 1, column, text, cell.f !== undefined || cell.F !== undefined);
    }
  }
}

/** Places of what is in a list; a row or a column that no spreadsheet has is a damage. */
function filledPlaces(list: readonly unknown[], most: number): number[] {
  const places = Object.keys(list).map(Number);
  const isPlace = (place: number) => Number.isInteger(place) && place >= 0 && place < most;
  if (!places.every(isPlace)) throw damaged(undefined);
  return places;
}

function damaged(cause: unknown): UnreadableWorkbook {
  const error = new UnreadableWorkbook(
    'This workbook is damaged. Open it in a spreadsheet program and save it again as an Excel workbook (.xlsx).',
  );
  error.cause = cause;
  return error;
}

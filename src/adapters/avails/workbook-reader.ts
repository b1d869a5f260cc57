import type { CellObject, ParsingOptions, WorkBook, WorkSheet } from '@e965/xlsx';
import { CFB, parse_zip, read } from '@e965/xlsx';
import type { CellNote, CellRange, RawRow, RawSheet } from '../../domain/avails/reading/raw-sheet';
import type { Parts } from './archive';
import { restored } from '../../domain/avails/cell-text';
import { NO_NOTES } from '../../domain/avails/reading/raw-sheet';
import { UnreadableWorkbook } from '../../domain/avails/unreadable-workbook';
import { hasMarkup } from './archive';
import { withKnownFormats } from './built-in-formats';
import { noteOf, textOf } from './cell-reading';

/** The part of the library's archives that is used here; its types say `any`. */
interface Archives {
  readonly utils: {
    cfb_new(): object;
    cfb_add(container: object, name: string, part: Buffer): void;
  };
}

const archives = CFB as Archives;

/** The maximum rows and columns of spreadsheet programs. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

const VALUES_ONLY: ParsingOptions = {
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
};

/**
 * Reads the cells of a workbook as text. Does not evaluate formulas, but uses their saved values.
 *
 * @throws UnreadableWorkbook when it is damaged
 */
export function readWorkbook(parts: Parts): RawSheet[] {
  const workbook = parse(parts);
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return workbook.SheetNames.map((name, place) => ({
    name,
    isHidden: (workbook.Workbook?.Sheets?.[place]?.Hidden ?? 0) !== 0,
    rows: rowsOf(workbook.Sheets[name], date1904),
    merges: mergesOf(workbook.Sheets[name]),
  }));
}

/**
 * Reads a CSV file, whatever its delimiter, as one sheet.
 *
 * @throws UnreadableWorkbook when it is not in UTF-8
 */
export function readCsv(bytes: Uint8Array): RawSheet[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const error = new UnreadableWorkbook(
      'This file is not in UTF-8. Save it as CSV UTF-8, or as .xlsx.',
    );
    error.cause = cause;
    throw error;
  }
  const workbook = read(text, { type: 'string', raw: true, dense: true });
  return workbook.SheetNames.map((name) => ({
    ...{ name, isHidden: false, merges: [] },
    rows: rowsOf(workbook.Sheets[name], false).map((row) => ({
      ...row,
      texts: row.texts.map(restored),
    })),
  }));
}

function parse(parts: Parts): WorkBook {
  const container = archives.utils.cfb_new();
  for (const [name, part] of parts)
    archives.utils.cfb_add(container, `/${name}`, withKnownFormats(name, part));
  const cellFormula = hasFormulas(parts);
  // Without stubs the library omits a formula that has no saved value, like a blank cell.
  const options = { ...VALUES_ONLY, cellFormula, sheetStubs: cellFormula };
  try {
    return parse_zip(container, options);
  } catch (cause) {
    throw damaged(cause);
  }
}

/** The opening tag of a formula, with and without a namespace, and the characters that may follow. */
const FORMULA = { openings: '<:', rests: ['f>', 'f ', 'f/'] };

/** Whether the workbook may have formulas. Reading them takes a third of the library's time, so it is skipped otherwise. */
function hasFormulas(parts: Parts): boolean {
  return [...parts].some(
    ([name, part]) =>
      /sheet/i.test(name) && FORMULA.rests.some((rest) => hasMarkup(part, FORMULA.openings, rest)),
  );
}

function rowsOf(sheet: WorkSheet | undefined, date1904: boolean): RawRow[] {
  // The library omits a sheet that it cannot read.
  if (sheet === undefined) throw damaged(undefined);
  const data = (sheet['!data'] ?? []) as (CellObject[] | undefined)[];
  const rows: RawRow[] = [];
  for (const place of filledPlaces(data, MAX_ROWS)) {
    const row = rowOf(data[place] ?? [], place + 1, date1904);
    if (row.columns.length > 0) rows.push(row);
  }
  return rows;
}

function rowOf(cells: readonly (CellObject | undefined)[], number: number, date1904: boolean) {
  const [columns, texts]: [number[], string[]] = [[], []];
  let notes: Map<number, CellNote> | null = null;
  for (const column of placesIn(cells, MAX_COLUMNS)) {
    const cell = cells[column];
    if (cell === undefined) continue;
    const text = textOf(cell, date1904);
    const note = noteOf(cell, text);
    if (text.trim() === '' && (note === null || note.kind === 'formula')) continue;
    columns.push(column);
    texts.push(text);
    if (note !== null) (notes ??= new Map()).set(column, note);
  }
  return { number, columns, texts, notes: notes ?? NO_NOTES };
}

function mergesOf(sheet: WorkSheet | undefined): CellRange[] {
  return (sheet?.['!merges'] ?? []).map(({ s: first, e: last }) => ({
    firstRow: first.r + 1,
    lastRow: last.r + 1,
    firstColumn: first.c,
    lastColumn: last.c,
  }));
}

/** Longer lists are walked by their keys, because a single distant cell creates a million holes. */
const SHORT = 1_000;

function placesIn(list: readonly unknown[], most: number): Iterable<number> {
  return list.length <= SHORT ? list.keys() : filledPlaces(list, most);
}

/** The filled indexes of a list. A row or column beyond the limits of spreadsheets means a damaged file. */
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

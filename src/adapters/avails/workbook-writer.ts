import { deflateRawSync, InflateRaw } from 'node:zlib';
import { CFB, utils, write } from '@e965/xlsx';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import type { AvailRow } from '../../domain/avails/avail-row';
import type { ColumnKey, TemplateColumn } from '../../domain/avails/vocabulary/columns';
import type { SheetRow } from '../../domain/avails/sheet-row';
import { EXPORT_COLUMNS, exportColumns } from '../../domain/avails/avail-row';
import { needsQuotePrefix } from '../../domain/avails/cell-text';
import { COLUMNS, REASON_COLUMN, TEMPLATES } from '../../domain/avails/vocabulary/columns';

/** A row of a file with the reasons for its rejection. */
export type RejectedRow = SheetRow & { readonly reasons: readonly string[] };

/** A column with its three header cells. */
interface SheetColumn {
  readonly key: string;
  readonly mark: string;
}

const HEADER_ROWS = 3;
const VERSION = '1.9';
/** The maximum length of a text in a cell. */
const MAX_TEXT_LENGTH = 32_767;
const MAX_SHEET_NAME_LENGTH = 31;

/**
 * Avails rows as a workbook of release 1.9: one sheet, because the reference tool reads only the first, with every column
 * of the templates, because it drops rows of sheets that lack some. All cells are text.
 */
export function availsWorkbook(
  rows: readonly AvailRow[],
  withoutColumns: readonly ColumnKey[] = [],
): Uint8Array {
  const columns = exportColumns(rows, withoutColumns).map(markedColumn);
  return workbook(new Map([['AllAvails', sheetOf(columns, rows)]]));
}

/**
 * Rejected rows as a workbook to fix and upload again: the original sheets, with the reasons in a first column that imports
 * ignore.
 */
export function rejectedWorkbook(rows: readonly RejectedRow[]): Uint8Array {
  const sheets = new Map<string, WorkSheet>();
  for (const [name, rejected] of bySheet(rows))
    sheets.set(
      freeSheetName(name, sheets),
      sheetOf(
        columnsOf(rejected),
        rejected.map(({ cells, reasons }) => ({ ...cells, [REASON_COLUMN]: reasons.join(' ') })),
      ),
    );
  return workbook(sheets.size > 0 ? sheets : new Map([['Rejected', sheetOf(columnsOf([]), [])]]));
}

function bySheet(rows: readonly RejectedRow[]): Map<string, RejectedRow[]> {
  const sheets = new Map<string, RejectedRow[]>();
  for (const row of rows) {
    const those = sheets.get(row.sheet);
    if (those === undefined) sheets.set(row.sheet, [row]);
    else those.push(row);
  }
  return sheets;
}

/**
 * The template columns, even if blank, so that missing values can be filled in, followed by all other columns of the rows.
 */
function columnsOf(rows: readonly RejectedRow[]): SheetColumn[] {
  const present = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
  const template = templateFor(present).map(markedColumn);
  const inTemplate = new Set(template.map(({ key }) => key));
  const others = [...COLUMNS, ...present].filter((key) => present.has(key) && !inTemplate.has(key));
  return [
    { key: REASON_COLUMN, mark: '' },
    ...template,
    ...[...new Set(others)].map((key) => ({ key, mark: '//Opt' })),
  ];
}

/** The smallest template with all title columns in use. */
function templateFor(present: ReadonlySet<string>): readonly TemplateColumn[] {
  const hasMovies = present.has('AvailAsset/ContentID');
  const hasEpisodes = present.has('AvailAsset/SeriesContentID');
  if (hasMovies === hasEpisodes) return EXPORT_COLUMNS;
  return hasMovies ? TEMPLATES.movies : TEMPLATES.tv;
}

function markedColumn({ key, required }: TemplateColumn): SheetColumn {
  return { key, mark: required ? '//REQ' : '//Opt' };
}

function sheetOf(
  columns: readonly SheetColumn[],
  rows: readonly Readonly<Partial<Record<string, string>>>[],
): WorkSheet {
  const known = new Map<string, CellObject>();
  const textCell = (text: string | undefined): CellObject | null => {
    if (text === undefined || text === '') return null;
    const z = needsQuotePrefix(text) ? QUOTED : '@';
    const cell = known.get(text) ?? { t: 's', v: cellText(text), z };
    known.set(text, cell);
    return cell;
  };
  const header = [
    columns.map(({ key }) => groupOf(key)),
    columns.map(({ key }) => nameOf(key)),
    columns.map(({ mark }, place) => (place === 0 ? VERSION : mark)),
  ];
  const sheet = utils.aoa_to_sheet(
    [
      ...header.map((row) => row.map(textCell)),
      ...rows.map((row) => columns.map(({ key }) => textCell(row[key]))),
    ],
    { dense: true },
  );
  sheet['!cols'] = columns.map(({ key }) => ({ wch: widthOf(key) }));
  return sheet;
}

/** The escape of a character that XML would change. In a text that contains such a code, its `_` is escaped. */
const CHARACTER_CODE = /_(?=x[0-9a-f]{4}_)/gi;

/** Converts a text to the form of a cell, with the line ends of spreadsheet programs. */
export function cellText(text: string): string {
  return text.replace(/\r\n?/g, '\n').slice(0, MAX_TEXT_LENGTH).replace(CHARACTER_CODE, '_x005F_');
}

function groupOf(key: string): string {
  return key.includes('/') ? key.slice(0, key.indexOf('/')) : '';
}

function nameOf(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}

/** In characters: wide enough for the header; long texts are cut off. */
function widthOf(key: string): number {
  if (key === REASON_COLUMN) return 60;
  return Math.max(nameOf(key).length + 2, /Title|ALID|ContentID|AvailID/.test(key) ? 28 : 12);
}

/** A valid sheet name that no other sheet of the workbook has. */
function freeSheetName(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  const names = new Set([...taken.keys()].map((name) => name.toLowerCase()));
  const clean = wanted
    .replace(/[:\\/?*[\]]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  const name = clean === '' || clean.toLowerCase() === 'history' ? 'Avails' : clean;
  for (let turn = 1; ; turn += 1) {
    const suffix = turn === 1 ? '' : ` ${turn}`;
    const free = name.slice(0, MAX_SHEET_NAME_LENGTH - suffix.length) + suffix;
    if (!names.has(free.toLowerCase())) return free;
  }
}

function workbook(sheets: ReadonlyMap<string, WorkSheet>): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of sheets) utils.book_append_sheet(book, sheet, name);
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer;
  return completed(bytes, sheets.size);
}

/** The part of the library's zip archives that is used here; the library declares no types for them. */
interface Archives {
  read(bytes: Uint8Array, options: { type: 'buffer' }): unknown;
  find(archive: unknown, path: string): { content: Buffer } | null;
  write(archive: unknown, options: { fileType: 'zip'; type: 'buffer'; compression: true }): Buffer;
  readonly utils: { use_zlib(zlib: unknown): void };
}

const archives = CFB as Archives;

/** Adds a count under the former Node name, which the library uses. */
class CountedInflateRaw extends InflateRaw {
  override get bytesRead(): number {
    return this.bytesWritten;
  }
}

// The library's own compression makes files three times as large as zlib, too large to be imported again.
archives.utils.use_zlib({ InflateRaw: CountedInflateRaw, deflateRawSync });

const SHEET_VIEW = '<sheetView workbookViewId="0"/>';
const FROZEN_VIEW =
  '<sheetView workbookViewId="0">' +
  `<pane ySplit="${HEADER_ROWS}" topLeftCell="A${HEADER_ROWS + 1}" activePane="bottomLeft" state="frozen"/>` +
  '</sheetView>';

/**
 * Completes the workbook with features the library lacks: frozen header rows, and texts that begin like a formula marked as
 * text (`quotePrefix`: ECMA-376-1, 18.8.45), so that they do not change when the file is edited.
 */
function completed(bytes: Uint8Array, sheets: number): Uint8Array {
  const archive = archives.read(bytes, { type: 'buffer' });
  for (let number = 1; number <= sheets; number += 1)
    replaceIn(archive, `/xl/worksheets/sheet${number}.xml`, withFrozenHeaders);
  replaceIn(archive, '/xl/styles.xml', withQuotePrefix);
  return archives.write(archive, { fileType: 'zip', type: 'buffer', compression: true });
}

function replaceIn(archive: unknown, path: string, change: (part: Buffer) => Buffer): void {
  const part = archives.find(archive, path);
  if (part === null) throw new Error(`The workbook has no ${path}.`);
  part.content = change(part.content);
}

function withFrozenHeaders(sheet: Buffer): Buffer {
  const view = sheet.indexOf(SHEET_VIEW);
  if (view < 0) throw new Error('A sheet has no view to freeze.');
  return Buffer.concat([
    sheet.subarray(0, view),
    Buffer.from(FROZEN_VIEW),
    sheet.subarray(view + SHEET_VIEW.length),
  ]);
}

/** Placeholder format for text with `quotePrefix`, because the library distinguishes styles only by format. */
const QUOTED = '@;@';
/** The built-in format for text, `@`. */
const TEXT_FORMAT = 49;

/** Styles without custom formats, because text uses a built-in one. */
function withQuotePrefix(styles: Buffer): Buffer {
  const text = styles.toString();
  const [, quoted = ''] = /numFmtId="(\d+)" formatCode="@;@"/.exec(text) ?? [];
  return Buffer.from(
    text
      .replace(/<numFmts[^>]*>.*<\/numFmts>/s, '')
      .replace(`<xf numFmtId="${quoted}"`, `<xf quotePrefix="1" numFmtId="${TEXT_FORMAT}"`),
  );
}

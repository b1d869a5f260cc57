import type { CellObject } from '@e965/xlsx';
import { utils, write } from '@e965/xlsx';
import { stringify } from 'csv-stringify/sync';
import { neutralized } from '../../domain/avails/cell-text';
import { UnreadableWorkbook } from '../../domain/avails/unreadable-workbook';
import { unpack } from './archive';
import { readCsv, readWorkbook } from './workbook-reader';
import { cellText } from './workbook-writer';

const MEGABYTE = 1024 * 1024;
/**
 * Price tables are small, so a file is read where it arrives, in less than a second: the largest table takes a tenth of this.
 */
const MAX_UNPACKED = 10 * MEGABYTE;
const MAX_CSV = 2 * MEGABYTE;
/** So many rows and columns are read. */
const [MAX_ROWS, MAX_COLUMNS] = [50_000, 500];

/** Makes spreadsheet programs read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Rows of text as a file. */
export function priceFile(
  format: 'csv' | 'xlsx',
  rows: readonly (readonly string[])[],
): Uint8Array {
  return format === 'csv' ? csvFile(rows) : workbookFile('Prices', rows);
}

/** Rows of text as CSV. */
function csvFile(rows: readonly (readonly string[])[]): Uint8Array {
  const text = stringify(
    rows.map((row) => row.map(neutralized)),
    { record_delimiter: 'windows' },
  );
  return Buffer.from(BYTE_ORDER_MARK + text);
}

/** Rows of text as the sheet of a workbook: amounts in the last column are numbers, everything else is text. */
function workbookFile(name: string, rows: readonly (readonly string[])[]): Uint8Array {
  const sheet = utils.aoa_to_sheet(
    rows.map((row) => [...row.slice(0, -1).map(textCell), ...row.slice(-1).map(amountCell)]),
    { dense: true },
  );
  sheet['!cols'] = (rows[0] ?? []).map((head) => ({ wch: Math.max(12, head.length + 2) }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, name);
  return write(book, {
    type: 'buffer',
    bookType: 'xlsx',
    bookSST: true,
    compression: true,
  }) as Buffer;
}

function textCell(text: string): CellObject | null {
  return text === '' ? null : { t: 's', v: cellText(text), z: '@' };
}

/** A number with the digits that it is written with; text where it is no amount. */
function amountCell(text: string): CellObject | null {
  const [, digits = ''] = /^\d+(?:\.(\d+))?$/.exec(text) ?? [];
  if (!/^\d+(?:\.\d+)?$/.test(text)) return textCell(text);
  return { t: 'n', v: Number(text), z: digits === '' ? '0' : `0.${'0'.repeat(digits.length)}` };
}

/**
 * Reads the first sheet of a workbook that is not hidden, or a CSV file in UTF-8, as rows of text.
 *
 * @throws UnreadableWorkbook when it is neither, or is too large
 */
export async function readRows(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip && bytes.length > MAX_CSV)
    throw new UnreadableWorkbook('This file is larger than 2 MB. Split it into several.');
  const sheets = isZip ? readWorkbook(await unpack(bytes, MAX_UNPACKED)) : readCsv(bytes);
  const rows: string[][] = [];
  for (const { number, columns, texts } of sheets.find(({ isHidden }) => !isHidden)?.rows ?? []) {
    if (number > MAX_ROWS)
      throw new UnreadableWorkbook('This file has more than 50,000 rows. Split it into several.');
    while (rows.length < number - 1) rows.push([]);
    const row: string[] = [];
    columns.forEach((column, index) => {
      if (column < MAX_COLUMNS) row[column] = texts[index] ?? '';
    });
    rows.push(Array.from(row, (text: string | undefined) => text ?? ''));
  }
  return rows;
}

import type { CellObject } from '@e965/xlsx';
import { read } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawRow } from '../../../../src/domain/avails/reading/raw-sheet';
import { unpack } from '../../../../src/adapters/avails/archive';
import { textOf } from '../../../../src/adapters/avails/cell-reading';
import { takePlainCells } from '../../../../src/adapters/avails/plain-cells';
import { readWorkbook } from '../../../../src/adapters/avails/workbook-reader';
import { runs } from '../../../builders/effort';
import { letters, textCellXml, workbookParts, zipOf } from './workbook-files';

const SHARED = ['Quiet Harbor', '', ' a ', "'=1", '東京 & Grüße', '02485'];

/** A workbook that has shared texts, with something done to its other parts. */
function workbookOf(rows: string, others: Record<string, string> = {}): Buffer {
  const parts = workbookParts(rows, { formats: ['yyyy-mm-dd'] });
  const items = SHARED.map(
    (text) => `<si><t xml:space="preserve">${text.replaceAll('&', '&amp;')}</t></si>`,
  );
  return zipOf({
    ...parts,
    'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${items.join('')}</sst>`,
    '[Content_Types].xml': (parts['[Content_Types].xml'] ?? '').replace(
      '</Types>',
      '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    ),
    ...others,
  });
}

async function rowsOf(workbook: Buffer): Promise<readonly RawRow[]> {
  const [sheet] = readWorkbook(await unpack(workbook));
  return sheet?.rows ?? [];
}

/** The same by the library alone, from the archive. */
function rowsByLibrary(workbook: Buffer): RawRow[] {
  const { Sheets, SheetNames } = read(workbook, { dense: true, cellNF: true, cellText: false });
  const data = (Sheets[SheetNames[0] ?? '']?.['!data'] ?? []) as (CellObject | undefined)[][];
  return Object.keys(data)
    .map(Number)
    .map((place) => {
      const cells = Object.entries(data[place] ?? [])
        .map(([column, cell]) => ({
          column: Number(column),
          cell,
          text: cell ? textOf(cell, false) : '',
        }))
        .filter(({ text }) => text.trim() !== '');
      return {
        number: place + 1,
        columns: cells.map(({ column }) => column),
        texts: cells.map(({ text }) => text),
        formulas: cells.filter(({ cell }) => cell?.f !== undefined).map(({ column }) => column),
      };
    })
    .filter(({ columns }) => columns.length > 0);
}

/** One cell in any of the forms that spreadsheet programs and tools write. */
const cells = fc.constantFrom<(place: string) => string>(
  (place) => `<c r="${place}" t="s"><v>0</v></c>`,
  (place) => `<c r="${place}" s="1" t="s"><v>2</v></c>`,
  (place) => `<c r="${place}" t="s" s="0"><v>3</v></c>`,
  (place) => `<c r="${place}" t="s"><v>4</v></c>`,
  (place) => `<c r="${place}" t="s"><v>1</v></c>`,
  (place) => `<c r='${place}' t='s'><v>5</v></c>`,
  (place) => `<c s="1" r="${place}" t="s"><v>5</v></c>`,
  (place) => `<c r="${place}" t="s">\n  <v>5</v>\n</c>`,
  (place) => `<c r="${place}" s="1"/>`,
  (place) => `<c r="${place}"/>`,
  (place) => `<c r="${place}"></c>`,
  (place) => `<c r="${place}"><v>4.5</v></c>`,
  (place) => `<c r="${place}" s="1"><v>46447</v></c>`,
  (place) => `<c r="${place}" t="b"><v>1</v></c>`,
  (place) => `<c r="${place}"><f>1+1</f><v>2</v></c>`,
  (place) => `<c r="${place}" t="str"><f>A1</f><v>x</v></c>`,
  (place) => textCellXml(place, 'inline'),
);

const sheets = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 40 }), cells), {
    selector: ([row, column]) => `${row} ${column}`,
    maxLength: 40,
  })
  .map((list) => {
    const inOrder = list.toSorted(([a, x], [b, y]) => a - b || x - y);
    const numbers = [...new Set(inOrder.map(([row]) => row))];
    return numbers
      .map((number) => {
        const own = inOrder.filter(([row]) => row === number);
        const xml = own.map(([, column, cell]) => cell(`${letters(column)}${number}`));
        return `<row r="${number}">${xml.join('')}</row>`;
      })
      .join('');
  });

describe('plain cells', () => {
  it('are taken out, and nothing else is', () => {
    const other = '<c r="B1"><v>4.5</v></c><c r="D1" t="s"><f>A1</f><v>0</v></c>';
    const row = `<row r="1"><c r="A1" t="s"><v>7</v></c>${other}<c r="AB12" s="3" t="s"><v>0</v></c><c r="C9"/></row>`;
    const { rest, cells: taken } = takePlainCells(Buffer.from(row));
    expect(rest.toString()).toBe(`<row r="1">${other}</row>`);
    expect(taken).toEqual([1, 0, 7, 12, 27, 0]);
  });

  it('are left where another cell stands by their side alone', () => {
    const row = Buffer.from('<row r="1"><c r="A1" t="s"><v>7</v></c><c t="s"><v>0</v></c></row>');
    expect(takePlainCells(row)).toEqual({ rest: row, cells: [] });
  });

  it('leave texts in other letters as they were', () => {
    const part = Buffer.from(`<c r="A1" t="s"><v>7</v></c>${textCellXml('B1', '東京')}`);
    expect(takePlainCells(part).rest.toString()).toBe(textCellXml('B1', '東京'));
  });

  it('and the others say what the library alone reads', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, async (rows) => {
        const workbook = workbookOf(rows);
        expect(await rowsOf(workbook)).toEqual(rowsByLibrary(workbook));
      }),
      { numRuns: runs(300) },
    );
  });

  it('are put in order where the file does not', async () => {
    const plain = (place: string) => `<c r="${place}" t="s"><v>0</v></c>`;
    const workbook = workbookOf(
      `<row r="5">${plain('C5')}${plain('A5')}<c r="B5"><v>1</v></c></row><row r="2">${plain('A2')}</row>`,
    );
    expect(await rowsOf(workbook)).toEqual([
      { number: 2, columns: [0], texts: ['Quiet Harbor'], formulas: [] },
      { number: 5, columns: [0, 1, 2], texts: ['Quiet Harbor', '1', 'Quiet Harbor'], formulas: [] },
    ]);
  });

  it('are read in a workbook that names its sheets in another way', async () => {
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
    const workbook = workbookParts(rows)['xl/workbook.xml'] ?? '';
    const expected = [{ number: 1, columns: [0], texts: ['Quiet Harbor'], formulas: [] }];
    const unnamed = { 'xl/workbook.xml': workbook.replace(' r:id="rId1"', '') };
    expect(await rowsOf(workbookOf(rows, unnamed))).toEqual(expected);
    const misled = { 'a/workbook.xml': workbook, ...unnamed };
    expect(await rowsOf(workbookOf(rows, misled))).toEqual(expected);
  });
});

import { describe, expect, it } from 'vitest';
import type { WorkbookOptions } from './workbook-files';
import { unpack } from '../../../../src/adapters/avails/archive';
import { readWorkbook } from '../../../../src/adapters/avails/workbook-reader';
import { UnreadableWorkbook } from '../../../../src/domain/avails/unreadable-workbook';
import { refusalFrom } from '../../../builders/refusal';
import { textCellXml, workbookParts, zipOf } from './workbook-files';

async function sheetOf(rows: string, options?: WorkbookOptions) {
  const [sheet] = readWorkbook(await unpack(zipOf(workbookParts(rows, options))));
  if (sheet === undefined) throw new Error('There is no sheet.');
  return sheet;
}

/** The text of one cell, given its XML without the reference. */
async function textOf(cell: string, options?: WorkbookOptions): Promise<string> {
  const { rows } = await sheetOf(`<row r="1"><c r="A1" ${cell}</c></row>`, options);
  return rows[0]?.texts[0] ?? '';
}

describe('a cell', () => {
  it.each([
    ['text', 't="inlineStr"><is><t>Quiet Harbor</t></is>', 'Quiet Harbor'],
    [
      'text of several runs',
      't="inlineStr"><is><r><t>Quiet </t></r><r><t>Harbor</t></r></is>',
      'Quiet Harbor',
    ],
    ['digits that are text', 't="inlineStr"><is><t>02485</t></is>', '02485'],
    ['umlauts', 't="inlineStr"><is><t>Grüße &amp; 東京 𝄞</t></is>', 'Grüße & 東京 𝄞'],
    ['blanks around text', 't="inlineStr"><is><t xml:space="preserve"> a </t></is>', ' a '],
    ['text that begins with an apostrophe', `t="inlineStr"><is><t>'=1+1</t></is>`, "'=1+1"],
    [
      'text with phonetics',
      't="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウ</t></rPh></is>',
      '東京',
    ],
    ['text that begins like a formula', 't="inlineStr"><is><t>=1+1</t></is>', '=1+1'],
    ['a computed text', 't="str"><f>A2</f><v>Harbor</v>', 'Harbor'],
    ['truth', 't="b"><v>1</v>', 'TRUE'],
    ['untruth', 't="b"><v>0</v>', 'FALSE'],
    ['a whole number', '><v>720</v>', '720'],
    ['a large number', '><v>123456789012345</v>', '123456789012345'],
    ['a larger number', '><v>1E+21</v>', '1000000000000000000000'],
    ['a price', '><v>9.99</v>', '9.99'],
    ['a price that was computed', '><f>3*3.33</f><v>9.9900000000000002</v>', '9.99'],
    ['a sum that is not quite one', '><v>0.30000000000000004</v>', '0.3'],
    ['a tiny number', '><v>1E-7</v>', '0.0000001'],
    ['a negative number', '><v>-4.5</v>', '-4.5'],
    ['an error', 't="e"><v>#N/A</v>', '#N/A'],
    ['a division by zero', 't="e"><f>1/0</f><v>#DIV/0!</v>', '#DIV/0!'],
    ['an error that came after the standard', 't="e"><v>#SPILL!</v>', '#ERROR!'],
  ])('of %s is read as text', async (_what, cell, text) => {
    expect(await textOf(cell)).toBe(text);
  });

  it.each([
    ['yyyy-mm-dd', '46447', '2027-03-01'],
    ['m/d/yyyy', '46447', '2027-03-01'],
    ['[$-409]d-mmm-yy;@', '46447', '2027-03-01'],
    ['"Starts" d. mmmm', '46447', '2027-03-01'],
    ['mmm', '46447', '2027-03-01'],
    ['yyyy-mm-dd hh:mm', '46447.25', '2027-03-01T06:00:00'],
    ['yyyy-mm-dd', '46447.999988425926', '2027-03-01T23:59:59'],
    ['yyyy-mm-dd hh:mm:ss', '46387.99999996528', '2026-12-31T23:59:59'],
    ['yyyy-mm-dd', '46387.999999', '2026-12-31T23:59:59'],
    ['yyyy-mm-dd', '46387.9999999999', '2027-01-01'],
    ['yyyy-mm-dd', '46388.00000003472', '2027-01-01'],
    ['h:mm:ss', '0.99999996528', '23:59:59'],
    ['yyyy-mm-dd hh:mm:ss.000', '46387.99999996528', '2026-12-31T23:59:59'],
    ['[>2958000]"Open";yyyy-mm-dd', '46387', '2026-12-31'],
    ['[>2958000]"Open";yyyy-mm-dd', '2958465', 'Open'],
    ['[=0]"";yyyy-mm-dd', '46387', '2026-12-31'],
    ['0;[<50000]yyyy-mm-dd;General', '46387', '2026-12-31'],
    ['[$-411]ge.m.d', '46387', '2026-12-31'],
    ['[$-404]e', '46387', '2026-12-31'],
    ['yyyy-mm-dd', '1', '1900-01-01'],
    ['yyyy-mm-dd', '59', '1900-02-28'],
    ['yyyy-mm-dd', '60', '1900-02-29'],
    ['yyyy-mm-dd', '61', '1900-03-01'],
    ['yyyy-mm-dd', '2958465', '9999-12-31'],
    ['h:mm:ss', '0.0779745370370370', '01:52:17'],
    ['h:mm AM/PM', '0.75', '18:00:00'],
    ['h:mm:ss', '1.5', '12:00:00'],
    ['[h]:mm:ss', '2.347222222222222', '56:20:00'],
    ['yyyy-mm-dd', '0.5', '12:00:00'],
    ['00000', '2485', '02485'],
    ['000-0000', '24851', '002-4851'],
    ['"NL-"0000', '42', 'NL-0042'],
    ['0000', '123456', '123456'],
    ['[=1]"Yes";[=0]"No"', '1', 'Yes'],
    ['[=1]"Yes";[=0]"No"', '0', 'No'],
    ['0', '7', '7'],
    ['0.00E+00', '46447', '46447'],
    ['0.00', '46447', '46447'],
    ['0.00 "days"', '46447', '46447'],
    ['[Red]0.00', '4.99', '4.99'],
    ['General', '46447', '46447'],
    ['#,##0.00\\ "USD"', '4.99', '4.99'],
  ])('that shows %s and has the value %s is read as %s', async (format, value, text) => {
    expect(await textOf(`s="1"><v>${value}</v>`, { formats: [format] })).toBe(text);
  });

  const DAY_AND_TIME = '2027-03-01T06:00:00';
  const BUILT_IN: readonly (readonly [text: string, ids: readonly number[]])[] = [
    [DAY_AND_TIME, [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]],
    [DAY_AND_TIME, [34, 35, 55, 56, 71, 77, 81]],
    ['06:00:00', [32, 33, 75, 76]],
    ['46447.25', [0, 1, 37, 49, 59]],
  ];
  it.each(BUILT_IN.flatMap(([text, ids]) => ids.map((id) => [id, text] as const)))(
    'with the built-in format %i is as that says',
    async (id, text) => {
      expect(await textOf('s="1"><v>46447.25</v>', { builtIn: [id] })).toBe(text);
    },
  );

  it('has the format that the workbook defines for a built-in number', async () => {
    const parts = workbookParts('<row r="1"><c r="A1" s="1"><v>7</v></c></row>', { builtIn: [27] });
    const styles = (parts['xl/styles.xml'] ?? '').replace(
      '</numFmts>',
      '<numFmt numFmtId="27" formatCode="000"/></numFmts>',
    );
    const [sheet] = readWorkbook(await unpack(zipOf({ ...parts, 'xl/styles.xml': styles })));
    expect(sheet?.rows[0]?.texts).toEqual(['007']);
  });

  it('counts days from 1904 if the workbook does', async () => {
    const options = { formats: ['yyyy-mm-dd'], date1904: true };
    expect(await textOf('s="1"><v>44985</v>', options)).toBe('2027-03-01');
    expect(await textOf('s="1"><v>0.5</v>', options)).toBe('12:00:00');
  });

  it('with an ISO 8601 date is read as its day in any time zone', async () => {
    expect(await textOf('t="d" s="1"><v>2027-03-01</v>', { formats: ['yyyy-mm-dd'] })).toBe(
      '2027-03-01',
    );
  });
});

describe('a sheet', () => {
  it('has its filled rows in any position', async () => {
    const { rows } = await sheetOf(
      `<row r="2"><c r="B2"><v>1</v></c><c r="D2"/></row><row r="3"/><row r="5">${textCellXml('A5', ' ')}</row><row r="9">${textCellXml('C9', 'x')}</row>`,
    );
    expect(rows).toEqual([
      { number: 2, columns: [1], texts: ['1'], notes: new Map() },
      { number: 9, columns: [2], texts: ['x'], notes: new Map() },
    ]);
  });

  it('reports formulas, and uses their saved values', async () => {
    const { rows } = await sheetOf(
      '<row r="1"><c r="A1"><f>TRUE()</f><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><f>1/0</f><v>7</v></c></row>',
    );
    expect(rows).toEqual([
      {
        ...{ number: 1, columns: [0, 1, 2], texts: ['1', '2', '7'] },
        notes: new Map([0, 2].map((column) => [column, { kind: 'formula' }])),
      },
    ]);
  });

  it.each([
    ['a formula that no value was saved with', '><f>A9</f><v></v>', 'unsaved-formula'],
    ['an error', 't="e"><v>#REF!</v>', 'error'],
    ['a computed error', 't="e"><f>1/0</f><v>#DIV/0!</v>', 'error'],
    ['more digits than are kept', '><v>1.23456789012345E+18</v>', 'cut-digits'],
    ['a text as comma-separated files have it', `t="inlineStr"><is><t>'+1</t></is>`, 'apostrophe'],
    ['fifteen digits', '><v>123456789012345</v>', null],
    ['a text', 't="inlineStr"><is><t>a</t></is>', null],
    ['a number', '><v>9.99</v>', null],
  ])('has a note for %s', async (_what, cell, kind) => {
    const { rows } = await sheetOf(`<row r="1"><c r="A1" ${cell}</c></row>`);
    expect(rows[0]?.notes.get(0)?.kind ?? null).toBe(kind);
  });

  it.each([
    ['0', '9.5', '10', '9.5'],
    ['0.00', '9.987', '9.99', '9.987'],
    ['0,', '5000', '5', '5000'],
    ['0%', '0.5', '50%', '0.5'],
    [';;;', '4.99', '', '4.99'],
    ['0.00', '9.99', null, ''],
    ['0.000', '4.99', null, ''],
    ['#,##0.00', '1234.5', null, ''],
    ['_("$"* #,##0.00_)', '4.99', null, ''],
    ['_-* #,##0.00\\ "€"_-', '4.99', null, ''],
    ['(0.00);(0.00)', '-4.99', null, ''],
    ['0" h"', '48', null, ''],
    ['00000', '485', null, ''],
    ['yyyy-mm-dd', '46447', null, ''],
    ['0.00 USD', '4.99', null, ''],
  ])(
    'has a note for a cell in the format %s with %s that shows %s',
    async (format, cell, shown, value) => {
      const { rows } = await sheetOf(`<row r="1"><c r="A1" s="1"><v>${cell}</v></c></row>`, {
        formats: [format],
      });
      expect(rows[0]?.notes.get(0) ?? null).toEqual(
        shown === null ? null : { kind: 'shown', shown, value },
      );
    },
  );

  it('omits blank cells and formulas without a value', async () => {
    const { rows } = await sheetOf(
      '<row r="1"><c r="A1"><f>B9</f><v></v></c><c r="B1" t="str"><f>IF(1,"")</f><v></v></c><c r="C1" s="1"/></row>',
      { formats: ['0'] },
    );
    expect(rows).toEqual([
      { number: 1, columns: [0], texts: [''], notes: new Map([[0, { kind: 'unsaved-formula' }]]) },
    ]);
  });

  it('reports merged cells', async () => {
    const { merges } = await sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>', {
      afterCells: '<mergeCells count="1"><mergeCell ref="A1:C4"/></mergeCells>',
    });
    expect(merges).toEqual([{ firstRow: 1, lastRow: 4, firstColumn: 0, lastColumn: 2 }]);
  });

  it('may have a cell in the last position', async () => {
    const { rows } = await sheetOf(
      `<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">${textCellXml('XFD1048576', 'far')}</row>`,
    );
    expect(rows.map(({ number, columns }) => [number, columns])).toEqual([
      [1, [0]],
      [1_048_576, [16_383]],
    ]);
  });

  it.each([
    ['a row after the last', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'],
    ['a row that has no number', '<row r="x"><c r="Ax"><v>1</v></c></row>'],
    ['a row before the first', '<row r="0"><c r="A0"><v>1</v></c></row>'],
    ['a column after the last', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['a missing shared string', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
  ])('with %s is damaged', async (_what, rows) => {
    const refusal = await refusalFrom(UnreadableWorkbook, sheetOf(rows));
    expect(refusal.message).toMatch(/damaged/);
  });

  it('reports whether it is hidden', async () => {
    expect((await sheetOf('', { isHidden: true })).isHidden).toBe(true);
    expect((await sheetOf('')).isHidden).toBe(false);
  });
});

import type { CellObject } from '@e965/xlsx';
import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AvailRow } from '../../../../src/domain/avails/avail-row';
import type { ColumnKey } from '../../../../src/domain/avails/vocabulary/columns';
import { unpack } from '../../../../src/adapters/avails/archive';
import { availsCsv } from '../../../../src/adapters/avails/csv-writer';
import { readWorkbook } from '../../../../src/adapters/avails/workbook-reader';
import { availsWorkbook, rejectedWorkbook } from '../../../../src/adapters/avails/workbook-writer';
import { EXPORT_COLUMNS } from '../../../../src/domain/avails/avail-row';
import { TEMPLATES } from '../../../../src/domain/avails/vocabulary/columns';
import { runs } from '../../../builders/effort';

/** The texts of a sheet by row and column; '' for blank cells. */
function textsOf(bytes: Uint8Array, sheet = 0): string[][] {
  const book = read(bytes);
  const name = book.SheetNames[sheet] ?? '';
  return utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, defval: '' });
}

/** The rows below the headers, by `Group/Name`. */
function rowsOf(bytes: Uint8Array, sheet = 0): Record<string, string>[] {
  const [groups = [], names = [], , ...rows] = textsOf(bytes, sheet);
  return rows.map((row) =>
    Object.fromEntries(
      row.flatMap((text, column) =>
        text === '' ? [] : [[`${groups[column] ?? ''}/${names[column] ?? ''}`, text]],
      ),
    ),
  );
}

const SOME_ROW: AvailRow = { 'Avail/ALID': 'a', 'AvailTrans/Territory': 'US' };

/** Unusual characters, formula-like texts, and texts that look neutralized. */
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc
    .tuple(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '＝',
        '\t',
        "'",
        "'=",
        "''@",
        '_x0041_',
        '<&">',
        '  ',
        '\n',
        '\u0001',
      ),
      fc.string({ maxLength: 10 }),
    )
    .map(([start, rest]) => start + rest),
);

describe('a workbook of avails', () => {
  it('has one sheet with every template column once', () => {
    const bytes = availsWorkbook([SOME_ROW]);
    const [groups = [], names = []] = textsOf(bytes);
    const headers = groups.map((group, column) => `${group}/${names[column] ?? ''}`);

    expect(read(bytes).SheetNames).toEqual(['AllAvails']);
    expect(headers.slice(0, 112)).toEqual(TEMPLATES['all-avails'].map(({ key }) => key));
    expect(new Set(headers)).toEqual(
      new Set(Object.values(TEMPLATES).flatMap((columns) => columns.map(({ key }) => key))),
    );
    expect(headers).toHaveLength(new Set(headers).size);
  });

  it('has its version in A3 and marks required columns', () => {
    const [, names = [], marks = []] = textsOf(availsWorkbook([]));

    expect(marks[0]).toBe('1.9');
    expect(new Set(marks.slice(1))).toEqual(new Set(['//REQ', '//Opt']));
    expect(marks[names.indexOf('Territory')]).toBe('//REQ');
    expect(marks[names.indexOf('SRP')]).toBe('//Opt');
  });

  it('has its rows from row 4 on, with every cell as text', () => {
    const book = read(availsWorkbook([{ ...SOME_ROW, 'AvailMetadata/ReleaseYear': '2021' }]), {
      cellNF: true,
    });
    const sheet = book.Sheets.AllAvails ?? {};
    const cells = Object.entries(sheet as Record<string, CellObject>).filter(
      ([address]) => !address.startsWith('!'),
    );

    expect(sheet.A4).toMatchObject({ t: 's', v: 'a' });
    expect(cells.filter(([, cell]) => cell.t !== 's' || cell.z !== '@')).toEqual([]);
  });

  it('freezes its headers', () => {
    const book = read(availsWorkbook([SOME_ROW]), { bookFiles: true });
    const xml = Object.entries(book.files ?? {}).find(([path]) => path.endsWith('sheet1.xml'))?.[1];

    expect(xml?.content.toString()).toContain(
      '<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>',
    );
  });

  it('returns every text unchanged', () => {
    const keys = EXPORT_COLUMNS.map(({ key }) => key);
    const rows = fc.array(
      fc.dictionary(fc.constantFrom(...keys), texts, { minKeys: 1, noNullPrototype: true }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(rows, (written) => {
        expect(rowsOf(availsWorkbook(written))).toEqual(written);
      }),
      { numRuns: runs(60) },
    );
  });

  it('marks formula-like texts as text, and is read back unchanged', async () => {
    const titles = ['+1', '=Lantern', "'+1", "'quoted'", 'Plain'];
    const bytes = availsWorkbook(
      titles.map((title) => ({ ...SOME_ROW, 'AvailMetadata/TitleInternalAlias': title })),
    );
    const parts = await unpack(bytes);
    const column = EXPORT_COLUMNS.findIndex(({ key }) => key.endsWith('/TitleInternalAlias'));
    const [sheet] = readWorkbook(parts);
    const read = sheet?.rows
      .slice(3)
      .map(({ columns, texts: all }) => all[columns.indexOf(column)]);
    expect(read).toEqual(titles);

    const styles = parts.get('xl/styles.xml')?.toString() ?? '';
    const xml = parts.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
    const formats = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g)];
    const letters = utils.encode_col(column);
    const formatOf = (place: number) => {
      const [, style = ''] = new RegExp(`<c r="${letters}${place + 4}" s="(\\d+)"`).exec(xml) ?? [];
      return formats[Number(style)]?.[0] ?? '';
    };
    const marked = titles.filter((_title, place) => formatOf(place).includes('quotePrefix="1"'));
    expect(marked).toEqual(titles.slice(0, 4));
    for (const place of titles.keys()) expect(formatOf(place)).toContain('numFmtId="49"');
    expect(styles).not.toContain('@;@');
  });

  it('has the line ends of spreadsheet programs', () => {
    const [row] = rowsOf(availsWorkbook([{ 'AvailMetadata/Any': 'one\r\ntwo\rthree\nfour' }]));

    expect(row?.['AvailMetadata/Any']).toBe('one\ntwo\nthree\nfour');
  });

  it('truncates a text that does not fit into a cell', () => {
    const [row] = rowsOf(availsWorkbook([{ 'AvailMetadata/Any': 'x'.repeat(40_000) }]));

    expect(row?.['AvailMetadata/Any']).toHaveLength(32_767);
  });
});

describe('a workbook of rejected rows', () => {
  const rejected = (sheet: string, cells: Record<string, string>, reasons = ['It is wrong.']) => ({
    sheet,
    row: 4,
    cells,
    reasons,
  });

  it('has the original sheets, with the reasons in the first column', () => {
    const movie = { 'Avail/ALID': 'm', 'AvailAsset/ContentID': 'm' };
    const episode = { 'Avail/ALID': 'e', 'AvailAsset/SeriesContentID': 's' };
    const bytes = rejectedWorkbook([
      rejected('TV', episode, ['No end.', 'No price.']),
      rejected('Movies', movie),
      rejected('TV', episode),
    ]);

    expect(read(bytes).SheetNames).toEqual(['TV', 'Movies']);
    expect(rowsOf(bytes, 0)).toEqual([
      { 'Problem/Reason': 'No end. No price.', ...episode },
      { 'Problem/Reason': 'It is wrong.', ...episode },
    ]);
    expect(rowsOf(bytes, 1)).toEqual([{ 'Problem/Reason': 'It is wrong.', ...movie }]);
    expect(textsOf(bytes)[0]?.[0]).toBe('Problem');
  });

  it('has the template columns, then the other columns of the file', () => {
    const cells = {
      'Studio/Remark': 'x',
      Loose: 'y',
      'AvailAsset/ContentID': 'm',
      'AvailTrans/TPRType': 'Conditional',
    };
    const [groups = [], names = []] = textsOf(rejectedWorkbook([rejected('Movies', cells)]));
    const headers = groups.map((group, column) => [group, names[column] ?? '']);

    expect(headers.slice(1, 79)).toEqual(TEMPLATES.movies.map(({ key }) => key.split('/')));
    expect(headers.slice(79)).toEqual([
      ['AvailTrans', 'TPRType'],
      ['Studio', 'Remark'],
      ['', 'Loose'],
    ]);
  });

  it.each([
    [{ 'AvailAsset/ContentID': 'm' }, 'StoreType'],
    [{ 'AvailAsset/SeriesContentID': 's' }, 'SeasonCount'],
    [{ 'AvailAsset/ContentID': 'm', 'AvailAsset/SeriesContentID': 's' }, 'SeasonCount'],
    [{}, 'SeasonCount'],
  ])('uses the template that fits %o', (cells: Partial<Record<ColumnKey, string>>, column) => {
    const [, names = []] = textsOf(rejectedWorkbook([rejected('Avails', cells)]));

    expect(names).toContain(column);
    expect(names).toHaveLength(new Set(names).size);
  });

  it('has valid sheet names', () => {
    const names = ['A/B', "'A B'", 'History', '', 'x'.repeat(40), 'X'.repeat(35)];
    const bytes = rejectedWorkbook(names.map((name) => rejected(name, { 'Avail/ALID': 'a' })));

    expect(read(bytes).SheetNames).toEqual([
      ...['A B', 'A B 2', 'Avails', 'Avails 2'],
      ...['x'.repeat(31), `${'X'.repeat(29)} 2`],
    ]);
  });

  it('is a workbook even without rejected rows', () => {
    expect(read(rejectedWorkbook([])).SheetNames).toEqual(['Rejected']);
  });
});

describe('avails as CSV', () => {
  it('have a header line and a line per row', () => {
    const text = Buffer.from(availsCsv([SOME_ROW, SOME_ROW])).toString();
    const lines = text.split('\r\n');

    expect(lines[0]).toMatch(/^\uFEFFAvail\/ALID,Avail\/AssociatedALID,Avail\/AvailID,/);
    expect(lines[1]).toMatch(/^a,,/);
    expect(lines).toHaveLength(4);
  });

  it('have no cell that begins a formula', () => {
    const text = Buffer.from(availsCsv([{ 'Avail/ALID': '=1+1' }])).toString();

    expect(text).toContain("\r\n'=1+1,");
  });

  it('have every row, however many', () => {
    const rows = Array.from({ length: 2_500 }, (_, number) => ({ 'Avail/ALID': `a${number}` }));
    const lines = Buffer.from(availsCsv(rows)).toString().trimEnd().split('\r\n');

    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(
      rows.map((row) => row['Avail/ALID']),
    );
  });
});

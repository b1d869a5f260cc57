import { describe, expect, it } from 'vitest';
import type { Part, WorkbookOptions } from './workbook-files';
import { unpack } from '../../../../src/adapters/avails/archive';
import { checkWorkbook } from '../../../../src/adapters/avails/check-workbook';
import { readWorkbook } from '../../../../src/adapters/avails/workbook-reader';
import { LANGUAGES } from '../../../../src/adapters/avails/languages';
import { checkFile } from '../../../../src/domain/avails/checking/check-file';
import { UnreadableWorkbook } from '../../../../src/domain/avails/unreadable-workbook';
import { isoDate } from '../../../../src/domain/values/date-range';
import { refusalFrom } from '../../../builders/refusal';
import { MOVIE, TODAY, problemLines, someRules } from '../../../builders/sheet-builders';
import { availsXml, letters, rowXml, textCellXml, workbookParts, zipOf } from './workbook-files';

const MEGABYTE = 1024 * 1024;
const SHEET = 'xl/worksheets/sheet1.xml';

/** The result of a check in a separate process. */
function checkApart(bytes: Uint8Array, bounds: Parameters<typeof checkWorkbook>[3] = {}) {
  return checkWorkbook(bytes, someRules(), isoDate(TODAY), bounds);
}

/** The same without the process, which takes time to start. */
async function check(bytes: Uint8Array) {
  return checkFile(readWorkbook(await unpack(bytes)), someRules(), isoDate(TODAY), LANGUAGES);
}

/** The message with which a file is refused. */
async function sentenceOf(checking: Promise<unknown>): Promise<string> {
  return (await refusalFrom(UnreadableWorkbook, checking)).message;
}

function refusalOf(bytes: Uint8Array): Promise<string> {
  return sentenceOf(check(bytes));
}

/** A workbook of one movie, modified by the options. */
function movieWorkbook(
  more = '',
  options: WorkbookOptions = {},
  parts: Record<string, string | Part> = {},
): Buffer {
  return zipOf({ ...workbookParts(availsXml([MOVIE], more), options), ...parts });
}

/** Incompressible bytes. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let place = 0, state = 1; place < length; place += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[place] = state >> 16;
  }
  return bytes;
}

describe('a workbook', () => {
  it('is read and checked in a separate process', async () => {
    const file = await checkApart(movieWorkbook());
    expect(problemLines(file)).toEqual([]);
    expect(file).toMatchObject({
      version: '1.7',
      versionStated: false,
      sheets: [{ name: 'Avails', rows: 1, skipped: null }],
    });
    expect(file.rows[0]?.row).toEqual({ sheet: 'Avails', row: 4, cells: MOVIE });
    expect(file.rows[0]?.entry?.work.title).toBe('Quiet Harbor');
  });

  it('is not modified', async () => {
    const bytes = movieWorkbook();
    const before = Buffer.from(bytes);
    await checkApart(bytes);
    expect(bytes.equals(before)).toBe(true);
  });

  it('with a cell in the last row after 400,000 blank rows is read', async () => {
    const blank = Array.from({ length: 400_000 }, (_, place) => `<row r="${place + 5}"/>`).join('');
    const far = `<row r="1048576">${textCellXml('XFD1048576', 'x')}</row>`;
    const file = await check(movieWorkbook(blank + far));
    expect(file.rows).toHaveLength(1);
  });

  it('has formulas that are not evaluated', async () => {
    const formula = '<c r="A5"><f>WEBSERVICE("http://localhost/")</f><v>7</v></c>';
    const row = `<row r="5">${formula}${textCellXml('B5', 'Full Extract')}</row>`;
    const file = await check(movieWorkbook(row));
    expect(file.rows[1]?.row.cells).toEqual({
      'Avail/DisplayName': '7',
      'Disposition/EntryType': 'Full Extract',
    });
    expect(problemLines(file)).toContain('5 F3 warning Avail/DisplayName');
  });
});

describe('a file that is not an avails workbook', () => {
  it('is refused by the process, too', async () => {
    expect(await sentenceOf(checkApart(Buffer.from('ALID')))).toMatch(/not an Excel workbook/);
  });

  it.each<readonly [string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /empty/],
    ['three bytes', Buffer.from('PK\x03'), /not an Excel workbook/],
    ['a text', Buffer.from('DisplayName,ALID\nNorthlight,a\n'), /not an Excel workbook/],
    [
      'a page',
      Buffer.from('<html><table><tr><td>ALID</td></tr></table></html>'),
      /not an Excel workbook/,
    ],
    [
      'an old or encrypted Excel file',
      Buffer.from('d0cf11e0a1b11ae1000000', 'hex'),
      /old Excel file.*password/,
    ],
    ['the beginning of a workbook', movieWorkbook().subarray(0, 900), /damaged/],
    ['an archive of something else', zipOf({ 'readme.txt': 'Hello' }), /not an Excel workbook/],
    [
      'a text document',
      zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }),
      /not an Excel workbook/,
    ],
    ['a workbook with macros', movieWorkbook('', {}, { 'xl/vbaProject.bin': 'x' }), /macros/],
    [
      'a workbook with old macros',
      movieWorkbook('', {}, { 'xl/macrosheets/sheet1.xml': '<x/>' }),
      /macros/,
    ],
    [
      'a binary workbook',
      zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }),
      /binary workbook/,
    ],
    [
      'a workbook of 5 MB and a byte',
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(5 * MEGABYTE - 3)]),
      /larger than 5 MB/,
    ],
  ])('but %s, is refused with a message', async (_what, bytes, sentence) => {
    expect(await refusalOf(bytes)).toMatch(sentence);
  });

  it('but has avails in another sheet, gets a hint', async () => {
    const { 'Avail/ALID': _alid, ...others } = MOVIE;
    const bytes = zipOf(workbookParts(availsXml([others])));
    expect(await refusalOf(bytes)).toMatch(/no avails sheet.*ALID, Territory and LicenseType/);
  });

  it('but only has a header, is refused for missing data', async () => {
    const header = Object.keys(MOVIE).map((key) => key.split('/'));
    const rows = [0, 1].map((part) =>
      rowXml(
        part + 1,
        header.map((words) => words[part] ?? ''),
      ),
    );
    expect(await refusalOf(zipOf(workbookParts(rows.join(''))))).toMatch(/data starts in row 4/);
  });
});

describe('a hostile archive', () => {
  const zeros = (size: number) => Buffer.alloc(size, 0x20);

  it('of exactly 5 MB is unpacked', async () => {
    const fill = (size: number) =>
      movieWorkbook('', {}, { 'docProps/noise.bin': { content: noise(size), method: 0 } });
    const size = 5 * MEGABYTE - fill(0).length;
    expect(fill(size)).toHaveLength(5 * MEGABYTE);
    expect((await check(fill(size))).rows).toHaveLength(1);
    expect(await refusalOf(fill(size + 1))).toMatch(/larger than 5 MB/);
  });

  it('that unpacks to more than 50 MB is refused before unpacking', async () => {
    const bomb = movieWorkbook(
      '',
      {},
      { 'xl/drawings/drawing1.xml': { content: zeros(51 * MEGABYTE) } },
    );
    expect(bomb.length).toBeLessThan(MEGABYTE / 8);
    expect(await refusalOf(bomb)).toMatch(/unpacks to 52 MB; the limit is 50 MB/);
  });

  it('that unpacks to exactly 50 MB is read', async () => {
    const others = Object.values(workbookParts(availsXml([MOVIE])));
    const left = 50 * MEGABYTE - others.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
    const of = (size: number) =>
      movieWorkbook('', {}, { 'docProps/large.xml': { content: zeros(size) } });
    expect((await check(of(left))).rows).toHaveLength(1);
    expect(await refusalOf(of(left + 1))).toMatch(/unpacks to 51 MB; the limit is 50 MB/);
  });

  it.each([
    ['smaller than it is', 100],
    ['larger than it is', 100_000],
  ])('that states a wrong size %s is damaged', async (_what, directorySize) => {
    const content = workbookParts(availsXml([MOVIE]))[SHEET] ?? '';
    expect(await refusalOf(movieWorkbook('', {}, { [SHEET]: { content, directorySize } }))).toMatch(
      /damaged/,
    );
  });

  it('that hides a bomb behind a small size is unpacked only up to that size', async () => {
    const bomb = { content: zeros(200 * MEGABYTE), directorySize: 1_000 };
    const before = process.resourceUsage().maxRSS;
    expect(await refusalOf(movieWorkbook('', {}, { [SHEET]: bomb }))).toMatch(/damaged/);
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(250);
  });

  it('with different sizes in front of a part is read by its directory', async () => {
    const content = workbookParts(availsXml([MOVIE]))[SHEET] ?? '';
    const parts = { [SHEET]: { content, headerSize: 4_000_000_000 } };
    expect((await check(movieWorkbook('', {}, parts))).rows).toHaveLength(1);
  });

  it('of more than 200 parts is refused', async () => {
    const parts = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, place) => [`xl/media/${place}.png`, 'x']),
      );
    const own = Object.keys(workbookParts('')).length;
    expect((await check(movieWorkbook('', {}, parts(200 - own)))).rows).toHaveLength(1);
    expect(await refusalOf(movieWorkbook('', {}, parts(201 - own)))).toMatch(
      /201 parts; the limit is 200/,
    );
  });

  it.each<readonly [string, Record<string, string | Part>, RegExp]>([
    ['with a password', { 'xl/extra.xml': { content: 'x', isEncrypted: true } }, /password/],
    ['packed in another way', { 'xl/extra.xml': { content: 'x', method: 12 } }, /damaged/],
    ['with a name outside the archive', { '../../etc/passwd.xml': 'x' }, /damaged/],
    ['with a duplicate name', { 'XL/workbook.xml': '<x/>' }, /damaged/],
    [
      'with a document type',
      { 'xl/extra.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' },
      /XML entities/,
    ],
    ['with an entity alone', { 'xl/extra.xml': '<x><!ENTITY a "b"></x>' }, /XML entities/],
    [
      'with UTF-16 text',
      { 'xl/extra.xml': { content: Buffer.from('\ufeff<!DOCTYPE x>', 'utf16le') } },
      /damaged/,
    ],
  ])('%s is refused', async (_what, parts, sentence) => {
    expect(await refusalOf(movieWorkbook('', {}, parts))).toMatch(sentence);
  });
});

describe('an oversized workbook', () => {
  it('may have up to 50,000 rows', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, place) => rowXml(place + 5, ['Northlight'])).join('');
    expect((await check(movieWorkbook(rows(49_999)))).rows).toHaveLength(50_000);
    expect(await refusalOf(movieWorkbook(rows(50_000)))).toMatch(
      /50,001 rows; the limit is 50,000/,
    );
  });

  it('may have up to 300 columns', async () => {
    const wide = (count: number) =>
      zipOf(
        workbookParts(
          availsXml([
            {
              ...MOVIE,
              ...Object.fromEntries(
                Array.from({ length: count - Object.keys(MOVIE).length }, (_, place) => [
                  `Own/Column${letters(place)}`,
                  'x',
                ]),
              ),
            },
          ]),
        ),
      );
    expect((await check(wide(300))).rows).toHaveLength(1);
    expect(await refusalOf(wide(301))).toMatch(/301 columns; the limit is 300/);
  });

  it('takes a bounded amount of memory', async () => {
    const link = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>';
    const bytes = movieWorkbook('', { afterCells: link });
    expect(await sentenceOf(checkApart(bytes, { memory: 128 }))).toMatch(/too much memory/);
  });

  it('takes a bounded amount of time', async () => {
    expect(await sentenceOf(checkApart(movieWorkbook(), { time: 1 }))).toMatch(/too much time/);
  });

  it('is aborted by its signal', async () => {
    const controller = new AbortController();
    const checking = checkApart(movieWorkbook(), { signal: controller.signal });
    controller.abort(new Error('Canceled.'));
    await expect(checking).rejects.toThrow('Canceled.');
    await expect(checkApart(movieWorkbook(), { signal: controller.signal })).rejects.toThrow(
      'Canceled.',
    );
  });
});

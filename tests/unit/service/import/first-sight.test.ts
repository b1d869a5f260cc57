import { describe, expect, it } from 'vitest';
import { assertWorkbook } from '../../../../src/service/import/workbook-signature';
import { FileTooLarge, MAX_FILE, NotAWorkbook } from '../../../../src/domain/import/import-errors';

const ZIP = Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00);
const COMPOUND = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const TEXT = new TextEncoder().encode('DisplayName,ALID');

const WORKBOOK = { name: 'avails.xlsx', size: 12_000, head: ZIP };

describe('at first sight', () => {
  it('a zip archive of up to 5 MB may be a workbook, whatever it is called', () => {
    expect(() => assertWorkbook(WORKBOOK)).not.toThrow();
    expect(() => assertWorkbook({ ...WORKBOOK, name: 'AVAILS', size: MAX_FILE })).not.toThrow();
  });

  it('a file of more than 5 MB is too large', () => {
    expect(() => assertWorkbook({ ...WORKBOOK, size: MAX_FILE + 1 })).toThrow(FileTooLarge);
  });

  it.each([
    ['an empty file', { ...WORKBOOK, size: 0, head: new Uint8Array() }, /empty/],
    [
      'a file of three bytes',
      { ...WORKBOOK, size: 3, head: ZIP.slice(0, 3) },
      /not an Excel workbook/,
    ],
    ['a text file called .xlsx', { ...WORKBOOK, head: TEXT }, /not an Excel workbook/],
    ['a text file', { ...WORKBOOK, name: 'Avails.CSV', head: TEXT }, /text file/],
    ['a workbook with macros', { ...WORKBOOK, name: 'avails.xlsm' }, /macros/],
    ['an old or encrypted workbook', { ...WORKBOOK, head: COMPOUND }, /old Excel file/],
  ])('%s is no workbook, and is told what it is', (_, file, sentence) => {
    expect(() => assertWorkbook(file)).toThrow(NotAWorkbook);
    expect(() => assertWorkbook(file)).toThrow(sentence);
  });
});

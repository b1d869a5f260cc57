import { FileTooLarge, MAX_FILE, NotAWorkbook } from '../../domain/import/import-errors';

/** What is known of a file before it is opened. */
export interface FileAtFirstSight {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** At least `SIGNATURE_LENGTH` bytes, or the whole file when it is shorter. */
  readonly head: Uint8Array;
}

/** So many bytes at its beginning tell what a file is. */
export const SIGNATURE_LENGTH = 8;

/** How a zip archive begins, which every .xlsx is. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** How the file format of Excel before 2007 begins, and that of workbooks with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Names that avails do not have, whatever is in the file. */
const OTHER_KINDS: readonly (readonly [RegExp, string])[] = [
  [
    /\.(xlsm|xltm|xlam|xlsb)$/i,
    'This workbook can hold macros. Save it as an Excel workbook (.xlsx) and choose that file.',
  ],
  [
    /\.(csv|tsv|txt)$/i,
    'This is a text file. Open it in a spreadsheet program, save it as an Excel workbook (.xlsx) and choose that file.',
  ],
];

/**
 * Refuses what can be no avails workbook before anybody opens it: the same in the browser, which need not send it then, and
 * on the server.
 *
 * @throws FileTooLarge, NotAWorkbook
 */
export function assertWorkbook({ name, size, head }: FileAtFirstSight): void {
  if (size > MAX_FILE) throw new FileTooLarge();
  if (size === 0) throw new NotAWorkbook('This file is empty. Choose another file.');
  const other = OTHER_KINDS.find(([kind]) => kind.test(name));
  if (other !== undefined) throw new NotAWorkbook(other[1]);
  if (begins(head, COMPOUND))
    throw new NotAWorkbook(
      'This is an old Excel file (.xls), or it has a password. Save it as an Excel workbook (.xlsx) without one and choose that file.',
    );
  if (!begins(head, ZIP))
    throw new NotAWorkbook(
      'This file is not an Excel workbook, despite its name. Save it as an Excel workbook (.xlsx) and choose that file.',
    );
}

function begins(head: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, place) => head[place] === byte);
}

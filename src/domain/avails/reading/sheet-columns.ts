import type { Problem } from '../sheet-row';
import type { RawSheet } from './raw-sheet';
import type { SheetHeader } from './sheet-header';
import { REASON_COLUMN } from '../vocabulary/columns';
import { UnreadableWorkbook } from '../unreadable-workbook';
import { columnLetters } from './raw-sheet';

/** The columns of an avails sheet. */
export interface SheetColumns {
  /** Key by position: that of the standard column, otherwise the header. */
  readonly keys: ReadonlyMap<number, string>;
  /** Positions of duplicate columns and columns that are not in the standard. */
  readonly strange: ReadonlySet<number>;
  /** Position of the column with earlier rejection reasons; `null` when there is none. */
  readonly reason: number | null;
  readonly problems: readonly Problem[];
}

const MAX_COLUMNS = 300;

/**
 * Finds the columns of a sheet by group and name, in any position.
 *
 * @throws UnreadableWorkbook for more than 300 columns
 */
export function sheetColumns(sheet: RawSheet, header: SheetHeader): SheetColumns {
  const { columns } = header;
  if (columns.length > MAX_COLUMNS)
    throw new UnreadableWorkbook(
      `The sheet ${sheet.name} has ${columns.length.toLocaleString('en-US')} columns; the limit is ${MAX_COLUMNS}. Remove the columns that are not part of the avails standard.`,
    );
  const keys = new Map<number, string>();
  const strange = new Set<number>();
  const problems: Problem[] = [];
  const taken = new Set<string>();
  const standard = new Set(columns.map(({ header }) => header));
  let reason: number | null = null;
  const warn = (column: string, value: string, message: string, remedy: string) => {
    const where = { sheet: sheet.name, row: null, column };
    problems.push({ code: 'F3', severity: 'warning', ...where, value, message, remedy });
  };
  for (const { column, header, key } of columns) {
    if (header === REASON_COLUMN) {
      reason = column;
      continue;
    }
    if (key === null) {
      const own = taken.has(header) ? `${header} (${columnLetters(column)})` : header;
      keys.set(column, own);
      strange.add(column);
      taken.add(own);
      warn(
        own,
        header,
        'This column is not part of the avails standard; it is stored but not read.',
        CHECK,
      );
    } else if (taken.has(key) || (header !== key && standard.has(key))) {
      const own = `${key} (${columnLetters(column)})`;
      keys.set(column, own);
      strange.add(column);
      taken.add(own);
      warn(own, header, 'This column appears twice; the other one is read.', REMOVE);
    } else {
      keys.set(column, key);
      taken.add(key);
      if (header !== key)
        warn(key, header, `This header was read as ${key}.`, 'Enter headers as in the standard.');
    }
  }
  return { keys, strange, reason, problems };
}

const CHECK = 'Check the header if the column matters; otherwise ignore this note.';
const REMOVE = 'Remove one of the two columns.';

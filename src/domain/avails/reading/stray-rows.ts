import type { ColumnKey } from '../vocabulary/columns';
import type { CellProblem } from './cell-notes';

/** The columns of which every avail fills at least one. */
const OF_EVERY_AVAIL: readonly ColumnKey[] = [
  'Disposition/EntryType',
  'AvailAsset/WorkType',
  'AvailTrans/Territory',
  'AvailTrans/LicenseType',
  'AvailTrans/FormatProfile',
  'AvailTrans/Start',
  'AvailTrans/End',
];
const TOTALS = /^(?:grand\s+|sub-?)?(?:totals?|sum|count)\b/i;

/** The reason why a row below a header is not an avail; `null` for an avail, however faulty. */
export function strayRow(cells: Readonly<Record<string, string>>): CellProblem | null {
  const isBlank = (key: ColumnKey) => (cells[key] ?? '').trim() === '';
  if (!OF_EVERY_AVAIL.every(isBlank)) return null;
  if (Object.values(cells).some((text) => TOTALS.test(text.trim()))) return TOTALS_ROW;
  return isBlank('Avail/ALID') ? NOTE : null;
}

const TOTALS_ROW: CellProblem = {
  ...{ code: 'R1', severity: 'error' },
  message: 'This looks like a totals row and is ignored.',
  remedy: 'Remove the row, or begin its first cell with // to mark it as a comment.',
};
const NOTE: CellProblem = {
  ...{ code: 'R1', severity: 'error' },
  message:
    'This row has no ALID, territory, license type or window: it looks like a note and is ignored.',
  remedy: 'Begin its first cell with // to mark it as a comment, or fill in the row.',
};

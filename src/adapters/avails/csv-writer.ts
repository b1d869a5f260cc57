import { stringify } from 'csv-stringify/sync';
import type { AvailRow } from '../../domain/avails/avail-row';
import type { ColumnKey } from '../../domain/avails/vocabulary/columns';
import { exportColumns } from '../../domain/avails/avail-row';
import { neutralized } from '../../domain/avails/cell-text';

/** Makes spreadsheet programs read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Number of rows converted at once. */
const BATCH = 1_000;

/** Avails rows as CSV with one header line, `Group/Name`, for programs and for inspection. */
export function availsCsv(
  rows: readonly AvailRow[],
  withoutColumns: readonly ColumnKey[] = [],
): Uint8Array {
  const keys = exportColumns(rows, withoutColumns).map(({ key }) => key);
  const pieces = [BYTE_ORDER_MARK + lines([keys])];
  for (let from = 0; from < rows.length; from += BATCH)
    pieces.push(
      lines(
        rows.slice(from, from + BATCH).map((row) => keys.map((key) => neutralized(row[key] ?? ''))),
      ),
    );
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
}

function lines(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], { record_delimiter: 'windows' });
}

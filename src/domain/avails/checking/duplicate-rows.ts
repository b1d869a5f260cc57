import type { ColumnKey } from '../vocabulary/columns';
import type { Dated } from './candidate';
import { detailText, isDetail } from '../detail-columns';
import { GIVEN_BACK } from '../right-cells';
import { FORMAT_COLUMNS } from '../row-variants';
import { listed, quoted } from '../../values/words';
import { grouped } from './grouped';
import { areNeighbors, cellNames, languagesText, placeOf, priceText } from './row-likeness';

/**
 * W2: rows that sell the same count as one, the first of them. Where a later one is equal in every cell except AvailID nothing
 * is lost; where it describes the title otherwise (a rating, a note), its own cells do not count.
 */
export function checkDuplicates(rows: readonly Dated[]): void {
  for (const same of grouped(rows, ({ terms }) => terms.picture))
    if (same.length > 1)
      for (const alike of grouped(same, offerOf)) if (alike.length > 1) compareCells(alike);
}

/** What a row sells, in whatever territories. */
function offerOf(row: Dated): string {
  const { findings } = row;
  const format = FORMAT_COLUMNS.map((column) => findings.text(column));
  return [...format, languagesText(row), priceText(row), placeOf(row)].join('\n');
}

function compareCells(rows: readonly Dated[]): void {
  const standing = rows.filter(({ findings }) => !findings.isStopped);
  for (const row of standing) {
    const first = standing.find((other) => other === row || areNeighbors(row, other));
    if (first === undefined || first === row) continue;
    if (cellsOf(first) === cellsOf(row)) {
      const message = `This row repeats ${nameOf(first, row)}; it is read once.`;
      row.findings.warn('W2', null, message, 'Remove the repeated row.');
      continue;
    }
    const columns = DETAILS.filter((column) => detailOf(first, column) !== detailOf(row, column));
    const [column] = columns;
    if (column === undefined) continue;
    const values = ({ findings }: Dated) =>
      listed(
        columns.map((one) => (findings.text(one) === '' ? 'blank' : quoted([findings.text(one)]))),
      );
    const name = nameOf(first, row);
    const message = `This row sells the same as ${name}, but differs in ${cellNames(columns)}: ${values(first)}, here ${values(row)}. Only the cells of ${name} count.`;
    row.findings.warn(
      'W2',
      column,
      message,
      'Remove one of the two rows, or enter the same in both.',
    );
  }
}

/** Columns that describe, and that exports give back as they came in. */
const DETAILS = [...GIVEN_BACK].filter(
  (column): column is ColumnKey => isDetail(column) && column !== 'Avail/AvailID',
);

function detailOf({ findings }: Dated, column: ColumnKey): string {
  return detailText(column, findings.text(column));
}

function cellsOf({ findings }: Dated): string {
  return Object.entries(findings.row.cells)
    .filter(([column]) => column !== 'Avail/AvailID')
    .map(([column, text]) => `${column}\n${text}`)
    .sort()
    .join('\n');
}

/** `row 4`, with the sheet where it is another one than that of the row it is told to. */
function nameOf({ findings: { row } }: Dated, to: Dated): string {
  return row.sheet === to.findings.row.sheet ? `row ${row.row}` : `row ${row.row} of ${row.sheet}`;
}

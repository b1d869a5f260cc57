import type { Dated } from './candidate';
import { languagesText, placeOf, priceText } from './row-likeness';

/** W2: rows that are equal in every cell except AvailID count as one. */
export function checkDuplicates(rows: readonly Dated[]): void {
  const alike = new Map<string, Dated[]>();
  for (const row of rows) {
    const key = [row.terms.picture, languagesText(row), priceText(row), placeOf(row)].join('\n');
    const others = alike.get(key);
    if (others === undefined) alike.set(key, [row]);
    else others.push(row);
  }
  for (const others of alike.values()) if (others.length > 1) compareCells(others);
}

function compareCells(rows: readonly Dated[]): void {
  const seen = new Map<string, Dated>();
  for (const row of rows) {
    const cells = Object.entries(row.findings.row.cells)
      .filter(([column]) => column !== 'Avail/AvailID')
      .map(([column, text]) => `${column}\n${text}`)
      .sort()
      .join('\n');
    const first = seen.get(cells);
    if (first === undefined) {
      seen.set(cells, row);
      continue;
    }
    const message = `This row repeats row ${first.findings.row.row}; it is read once.`;
    row.findings.warn('W2', null, message, 'Remove the repeated row.');
  }
}

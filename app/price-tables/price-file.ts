import type { PasteTarget, PastedBlock, PastedCell } from './pasted-prices';
import { isSheet, readSheet } from '../../src/domain/price-table/price-sheet';
import { typedCellPrice } from '../../src/domain/price-table/price-cell';
import { pastedBlock } from './pasted-prices';

/**
 * Sends a file to be read.
 *
 * @returns its rows as text, or why it cannot be read
 */
export async function readFile(file: File): Promise<readonly (readonly string[])[] | string> {
  try {
    const answer = await fetch('/price-tables/file', { method: 'POST', body: file });
    if (answer.ok) return (await answer.json()) as readonly (readonly string[])[];
    const isForPeople = answer.headers.get('content-type')?.startsWith('text/plain') ?? false;
    return isForPeople ? (await answer.text()).trim() : NO_ANSWER;
  } catch {
    return NO_ANSWER;
  }
}

const NO_ANSWER = 'The server did not answer. Choose the file again.';

/** A file against the grid: a whole table, as it is exported, or a block as it is pasted. */
export function blockOfFile(
  rows: readonly (readonly string[])[],
  target: PasteTarget,
): PastedBlock {
  if (!isSheet(rows))
    return pastedBlock(rows.map((row) => row.join('\t')).join('\n'), {
      ...target,
      row: 0,
      column: 0,
    });
  const { lines, refusal } = readSheet(rows, target.prices);
  return {
    cells: lines.map((line): PastedCell => {
      if (line.fate === 'unreadable') return line;
      const { startsOn, price, ...cell } = line.entry;
      return { fate: line.fate, cell, startsOn, text: typedCellPrice(price, cell.currency) };
    }),
    refusal,
  };
}

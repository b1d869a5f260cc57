import type { StoredContract } from '../avails/planning/stored-rights';
import type { CheckedRow } from '../avails/avail-entry';
import { fold } from '../names/folding';

/** Rows whose contract people have to name: they name none, and their studios do not have exactly one that is in use. */
export interface ContractQuestion {
  readonly rows: number;
  /** The reference numbers of the contracts that the studios have, in order. */
  readonly references: readonly string[];
}

/** Rows that remove rights need no contract. */
const REMOVING: readonly string[] = ['Full Delete', 'Delete'];

/**
 * The contract that a file leaves open. Rows with errors count, too, so that one question is about all.
 *
 * @returns `null` when every row names its contract, or its studio has only one
 */
export function contractQuestion(
  rows: readonly CheckedRow[],
  contracts: readonly StoredContract[],
): ContractQuestion | null {
  const byStudio = new Map<string, string[]>();
  for (const { studio, reference, closing } of contracts) {
    if (closing !== null) continue;
    const known = byStudio.get(fold(studio)) ?? [];
    byStudio.set(fold(studio), known);
    known.push(reference);
  }
  const references = new Set<string>();
  let count = 0;
  for (const { row } of rows) {
    const text = (column: string) => row.cells[column]?.trim() ?? '';
    if (text('AvailTrans/ContractID') !== '') continue;
    if (REMOVING.includes(text('Disposition/EntryType'))) continue;
    const known = byStudio.get(fold(text('Avail/DisplayName'))) ?? [];
    if (known.length === 1) continue;
    count += 1;
    for (const reference of known) references.add(reference);
  }
  return count === 0 ? null : { rows: count, references: [...references].sort() };
}

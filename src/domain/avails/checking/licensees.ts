import type { LicenseeShare } from '../avail-entry';
import type { ImportRules } from '../import-rules';
import type { SheetRow } from '../sheet-row';
import { fold } from '../../names/folding';

const COLUMN = 'Avail/Licensee';

/**
 * Whose rows the rows of a file are. A file can serve several licensees, and only people know which of them are us. Rows
 * without a licensee are for everybody, and so are those of the only one, as long as nobody has said anything else.
 */
export class Licensees {
  private readonly byName = new Map<string, { name: string; rows: number; isUs: boolean | null }>();

  constructor(rows: readonly SheetRow[], known: ImportRules['licensees']) {
    const decided = new Map(Object.entries(known).map(([name, isUs]) => [fold(name), isUs]));
    for (const row of rows) {
      const name = nameIn(row);
      if (name === '') continue;
      const key = fold(name);
      const found = this.byName.get(key);
      if (found === undefined) this.byName.set(key, { name, rows: 1, isUs: null });
      else found.rows += 1;
    }
    if (this.byName.size === 1 && decided.size === 0) this.byName.clear();
    for (const [key, found] of this.byName)
      this.byName.set(key, { ...found, isUs: decided.get(key) ?? null });
  }

  /** In the order of the file; empty when there is nothing to tell apart. */
  get shares(): readonly LicenseeShare[] {
    return [...this.byName.values()];
  }

  /** Whether a row is for us; `null` as long as nobody has said so. */
  isOurs(row: SheetRow): boolean | null {
    if (this.byName.size === 0) return true;
    const found = this.byName.get(fold(nameIn(row)));
    return found === undefined ? true : found.isUs;
  }
}

function nameIn(row: SheetRow): string {
  return row.cells[COLUMN]?.trim() ?? '';
}

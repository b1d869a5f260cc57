import type { Dated } from './candidate';

/** Rows by a text, each group in file order. */
export function grouped(rows: readonly Dated[], keyOf: (row: Dated) => string): Dated[][] {
  const groups = new Map<string, Dated[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

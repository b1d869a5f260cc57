import type { Territory } from '../../values/territory';
import type { Dated } from './candidate';
import { languagesText, placeOf, priceText } from './row-likeness';

/** Rows with the same offer, territories, format and language, in file order. */
export interface LikeRows {
  /** The first of the rows. */
  readonly example: Dated;
  readonly rows: readonly Dated[];
}

/** Groups equal rows, so that a thousand of them are compared with others only once. */
export function likeRows(rows: readonly Dated[]): LikeRows[] {
  const numbers = new Map<readonly Territory[], number>();
  const groups = new Map<string, Dated[]>();
  for (const row of rows) {
    if (!numbers.has(row.territories)) numbers.set(row.territories, numbers.size);
    const key = [
      ...[placeOf(row), row.terms.picture, languagesText(row)],
      ...[numbers.get(row.territories), priceText(row)],
    ].join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].flatMap((group) => {
    const [example] = group;
    return example === undefined ? [] : [{ example, rows: group }];
  });
}

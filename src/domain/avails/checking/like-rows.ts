import type { Territory } from '../../values/territory';
import type { Dated } from './candidate';
import { placeOf } from './row-likeness';

/** Rows that offer the same in the same territories, format and language, in the order of the file. */
export interface LikeRows {
  /** The first of them. */
  readonly example: Dated;
  readonly rows: readonly Dated[];
}

/** Puts rows together that are alike, so that a thousand of them are compared with others once. */
export function likeRows(rows: readonly Dated[]): LikeRows[] {
  const numbers = new Map<readonly Territory[], number>();
  const groups = new Map<string, Dated[]>();
  for (const row of rows) {
    const { picture, language, priceName, price } = row.terms;
    if (!numbers.has(row.territories)) numbers.set(row.territories, numbers.size);
    const key = [
      ...[placeOf(row), picture, language, numbers.get(row.territories)],
      ...(price === null ? [priceName] : [price.minor, price.currency]),
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

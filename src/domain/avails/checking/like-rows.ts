import type { Territory } from '../../values/territory';
import type { Dated } from './candidate';
import { grouped } from './grouped';
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
  const numberOf = ({ territories }: Dated): number => {
    const known = numbers.get(territories) ?? numbers.size;
    numbers.set(territories, known);
    return known;
  };
  return grouped(rows, ({ terms }) => terms.picture)
    .flatMap((same) =>
      same.length === 1
        ? [same]
        : grouped(same, (row) =>
            [placeOf(row), languagesText(row), numberOf(row), priceText(row)].join('\n'),
          ),
    )
    .flatMap((group) => {
      const [example] = group;
      return example === undefined ? [] : [{ example, rows: group }];
    });
}

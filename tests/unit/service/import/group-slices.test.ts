import { describe, expect, it } from 'vitest';
import type { StoredGroup } from '../../../../src/service/import/import-workshop';
import { slicesOf } from '../../../../src/service/import/group-slices';

const withdrawal = { kind: 'withdraw-offers', licenseId: 'license', offers: [] } as const;

function group(number: number, changes: number): StoredGroup {
  return { number, steps: Array.from({ length: changes }, () => withdrawal), basedOn: [] };
}

function numbers(slices: readonly (readonly StoredGroup[])[]): number[][] {
  return slices.map((slice) => slice.map(({ number }) => number));
}

describe('slices of groups', () => {
  it('hold as many changes as they may, and a larger group alone', () => {
    const groups = [3, 2, 1, 9, 4].map((changes, number) => group(number, changes));

    expect(numbers(slicesOf(groups, 5))).toEqual([[0, 1], [2], [3], [4]]);
  });

  it('hold groups that change nothing', () => {
    expect(numbers(slicesOf([group(0, 0), group(1, 0)], 5))).toEqual([[0, 1]]);
    expect(slicesOf([], 5)).toEqual([]);
  });

  it('hold no two groups with an id that is kept apart', () => {
    const groups = [group(0, 1), group(1, 1), group(2, 1)];
    const idsOf = ({ number }: StoredGroup) => [`title ${number % 2}`];

    expect(numbers(slicesOf(groups, 5, idsOf))).toEqual([[0, 1], [2]]);
  });
});

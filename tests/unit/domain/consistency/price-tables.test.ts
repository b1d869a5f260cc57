import { describe, expect, it } from 'vitest';
import type { PriceTableChange } from '../../../../src/domain/price-table/price-table-change';
import type { StoredPriceTable } from '../../../../src/domain/consistency/price-table-consistency';
import { findingsInPriceTable } from '../../../../src/domain/consistency/price-table-consistency';
import { anEdit } from '../../../builders/price-table-builders';
import { ID, lines } from './support-stories';

describe('a stored price table', () => {
  const story: readonly PriceTableChange[] = [
    { kind: 'price-table-recorded', studio: 'Halcyon', prices: [anEdit()] },
    { kind: 'prices-changed', prices: [{ ...anEdit({ price: 1699 }), before: 1499 }] },
  ];
  const stored = (parts: Partial<StoredPriceTable> = {}): StoredPriceTable => ({
    ...{ id: ID, version: 2, studio: 'Halcyon', history: lines(story) },
    prices: [{ ...anEdit(), price: 1699 }],
    ...parts,
  });
  const problems = (parts: Partial<StoredPriceTable>) =>
    findingsInPriceTable(stored(parts)).map(({ problem }) => problem);

  it('whose history leads to its prices has no findings', () => {
    expect(findingsInPriceTable(stored())).toEqual([]);
  });

  it('whose versions or prices differ from its history is reported', () => {
    expect(problems({ version: 3 })).toEqual(['version-differs']);
    expect(problems({ prices: [] })).toEqual(['state-differs']);
    expect(problems({ history: lines(story.slice(1)), version: 1 })).toEqual([
      'change-misplaced',
      'change-misplaced',
    ]);
  });

  it('with a price that the domain would not have made is reported', () => {
    const prices = [{ ...anEdit({ currency: 'XXX' }), price: 1699 }];
    expect(problems({ prices })).toContain('invalid-value');
  });
});

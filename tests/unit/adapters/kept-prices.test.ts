import { expect, it } from 'vitest';
import { KeptPrices } from '../../../src/adapters/postgres/price-table/kept-prices';
import { Prices } from '../../../src/domain/price-table/prices';
import { anEdit } from '../../builders/price-table-builders';

const purchases = { priceTableId: 'amber', rightsType: 'EST' };
const rentals = { priceTableId: 'amber', rightsType: 'TVOD' };
const others = { priceTableId: 'birch', rightsType: 'EST' };

it('keep prices by table, rights type and version', () => {
  const kept = new KeptPrices();
  kept.keep(purchases, 2, some(1));

  expect(kept.of(purchases, 2)?.size).toBe(1);
  expect([kept.of(purchases, 1), kept.of(purchases, 3)]).toEqual([null, null]);
  expect([kept.of(rentals, 2), kept.of(others, 2)]).toEqual([null, null]);
});

it('keep only the version that was read last', () => {
  const kept = new KeptPrices(3);
  kept.keep(purchases, 1, some(2));
  kept.keep(rentals, 1, some(1));
  kept.keep(purchases, 2, some(2));

  expect([kept.of(purchases, 2)?.size, kept.of(rentals, 1)?.size]).toEqual([2, 1]);
});

it('forget what was not used for longest, down to the limit', () => {
  const kept = new KeptPrices(3);
  kept.keep(purchases, 1, some(2));
  kept.keep(rentals, 1, some(1));
  kept.of(purchases, 1);
  kept.keep(others, 1, some(1));

  expect(kept.of(rentals, 1)).toBeNull();
  expect([kept.of(purchases, 1)?.size, kept.of(others, 1)?.size]).toEqual([2, 1]);
});

it('keep nothing of a part that is larger than the limit', () => {
  const kept = new KeptPrices(1);
  kept.keep(purchases, 1, some(2));

  expect(kept.of(purchases, 1)).toBeNull();
});

function some(count: number): Prices {
  return Prices.of(
    Array.from({ length: count }, (_, n) => ({
      ...anEdit({ tier: `Tier ${n}` }),
      price: 499,
    })),
  );
}

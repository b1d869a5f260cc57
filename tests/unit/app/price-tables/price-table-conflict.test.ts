import { describe, expect, it } from 'vitest';
import type { PriceEdit } from '../../../../src/domain/price-table/price-cell';
import { settlePrices } from '../../../../app/price-tables/price-table-conflict-dialog';
import { entryKey } from '../../../../src/domain/price-table/price-cell';
import { columnsInput, PRICE_TABLE_FORMS } from '../../../../src/wire/forms/price-table';
import { anId } from '../../../builders/license-builders';
import { anEdit, inCanada } from '../../../builders/price-table-builders';

describe('a disputed price table', () => {
  it('is decided cell by cell, as yours where nothing was chosen', () => {
    const disputed = [anEdit(), inCanada()];
    const changed = (...prices: readonly PriceEdit[]) => ({
      kind: 'prices-changed' as const,
      prices: prices.map((price) => ({ ...price, before: null })),
    });
    const dispute = {
      fields: disputed.map(entryKey),
      yours: changed(anEdit({ price: 1 }), inCanada({ price: 2 }), inCanada({ format: 'HD' })),
      theirs: changed(anEdit({ price: 3 }), inCanada({ price: 4 }), inCanada({ format: 'HD' })),
    };

    const settled = settlePrices(dispute, { [entryKey(anEdit())]: 'theirs' });

    expect(settled.prices.map(({ price }) => price)).toEqual([3, 2, 1499]);
  });
});

describe('the form of a price table', () => {
  const form = PRICE_TABLE_FORMS['change-prices'];
  const edits = [
    anEdit(),
    anEdit({ tier: 'Tier 2', price: 'same' }),
    inCanada({ price: null, startsOn: '2027-01-01' }),
  ];

  it('sends edits column by column, and reads them again', () => {
    const prices = columnsInput(edits);

    expect(prices.map((column) => column.prices.length)).toEqual([2, 1]);
    expect(form.parse({ priceTableId: anId(), expectedVersion: 1, prices }).prices).toEqual(edits);
  });

  it('keeps 5,000 prices small enough to send', () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      inCanada({
        tier: `Tier ${index % 500}`,
        startsOn: `20${30 + Math.floor(index / 500)}-01-01`,
      }),
    );

    expect(JSON.stringify(columnsInput(many)).length).toBeLessThan(200_000);
  });

  it('names the price that is not valid', () => {
    const prices = columnsInput([anEdit(), anEdit({ tier: 'Tier 2', price: -1 })]);

    const { error } = form.safeParse({ priceTableId: anId(), expectedVersion: 1, prices });

    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['prices.0.prices.1', 'A price cannot be negative; 0 is free.'],
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PriceEdit } from '../../../../src/domain/price-table/price-cell';
import type { PriceQuestion } from '../../../../src/domain/price-table/prices';
import { Prices } from '../../../../src/domain/price-table/prices';
import { currencyOf } from '../../../../src/domain/values/territory-currency';
import { ALL_TERRITORIES } from '../../../../src/domain/values/territory';
import { CURRENCIES } from '../../../../src/domain/values/money';
import { runs } from '../../../builders/effort';
import { anEdit, inCanada } from '../../../builders/price-table-builders';

const DAY = '2026-06-01';
const UHD_IN_CANADA: PriceQuestion = {
  tier: 'tier 1',
  rightsType: 'EST',
  kind: 'SRP',
  format: 'UHD',
  territory: 'CA',
};

describe('a price is resolved', () => {
  it('by territory and format, then territory, then format, then for all', () => {
    const cells = [
      inCanada({ format: 'UHD', price: 1 }),
      inCanada({ price: 2 }),
      anEdit({ currency: 'CAD', format: 'UHD', price: 3 }),
      anEdit({ currency: 'CAD', price: 4 }),
    ];

    const found = cells.map((_, index) => resolved(UHD_IN_CANADA, ...cells.slice(index)));

    expect(found).toEqual([1, 2, 3, 4]);
  });

  it('for all formats where none is asked for', () => {
    const cells = [inCanada({ format: 'UHD', price: 1 }), inCanada({ price: 2 })];

    expect(resolved({ ...UHD_IN_CANADA, format: null }, ...cells)).toBe(2);
  });

  it('as not sold where the most specific cell says so', () => {
    const cells = [inCanada({ price: 2 }), inCanada({ format: 'UHD', price: 'not-sold' })];

    expect(resolved(UHD_IN_CANADA, ...cells)).toBe('not-sold');
    expect(resolved({ ...UHD_IN_CANADA, format: 'HD' }, ...cells)).toBe(2);
  });

  it('as for all again where a cell says the same from a day on', () => {
    const cells = [
      inCanada({ price: 2 }),
      inCanada({ format: 'UHD', price: 1 }),
      inCanada({ format: 'UHD', startsOn: DAY, price: 'same' }),
    ];

    expect(resolved(UHD_IN_CANADA, ...cells)).toBe(2);
  });

  it('in the currency of the cells that name the territory, never another one', () => {
    const cells = [inCanada({ tier: 'Tier 2' }), anEdit({ format: 'UHD' })];

    expect(resolved(UHD_IN_CANADA, ...cells)).toBeNull();
    expect(resolved({ ...UHD_IN_CANADA, territory: 'US' }, ...cells)).toBe(1499);
  });

  it('in the own currency of the territory, where the table has prices for all in it', () => {
    const cells = [anEdit({ price: 1 }), anEdit({ currency: 'EUR', price: 2 })];

    expect(resolved({ ...UHD_IN_CANADA, territory: 'AT' }, ...cells)).toBe(2);
    expect(resolved({ ...UHD_IN_CANADA, territory: 'US' }, ...cells)).toBe(1);
    // It could mean dollars or euros.
    expect(resolved(UHD_IN_CANADA, ...cells)).toBeNull();
  });

  it('in the only currency that there is for all', () => {
    expect(resolved(UHD_IN_CANADA, anEdit({ price: 1 }))).toBe(1);
    expect(resolved({ ...UHD_IN_CANADA, territory: 'AQ' }, anEdit({ price: 1 }))).toBe(1);
  });

  it('as a plain model says', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anEntry(), { maxLength: 40, selector: keyOf }),
        aQuestion(),
        (entries, [question, day]) => {
          const price = Prices.of(entries).resolve(question, day);
          expect(price === null || price === 'not-sold' ? price : price.toData()).toEqual(
            plainly(entries, question, day),
          );
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('the same however the table came about', () => {
    fc.assert(
      fc.property(
        fc.array(anEntry(), { maxLength: 40 }),
        aQuestion(),
        (entries, [question, day]) => {
          const oneByOne = entries.reduce((prices, entry) => prices.with([entry]), Prices.NONE);
          const last = new Map(entries.map((entry) => [keyOf(entry), entry]));
          expect(oneByOne.resolve(question, day)).toEqual(
            Prices.of([...last.values()]).resolve(question, day),
          );
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe('the currency of a territory', () => {
  it('is known for every territory but the uninhabited ones', () => {
    const without = ALL_TERRITORIES.filter((territory) => currencyOf(territory) === null);

    expect(without).toEqual(['AQ', 'GS']);
    for (const territory of ALL_TERRITORIES)
      expect([...CURRENCIES, null]).toContain(currencyOf(territory));
    expect(['CA', 'AT', 'JP', 'XK'].map(currencyOf)).toEqual(['CAD', 'EUR', 'JPY', 'EUR']);
  });
});

function resolved(question: PriceQuestion, ...edits: readonly PriceEdit[]) {
  const price = Prices.of(edits.map(entryOf)).resolve(question, DAY);
  return price === null || price === 'not-sold' ? price : price.minor;
}

type Entry = PriceEdit & { readonly price: NonNullable<PriceEdit['price']> };

function entryOf(edit: PriceEdit): Entry {
  return { ...edit, price: edit.price ?? 'same' };
}

/** Often the same, so that cells and questions meet. */
function mostly<T>(usual: T, ...others: T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));
}

function anEntry(): fc.Arbitrary<Entry> {
  return fc.record({
    tier: mostly('Tier 1', 'Tier 2'),
    rightsType: mostly('EST', 'TVOD'),
    kind: mostly('SRP', 'WSP'),
    format: fc.constantFrom(null, 'UHD', 'UHD', 'HD'),
    territory: fc.constantFrom(null, null, 'CA', 'CA', 'AT', 'US'),
    currency: mostly('CAD', 'EUR', 'USD'),
    startsOn: fc.constantFrom('2026-01-01', '2026-06-01', '2027-01-01'),
    price: fc.oneof(fc.nat(3), fc.constantFrom<'not-sold' | 'same'>('not-sold', 'same')),
  });
}

function aQuestion(): fc.Arbitrary<[PriceQuestion, string]> {
  return fc.tuple(
    fc.record({
      tier: mostly('TIER 1', 'tier  2'),
      rightsType: mostly('EST', 'TVOD'),
      kind: mostly('SRP', 'WSP'),
      format: mostly('UHD', null, 'HD', 'SD'),
      territory: mostly('CA', 'AT', 'US', 'JP'),
    }),
    fc.constantFrom('2025-12-31', '2026-01-01', '2026-08-01', '2027-01-01', '2030-01-01'),
  );
}

function keyOf({ price: _, ...key }: Entry): string {
  return JSON.stringify(Object.entries(key).sort());
}

/** Looks through all entries for each step of the order, and knows no states, keys or indexes. */
function plainly(entries: readonly Entry[], question: PriceQuestion, day: string) {
  const says = (cell: Omit<Entry, 'startsOn' | 'price'>) => {
    const own = entries.filter(
      (one) =>
        one.startsOn <= day &&
        one.tier === cell.tier &&
        one.rightsType === cell.rightsType &&
        one.kind === cell.kind &&
        one.format === cell.format &&
        one.territory === cell.territory &&
        one.currency === cell.currency,
    );
    own.sort((a, b) => a.startsOn.localeCompare(b.startsOn));
    const price = own.at(-1)?.price ?? 'same';
    return price === 'same' ? undefined : price;
  };
  const { rightsType, kind, format, territory } = question;
  const tier = question.tier.includes('1') ? 'Tier 1' : 'Tier 2';
  const priced = (place: string | null) =>
    ['CAD', 'EUR', 'USD'].filter((currency) =>
      entries.some(
        (one) =>
          one.rightsType === rightsType &&
          one.kind === kind &&
          one.territory === place &&
          one.currency === currency &&
          says(one) !== undefined,
      ),
    );
  const own = { CA: 'CAD', AT: 'EUR', US: 'USD' }[territory] ?? 'JPY';
  const [named, forAll] = [priced(territory), priced(null)];
  const currency =
    named.length > 0
      ? named.includes(own)
        ? own
        : named[0]
      : forAll.includes(own)
        ? own
        : forAll.length === 1
          ? forAll[0]
          : undefined;
  if (currency === undefined) return null;
  for (const [place, one] of [
    [territory, format],
    [territory, null],
    [null, format],
    [null, null],
  ] as const) {
    const price = says({ tier, rightsType, kind, format: one, territory: place, currency });
    if (price !== undefined) return price === 'not-sold' ? price : { minor: price, currency };
  }
  return null;
}

describe('an amount for a territory belongs', () => {
  const columnFor = (...cells: readonly PriceEdit[]) => {
    const column = { rightsType: 'EST', kind: 'SRP', territory: 'CA' };
    return Prices.NONE.with(cells).on(DAY).columnFor(column);
  };

  it('in the column that names it, in its currency', () => {
    expect(columnFor(anEdit(), inCanada())).toEqual({ territory: 'CA', currency: 'CAD' });
  });

  it('in the column for all that it is priced in', () => {
    expect(columnFor(anEdit())).toEqual({ territory: null, currency: 'USD' });
  });

  it('in a column of its own where the table has none for it', () => {
    expect(columnFor()).toEqual({ territory: 'CA', currency: 'CAD' });
    expect(columnFor(anEdit(), anEdit({ currency: 'EUR' }))).toEqual({
      ...{ territory: 'CA', currency: 'CAD' },
    });
  });
});

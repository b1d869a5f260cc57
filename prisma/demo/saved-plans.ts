import type { PricePlan } from '../../src/domain/price-plan/price-plan';
import { onePrice } from '../../src/domain/license/price-list';

const dollars = (minor: number) => onePrice({ minor, currency: 'USD' }, 'SRP');
const inFormats = (sd: number, hd: number) =>
  [['SD', sd] as const, ['HD', hd] as const].flatMap(([format, minor]) =>
    dollars(minor).map((line) => ({ ...line, format })),
  );

/** Price plans to try: of a rental window, of a sale, and of a weekend. */
export const demoPlans: readonly Omit<PricePlan, 'id' | 'revision'>[] = [
  {
    name: 'Library rental',
    steps: [
      { name: 'New release', prices: inFormats(499, 599), months: 3 },
      { name: 'Catalog', prices: inFormats(299, 399), days: null },
    ],
  },
  {
    name: 'Premiere to catalog',
    steps: [
      { name: 'Premiere', prices: dollars(1999), days: 21 },
      { name: 'New release', prices: dollars(999), months: 2 },
      { name: 'Catalog', prices: dollars(499), days: null },
    ],
  },
  { name: 'Weekend deal', steps: [{ name: 'Weekend deal', prices: dollars(99), days: 3 }] },
];

import { describe, expect, it } from 'vitest';
import type {
  ContentFilter,
  CountedContentFilter,
} from '../../../../src/service/content/content-views';
import { PrismaContentViews } from '../../../../src/adapters/postgres/content/content-views';
import { closeTitle } from '../../../../src/service/content/close-title';
import { aCommand } from '../../../builders/command-builders';
import { aName, days } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { offerFor, SeedData } from '../../support-titles';

/* How many titles each value of a filter of the catalog would find under the other filters, on 10 June 2026. */

const TODAY = '2026-06-10';
const database = await testDatabase();
const views = new PrismaContentViews(database.prisma);
const seed = new SeedData(database.unitOfWork);

const studio = aName('Studio');
const other = aName('Other');
const spring = offerFor('Spring', days('2026-03-01', '2026-05-31'));
const summer = offerFor('Summer', days('2026-06-01', '2026-08-31'));
const winter = offerFor('Winter', days('2026-12-01', null));
const license = await seed.license({ studio, offers: [spring, summer, winter] });

await title('Harbor', 'movie', [summer]);
await title('Harbor lights', 'short', [summer, winter]);
await title('Lantern', 'movie', [spring, winter]);
await title('Beacon', 'supplement', [winter]);
await title('Harbour', 'movie', [summer], other);
for (const [name, kind] of [
  ['Gone', 'retired'],
  ['Never', 'void'],
] as const)
  await closeTitle(
    {
      ...{ ...aCommand(), contentId: await title(name, 'movie', [spring]), expectedVersion: 1 },
      closing: { kind, reason: 'Over' },
    },
    database.unitOfWork,
  );

const both = { studio: [studio, other] };
const CASES: readonly [CountedContentFilter, ContentFilter, Readonly<Record<string, number>>][] = [
  ['studio', { kind: 'movie', studio }, { [studio]: 2, [other]: 1 }],
  ['studio', { kind: ['supplement', 'short'], ...both }, { [studio]: 2 }],
  ['kind', { ...both, kind: 'supplement' }, { movie: 3, short: 1, supplement: 1 }],
  ['kind', { studio, coverage: ['going-dark', 'gap-ahead'] }, { movie: 1, short: 1 }],
  ['kind', { studio, closed: ['retired', 'void'] }, { movie: 2 }],
  [
    'coverage',
    { studio, coverage: 'on-offer' },
    { 'on-offer': 2, 'off-offer': 2, 'going-dark': 1, 'gap-ahead': 1 },
  ],
  ['coverage', { studio: other }, { 'on-offer': 1, 'going-dark': 1 }],
  ['closed', { studio, closed: 'void' }, { retired: 1, void: 1 }],
  ['closed', { studio: other }, {}],
  // Of the other studio nothing is spelled so, so its list shows what is meant.
  ['studio', { text: 'harbor', ...both }, { [studio]: 2, [other]: 1 }],
  ['kind', { text: 'lantrn', studio }, { movie: 1 }],
  ['kind', { text: 'zzyzx quux', studio }, {}],
];

describe('under the other filters, the values are counted', () => {
  it.each(CASES)('%s with %o', async (of, filter, counts) => {
    const found = await views.filterCounts(of, filter, TODAY);
    const here = of === 'studio' ? Object.keys({ [studio]: 0, [other]: 0 }) : Object.keys(found);
    const known = here.filter((value) => found[value] !== undefined);
    expect(Object.fromEntries(known.map((value) => [value, found[value]]))).toEqual(counts);
    for (const value of known) {
      const alone = { ...filter, [of]: value };
      expect(await views.count(alone, TODAY)).toBe(found[value]);
      const { total } = await views.list({ filter: alone, today: TODAY, pageSize: 1 });
      expect(total).toBe(found[value]);
    }
  });
});

function title(
  name: string,
  kind: string,
  offers: readonly (typeof summer)[],
  of = studio,
): Promise<string> {
  return seed.title({
    ...{ title: name, kind, studio: of },
    offers: offers.map((offer) => [license, offer] as const),
  });
}

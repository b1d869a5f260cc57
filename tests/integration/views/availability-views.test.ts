import { expect, it } from 'vitest';
import type { AvailabilityQuestion } from '../../../src/domain/content/availability-question';
import type { Territory } from '../../../src/domain/values/territory';
import { PrismaAvailabilityViews } from '../../../src/adapters/postgres/content/availability-views';
import { availabilityOf } from '../../../src/domain/content/availability';
import { DateRange } from '../../../src/domain/values/date-range';
import { linePricesInWords } from '../../../src/domain/price-table/line-prices';
import {
  changePrices,
  recordPriceTable,
} from '../../../src/service/price-table/price-table-service';
import { aCommand } from '../../builders/command-builders';
import { aName, anId, aTierLine, days } from '../../builders/license-builders';
import { anEdit } from '../../builders/price-table-builders';
import { offerFor, SeedData } from '../support-titles';
import { testDatabase } from '../support';

const database = await testDatabase();
const views = new PrismaAvailabilityViews(database.prisma);
const seed = new SeedData(database.unitOfWork);

const spring = offerFor('Spring', days('2026-03-01', '2026-05-31'));
const summer = offerFor('Summer', days('2026-06-01', '2026-08-31'));
const open = offerFor('Open', days('2026-10-01', null));

it('return every license of which a title has an offer, with its terms', async () => {
  const license = await seed.license({ name: 'Library', offers: [spring] });
  const title = await seed.title({ title: 'Low Orbit', offers: [[license, spring]] });

  const [rights] = await views.rights([title], asTvod('2026-03-01', '2026-03-01'));

  expect(rights).toMatchObject({
    contentId: title,
    title: 'Low Orbit',
    licenses: [
      {
        licenseId: license,
        licenseName: 'Library',
        licenseVersion: 2,
        rightsType: 'TVOD',
        territories: ['CA', 'US'],
        devices: ['tv', 'mobile'],
      },
    ],
  });
  expect(rights?.licenses[0]?.window.toData()).toEqual({ startsOn: '2026-01-01', endsOn: null });
});

it('return all offers of the title, and other offers of the license with a day in question', async () => {
  const license = await seed.license({ offers: [spring, summer, open] });
  const title = await seed.title({ offers: [[license, open]] });

  const [rights] = await views.rights([title], asTvod('2026-05-31', '2026-05-31'));

  expect(names(rights?.licenses[0]?.assigned)).toEqual(['Open']);
  expect(names(rights?.licenses[0]?.unassigned)).toEqual(['Spring']);
});

it.each([
  ['2026-05-31', 'yes', 'Spring'],
  ['2026-06-01', 'no', null],
  ['2026-09-30', 'no', null],
  ['2026-10-01', 'yes', 'Open'],
  ['9999-12-30', 'yes', 'Open'],
])('answer for %s with %s', async (day, verdict, offer) => {
  const license = await seed.license({ offers: [spring, summer, open] });
  const title = await seed.title({
    offers: [
      [license, spring],
      [license, open],
    ],
  });

  const answer = await answerFor(title, day, day);

  expect(answer.verdict).toBe(verdict);
  expect(answer.spans.map((span) => (span.available ? span.offer.name : null))).toEqual([offer]);
});

it('answer for a span by day, with the next available day', async () => {
  const license = await seed.license({ offers: [spring, summer, open] });
  const title = await seed.title({
    offers: [
      [license, spring],
      [license, open],
    ],
  });

  const answer = await answerFor(title, '2026-05-30', '2026-09-30');

  expect(answer.verdict).toBe('partly');
  expect(answer.nextYes).toBe('2026-10-01');
  expect(
    answer.spans.map((span) => [
      span.days.toString(),
      span.available ? span.offer.name : span.obstacle.kind,
    ]),
  ).toEqual([
    ['30 – 31 May 2026', 'Spring'],
    ['1 Jun – 31 Aug 2026', 'not-assigned'],
    ['1 – 30 Sep 2026', 'no-offer'],
  ]);
});

it('return the other rights types of a title, without their offers', async () => {
  const license = await seed.license({ rightsType: 'SVOD', offers: [spring] });
  const title = await seed.title({ offers: [[license, spring]] });

  const [rights] = await views.rights([title], asTvod('2026-03-01', '2026-03-01'));

  expect(rights?.licenses).toMatchObject([{ rightsType: 'SVOD', assigned: [], unassigned: [] }]);
  expect((await answerFor(title, '2026-03-01', '2026-03-01')).spans).toMatchObject([
    { obstacle: { kind: 'not-licensed-there', otherwise: ['SVOD'] } },
  ]);
});

it('keep titles that share a license apart', async () => {
  const license = await seed.license({ offers: [spring, summer] });
  const one = await seed.title({ offers: [[license, spring]] });
  const other = await seed.title({ offers: [[license, summer]] });

  const rights = await views.rights([one, other], asTvod('2026-03-01', '2026-08-31'));

  expect(rights.map(({ licenses }) => names(licenses[0]?.assigned))).toEqual([
    ['Spring'],
    ['Summer'],
  ]);
  expect(rights.map(({ licenses }) => names(licenses[0]?.unassigned))).toEqual([
    ['Summer'],
    ['Spring'],
  ]);
});

it('answer in the order of the ids, without unknown ones', async () => {
  const license = await seed.license({ offers: [spring] });
  const titles = [
    await seed.title({ offers: [[license, spring]] }),
    await seed.title({ offers: [[license, spring]] }),
  ];
  const wanted = [anId(), ...titles.toReversed()];

  const rights = await views.rights(wanted, asTvod('2026-03-01', '2026-03-01'));

  expect(rights.map(({ contentId }) => contentId)).toEqual(titles.toReversed());
});

it('tell what a tier costs in the territory, from the table of the studio, however it is spelt', async () => {
  const studio = aName('Élan');
  const offer = { ...spring, prices: [aTierLine('Tier 1')] };
  const license = await seed.license({ studio, offers: [offer] });
  const title = await seed.title({ offers: [[license, offer]] });
  const priced = { rightsType: 'TVOD', price: 499 };
  await recordPriceTable(
    {
      ...aCommand(),
      ...{ priceTableId: anId(), studio: studio.toUpperCase() },
      prices: [
        anEdit(priced),
        anEdit({ ...priced, territory: 'US', price: 599 }),
        anEdit({ ...priced, territory: 'US', price: 699, startsOn: '2026-04-01' }),
        anEdit({ ...priced, territory: 'US', price: 799, startsOn: '2026-09-01' }),
        anEdit({ ...priced, territory: 'DE', price: 899 }),
        anEdit({ territory: 'US' }),
      ],
    },
    database.unitOfWork,
  );

  const { spans } = await answerFor(title, '2026-03-31', '2026-04-01');
  const [rights] = await views.rights([title], asTvod('2026-03-31', '2026-04-01'));

  expect(spans.map((span) => span.available && linePricesInWords(span.prices))).toEqual([
    'Tier 1: $5.99',
    'Tier 1: $6.99',
  ]);
  expect(rights?.licenses[0]?.table.entries.every(({ rightsType }) => rightsType === 'TVOD')).toBe(
    true,
  );
});

it('tell what a tier costs from now on as soon as its price table has changed', async () => {
  const studio = aName('Amber');
  const offer = { ...spring, prices: [aTierLine('Tier 1')] };
  const license = await seed.license({ studio, offers: [offer] });
  const title = await seed.title({ offers: [[license, offer]] });
  const table = { priceTableId: anId(), studio };
  const price = async () => {
    const { spans } = await answerFor(title, '2026-03-31', '2026-03-31');
    return spans.map((span) => span.available && linePricesInWords(span.prices));
  };
  expect(await price()).toEqual(['Tier 1: no amount yet']);
  const fifth = anEdit({ rightsType: 'TVOD', price: 500 });
  await recordPriceTable({ ...aCommand(), ...table, prices: [fifth] }, database.unitOfWork);
  expect(await price()).toEqual(['Tier 1: $5.00']);
  expect(await price()).toEqual(['Tier 1: $5.00']);
  for (const [expectedVersion, words] of [
    [1, 'Tier 1: $6.00'],
    [2, 'Tier 1: $7.00'],
  ] as const) {
    const prices = [anEdit({ rightsType: 'TVOD', price: 500 + expectedVersion * 100 })];
    await changePrices({ ...aCommand(), ...table, expectedVersion, prices }, database.unitOfWork);
    expect(await price()).toEqual([words]);
  }
});

/** A question about the days from the first to the last, inclusive. */
function asTvod(first: string, last: string) {
  const days = DateRange.fromDays(first, last);
  return { rightsType: 'TVOD', territory: 'US' as Territory, days } as const;
}

async function answerFor(title: string, first: string, last: string) {
  const question: AvailabilityQuestion = {
    territory: 'US' as Territory,
    device: 'tv',
    rightsType: 'TVOD',
    days: DateRange.fromDays(first, last),
  };
  const [rights] = await views.rights([title], question);
  if (rights === undefined) throw new Error('The title was not read.');
  return availabilityOf(rights, question);
}

function names(offers: readonly { readonly name: string }[] | undefined): string[] | undefined {
  return offers?.map(({ name }) => name);
}

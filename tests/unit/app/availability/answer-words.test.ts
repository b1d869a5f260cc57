import { Languages, requireLanguageTag } from '../../../../src/domain/values/languages';
import { describe, expect, it } from 'vitest';
import type {
  AvailabilityQuestion,
  LicenseRights,
  Obstacle,
} from '../../../../src/domain/content/availability-question';
import { questionWords, remedyFor, verdictWords } from '@/availability/answer-words';
import { obstacleWords } from '@/words/obstacle-words';
import { answerRows, ANSWER_COLUMNS } from '@/availability/answer-table';
import { availabilityOf } from '../../../../src/domain/content/availability';
import { DateRange, isoDate } from '../../../../src/domain/values/date-range';
import { Prices } from '../../../../src/domain/price-table/prices';
import { deviceSet } from '../../../../src/domain/values/device';
import { territorySet } from '../../../../src/domain/values/territory';
import type { PriceEdit } from '../../../../src/domain/price-table/price-cell';
import { anEdit } from '../../../builders/price-table-builders';
import { anOffer, aTierLine, days, prices } from '../../../builders/license-builders';
import { aLicensedOffer } from '../../../builders/content-builders';

const spring = anOffer({
  name: 'Spring',
  prices: prices('4.99'),
  window: days('2026-03-01', '2026-03-31'),
});
const license: LicenseRights = {
  licenseId: 'a1',
  licenseVersion: 3,
  licenseName: 'Library 2026',
  studio: 'Halcyon Pictures',
  rightsType: 'TVOD',
  territories: territorySet(['US']),
  devices: deviceSet(['tv']),
  formats: null,
  languages: Languages.ALL,
  window: DateRange.fromDays('2026-01-01', '2026-12-31'),
  table: Prices.NONE,
  assigned: [spring],
  unassigned: [],
};

const [FRENCH, GERMAN] = [
  requireLanguageTag('fr', 'languages'),
  requireLanguageTag('de', 'languages'),
];

function question(first: string, last = first): AvailabilityQuestion {
  const [territory] = territorySet(['US']);
  if (territory === undefined) throw new Error('There is one.');
  return { territory, device: 'tv', rightsType: 'TVOD', days: DateRange.fromDays(first, last) };
}

function answer(first: string, last = first) {
  const title = {
    ...{ contentId: 'c1', title: 'Low Orbit' },
    ...{ licenses: [license], takedowns: [], closing: null },
  };
  return availabilityOf(title, question(first, last));
}

describe('the question, read back', () => {
  it.each([
    [{ filter: {}, named: 0 }, 'every title'],
    [
      { filter: { kind: 'movie', studio: 'Halcyon', text: 'salt' }, named: 0 },
      'every movie of Halcyon that matches “salt”',
    ],
    [{ filter: {}, named: 1 }, 'this title'],
    [{ filter: {}, named: 12 }, 'these 12 titles'],
  ])('names the titles: %j', (titles, words) => {
    expect(questionWords(question('2026-03-01'), titles)).toBe(
      `Available in United States · TV · TVOD: ${words}, on 1 Mar 2026?`,
    );
  });

  it('names the language, when one is asked about', () => {
    const asked = { ...question('2026-03-01'), language: FRENCH };

    expect(questionWords(asked, { filter: {}, named: 1 })).toBe(
      'Available in United States · TV · TVOD · French: this title, on 1 Mar 2026?',
    );
  });

  it('names both days of a span, and its length', () => {
    expect(questionWords(question('2026-03-01', '2026-04-09'), { filter: {}, named: 0 })).toContain(
      'every day 1 Mar 2026 – 9 Apr 2026 (40 days)?',
    );
  });
});

describe('the verdict', () => {
  it.each([
    ['2026-03-01', '2026-03-01', ['Yes', null, null]],
    ['2026-03-01', '2026-03-31', ['Yes', 'all 31 days', null]],
    ['2026-03-31', '2026-04-01', ['Partly', '1 of 2 days', 'No upcoming date']],
    ['2026-02-28', '2026-03-01', ['Partly', '1 of 2 days', 'Yes again from 1 Mar 2026']],
    ['2026-02-01', '2026-02-01', ['No', null, 'Yes from 1 Mar 2026']],
    ['2026-04-01', '2026-04-01', ['No', null, 'No upcoming date']],
  ])('%s to %s: %j', (first, last, words) => {
    const { word, extent, nextYes } = verdictWords(answer(first, last));

    expect([word, extent, nextYes]).toEqual(words);
  });
});

describe('each obstacle has a sentence and a way to put it right', () => {
  const obstacles: [Obstacle, string, string][] = [
    [{ kind: 'retired', reason: 'Rights reverted' }, 'Retired: Rights reverted.', '/content/c1'],
    [{ kind: 'void', reason: 'Registered twice.' }, 'Void: Registered twice.', '/content/c1'],
    [
      { kind: 'not-licensed-there', otherwise: [] },
      'Not licensed in United States: no license of this title covers it.',
      '/content/c1',
    ],
    [
      { kind: 'not-licensed-there', otherwise: ['EST', 'SVOD'] },
      'Not licensed in United States as TVOD, only as EST and SVOD.',
      '/content/c1',
    ],
    [
      { kind: 'not-for-device', license, offer: null },
      'Licensed, but not for TV: Library 2026 does not cover it.',
      '/licenses/a1',
    ],
    [
      { kind: 'not-for-device', license, offer: spring },
      'Licensed, but Spring is not for TV.',
      '/licenses/a1',
    ],
    [
      { kind: 'not-in-language', license, only: [FRENCH, GERMAN] },
      'Only for French and German.',
      '/licenses/a1',
    ],
    [
      { kind: 'held-back', license, language: FRENCH, until: null },
      'French is held back by Library 2026.',
      '/licenses/a1',
    ],
    [
      { kind: 'held-back', license, language: FRENCH, until: { ...license, licenseName: 'Later' } },
      'French is held back by Library 2026 until Later starts on 1 Jan 2026.',
      '/licenses/a1',
    ],
    [
      { kind: 'not-started', license, startsOn: isoDate('2026-12-01') },
      'Not started: Library 2026 starts on 1 Dec 2026.',
      '/licenses/a1',
    ],
    [
      { kind: 'ended', license, lastDay: isoDate('2026-10-31') },
      'Ended: the last day of Library 2026 was 31 Oct 2026.',
      '/licenses/a1',
    ],
    [
      { kind: 'no-offer', license },
      'No offer: Library 2026 has a free slot there.',
      '/licenses/a1',
    ],
    [
      { kind: 'not-assigned', license, offer: spring },
      'Not assigned: Library 2026 offers Spring, $4.99, but the title does not have it.',
      '/content/c1',
    ],
    [
      {
        kind: 'blocked',
        license,
        offer: spring,
        by: aLicensedOffer({ licenseName: 'Festival', offer: { name: 'Premiere' } }),
      },
      'Blocked: Spring of Library 2026 clashes with Premiere of Festival, which the title has.',
      '/content/c1',
    ],
  ];
  it.each(obstacles)('%#', (obstacle, words, address) => {
    expect(obstacleWords(obstacle, question('2026-03-01'))).toBe(words);
    expect(remedyFor(obstacle, 'c1').address).toBe(address);
  });
});

it('a row of the table stands for each span, in the same words', () => {
  const title = { contentId: 'c1', title: 'Low Orbit', kind: 'movie', studio: 'Halcyon Pictures' };

  const rows = answerRows(
    { ...title, availability: answer('2026-03-31', '2026-04-01') },
    question('2026-03-31', '2026-04-01'),
  );

  expect(
    rows.map((row) => Object.fromEntries(ANSWER_COLUMNS.map((name, place) => [name, row[place]]))),
  ).toMatchObject([
    {
      'First day': '2026-03-31',
      'Last day': '2026-03-31',
      Available: 'Yes',
      Price: '4.99',
      Reason: '',
    },
    {
      ...{ 'First day': '2026-04-01', Available: 'No', Price: '', License: 'Library 2026' },
      ...{
        Reason: 'No offer: Library 2026 has a free slot there.',
        'Answer for all days': 'Partly',
      },
    },
  ]);
});

it('the CSV has the amount, the currency and the name of a tier, and no amount where there is none yet', () => {
  const tiered = (...cells: PriceEdit[]) => {
    const offer = anOffer({
      prices: [aTierLine('Tier 1')],
      window: days('2026-03-01', '2026-03-31'),
    });
    const rights = { ...license, table: Prices.NONE.with(cells), assigned: [offer] };
    const about = { contentId: 'c1', title: 'Low Orbit' };
    const availability = availabilityOf(
      { ...about, licenses: [rights], takedowns: [], closing: null },
      question('2026-03-31'),
    );
    const [row = []] = answerRows(
      { ...about, kind: null, studio: null, availability },
      question('2026-03-31'),
    );
    return ['Available', 'Price', 'Currency', 'Price tier'].map(
      (name) => row[ANSWER_COLUMNS.findIndex((column) => column === name)],
    );
  };

  expect(tiered(anEdit({ rightsType: 'TVOD', price: 499 }))).toEqual([
    'Yes',
    '4.99',
    'USD',
    'Tier 1',
  ]);
  expect(tiered()).toEqual(['Yes', '', '', 'Tier 1']);
});

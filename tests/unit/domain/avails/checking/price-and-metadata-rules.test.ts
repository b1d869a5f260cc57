import { describe, expect, it } from 'vitest';
import type { ImportRules } from '../../../../../src/domain/avails/import-rules';
import type { Cells } from '../../../../builders/sheet-builders';
import {
  COLLECTION,
  EPISODE,
  MOVIE,
  SEASON,
  checkOf,
  onlyEntry,
  problemLines,
} from '../../../../builders/sheet-builders';

function problemsOf(cells: Cells, rules: Partial<ImportRules> = {}): string[] {
  return problemLines(checkOf([cells], rules)).map((line) => line.replace(/^\d+ /, ''));
}

type Case = readonly [what: string, changed: Cells, ...expected: string[]];
type CaseOf = readonly [what: string, base: Cells, changed: Cells, ...expected: string[]];

function cases(list: readonly Case[]) {
  return list.map(([what, changed, ...expected]) => ({ what, changed, expected }));
}

function casesOf(list: readonly CaseOf[]) {
  return list.map(([what, base, changed, ...expected]) => ({ what, base, changed, expected }));
}

function price(type: string, value: string, others: Cells = {}): Cells {
  return { 'AvailTrans/PriceType': type, 'AvailTrans/PriceValue': value, ...others };
}

const VALUE = 'AvailTrans/PriceValue';
const CURRENCY = 'AvailTrans/PriceCurrency';

describe('R6: a price', () => {
  it.each(
    cases([
      ['is missing', price('', ''), `R6 error ${VALUE}`],
      ['is not asked for', price('NA', 'NA'), `R6 error ${VALUE}`],
      ['has a type without a value', price('WSP', ''), `R6 error ${VALUE}`],
      ['has a value without a type', price('', '9.99'), 'R6 error AvailTrans/PriceType'],
      ['has a value although its type is NA', price('NA', '9.99'), `R6 error ${VALUE}`],
      ['has no value although its type needs one', price('Tier', 'NA'), `R6 error ${VALUE}`],
      ['is decided', price('WSP', 'TBD'), `R6 error ${VALUE}`],
      ['is not negative', price('WSP', '-9.99'), `R6 error ${VALUE}`],
      ['may have a plus', price('WSP', '+9.99')],
      ['has no sign', price('WSP', '$9.99'), `R6 error ${VALUE}`],
      ['has no commas', price('WSP', '1,000.00'), `R6 error ${VALUE}`],
      ['has a point', price('WSP', '9,99'), `R6 error ${VALUE}`],
      ['has two digits', price('WSP', '9.999'), `R6 error ${VALUE}`],
      ['has three digits of a dinar', price('WSP', '9.999', { [CURRENCY]: 'KWD' })],
      ['has no digits of a yen', price('WSP', '9.5', { [CURRENCY]: 'JPY' }), `R6 error ${VALUE}`],
      ['is not too large', price('WSP', '21474836.48'), `R6 error ${VALUE}`],
      ['is as large as can be', price('WSP', '21474836.47')],
      ['is free', price('WSP', '0'), `R7 warning ${VALUE}`],
      ['is a penny', price('WSP', '0.01')],
      [
        'has a column of its own for consumers',
        price('SRP', '9.99'),
        'R6 error AvailTrans/PriceType',
      ],
      ['is in that column', price('', '', { 'AvailTrans/SRP': '9.99' })],
      [
        'in that column is one',
        price('', '', { 'AvailTrans/SRP': 'x' }),
        'R6 error AvailTrans/SRP',
      ],
      [
        'in that column is free',
        price('', '', { 'AvailTrans/SRP': '0' }),
        'R7 warning AvailTrans/SRP',
      ],
      ['has a currency', { [CURRENCY]: '' }, `R7 warning ${CURRENCY}`],
      ['has a currency in capitals', { [CURRENCY]: 'usd' }, `R6 error ${CURRENCY}`],
      ['has a currency that is in use', { [CURRENCY]: 'HRK' }, `R6 error ${CURRENCY}`],
      ['has a currency that is new', { [CURRENCY]: 'XCG' }],
      ['is a tier', price('Tier', '2')],
    ]),
  )('$what', ({ changed, expected }) => {
    expect(problemsOf({ ...MOVIE, ...changed })).toEqual(expected);
  });

  it.each<readonly [string, Cells, number, string]>([
    ['is a wholesale price', price('WSP', '9.99'), 999, 'USD'],
    ['of an episode, too', price('EpisodeWSP', '1.99'), 199, 'USD'],
    [
      'is the suggested retail price, if there is one',
      price('WSP', '5', { 'AvailTrans/SRP': '9.99' }),
      999,
      'USD',
    ],
    ['is in its currency', price('DMRP', '550', { [CURRENCY]: 'JPY' }), 550, 'JPY'],
    ['is in the currency of the rules', price('SMRP', '4.5', { [CURRENCY]: '' }), 450, 'EUR'],
  ])('%s', (_what, changed, minor, currency) => {
    const entry = onlyEntry(checkOf([{ ...MOVIE, ...changed }], { currency: 'EUR' }));
    expect(entry).toMatchObject({ price: { amount: { minor, currency } }, reduction: false });
  });
});

describe('a price that is a name', () => {
  it.each<readonly [string, Cells, object]>([
    ['is a tier', price('Tier', '2'), { kind: 'WSP', tier: 'Tier 2' }],
    ['is a tier with a name', price('Tier', 'Tier 2'), { kind: 'WSP', tier: 'Tier 2' }],
    ['is a category', price('Category', 'NR'), { kind: 'WSP', tier: 'NR' }],
    ['is a fee', price('LicenseFee', 'Flat'), { kind: 'LicenseFee', tier: 'Flat' }],
    [
      'is a fee with an amount',
      price('LicenseFee', '5'),
      { kind: 'LicenseFee', amount: { minor: 500, currency: 'USD' } },
    ],
    [
      'gives way to a suggested retail price',
      price('Tier', '2', { 'AvailTrans/SRP': '9.99' }),
      { kind: 'SRP', amount: { minor: 999, currency: 'USD' } },
    ],
  ])('%s', (_what, changed, expected) => {
    const none = { amount: null, tier: null };
    expect(onlyEntry(checkOf([{ ...MOVIE, ...changed }])).price).toEqual({ ...none, ...expected });
  });

  it('may be a temporary one', () => {
    const entry = onlyEntry(checkOf([{ ...MOVIE, ...price('TPR-Category', 'NR') }]));
    expect(entry).toMatchObject({ price: { tier: 'NR' }, reduction: true });
  });

  it('is not longer than the name of a tier', () => {
    const row = { ...MOVIE, ...price('Tier', 'x'.repeat(61)) };
    expect(problemsOf(row)).toEqual([`R6 error ${VALUE}`]);
  });
});

describe('a right', () => {
  const na = price('NA', 'NA');
  it.each<readonly [string, string, string, string]>([
    ['EST', '', 'EST', ''],
    ['VOD', 'New Release', 'TVOD', 'New Release'],
    ['VOD', 'PVOD', 'PVOD', 'PVOD'],
    ['EST', 'PVOD', 'EST', 'PVOD'],
    ['SVOD', '', 'SVOD', ''],
    ['Library', '', 'SVOD', 'Library'],
    ['Library', 'Classics', 'SVOD', 'Classics'],
    ['AVOD', '', 'AVOD', ''],
    ['AVOD', 'FAST', 'FAST', 'FAST'],
    ['FVOD', '', 'FVOD', ''],
  ])('%s “%s” is %s “%s”', (licenseType, given, rightsType, description) => {
    const cells = {
      ...MOVIE,
      'AvailTrans/LicenseType': licenseType,
      'AvailTrans/LicenseRightsDescription': given,
    };
    expect(onlyEntry(checkOf([cells]))).toMatchObject({ rightsType, description });
  });

  it('of a subscription or with advertising needs no price and is free without one', () => {
    for (const licenseType of ['SVOD', 'Library', 'AVOD', 'FVOD'])
      for (const none of [na, price('', '')]) {
        const file = checkOf([{ ...MOVIE, ...none, 'AvailTrans/LicenseType': licenseType }]);
        expect(problemLines(file)).toEqual([]);
        expect(onlyEntry(file).price.amount).toEqual({ minor: 0, currency: 'USD' });
      }
  });

  it.each(['EST', 'VOD'])('of %s needs a price', (licenseType) => {
    expect(problemsOf({ ...MOVIE, ...na, 'AvailTrans/LicenseType': licenseType })).toEqual([
      `R6 error ${VALUE}`,
    ]);
  });

  it.each(['Pre-Release', 'Pre-release'])(
    'of %s is a premium rental, with a word',
    (licenseType) => {
      const file = checkOf([{ ...MOVIE, 'AvailTrans/LicenseType': licenseType }]);
      expect(problemLines(file)).toEqual(['4 R2 warning AvailTrans/LicenseType']);
      expect(onlyEntry(file).rightsType).toBe('PVOD');
    },
  );
});

describe('the rules for the rest of a row', () => {
  const preOrder = { 'AvailTrans/LicenseType': 'POEST' };
  const US = { 'AvailTrans/Territory': 'US' };
  const rated = (system: string, value: string) => ({
    'AvailMetadata/RatingSystem': system,
    'AvailMetadata/RatingValue': value,
  });
  it.each(
    casesOf([
      [
        'R8: a pre-order needs its first day',
        MOVIE,
        preOrder,
        'R8 error AvailTrans/SuppressionLiftDate',
      ],
      [
        'R8: and then is fine',
        MOVIE,
        {
          ...preOrder,
          'AvailTrans/SuppressionLiftDate': '2027-02-01',
          'AvailTrans/SpecialPreOrderFulfillDate': '2027-03-01',
        },
      ],
      [
        'R8: only a pre-order is delivered on a day',
        MOVIE,
        { 'AvailTrans/SpecialPreOrderFulfillDate': '2027-03-01' },
        'R8 error AvailTrans/SpecialPreOrderFulfillDate',
      ],
      [
        'R9: an episode has a number',
        EPISODE,
        { 'AvailMetadata/EpisodeNumber': '3a' },
        'R9 error AvailMetadata/EpisodeNumber',
      ],
      [
        'R9: that is whole',
        EPISODE,
        { 'AvailMetadata/EpisodeNumber': '3.5' },
        'R9 error AvailMetadata/EpisodeNumber',
      ],
      ['R9: that can be a date', EPISODE, { 'AvailMetadata/EpisodeNumber': '20270304' }],
      ['R9: that can be 11,500', EPISODE, { 'AvailMetadata/EpisodeNumber': '11500' }],
      [
        'R9: and no more',
        EPISODE,
        { 'AvailMetadata/EpisodeNumber': '100000000' },
        'R9 error AvailMetadata/EpisodeNumber',
      ],
      [
        'R9: a season has a number',
        SEASON,
        { 'AvailMetadata/SeasonNumber': 'two' },
        'R9 error AvailMetadata/SeasonNumber',
      ],
      [
        'R9: a season is no episode',
        SEASON,
        { 'AvailAsset/EpisodeContentID': 'x' },
        'R9 warning AvailAsset/EpisodeContentID',
      ],
      [
        'R10: a collection has members',
        COLLECTION,
        { 'Avail/BundledALIDs': '' },
        'R10 error Avail/BundledALIDs',
      ],
      [
        'R10: that are some',
        COLLECTION,
        { 'Avail/BundledALIDs': ' ; ' },
        'R10 error Avail/BundledALIDs',
      ],
      [
        'R10: and not itself',
        COLLECTION,
        { 'Avail/BundledALIDs': 'a;md:alid:org:northlight.example:harbors' },
        'R10 error Avail/BundledALIDs',
      ],
      [
        'R10: that are identifiers',
        COLLECTION,
        { 'Avail/BundledALIDs': 'a b;c' },
        'R10 error Avail/BundledALIDs',
      ],
      [
        'R10: and have semicolons between',
        COLLECTION,
        { 'Avail/BundledALIDs': 'a,b' },
        'R10 warning Avail/BundledALIDs',
      ],
      [
        'R10: a movie has none',
        MOVIE,
        { 'Avail/BundledALIDs': 'a;b' },
        'R10 error Avail/BundledALIDs',
      ],
      [
        'R10: a bonus belongs to a title of the file',
        MOVIE,
        { 'Reference/RefALID': 'a' },
        'R10 warning Reference/RefALID',
      ],
      [
        'R11: the United States ask for captions',
        MOVIE,
        US,
        'R11 warning AvailMetadata/CaptionIncluded',
      ],
      ['R11: which are included', MOVIE, { ...US, 'AvailMetadata/CaptionIncluded': 'Yes' }],
      [
        'R11: or are not, and why',
        MOVIE,
        { ...US, 'AvailMetadata/CaptionIncluded': 'No' },
        'R11 warning AvailMetadata/CaptionExemption',
      ],
      [
        'R11: for a reason',
        MOVIE,
        { ...US, 'AvailMetadata/CaptionIncluded': 'No', 'AvailMetadata/CaptionExemption': '4' },
      ],
      [
        'R12: a language is a tag',
        MOVIE,
        { 'AvailTrans/AssetLanguage': 'English' },
        'R12 error AvailTrans/AssetLanguage',
      ],
      ['R12: with parts', MOVIE, { 'AvailTrans/AssetLanguage': 'zh-Hant-TW, es-419, x-own' }],
      [
        'R12: of the right kind',
        MOVIE,
        { 'AvailTrans/AssetLanguage': 'en_US' },
        'R12 error AvailTrans/AssetLanguage',
      ],
      [
        'R12: each of them',
        MOVIE,
        { 'AvailTrans/HoldbackLanguage': 'english, français' },
        'R12 error AvailTrans/HoldbackLanguage',
        'R12 error AvailTrans/HoldbackLanguage',
      ],
      [
        'R12: with what is delivered',
        MOVIE,
        {
          'AvailTrans/AssetLanguage': 'EN:audio',
          'AvailTrans/AllowedLanguages': 'es:subdub, fr:sub',
        },
      ],
      [
        'R12: that is known',
        MOVIE,
        { 'AvailTrans/AssetLanguage': 'en:smell' },
        'R12 error AvailTrans/AssetLanguage',
      ],
      [
        'R12: once',
        MOVIE,
        { 'AvailTrans/AssetLanguage': 'en:sub:dub' },
        'R12 error AvailTrans/AssetLanguage',
      ],
      [
        'R12: not both allowed and held back',
        MOVIE,
        { 'AvailTrans/AllowedLanguages': 'en,FR', 'AvailTrans/HoldbackLanguage': 'fr' },
        'R12 warning AvailTrans/HoldbackLanguage',
      ],
      [
        'R12: one or the other',
        MOVIE,
        { 'AvailTrans/AllowedLanguages': 'en', 'AvailTrans/HoldbackLanguage': 'fr' },
      ],
      [
        'R12: delivered if it has to be',
        MOVIE,
        { 'AvailTrans/RequiredFulfillmentLanguages': 'en,fr' },
        'R12 warning AvailTrans/RequiredFulfillmentLanguages',
      ],
      ['R12: as it is', MOVIE, { 'AvailTrans/RequiredFulfillmentLanguages': 'EN' }],
      [
        'R13: a rating has a system',
        MOVIE,
        rated('', 'PG'),
        'R13 warning AvailMetadata/RatingSystem',
      ],
      ['R13: that is known', MOVIE, rated('Stars', '5'), 'R13 warning AvailMetadata/RatingSystem'],
      ['R13: to the letter', MOVIE, rated('chvrs', 'PG'), 'R13 warning AvailMetadata/RatingSystem'],
      [
        'R13: a system has a rating',
        MOVIE,
        rated('CHVRS', ''),
        'R13 warning AvailMetadata/RatingValue',
      ],
      [
        'R13: that is known',
        MOVIE,
        rated('CHVRS', 'PG-13'),
        'R13 warning AvailMetadata/RatingValue',
      ],
      ['R13: of the territory', MOVIE, rated('CHVRS', '14A')],
      [
        'R13: and not of another',
        MOVIE,
        rated('FSK', '16'),
        'R13 warning AvailMetadata/RatingSystem',
      ],
      ['R13: or of all', MOVIE, rated('UNRATED', 'ALL')],
      [
        'L2: a person must review the row',
        MOVIE,
        { 'Avail/ExceptionFlag': 'yes' },
        'L2 warning Avail/ExceptionFlag',
      ],
      ['L2: or is not', MOVIE, { 'Avail/ExceptionFlag': 'No' }],
    ]),
  )('$what', ({ base, changed, expected }) => {
    expect(problemsOf({ ...base, ...changed })).toEqual(expected);
  });

  it('L2: a row that needs review is marked', () => {
    expect(onlyEntry(checkOf([{ ...MOVIE, 'Avail/ExceptionFlag': 'Y' }])).exception).toBe(true);
  });
});

describe('a row that removes rights', () => {
  const nonsense = {
    'AvailTrans/Territory': 'US',
    'AvailTrans/Start': '1999-12-31',
    'AvailTrans/End': '1999-12-30',
    ...price('WSP', 'x', { [CURRENCY]: '' }),
  };

  it.each([
    ['Full Delete', 'delete'],
    ['Delete', 'remove'],
  ])('by %s has neither window nor price', (entryType, action) => {
    const cells = {
      ...MOVIE,
      ...nonsense,
      'Disposition/EntryType': entryType,
      'Avail/AvailID': 'a',
    };
    const file = checkOf([cells]);
    expect(problemLines(file)).toEqual([]);
    expect(onlyEntry(file)).toMatchObject({ action, territories: ['US'], rightsType: 'EST' });
  });

  it('keeps the title and the rights to remove', () => {
    const cells = { ...MOVIE, ...nonsense, 'Disposition/EntryType': 'Full Delete' };
    expect(
      problemsOf({ ...cells, 'AvailTrans/Territory': '', 'AvailTrans/LicenseType': 'x' }),
    ).toEqual(['R1 error AvailTrans/Territory', 'R2 error AvailTrans/LicenseType']);
  });
});

describe('the contract of a row', () => {
  it('is that of the row, otherwise that of the rules', () => {
    const named = { ...MOVIE, 'AvailTrans/ContractID': 'NL-7' };
    expect(onlyEntry(checkOf([named], { contract: 'NL-1' })).contract).toBe('NL-7');
    expect(onlyEntry(checkOf([MOVIE], { contract: 'NL-1' })).contract).toBe('NL-1');
    expect(onlyEntry(checkOf([MOVIE])).contract).toBeNull();
  });
});

describe('the end of a window', () => {
  const end = (text: string) => ({ ...MOVIE, 'AvailTrans/End': text });
  it.each([
    ['2027-05-31', 'inclusive', '2027-06-01'],
    ['2027-05-31', 'exclusive', '2027-05-31'],
    ['2027-05-31T00:00:00', 'inclusive', '2027-05-31'],
    ['2027-05-31T23:59:59', 'exclusive', '2027-06-01'],
    ['2027-05-31T23:59:59.997', 'exclusive', '2027-06-01'],
    ['2027-05-31T23:59:59.990', 'inclusive', '2027-06-01'],
    ['2027-05-31T23:59:59.999Z', 'inclusive', '2027-06-01'],
    ['2027-05-31T24:00:00', 'exclusive', '2027-06-01'],
    ['2027-05-31T24:00:00.000', 'inclusive', '2027-06-01'],
    ['9999-12-31', 'inclusive', null],
    ['9999-12-31', 'exclusive', null],
    ['Open', 'exclusive', null],
  ] as const)('%s, %s, is %s', (text, endDates, day) => {
    expect(onlyEntry(checkOf([end(text)], { endDates })).window.endsOn).toBe(day);
  });

  it('is limited by the length', () => {
    const row = { ...end('Open'), 'AvailTrans/WindowDuration': 'P180D' };
    expect(onlyEntry(checkOf([row])).window).toEqual({
      startsOn: '2027-03-01',
      endsOn: '2027-08-28',
    });
  });

  it('on its first day leaves no day when end dates are exclusive', () => {
    const row = end('2027-03-01');
    expect(problemLines(checkOf([row]))).toEqual([]);
    expect(problemLines(checkOf([row], { endDates: 'exclusive' }))).toEqual([
      '4 R5 error AvailTrans/End',
    ]);
  });

  it('that is immediate is today, whatever end dates mean', () => {
    const row = { ...end('Immediate'), 'AvailTrans/Start': '2027-01-01' };
    for (const endDates of ['inclusive', 'exclusive'] as const) {
      const file = checkOf([row], { endDates });
      expect(onlyEntry(file).window).toEqual({ startsOn: '2027-01-01', endsOn: '2027-01-16' });
      expect(file.problems[0]?.remedy).toBe(
        'Enter 2027-01-14 as the last day if nothing may be shown today.',
      );
    }
  });

  it.each(['Immediate', 'Open'])('that starts with %s starts today', (word) => {
    const row = { ...MOVIE, 'AvailTrans/Start': word };
    expect(onlyEntry(checkOf([row]))).toMatchObject({
      window: { startsOn: '2027-01-15' },
      hasStarted: true,
    });
  });

  it('that started already and is over has its last day alone', () => {
    const row = { ...end('2027-01-10'), 'AvailTrans/Start': 'Open' };
    expect(onlyEntry(checkOf([row])).window).toEqual({
      startsOn: '2027-01-10',
      endsOn: '2027-01-11',
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../../builders/sheet-builders';
import { MOVIE, checkOf, onlyEntry, problemLines } from '../../../../builders/sheet-builders';
import type { Case } from './row-cases';
import { price, problemsOf } from './row-cases';

function cases(list: readonly Case[]) {
  return list.map(([what, changed, ...expected]) => ({ what, changed, expected }));
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

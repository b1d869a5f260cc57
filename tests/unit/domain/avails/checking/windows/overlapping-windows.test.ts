import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../../../builders/sheet-builders';
import { checkOf, problemLines } from '../../../../../builders/sheet-builders';
import { row, SD, FRENCH, CHEAP, FRANCE, spring, summer } from './windowed-rows';

const UHD = { 'AvailTrans/FormatProfile': 'UHD' };
const EURO = { 'AvailTrans/PriceCurrency': 'EUR' };
const HDR = { 'AvailTrans/HDR': 'HDR10' };

describe('W1: windows of one title, territory, right, format and language', () => {
  const W1 = ['4 W1 error AvailTrans/Start', '5 W1 error AvailTrans/Start'];

  it.each<readonly [string, Cells[], string[]]>([
    ['follow each other', [spring(), summer(CHEAP)], []],
    ['do not overlap at other prices', [spring(), row('2027-05-30', '2027-08-31', CHEAP)], W1],
    ['do not overlap with other windows', [spring(), row('2027-03-01', '2027-06-30')], W1],
    ['do not overlap where one has no end', [row('2027-01-01', 'Open'), summer(CHEAP)], W1],
    [
      'are one when they say the same',
      [spring(), spring({ 'Avail/AvailID': 'b' })],
      ['5 W2 warning -'],
    ],
    ['overlap in other territories', [spring(), spring({ ...CHEAP, ...FRANCE })], []],
    [
      'overlap for another right',
      [spring(), spring({ ...CHEAP, 'AvailTrans/LicenseType': 'VOD' })],
      [],
    ],
    [
      'overlap for another title',
      [spring(), spring({ ...CHEAP, 'Avail/ALID': 'b', 'AvailAsset/ContentID': 'b' })],
      [],
    ],
    [
      'do not overlap in a list of territories',
      [spring(), spring({ ...CHEAP, 'AvailTrans/Territory': 'CA,FR' })],
      [W1[0] ?? '', '5 R3 warning AvailTrans/Territory', W1[1] ?? ''],
    ],
    [
      'do not overlap when one is of every language',
      [spring(), spring({ ...CHEAP, 'AvailTrans/AssetLanguage': '' })],
      W1,
    ],
    [
      'do not overlap when one language covers the other',
      [
        spring({ 'AvailTrans/AssetLanguage': 'es' }),
        spring({ ...CHEAP, 'AvailTrans/AssetLanguage': 'es-419' }),
      ],
      W1,
    ],
    [
      'do not overlap for another sub-kind of the right',
      [spring(), spring({ 'AvailTrans/LicenseRightsDescription': 'Library' })],
      W1,
    ],
    [
      'do not overlap under another contract',
      [spring(), spring({ 'AvailTrans/ContractID': 'NL-2' })],
      W1,
    ],
  ])('%s', (_what, rows, expected) => {
    expect(problemLines(checkOf(rows))).toEqual(expected);
  });

  it('names the other row', () => {
    const { problems } = checkOf([spring(), row('2027-05-30', '2027-08-31', CHEAP)]);
    expect(problems[0]?.message).toContain('row 5');
    expect(problems[1]?.message).toContain('row 4');
  });
});

describe('the message about two rows', () => {
  const differences: readonly (readonly [string, Cells, string])[] = [
    ['contract', { 'AvailTrans/ContractID': 'NL-2' }, 'ContractID: “NL-2”, here blank'],
    ['price', CHEAP, 'PriceValue: “4.99”, here “9.99”'],
    [
      'kind and amount of the price',
      { ...CHEAP, 'AvailTrans/PriceType': 'DMRP' },
      'PriceType and PriceValue: “DMRP” and “4.99”, here “WSP” and “9.99”',
    ],
    [
      'sub-kind of the right',
      { 'AvailTrans/LicenseRightsDescription': 'Library' },
      'LicenseRightsDescription: “Library”, here blank',
    ],
    ['last day', { 'AvailTrans/End': '2027-06-30' }, 'End: “2027-06-30”, here “2027-05-31”'],
  ];

  it.each(differences)('that overlap names the %s that differs', (_what, cells, words) => {
    const { problems } = checkOf([spring(), spring(cells)]);
    expect(problems[0]?.message).toContain(`of the same title, which differs in ${words}.`);
    expect(problems[0]?.remedy).toContain(`enter the same ${words.split(':')[0] ?? ''} in both`);
  });

  it.each(differences)('of one format with and without HDR names the %s that differs', (...of) => {
    const [, cells, words] = of;
    const { problems } = checkOf([spring(), spring({ ...HDR, ...cells })]);
    expect(problems[0]?.message).toContain(`row 5 (HD`);
    expect(problems[0]?.message).toContain(`of the same title differs in ${words}.`);
    expect(problems[0]?.remedy).toContain(`Enter the same ${words.split(':')[0] ?? ''} in both`);
  });
});

describe('W4: rows on the same days that an offer cannot tell apart', () => {
  const W4 = ['4 W4 error AvailTrans/FormatProfile', '5 W4 error AvailTrans/FormatProfile'];
  const tier = (value: string, others: Cells = {}) =>
    spring({ 'AvailTrans/PriceType': 'Tier', 'AvailTrans/PriceValue': value, ...others });

  it.each<readonly [string, Cells[], string[]]>([
    ['are not formats at one price', [spring(), spring(SD), spring(FRENCH)], []],
    ['are not formats at different prices', [spring(), spring({ ...SD, ...CHEAP })], []],
    ['are not formats on other days', [spring(), row('2027-03-01', '2027-04-30', SD)], []],
    ['are not formats in different tiers', [tier('1'), tier('2', SD), spring(UHD)], []],
    ['are not other languages', [spring(), spring({ ...FRENCH, ...CHEAP })], []],
    [
      'are formats in different currencies',
      [spring(), spring({ ...SD, 'AvailTrans/PriceCurrency': 'EUR' })],
      W4,
    ],
    [
      'are not formats in different currencies under two contracts',
      [spring(), spring({ ...SD, ...EURO, 'AvailTrans/ContractID': 'NL-2' })],
      [],
    ],
    ['are one format with and without dynamic range', [spring(), spring({ ...HDR, ...CHEAP })], W4],
    ['are not one format with and without it at one price', [spring(), spring(HDR)], []],
  ])('%s', (_what, rows, expected) => {
    expect(problemLines(checkOf(rows))).toEqual(expected);
  });
});

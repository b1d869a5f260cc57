import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AvailEntry } from '../../../../../src/domain/avails/avail-entry';
import type { ImportRules } from '../../../../../src/domain/avails/import-rules';
import type { Cells } from '../../../../builders/sheet-builders';
import { DateRange, addDays, isoDate } from '../../../../../src/domain/values/date-range';
import { runs } from '../../../../builders/effort';
import { MOVIE, checkOf, entriesOf, problemLines } from '../../../../builders/sheet-builders';

function row(start: string, end: string, others: Cells = {}): Cells {
  return { ...MOVIE, 'AvailTrans/Start': start, 'AvailTrans/End': end, ...others };
}

const SD = { 'AvailTrans/FormatProfile': 'SD' };
const UHD = { 'AvailTrans/FormatProfile': 'UHD' };
const FRENCH = { 'AvailTrans/AssetLanguage': 'fr' };
const CHEAP = { 'AvailTrans/PriceValue': '4.99' };
const FRANCE = { 'AvailTrans/Territory': 'FR' };
const EURO = { 'AvailTrans/PriceCurrency': 'EUR' };
const HDR = { 'AvailTrans/HDR': 'HDR10' };
const REDUCED = { 'AvailTrans/PriceType': 'TPR-WSP', 'AvailTrans/PriceValue': '1.99' };

const spring = (others: Cells = {}) => row('2027-03-01', '2027-05-31', others);
const summer = (others: Cells = {}) => row('2027-06-01', '2027-08-31', others);

function windowsOf(rows: readonly Cells[], rules: Partial<ImportRules> = {}) {
  return entriesOf(checkOf(rows, rules)).map((entry) =>
    entry === null ? null : `${entry.window.startsOn} ${entry.window.endsOn ?? 'open'}`,
  );
}

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

describe('W2: a window that ends on the day the next one starts', () => {
  const rows = [row('2027-03-01', '2027-06-01'), summer(CHEAP)];

  it('ends the day before', () => {
    expect(problemLines(checkOf(rows))).toEqual(['4 W2 warning AvailTrans/End']);
    expect(windowsOf(rows)).toEqual(['2027-03-01 2027-06-01', '2027-06-01 2027-09-01']);
  });

  it('is left as it is beside one of another format', () => {
    expect(windowsOf([row('2027-03-01', '2027-06-01', SD), summer(CHEAP)])[0]).toBe(
      '2027-03-01 2027-06-02',
    );
  });

  it('overlaps if the rules refuse it', () => {
    expect(problemLines(checkOf(rows, { sameDayHandover: 'refuse' }))).toEqual([
      '4 W1 error AvailTrans/Start',
      '5 W1 error AvailTrans/Start',
    ]);
  });

  it('does not overlap when end dates are exclusive', () => {
    expect(problemLines(checkOf(rows, { endDates: 'exclusive' }))).toEqual([]);
    expect(windowsOf(rows, { endDates: 'exclusive' })[0]).toBe('2027-03-01 2027-06-01');
  });

  it('overlaps when no day would remain', () => {
    expect(problemLines(checkOf([row('2027-06-01', '2027-06-01'), summer(CHEAP)]))).toEqual([
      '4 W1 error AvailTrans/Start',
      '5 W1 error AvailTrans/Start',
    ]);
  });

  it('overlaps when it ends a day later', () => {
    expect(problemLines(checkOf([row('2027-03-01', '2027-06-02'), summer(CHEAP)]))).toEqual([
      '4 W1 error AvailTrans/Start',
      '5 W1 error AvailTrans/Start',
    ]);
  });

  it('overlaps when a length limit moved its end there', () => {
    const shortened = row('2027-03-01', '2027-09-30', { 'AvailTrans/WindowDuration': 'P93D' });
    expect(problemLines(checkOf([shortened, summer(CHEAP)]))).toEqual([
      '4 R4 warning AvailTrans/WindowDuration',
      '4 W1 error AvailTrans/Start',
      '5 W1 error AvailTrans/Start',
    ]);
  });
});

describe('W2: a day between two windows', () => {
  it('is reported on the first', () => {
    expect(problemLines(checkOf([row('2027-03-01', '2027-05-30'), summer(CHEAP)]))).toEqual([
      '4 W2 warning AvailTrans/End',
    ]);
  });

  it('is not reported when there are two days', () => {
    expect(problemLines(checkOf([row('2027-03-01', '2027-05-29'), summer(CHEAP)]))).toEqual([]);
  });

  it('is not reported when another row covers it', () => {
    const rows = [
      row('2027-03-01', '2027-05-30'),
      summer(),
      row('2027-05-31', '2027-05-31', CHEAP),
    ];
    expect(problemLines(checkOf(rows))).toEqual([]);
  });
});

describe('W3: a temporary price reduction', () => {
  const week = (others: Cells = {}) => row('2027-04-01', '2027-04-07', { ...REDUCED, ...others });

  it.each<readonly [string, Cells[], string[]]>([
    ['runs over an offer', [spring(), week()], []],
    ['runs over the whole of it', [spring(), spring(REDUCED)], []],
    [
      'runs over several',
      [row('2027-03-01', '2027-04-03'), row('2027-04-04', 'Open', CHEAP), week()],
      [],
    ],
    [
      'has an offer on its first day',
      [row('2027-04-02', '2027-05-31'), week()],
      ['5 W3 error AvailTrans/PriceType'],
    ],
    [
      'has an offer on its last day',
      [row('2027-03-01', '2027-04-06'), week()],
      ['5 W3 error AvailTrans/PriceType'],
    ],
    [
      'has an offer in its territory',
      [spring(), week(FRANCE)],
      ['5 W3 error AvailTrans/PriceType'],
    ],
    ['has an offer of its format', [spring(), week(SD)], ['5 W3 error AvailTrans/PriceType']],
    ['has an offer in its language', [spring(), week(FRENCH)], ['5 W3 error AvailTrans/PriceType']],
    [
      'has an offer in every language',
      [spring({ 'AvailTrans/AssetLanguage': '' }), week(FRENCH)],
      [],
    ],
    [
      'is for what is stored when the file has nothing else',
      [week()],
      ['4 W3 warning AvailTrans/PriceType'],
    ],
    [
      'does not overlap another',
      [spring(), week(), week({ 'AvailTrans/PriceValue': '0.99' })],
      ['5 W1 error AvailTrans/Start', '6 W1 error AvailTrans/Start'],
    ],
  ])('%s', (_what, rows, expected) => {
    expect(problemLines(checkOf(rows))).toEqual(expected);
  });

  it('is refused if the rules refuse it', () => {
    expect(problemLines(checkOf([spring(), week()], { reductions: 'refuse' }))).toEqual([
      '5 W3 error AvailTrans/PriceType',
    ]);
  });

  it('is marked', () => {
    const entries = entriesOf(checkOf([spring(), week()]));
    expect(entries.map((entry) => entry?.reduction)).toEqual([false, true]);
  });
});

describe('a pre-order that ends when the purchase starts', () => {
  const preOrder = (others: Cells = {}) =>
    row('2027-02-01', 'ESTStart', {
      'AvailTrans/LicenseType': 'POEST',
      'AvailTrans/SuppressionLiftDate': '2027-02-01',
      ...others,
    });

  it('ends on the day before', () => {
    expect(windowsOf([preOrder(), spring()])[0]).toBe('2027-02-01 2027-03-01');
  });

  it('ends with the first start after its own start', () => {
    const rows = [preOrder(), summer(), spring(), row('2027-01-20', '2027-01-31')];
    expect(windowsOf(rows)[0]).toBe('2027-02-01 2027-03-01');
  });

  it.each<readonly [string, Cells]>([
    ['territory', FRANCE],
    ['format', SD],
    [
      'title',
      { 'Avail/ALID': 'b', 'AvailAsset/ContentID': 'b', 'AvailMetadata/TitleInternalAlias': 'B' },
    ],
    ['right', { 'AvailTrans/LicenseType': 'VOD' }],
  ])('does not end with a purchase of another %s', (_what, others) => {
    expect(problemLines(checkOf([preOrder(), spring(others)]))).toEqual([
      '4 R4 error AvailTrans/End',
    ]);
  });

  it('does not end with a purchase that starts on the same day or before', () => {
    expect(problemLines(checkOf([preOrder(), row('2027-02-01', 'Open')]))).toEqual([
      '4 R4 error AvailTrans/End',
    ]);
  });

  it('ends on one day in all its territories, or gets an error', () => {
    const both = preOrder({ 'AvailTrans/Territory': 'CA,FR' });
    const lists = '4 R3 warning AvailTrans/Territory';
    expect(problemLines(checkOf([both, spring(), spring(FRANCE)]))).toEqual([lists]);
    expect(problemLines(checkOf([both, spring(), summer(FRANCE)]))).toEqual([
      lists,
      '4 R4 error AvailTrans/End',
    ]);
  });
});

describe('for any rows in a file', () => {
  const rows = fc.array(
    fc
      .record({
        start: fc.nat(20),
        length: fc.integer({ min: 0, max: 8 }),
        price: fc.constantFrom('4.99', '9.99'),
        format: fc.constantFrom('HD', 'SD', 'UHD'),
        language: fc.constantFrom('', 'en', 'fr'),
        territory: fc.constantFrom('CA', 'FR', 'CA,FR', 'EU'),
        isOpen: fc.boolean(),
      })
      .map(({ start, length, price, format, language, territory, isOpen }) => {
        const first = addDays(isoDate('2027-03-01'), start);
        return row(first, isOpen && length === 8 ? 'Open' : addDays(first, length), {
          'AvailTrans/PriceValue': price,
          'AvailTrans/FormatProfile': format,
          'AvailTrans/AssetLanguage': language,
          'AvailTrans/Territory': territory,
        });
      }),
    { minLength: 1, maxLength: 7 },
  );
  const rules = fc.record({
    sameDayHandover: fc.constantFrom('hand-over' as const, 'refuse' as const),
    endDates: fc.constantFrom('inclusive' as const, 'exclusive' as const),
  });

  /** By definition: on some day, in some place, format and language, two entries have different prices or windows. */
  function conflict(a: AvailEntry, b: AvailEntry): boolean {
    const [one, other] = [a, b].map(({ window }) => DateRange.of(window.startsOn, window.endsOn));
    const isSame = JSON.stringify([a.window, a.price]) === JSON.stringify([b.window, b.price]);
    const [some, others] = [a, b].map(({ languages: { assets } }) => assets);
    const isOneLanguage = some?.length === 0 || others?.length === 0 || some?.[0] === others?.[0];
    return (
      !isSame &&
      isOneLanguage &&
      a.format === b.format &&
      one?.overlaps(other ?? one) === true &&
      a.territories.some((territory) => b.territories.includes(territory))
    );
  }

  it('no two entries of a title conflict, and every row without an entry has a problem', () => {
    fc.assert(
      fc.property(rows, rules, (cells, chosen) => {
        const file = checkOf(cells, chosen);
        const entries = entriesOf(file).flatMap((entry) => entry ?? []);
        for (const [place, entry] of entries.entries())
          for (const other of entries.slice(place + 1)) expect(conflict(entry, other)).toBe(false);
        for (const [place, entry] of entriesOf(file).entries())
          if (entry === null)
            expect(
              file.problems.some(
                ({ row: number, severity }) => number === place + 4 && severity === 'error',
              ),
            ).toBe(true);
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('a row gets an error only if it conflicts with another', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const file = checkOf(cells, { sameDayHandover: 'refuse' });
        const alone = cells.map((one) => entriesOf(checkOf([one]))[0] ?? null);
        for (const [place, { entry }] of file.rows.entries()) {
          const own = alone[place];
          if (entry !== null || own === null || own === undefined) continue;
          expect(alone.some((other) => other !== null && conflict(own, other))).toBe(true);
        }
      }),
      { numRuns: runs(500) },
    );
  });
});

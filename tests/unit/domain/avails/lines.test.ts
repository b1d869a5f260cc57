import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../src/domain/avails/planning/lines';
import type { Format } from '../../../../src/domain/values/format';
import type { Cells } from '../../../builders/sheet-builders';
import { combined, linesOf, withoutFormat } from '../../../../src/domain/avails/planning/lines';
import { requestedLines } from '../../../../src/domain/avails/planning/row-lines';
import { withReductions } from '../../../../src/domain/avails/planning/single-rows';
import { pricesInWords } from '../../../../src/domain/license/price-list';
import { addDays, DateRange, isoDate } from '../../../../src/domain/values/date-range';
import { FORMATS } from '../../../../src/domain/values/format';
import { territorySet } from '../../../../src/domain/values/territory';
import { runs } from '../../../builders/effort';
import { price } from '../../../builders/license-builders';
import { checkOf, entriesOf, MOVIE, someRules } from '../../../builders/sheet-builders';

function line(window: DateRange, amount: string, format: Format | null): Line {
  const cost = { kind: 'WSP', amount: price(amount), tier: null };
  return { window, format, price: cost, name: 'EST', rows: [], contract: null };
}

const from = (first: string, last: string | null) => DateRange.fromDays(first, last);

function text(lines: readonly Line[], byFormat = true): string[] {
  return combined(lines, 'EST', byFormat).phases.map(
    ({ window, prices }) =>
      `${window.startsOn} ${window.endsOn ?? 'open'}: ${pricesInWords(prices)}`,
  );
}

describe('lines that are put together', () => {
  const year = from('2027-01-01', '2027-12-31');

  it('begin a phase wherever a price begins or ends', () => {
    const lines = [line(year, '9.99', 'HD'), line(from('2027-06-01', null), '7.99', 'SD')];
    expect(text(lines)).toEqual([
      '2027-01-01 2027-06-01: HD $9.99',
      '2027-06-01 2028-01-01: SD $7.99, HD $9.99',
      '2028-01-01 open: SD $7.99',
    ]);
  });

  it('are two phases where one line ends and the next begins, whatever the price', () => {
    const [spring, summer] = [from('2027-01-01', '2027-05-31'), from('2027-06-01', '2027-12-31')];
    expect(text([line(spring, '9.99', 'HD'), line(summer, '9.99', 'HD')])).toHaveLength(2);
  });

  it('are one phase while the best format is the same, where it stands for all', () => {
    const lines = [line(year, '0', 'SD'), line(from('2027-03-01', '2027-04-30'), '0', 'HD')];
    expect(text(lines, false)).toEqual(['2027-01-01 2028-01-01: $0.00']);
  });

  it('conflict at two prices of one format, and in two currencies', () => {
    const euro = { ...line(year, '9.99', 'SD').price, amount: price('9.99', 'EUR') };
    const why = (...lines: readonly Line[]) => combined(lines, 'EST', true).conflict?.why ?? null;
    const hd = line(year, '9.99', 'HD');
    expect(why(hd, line(year, '8.99', 'HD'))).toBe('two-prices');
    expect(why(hd, line(year, '8.99', null))).toBe('two-prices');
    expect(why(hd, hd)).toBeNull();
    expect(why(hd, { ...line(year, '9.99', 'SD'), price: euro })).toBe('two-currencies');
  });

  it('say of every day and format what the lines say', () => {
    const first = isoDate('2027-01-01');
    const some = fc.array(
      fc.record({
        start: fc.nat(12),
        length: fc.integer({ min: 1, max: 9 }),
        format: fc.constantFrom('SD' as const, 'HD' as const, 'UHD' as const),
        amount: fc.constantFrom('4.99', '9.99'),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(some, (chosen) => {
        const lines = chosen.map(({ start, length, format, amount }) =>
          line(DateRange.ofLength(addDays(first, start), length), amount, format),
        );
        const { phases, conflict } = combined(lines, 'EST', true);
        fc.pre(conflict === null);
        for (let day = 0; day < 24; day += 1)
          for (const format of FORMATS) {
            const on = addDays(first, day);
            const said = lines.find((one) => one.format === format && one.window.contains(on));
            const phase = phases.find(({ window }) =>
              DateRange.of(window.startsOn, window.endsOn).contains(on),
            );
            const found = phase?.prices.find((one) => one.format === format);
            expect(found?.amount?.minor).toBe(said?.price.amount?.minor);
          }
        expect(text(linesOf(phases))).toEqual(text(lines));
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('lines without a format', () => {
  const june = from('2027-06-01', '2027-06-30');
  const half = from('2027-01-01', '2027-06-30');

  it('keep the others, and the days around', () => {
    const lines = [line(half, '9.99', 'HD'), line(half, '7.99', 'SD')];
    expect(text(withoutFormat(lines, 'SD', [june]))).toEqual([
      '2027-01-01 2027-06-01: SD $7.99, HD $9.99',
      '2027-06-01 2027-07-01: HD $9.99',
    ]);
  });

  it('name each other format where a price was for all', () => {
    expect(text(withoutFormat([line(half, '9.99', null)], 'SD', [june], ['SD', 'HD']))).toEqual([
      '2027-01-01 2027-06-01: $9.99',
      '2027-06-01 2027-07-01: HD $9.99',
    ]);
  });

  it('are none where all formats go', () => {
    expect(
      withoutFormat([line(june, '9.99', null), line(june, '9.99', 'HD')], null, [june]),
    ).toEqual([]);
  });
});

describe('a temporary price', () => {
  const year = line(from('2027-01-01', '2027-12-31'), '9.99', 'HD');

  function reduced(base: readonly Line[], first: string, last: string, format = 'HD') {
    const cells: Cells = {
      ...{ ...MOVIE, 'AvailTrans/Start': first, 'AvailTrans/End': last },
      ...{ 'AvailTrans/PriceType': 'TPR-WSP', 'AvailTrans/PriceValue': '4.99' },
      'AvailTrans/FormatProfile': format,
    };
    const entries = entriesOf(checkOf([cells])).flatMap((entry) => entry ?? []);
    const requested = requestedLines(entries, new Map(), base);
    const refusals: string[] = [];
    const [canada] = territorySet(['CA']);
    if (canada === undefined) throw new Error('Canada is a territory.');
    const lines = withReductions(base, requested, canada, someRules(), true, new Set(), refusals);
    return refusals.length > 0 ? refusals : text(lines);
  }

  it('splits the offer it reduces', () => {
    expect(reduced([year], '2027-06-01', '2027-06-14')).toEqual([
      '2027-01-01 2027-06-01: HD $9.99',
      '2027-06-01 2027-06-15: HD $4.99',
      '2027-06-15 2028-01-01: HD $9.99',
    ]);
  });

  it('at an edge leaves one part, and of the whole offer none', () => {
    expect(reduced([year], '2027-01-01', '2027-01-31')).toEqual([
      '2027-01-01 2027-02-01: HD $4.99',
      '2027-02-01 2028-01-01: HD $9.99',
    ]);
    expect(reduced([year], '2027-01-01', '2027-12-31')).toEqual([
      '2027-01-01 2028-01-01: HD $4.99',
    ]);
  });

  it('across two offers splits both', () => {
    const two = [
      line(from('2027-01-01', '2027-05-31'), '9.99', 'HD'),
      line(from('2027-06-01', '2027-12-31'), '7.99', 'HD'),
    ];
    expect(reduced(two, '2027-05-20', '2027-06-10')).toEqual([
      '2027-01-01 2027-05-20: HD $9.99',
      '2027-05-20 2027-06-11: HD $4.99',
      '2027-06-11 2028-01-01: HD $7.99',
    ]);
  });

  it('on a day without an offer of its format is refused', () => {
    const refusal = (when: string, format = 'HD') => [
      `A temporary price from ${when} needs an offer in ${format} to reduce on each of these days in Canada.`,
    ];
    expect(reduced([year], '2027-12-31', '2028-01-01')).toEqual(
      refusal('31 Dec 2027 – 1 Jan 2028'),
    );
    expect(reduced([year], '2027-06-01', '2027-06-14', 'SD')).toEqual(
      refusal('1 – 14 Jun 2027', 'SD'),
    );
    const gap = [
      line(from('2027-01-01', '2027-03-31'), '9.99', 'HD'),
      line(from('2027-04-02', '2027-12-31'), '9.99', 'HD'),
    ];
    expect(reduced(gap, '2027-03-30', '2027-04-05')).toEqual(refusal('30 Mar – 5 Apr 2027'));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AvailEntry } from '../../../../../../src/domain/avails/avail-entry';
import { DateRange, addDays, isoDate } from '../../../../../../src/domain/values/date-range';
import { runs } from '../../../../../builders/effort';
import { checkOf, entriesOf } from '../../../../../builders/sheet-builders';
import { row } from './windowed-rows';

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

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Cells } from '../../../builders/sheet-builders';
import { isDomainError } from '../../../../src/domain/errors';
import { checkOf, MOVIE } from '../../../builders/sheet-builders';
import { runs } from '../../../builders/effort';
import { ImportedMemory } from './imported-memory';

const PLACES = ['US', 'CA'];

const lines = fc.record({
  first: fc.integer({ min: 2028, max: 2030 }),
  more: fc.constantFrom(0, 0, 1, null),
  territory: fc.constantFrom(...PLACES),
  format: fc.constantFrom('HD', 'HD', 'SD'),
  languages: fc.constantFrom<Cells>(
    {},
    ...['en', 'fr', 'en, fr', 'de'].map((tags) => ({ 'AvailTrans/AssetLanguage': tags })),
    { 'AvailTrans/HoldbackLanguage': 'fr' },
    { 'AvailTrans/AllowedLanguages': 'en' },
  ),
  price: fc.constantFrom('9.99', '9.99', '7.99'),
});
const files = fc.array(lines, { minLength: 1, maxLength: 5 }).map((some) =>
  some.map(({ first, more, territory, format, languages, price }): Cells => ({
    ...{ ...MOVIE, 'AvailTrans/AssetLanguage': '', ...languages },
    ...{ 'AvailTrans/Territory': territory, 'AvailMetadata/CaptionIncluded': 'Yes' },
    ...{ 'AvailTrans/FormatProfile': format, 'AvailTrans/PriceValue': price },
    'AvailTrans/Start': `${first}-01-01`,
    'AvailTrans/End': more === null ? 'Open' : `${first + more}-12-31`,
  })),
);

const isValid = (rows: readonly Cells[]) =>
  checkOf(rows).problems.every(({ severity }) => severity !== 'error');

const placeOf = (row: Cells) => row['AvailTrans/Territory'];

/** Whether nothing stood against any of the files, one after another. */
async function imported(memory: ImportedMemory, ...some: (readonly Cells[])[]): Promise<boolean> {
  try {
    for (const rows of some) if ((await memory.import(rows)).blocked.length > 0) return false;
    return true;
  } catch (refusal) {
    if (isDomainError(refusal)) return false;
    throw refusal;
  }
}

it(
  'a full extract leaves what it alone would grant, whatever was there before, and is never blocked by it',
  { timeout: 300_000 },
  async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(files.filter(isValid), files.filter(isValid), async (before, rows) => {
        // A full extract is about the territories that it names.
        if (!before.every((row) => rows.some((one) => placeOf(one) === placeOf(row)))) return;
        const [alone, after] = [new ImportedMemory(), new ImportedMemory()];
        if (!(await imported(alone, rows)) || !(await imported(after, before))) return;
        expect((await after.import(rows)).blocked).toEqual([]);
        compared += 1;
        for (const place of PLACES)
          expect(after.sold(place, 'EST')).toEqual(alone.sold(place, 'EST'));
      }),
      { numRuns: runs(60) },
    );
    expect(compared).toBeGreaterThan(runs(60) / 10);
  },
);

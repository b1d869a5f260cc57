import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Cells } from '../../../builders/sheet-builders';
import { runs } from '../../../builders/effort';
import { MOVIE } from '../../../builders/sheet-builders';
import { ImportedMemory } from './imported-memory';

const TERRITORIES = ['CA', 'US'];
const LANGUAGES = ['de', 'en', 'fr'];
const FORMATS = ['HD', 'SD'];
/** Days that stand for all others. */
const YEARS = [2028, 2029, 2030];

/** What a row sells. */
interface Said {
  readonly territories: readonly string[];
  readonly languages: readonly string[];
  readonly format: string;
  readonly first: number;
  readonly last: number;
  readonly price: string;
}

const what = fc.record({
  territories: fc.constantFrom(['CA'], ['US'], ['CA', 'US']),
  languages: fc.constantFrom(['en'], ['fr'], ['de'], ['en'], ['fr'], ['en', 'fr']),
  format: fc.constantFrom('HD', 'HD', 'SD'),
  years: fc.constantFrom([2028, 2028], [2028, 2029], [2029, 2029], [2029, 2030], [2030, 2030]),
  price: fc.constantFrom('9.99', '9.99', '7.99'),
});

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('create' as const), what }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('update' as const), place: fc.nat(9), what }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), place: fc.nat(9) }) },
);

function cellsOf(action: string, id: string, said: Said): Cells {
  return {
    ...{ ...MOVIE, 'Disposition/EntryType': action, 'Avail/AvailID': id },
    ...{ 'AvailTrans/Territory': said.territories.join(', ') },
    ...{ 'AvailTrans/AssetLanguage': said.languages.join(', ') },
    ...{ 'AvailTrans/FormatProfile': said.format, 'AvailTrans/PriceValue': said.price },
    ...{ 'AvailTrans/Start': `${said.first}-01-01`, 'AvailTrans/End': `${said.last}-12-31` },
    'AvailMetadata/CaptionIncluded': 'Yes',
  };
}

const share = <T>(a: readonly T[], b: readonly T[]) => a.some((one) => b.includes(one));

/** Whether two rows would give somebody two prices. */
function meet(a: Said, b: Said): boolean {
  return (
    share(a.territories, b.territories) &&
    share(a.languages, b.languages) &&
    a.format === b.format &&
    a.first <= b.last &&
    b.first <= a.last
  );
}

/** The files, each of the rows that stand by then: what a file would create twice is left out. */
const files = fc
  .array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 6 })
  .map((some) => {
    const rows = new Map<string, Said>();
    let number = 0;
    return some.map((steps) => {
      const singles: (readonly [action: string, id: string, said: Said])[] = [];
      const touched = new Set<string>();
      for (const one of steps) {
        const id =
          one.kind === 'create'
            ? `row-${(number += 1)}`
            : [...rows.keys()][one.place % Math.max(1, rows.size)];
        if (id === undefined || touched.has(id)) continue;
        const before = rows.get(id);
        if (one.kind === 'delete') {
          if (before === undefined) continue;
          rows.delete(id);
          singles.push(['Delete', id, before]);
        } else {
          const { years, ...others } = one.what;
          const [first = 0, last = 0] = years;
          const said = {
            ...others,
            first,
            last,
            ...(before && { territories: before.territories }),
          };
          if ([...rows].some(([other, row]) => other !== id && meet(row, said))) continue;
          rows.set(id, said);
          singles.push([one.kind === 'create' ? 'Create' : 'Update', id, said]);
        }
        touched.add(id);
      }
      return { singles, rows: [...rows.values()] };
    });
  })
  .map((some) => some.filter(({ singles }) => singles.length > 0));

it(
  'each row has what it says in its own languages, formats and territories, and nothing else',
  { timeout: 300_000 },
  async () => {
    let [compared, divided] = [0, 0];
    await fc.assert(
      fc.asyncProperty(files, async (some) => {
        const memory = new ImportedMemory();
        /** Languages that rows were ever for, by territory: others are sold with them as long as nothing tells them apart. */
        const named = new Set<string>();
        for (const { singles, rows } of some) {
          const cells = singles.map(([action, id, said]) => cellsOf(action, id, said));
          expect((await memory.import(cells)).blocked).toEqual([]);
          for (const { territories, languages } of rows)
            for (const territory of territories)
              for (const language of languages) named.add(`${territory} ${language}`);
          for (const territory of TERRITORIES)
            for (const language of LANGUAGES.filter((one) => named.has(`${territory} ${one}`)))
              for (const format of FORMATS)
                for (const year of YEARS) {
                  const place = { territories: [territory], languages: [language], format };
                  const [row] = rows.filter((one) =>
                    meet(one, { ...place, first: year, last: year, price: '' }),
                  );
                  const found = memory.pricesOn(territory, format, language, `${year}-07-01`);
                  expect([territory, language, format, year, ...found]).toEqual([
                    ...[territory, language, format, year],
                    ...(row === undefined ? [] : [`$${row.price}`]),
                  ]);
                }
          compared += 1;
          if (memory.sold('CA', 'EST').some((line) => line.includes('English'))) divided += 1;
        }
      }),
      { numRuns: runs(60) },
    );
    expect(compared).toBeGreaterThan(runs(60));
    expect(divided).toBeGreaterThan(runs(60) / 10);
  },
);

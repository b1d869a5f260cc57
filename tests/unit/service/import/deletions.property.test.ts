import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Imported } from './imported-memory';
import type { Cells } from '../../../builders/sheet-builders';
import { runs } from '../../../builders/effort';
import { MOVIE } from '../../../builders/sheet-builders';
import { ImportedMemory } from './imported-memory';

const TERRITORIES = ['CA', 'US'];
const TYPES = { EST: 'EST', TVOD: 'VOD' } as const;
const WINDOWS = {
  spring: { from: '2027-01-01', to: '2027-05-31', price: '9.99' },
  summer: { from: '2027-06-01', to: '2027-09-30', price: '7.99' },
  winter: { from: '2027-11-01', to: '2027-12-31', price: '5.99' },
} as const;

interface Place {
  readonly territory: string;
  readonly type: keyof typeof TYPES;
}
const PLACES: readonly Place[] = TERRITORIES.flatMap((territory) =>
  (['EST', 'TVOD'] as const).map((type) => ({ territory, type })),
);
type Window = keyof typeof WINDOWS;
const SEASONS = Object.keys(WINDOWS) as Window[];

/** Days that stand for all between two days on which something can happen. */
const DAYS = ['01-10', '01-20', '02-20', '04-20', '06-10', '07-20', '09-20', '11-10', '12-20'].map(
  (day) => `2027-${day}`,
);
const TODAYS = ['2027-01-15', '2027-02-15', '2027-04-15', '2027-07-15', '2027-10-15'];

function row(entry: string, { territory, type }: Place, window: Window): Cells {
  const { from, to, price } = WINDOWS[window];
  return {
    ...MOVIE,
    ...{ 'Disposition/EntryType': entry, 'Avail/AvailID': `${territory}-${type}-${window}` },
    ...{ 'AvailTrans/Territory': territory, 'AvailTrans/LicenseType': TYPES[type] },
    ...{ 'AvailTrans/Start': from, 'AvailTrans/End': to, 'AvailTrans/PriceValue': price },
    'AvailMetadata/CaptionIncluded': 'Yes',
  };
}

const some = <T>(all: readonly T[]) => fc.subarray([...all], { minLength: 1 });
const steps = fc.oneof(
  fc.record({ kind: fc.constant('delete' as const), places: some(PLACES) }),
  fc.record({
    kind: fc.constantFrom('remove' as const, 'create' as const),
    places: some(PLACES),
    windows: some(SEASONS),
  }),
  fc.record({ kind: fc.constant('extract' as const), territories: some(TERRITORIES) }),
  fc.record({ kind: fc.constant('undo' as const) }),
);

type Step = Parameters<Parameters<(typeof steps)['map']>[0]>[0];

/** What a step names: the rows of its file, and the places and windows that they delete or grant. */
function fileOf(step: Exclude<Step, { kind: 'undo' }>) {
  const places =
    step.kind === 'extract'
      ? PLACES.filter(({ territory }) => step.territories.includes(territory))
      : step.places;
  const windows = step.kind === 'remove' || step.kind === 'create' ? step.windows : SEASONS;
  const entries = {
    delete: 'Full Delete',
    remove: 'Delete',
    create: 'Create',
    extract: 'Full Extract',
  };
  const rows = places.flatMap((place) =>
    windows.map((window) => row(entries[step.kind], place, window)),
  );
  // A full delete has one row with the dates that the standard suggests.
  const dated = { 'AvailTrans/Start': '1999-12-31', 'AvailTrans/End': '2000-01-01' };
  return {
    places,
    windows,
    rows:
      step.kind === 'delete'
        ? places.map((place) => ({ ...row('Full Delete', place, 'spring'), ...dated }))
        : rows,
  };
}

const within = (day: string, windows: readonly Window[]) =>
  windows.some((window) => day >= WINDOWS[window].from && day <= WINDOWS[window].to);

it('exactly what files delete and no later row grants is taken down', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(steps, fc.nat({ max: 1 })), { minLength: 1, maxLength: 8 }),
      async (files) => {
        const memory = new ImportedMemory();
        const all = PLACES.flatMap((place) =>
          SEASONS.map((window) => row('Create', place, window)),
        );
        await memory.import(all, '2026-12-01');
        let down = new Set<string>();
        let last: { readonly imported: Imported; readonly before: Set<string> } | null = null;
        let at = 0;
        for (const [step, later] of files) {
          at = Math.min(at + later, TODAYS.length - 1);
          const today = TODAYS[at] ?? '';
          if (step.kind === 'undo') {
            if (last === null) continue;
            await memory.undo(last.imported);
            down = last.before;
            last = null;
          } else {
            const { places, windows, rows } = fileOf(step);
            const before = new Set(down);
            const imported = await memory.import(rows, today);
            expect(imported.blocked).toEqual([]);
            last = { imported, before };
            for (const { territory, type } of places)
              for (const day of DAYS) {
                if (day < today || !within(day, windows)) continue;
                const key = `${territory} ${type} ${day}`;
                if (step.kind === 'delete' || step.kind === 'remove') down.add(key);
                else down.delete(key);
              }
          }
          for (const { territory, type } of PLACES) {
            const shown = memory.shown(territory, type).map((days) => days.split(' '));
            const found = DAYS.filter((day) =>
              shown.some(([from = '', to = '']) => from <= day && (to === 'open' || day < to)),
            );
            const expected = DAYS.filter((day) => !down.has(`${territory} ${type} ${day}`));
            expect([territory, type, found]).toEqual([territory, type, expected]);
          }
        }
      },
    ),
    { numRuns: runs(60) },
  );
});

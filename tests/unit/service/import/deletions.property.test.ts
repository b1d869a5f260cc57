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

/** Days of temporary prices: in the midst, at the beginning and at the end of a window, and across two of them. */
const REDUCED = [
  ['2027-02-01', '2027-02-28'],
  ['2027-06-01', '2027-06-30'],
  ['2027-12-10', '2027-12-31'],
  ['2027-05-01', '2027-07-31'],
] as const;

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

/** A row of a temporary price, whatever season it is in. */
function reduction({ territory, type }: Place, [from, to]: (typeof REDUCED)[number]): Cells {
  return {
    ...row('Create', { territory, type }, 'spring'),
    ...{ 'Avail/AvailID': `${territory}-${type}-${from}`, 'AvailTrans/PriceType': 'TPR-WSP' },
    ...{ 'AvailTrans/Start': from, 'AvailTrans/End': to, 'AvailTrans/PriceValue': '0.99' },
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
  fc.record({
    kind: fc.constant('reduce' as const),
    places: some(PLACES),
    days: fc.constantFrom(...REDUCED),
  }),
  fc.record({ kind: fc.constant('extract' as const), territories: some(TERRITORIES) }),
  fc.record({ kind: fc.constant('undo' as const) }),
);

type Step = Parameters<Parameters<(typeof steps)['map']>[0]>[0];

/** What a step names: the rows of its file, and the places and windows that they delete or grant. */
function fileOf(step: Exclude<Step, { kind: 'undo' }>, state: State) {
  if (step.kind === 'reduce') {
    const rows = step.places.map((place) => reduction(place, step.days));
    return { places: step.places, windows: [], rows };
  }
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
    windows.flatMap((window) =>
      step.kind === 'create' && !canBeCreated(place, window, state)
        ? []
        : [row(entries[step.kind], place, window)],
    ),
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

/** What is down, by place and day, and the temporary prices of each place. */
interface State {
  readonly down: ReadonlySet<string>;
  readonly reduced: ReadonlyMap<string, readonly (typeof REDUCED)[number][]>;
}

const placeKey = ({ territory, type }: Place) => `${territory} ${type}`;

/** Whether a row can create a window: not beside the parts into which temporary prices have split it. */
function canBeCreated(place: Place, window: Window, { reduced }: State): boolean {
  const { from, to } = WINDOWS[window];
  return (reduced.get(placeKey(place)) ?? []).every(([first, last]) => last < from || first > to);
}

/** The temporary prices after a file. */
function reducedAfter(
  before: State['reduced'],
  step: Exclude<Step, { kind: 'undo' }>,
): State['reduced'] {
  const after = new Map(before);
  if (step.kind === 'reduce')
    for (const place of step.places)
      after.set(placeKey(place), [...(after.get(placeKey(place)) ?? []), step.days]);
  if (step.kind === 'extract')
    for (const place of PLACES)
      if (step.territories.includes(place.territory)) after.delete(placeKey(place));
  return after;
}

const within = (day: string, windows: readonly Window[]) =>
  windows.some((window) => day >= WINDOWS[window].from && day <= WINDOWS[window].to);

it(
  'exactly what files delete and no later row grants is taken down',
  { timeout: 300_000 },
  async () => {
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
          let reduced: State['reduced'] = new Map();
          let last: { readonly imported: Imported; readonly before: State } | null = null;
          let at = 0;
          for (const [step, later] of files) {
            at = Math.min(at + later, TODAYS.length - 1);
            const today = TODAYS[at] ?? '';
            if (step.kind === 'undo') {
              if (last === null) continue;
              await memory.undo(last.imported);
              down = new Set(last.before.down);
              ({ reduced } = last.before);
              last = null;
            } else {
              const before: State = { down: new Set(down), reduced };
              const { places, windows, rows } = fileOf(step, before);
              if (rows.length === 0) continue;
              const isCreated = (place: Place, window: Window) =>
                canBeCreated(place, window, before);
              reduced = reducedAfter(reduced, step);
              const imported = await memory.import(rows, today);
              expect(imported.blocked).toEqual([]);
              last = { imported, before };
              for (const place of places)
                for (const day of DAYS) {
                  const changed = windows.filter(
                    (window) => step.kind !== 'create' || isCreated(place, window),
                  );
                  if (day < today || !within(day, changed)) continue;
                  const key = `${placeKey(place)} ${day}`;
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
  },
);

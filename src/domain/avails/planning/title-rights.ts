import type { IsoDate } from '../../values/date-range';
import type { RightsType } from '../../values/rights-type';
import type { Territory } from '../../values/territory';
import type { AvailEntry, RefusedRow } from '../avail-entry';
import type { Deletion, PlaceDays } from './takedowns/deletions';
import type { FileTitle } from './file-titles';
import type { HeldPlace } from './held-rights';
import type { RowRef } from './import-plan';
import type { ImportRules } from '../import-rules';
import type { Extent, Lane, LaneTerms } from './lanes';
import type { LineConflict } from './lines';
import type { Phase } from '../vocabulary/rights-chart';
import type { StoredRights, Use } from './stored-rights';
import { Takedown } from '../../content/takedown';
import { fold } from '../../names/folding';
import { formatDays } from '../../values/date-range';
import { Languages } from '../../values/languages';
import { territoryName } from '../../values/territory';
import { RightsChart, phaseKey, rangeOf } from '../vocabulary/rights-chart';
import { businessFamily } from '../vocabulary/vocabulary';
import { Deletions, isDeletion } from './takedowns/deletions';
import { RefusedRows } from './held-rights';
import { lanesOf } from './lanes';
import { combined, isByFormat, linesOf } from './lines';
import { extractedLines, losesDays, requestedLines } from './row-lines';
import { isIn, withSingleRows, withReductions } from './single-rows';
import { territoryGroups } from './territory-groups';
import { chartOf, keptUses, usesOf } from './title-uses';

/** The stored and the wanted rights of one title for one rights type, in licenses of the same terms. */
export interface TitleRights {
  readonly title: FileTitle;
  readonly studio: string;
  readonly rightsType: RightsType;
  /** The languages of the licenses, and whether they are exclusive, once the file is applied. */
  readonly terms: LaneTerms;
  /** Whether the file changes these terms of the stored licenses. */
  readonly hasNewTerms: boolean;
  readonly stored: RightsChart;
  readonly wanted: RightsChart;
  /** The stored offers behind `stored`. */
  readonly uses: readonly Use[];
  /** Offers that do not change, because the file agrees with what is stored in all territories of their license. */
  readonly kept: ReadonlySet<Use>;
  /** The days that the rows delete and grant where rows delete or takedowns stand, for territories that are alike. */
  readonly places: readonly PlaceDays[];
  /** The rows that grant, and those that end a format. */
  readonly rows: readonly RowRef[];
  /** Where stored offers stay although the extract does not name them, because rows of it are refused. */
  readonly held: readonly HeldPlace[];
  /** The reason why the rows cannot be applied, as a sentence. */
  readonly refusal: string | null;
}

/**
 * The stored and the wanted rights of each title in a file, for each rights type in the file or replaced by a full extract.
 * An extract covers a studio, title, territory and family of rights types, for the territories in its rows; everything else
 * stays as it is. Rows that delete change no rights: they take the title down.
 */
export function titleRights(
  entries: readonly AvailEntry[],
  titles: ReadonlyMap<string, FileTitle>,
  stored: StoredRights,
  rules: ImportRules,
  today: IsoDate,
  refusedRows: readonly RefusedRow[],
): readonly TitleRights[] {
  const byTitle = new Map<string, AvailEntry[]>();
  for (const entry of entries) {
    const key = `${entry.studio}\n${entry.work.key}`;
    const known = byTitle.get(key) ?? [];
    byTitle.set(key, known);
    known.push(entry);
  }
  const deletions = new Deletions(entries, stored, today);
  const refused = new RefusedRows(refusedRows);
  return [...byTitle.values()].flatMap((rows) => {
    const [first] = rows;
    const title = first === undefined ? undefined : titles.get(first.work.key);
    return first === undefined || title === undefined
      ? []
      : ofOneTitle(title, first.studio, rows, { stored, rules, deletions, refused });
  });
}

interface Context {
  readonly stored: StoredRights;
  readonly rules: ImportRules;
  readonly deletions: Deletions;
  readonly refused: RefusedRows;
}

function ofOneTitle(
  title: FileTitle,
  studio: string,
  entries: readonly AvailEntry[],
  { stored, rules, deletions, refused }: Context,
): TitleRights[] {
  const rows = new Map(entries.map((entry) => [entry, { sheet: entry.sheet, row: entry.row }]));
  const scope = scopesOf(entries);
  const uses = usesOf(title, studio, stored);
  const named = entries.map(({ rightsType: type }) => type);
  // A takedown that the file ends can be of other rights types, too.
  const hasDeletions = (title.stored?.deletions ?? []).length > 0;
  const replaced = [...uses.keys()].filter(
    (type) => hasDeletions || scope.has(businessFamily(type)),
  );
  return [...new Set([...named, ...replaced])].flatMap((type): TitleRights[] => {
    const mine = entries.filter((entry) => entry.rightsType === type);
    const own = uses.get(type) ?? [];
    const all = chartOf(own);
    const within = scope.get(businessFamily(type)) ?? new Set<Territory>();
    const refusedAt = (territory: Territory) => refused.at(title.key, territory, type);
    const lanes = lanesOf(mine, own, stored, extentOf(mine, all.territories, within, refusedAt));
    const takedowns = takedownsByTerritory(title.stored, type);
    const deletionAt = (territory: Territory): Deletion | null => {
      const down = takedowns(territory);
      const there = mine.filter(({ territories }) => territories.includes(territory));
      return down.length > 0 || there.some(isDeletion)
        ? deletions.at({ title, studio, type, territory, there, uses: own, down })
        : null;
    };
    const likeness = (territory: Territory) =>
      [
        all.textAt(territory),
        within.has(territory),
        takedowns(territory).map(({ number }) => number),
        refusedAt(territory).map(({ sheet, row }) => `${sheet} ${row}`),
      ].join('\n');
    const groups = [...territoryGroups(mine, all.territories, likeness)];
    const planned = lanes.map((lane): TitleRights & { places: PlaceDays[] } => {
      const byFormat = isByFormat(type) || new Set(lanes.flatMap(contractsOf)).size > 1;
      const before = chartOf(lane.uses);
      const spoken = Languages.of((lane.stored ?? lane.wanted)?.languages ?? ALL_LANGUAGES);
      const inLane = new Set(lane.entries);
      const wanted = new RightsChart();
      const refusals: string[] = [];
      const held: HeldPlace[] = [];
      const cutting = new Set<AvailEntry>();
      for (const { territories, there } of groups) {
        const [territory] = territories;
        const shown = before.at(territory);
        const lines = linesOf(shown);
        const mineThere = there.filter((entry) => inLane.has(entry));
        const requested = requestedLines(mineThere, rows, lines);
        const deleted = deletionAt(territory);
        if (deleted?.cuts.some((cut) => isIn(cut, spoken)) === true)
          for (const entry of there.filter(isDeletion)) cutting.add(entry);
        const missing = within.has(territory) ? refusedAt(territory) : [];
        const updates = there.filter(({ action, reduction }) => action === 'update' && !reduction);
        const base = within.has(territory)
          ? extractedLines(requested, lines, missing.length > 0)
          : deletions.applied(lines, requested, deleted, spoken);
        const edited = withSingleRows(
          base,
          requested,
          updates,
          territory,
          spoken,
          stored.earlierRows,
          refusals,
        );
        const reduced = withReductions(
          edited,
          requested,
          territory,
          rules,
          byFormat,
          lane.shared,
          refusals,
        );
        const { phases, conflict } = combined(reduced, type, byFormat);
        if (conflict !== null) refusals.push(conflictInWords(conflict, territory));
        wanted.put(
          territories,
          within.has(territory) ? asShown(phases, shown, takedowns(territory)) : phases,
        );
        if (missing.length > 0 && losesDays(lines, requested))
          held.push({ territories, rows: missing });
      }
      const terms = lane.wanted ?? lane.stored ?? { languages: ALL_LANGUAGES, exclusive: null };
      const hasNewTerms = isNew(lane) && wanted.territories.length > 0;
      return {
        ...{ title, studio, rightsType: type, terms, hasNewTerms, stored: before, wanted },
        uses: lane.uses,
        kept: hasNewTerms ? new Set() : keptUses(lane.uses, before, wanted),
        places: [],
        held,
        rows: [...lane.entries, ...cutting].flatMap((entry) => rows.get(entry) ?? []),
        refusal: refusals[0] ?? null,
      };
    });
    for (const { territories, there } of groups) {
      const [territory] = territories;
      const deleted = deletionAt(territory);
      if (deleted === null) continue;
      const phases = planned.flatMap(({ wanted }) => wanted.at(territory));
      const requested = requestedLines(there, rows, linesOf(all.at(territory)));
      planned[0]?.places.push(deletions.placeDays(territories, phases, requested, deleted));
    }
    return planned;
  });
}

/** How much the rows of a rights type say of what is stored of it in some territories. */
function extentOf(
  rows: readonly AvailEntry[],
  territories: readonly Territory[],
  within: ReadonlySet<Territory>,
  refusedAt: (territory: Territory) => readonly RowRef[],
): Extent {
  if (territories.some((one) => within.has(one) && refusedAt(one).length > 0)) return 'unknown';
  const isExtract = rows.every(({ action }) => action === 'extract' || action === 'delete');
  return isExtract && territories.every((one) => within.has(one)) ? 'all' : 'part';
}

const ALL_LANGUAGES = Languages.ALL.toData();

function contractsOf({ entries }: Lane): readonly string[] {
  return entries.slice(0, 1).map(({ contract }) => fold(contract ?? ''));
}

/** Whether rows of a lane say other terms than those of its stored licenses. */
function isNew({ wanted, stored }: Lane): boolean {
  if (wanted === null || stored === null) return false;
  const isOther = !Languages.of(wanted.languages).equals(Languages.of(stored.languages));
  return isOther || (wanted.exclusive !== null && wanted.exclusive !== stored.exclusive);
}

function conflictInWords({ format, window, why }: LineConflict, territory: Territory): string {
  const when = formatDays(window.startsOn, window.lastDay);
  return why === 'two-prices'
    ? `${format ?? 'Every format'} would have two prices in ${territoryName(territory)}: ${when}.`
    : `The formats would be in different currencies in ${territoryName(territory)}: ${when}.`;
}

/**
 * The phases, or those that are stored where the file repeats what is on offer without the days that are taken down, as our
 * own exports do.
 */
function asShown(
  phases: readonly Phase[],
  stored: readonly Phase[],
  down: readonly Takedown[],
): readonly Phase[] {
  if (down.length === 0) return phases;
  const shown = stored.flatMap((phase) =>
    rangeOf(phase.window)
      .outsideAll(down.map(({ days }) => days))
      .map((window) => ({ ...phase, window: window.toData() })),
  );
  const keysOf = (some: readonly Phase[]) => [...new Set(some.map(phaseKey))].sort().join();
  return keysOf(phases) === keysOf(shown) ? stored : phases;
}

/** A title's takedowns of one rights type in a territory. */
function takedownsByTerritory(stored: FileTitle['stored'], type: RightsType) {
  const all = (stored?.takedowns ?? []).map(Takedown.of);
  return (territory: Territory): readonly Takedown[] =>
    all.filter((takedown) => takedown.covers({ territory, rightsType: type }));
}

/** The territories covered by full extracts, by family. Reductions alone replace nothing. */
function scopesOf(entries: readonly AvailEntry[]): Map<string, Set<Territory>> {
  const scopes = new Map<string, Set<Territory>>();
  for (const { action, reduction, rightsType: type, territories } of entries) {
    if (action !== 'extract' || reduction) continue;
    const scope = scopes.get(businessFamily(type)) ?? new Set<Territory>();
    scopes.set(businessFamily(type), scope);
    for (const territory of territories) scope.add(territory);
  }
  return scopes;
}

import type { IsoDate } from '../../values/date-range';
import type { RightsType } from '../../values/rights-type';
import type { Territory } from '../../values/territory';
import type { AvailEntry, RefusedRow } from '../avail-entry';
import type { PlaceDays } from './deletions';
import type { FileTitle } from './file-titles';
import type { HeldPlace } from './held-rights';
import type { RowRef } from './import-plan';
import type { ImportRules } from '../import-rules';
import type { RequestedPhase } from './single-rows';
import type { Phase } from '../vocabulary/rights-chart';
import type { StoredRights, Use } from './stored-rights';
import { onePrice } from '../../license/price-list';
import { Takedown } from '../../content/takedown';
import { isSameName } from '../../names/folding';
import { rightsType } from '../../values/rights-type';
import { isoDate } from '../../values/date-range';
import { territorySet } from '../../values/territory';
import { RightsChart, phaseKey, rangeOf } from '../vocabulary/rights-chart';
import { businessFamily } from '../vocabulary/vocabulary';
import { Deletions, isDeletion } from './deletions';
import { RefusedRows, withoutWithdrawals } from './held-rights';
import { withSingleRows, withReductions } from './single-rows';
import { territoryGroups } from './territory-groups';

/** The stored and the wanted rights of one title for one rights type. */
export interface TitleRights {
  readonly title: FileTitle;
  readonly studio: string;
  readonly rightsType: RightsType;
  readonly stored: RightsChart;
  readonly wanted: RightsChart;
  /** The stored offers behind `stored`. */
  readonly uses: readonly Use[];
  /** Offers that do not change, because the file agrees with what is stored in all territories of their license. */
  readonly kept: ReadonlySet<Use>;
  /** The days that the rows delete and grant where rows delete or takedowns stand, for territories that are alike. */
  readonly places: readonly PlaceDays[];
  /** The rows that grant. */
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
  return [...new Set([...named, ...replaced])].map((type): TitleRights => {
    const mine = entries.filter((entry) => entry.rightsType === type);
    const own = uses.get(type) ?? [];
    const before = chartOf(own);
    const wanted = new RightsChart();
    const within = scope.get(businessFamily(type)) ?? new Set<Territory>();
    const refusals: string[] = [];
    const places: PlaceDays[] = [];
    const held: HeldPlace[] = [];
    const refusedAt = (territory: Territory) => refused.at(title.key, territory, type);
    const takedowns = takedownsByTerritory(title.stored, type);
    const likeness = (territory: Territory) =>
      [
        before.textAt(territory),
        within.has(territory),
        takedowns(territory).map(({ number }) => number),
        refusedAt(territory).map(({ sheet, row }) => `${sheet} ${row}`),
      ].join('\n');
    for (const { territories, there } of territoryGroups(mine, before.territories, likeness)) {
      const [territory] = territories;
      const down = takedowns(territory);
      const requested = there.map((entry) => ({
        entry,
        phase: started(entry, phaseOf(entry, rows.get(entry)), before.at(territory)),
      }));
      const place = { title, studio, type, territory, there, uses: own, down };
      const deleted = down.length > 0 || there.some(isDeletion) ? deletions.at(place) : null;
      const missing = within.has(territory) ? refusedAt(territory) : [];
      const base = within.has(territory)
        ? extracted(requested, before.at(territory), down, missing.length > 0)
        : deletions.withoutReplaced(before.at(territory), requested, deleted);
      const edited = withSingleRows(base, requested, territory, stored.earlierRows, refusals);
      const phases = withReductions(edited, requested, territory, rules, refusals);
      wanted.put(territories, phases);
      if (missing.length > 0 && losesDays(before.at(territory), requested))
        held.push({ territories, rows: missing });
      if (deleted !== null)
        places.push(deletions.placeDays(territories, phases, requested, deleted));
    }
    return {
      title,
      studio,
      rightsType: type,
      stored: before,
      wanted,
      uses: own,
      kept: keptUses(own, before, wanted),
      places,
      held,
      rows: mine.flatMap((entry) => (isDeletion(entry) ? [] : (rows.get(entry) ?? []))),
      refusal: refusals[0] ?? null,
    };
  });
}

/**
 * The phases of a full extract. One that repeats what is on offer without the days that are taken down, as our own exports
 * do, leaves the offers as they are. One with refused rows withdraws nothing.
 */
function extracted(
  requested: readonly RequestedPhase[],
  stored: readonly Phase[],
  down: readonly Takedown[],
  isIncomplete: boolean,
): readonly Phase[] {
  const phases = extractedPhases(requested);
  if (isIncomplete) return withoutWithdrawals(phases, stored);
  if (down.length === 0) return phases;
  const shown = stored.flatMap((phase) =>
    rangeOf(phase.window)
      .outsideAll(down.map(({ days }) => days))
      .map((window) => ({ ...phase, window: window.toData() })),
  );
  const keysOf = (some: readonly Phase[]) => [...new Set(some.map(phaseKey))].sort().join();
  return keysOf(phases) === keysOf(shown) ? stored : phases;
}

function extractedPhases(requested: readonly RequestedPhase[]): Phase[] {
  return requested
    .filter(({ entry }) => entry.action === 'extract' && !entry.reduction)
    .map(({ phase }) => phase);
}

/** Whether a full extract with these rows alone would end days that are on offer. */
function losesDays(stored: readonly Phase[], requested: readonly RequestedPhase[]): boolean {
  const said = extractedPhases(requested).map(({ window }) => rangeOf(window));
  return stored.some(({ window }) => rangeOf(window).outsideAll(said).length > 0);
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

/** The stored offers of a title that a studio licenses, by rights type. */
function usesOf(
  { stored: title }: FileTitle,
  studio: string,
  { licenses }: StoredRights,
): Map<RightsType, Use[]> {
  const uses = new Map<RightsType, Use[]>();
  for (const { licenseId, startsOn } of title?.offers ?? []) {
    const license = licenses.get(licenseId);
    const offer = license?.offers.find(({ window }) => window.startsOn === startsOn);
    if (license === undefined || offer === undefined || !isSameName(license.studio, studio))
      continue;
    const { terms } = license.details;
    const type = rightsType(terms.rightsType);
    const known = uses.get(type) ?? [];
    uses.set(type, known);
    known.push({
      licenseId,
      contractId: license.contractId,
      territories: territorySet(terms.territories),
      offer,
    });
  }
  return uses;
}

function chartOf(uses: readonly Use[]): RightsChart {
  const chart = new RightsChart();
  const phases = new Map<Territory, Phase[]>();
  for (const { territories, offer } of uses) {
    const { window, prices, name } = offer;
    const phase: Phase = { window, prices, name, rows: [], contract: null };
    for (const territory of territories) {
      const there = phases.get(territory) ?? [];
      phases.set(territory, there);
      there.push(phase);
    }
  }
  for (const [territory, there] of phases) chart.put([territory], there);
  return chart;
}

function phaseOf(entry: AvailEntry, row: RowRef | undefined): Phase {
  const { window, price, description, rightsType: type, reduction, contract } = entry;
  const name = description === '' ? (reduction ? 'Reduced price' : type) : description;
  const prices = onePrice(price);
  return { window, prices, name, rows: row === undefined ? [] : [row], contract };
}

/** A phase without a start date of its own begins with the stored phase that runs on its first day. */
function started({ hasStarted }: AvailEntry, phase: Phase, stored: readonly Phase[]): Phase {
  if (!hasStarted) return phase;
  const { startsOn, endsOn } = phase.window;
  const running = stored.find(({ window }) => rangeOf(window).contains(isoDate(startsOn)));
  return running === undefined
    ? phase
    : { ...phase, window: { startsOn: running.window.startsOn, endsOn } };
}

/**
 * The offers that stay assigned to a title. In a territory where one of its offers must go, new phases replace all of them,
 * so every other offer there goes too.
 */
function keptUses(
  uses: readonly Use[],
  stored: RightsChart,
  wanted: RightsChart,
): ReadonlySet<Use> {
  let kept = uses;
  for (;;) {
    const left = new Set(
      uses.filter((use) => !kept.includes(use)).flatMap(({ territories }) => territories),
    );
    const next = kept.filter(({ territories }) =>
      territories.every((territory) => !left.has(territory) && stored.agrees(wanted, territory)),
    );
    if (next.length === kept.length) return new Set(kept);
    kept = next;
  }
}

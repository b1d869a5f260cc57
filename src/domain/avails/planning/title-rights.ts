import type { OfferData } from '../../license/offer';
import type { RightsType } from '../../values/rights-type';
import type { Territory } from '../../values/territory';
import type { AvailEntry } from '../avail-entry';
import type { FileTitle } from './file-titles';
import type { RowRef } from './import-plan';
import type { ImportRules } from '../import-rules';
import type { Phase } from '../vocabulary/rights-chart';
import type { StoredRights } from './stored-rights';
import { isSameName } from '../../names/folding';
import { rightsType } from '../../values/rights-type';
import { territorySet } from '../../values/territory';
import { RightsChart } from '../vocabulary/rights-chart';
import { withSingleRows, withReductions } from './single-rows';

/** An offer assigned to a title, with the territories of its license. */
export interface Use {
  readonly licenseId: string;
  readonly contractId: string;
  readonly territories: readonly Territory[];
  readonly offer: OfferData;
}

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
  readonly rows: readonly RowRef[];
  /** The reason why the rows cannot be applied, as a sentence. */
  readonly refusal: string | null;
}

/** The rights types that a full extract covers together. */
const FAMILIES: Record<RightsType, string> = {
  EST: 'transactional',
  POEST: 'transactional',
  TVOD: 'transactional',
  PVOD: 'transactional',
  SVOD: 'subscription',
  AVOD: 'free',
  FVOD: 'free',
  FAST: 'free',
};

/**
 * The stored and the wanted rights of each title in a file, for each rights type in the file or replaced by a full extract.
 * An extract covers a studio, title, territory and family of rights types, for the territories in its rows; everything else
 * stays as it is.
 */
export function titleRights(
  entries: readonly AvailEntry[],
  titles: ReadonlyMap<string, FileTitle>,
  stored: StoredRights,
  rules: ImportRules,
): readonly TitleRights[] {
  const byTitle = new Map<string, AvailEntry[]>();
  for (const entry of entries) {
    const key = `${entry.studio}\n${entry.work.key}`;
    const known = byTitle.get(key) ?? [];
    byTitle.set(key, known);
    known.push(entry);
  }
  return [...byTitle.values()].flatMap((rows) => {
    const [first] = rows;
    const title = first === undefined ? undefined : titles.get(first.work.key);
    return first === undefined || title === undefined
      ? []
      : ofOneTitle(title, first.studio, rows, stored, rules);
  });
}

function ofOneTitle(
  title: FileTitle,
  studio: string,
  entries: readonly AvailEntry[],
  stored: StoredRights,
  rules: ImportRules,
): TitleRights[] {
  const rows = new Map(entries.map((entry) => [entry, { sheet: entry.sheet, row: entry.row }]));
  const scope = scopesOf(entries);
  const uses = usesOf(title, studio, stored);
  const named = entries.map(({ rightsType: type }) => type);
  const replaced = [...uses.keys()].filter((type) => scope.has(FAMILIES[type]));
  return [...new Set([...named, ...replaced])].map((type): TitleRights => {
    const mine = entries.filter((entry) => entry.rightsType === type);
    const own = uses.get(type) ?? [];
    const before = chartOf(own);
    const wanted = new RightsChart();
    const within = scope.get(FAMILIES[type]) ?? new Set<Territory>();
    const refusals: string[] = [];
    for (const { territories, there } of territoryGroups(mine, before, within)) {
      const [territory] = territories;
      const requested = there.map((entry) => ({ entry, phase: phaseOf(entry, rows.get(entry)) }));
      const base = within.has(territory)
        ? requested.filter(({ entry }) => isBase(entry, 'extract')).map(({ phase }) => phase)
        : before.at(territory);
      const edited = withSingleRows(base, requested, territory, stored.earlierRows, refusals);
      wanted.put(territories, withReductions(edited, requested, territory, rules, refusals));
    }
    return {
      title,
      studio,
      rightsType: type,
      stored: before,
      wanted,
      uses: own,
      kept: keptUses(own, before, wanted),
      rows: mine.flatMap((entry) => rows.get(entry) ?? []),
      refusal: refusals[0] ?? null,
    };
  });
}

interface TerritoryGroup {
  readonly territories: readonly [Territory, ...Territory[]];
  /** The rows for these territories. */
  readonly there: readonly AvailEntry[];
}

/**
 * Groups territories with the same rows and the same stored rights, so that a row for the whole world is processed once.
 */
function territoryGroups(
  entries: readonly AvailEntry[],
  stored: RightsChart,
  within: ReadonlySet<Territory>,
): Iterable<TerritoryGroup> {
  const rowsByTerritory = new Map<Territory, number[]>(
    stored.territories.map((territory) => [territory, []]),
  );
  for (const [position, { territories }] of entries.entries())
    for (const territory of territories) {
      const known = rowsByTerritory.get(territory);
      if (known === undefined) rowsByTerritory.set(territory, [position]);
      else known.push(position);
    }
  const isOfOneRow = entries.some(({ action }) => action === 'update' || action === 'remove');
  const groups = new Map<
    string,
    { territories: [Territory, ...Territory[]]; there: AvailEntry[] }
  >();
  for (const [territory, positions] of rowsByTerritory) {
    const key = [
      positions.join(),
      stored.textAt(territory),
      within.has(territory),
      // Earlier rows are looked up for each territory.
      isOfOneRow ? territory : '',
    ].join('\n');
    const known = groups.get(key);
    if (known === undefined)
      groups.set(key, {
        territories: [territory],
        there: positions.flatMap((position) => entries[position] ?? []),
      });
    else known.territories.push(territory);
  }
  return groups.values();
}

/** The territories covered by full extracts and deletions, by family. Reductions alone replace nothing. */
function scopesOf(entries: readonly AvailEntry[]): Map<string, Set<Territory>> {
  const scopes = new Map<string, Set<Territory>>();
  for (const { action, reduction, rightsType: type, territories } of entries) {
    if ((action !== 'extract' && action !== 'delete') || reduction) continue;
    const scope = scopes.get(FAMILIES[type]) ?? new Set<Territory>();
    scopes.set(FAMILIES[type], scope);
    for (const territory of territories) scope.add(territory);
  }
  return scopes;
}

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
    const { window, price, name } = offer;
    const phase: Phase = { window, price, name, rows: [], contract: null };
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
  return { window, price, name, rows: row === undefined ? [] : [row], contract };
}

function isBase({ action, reduction }: AvailEntry, wanted: AvailEntry['action']): boolean {
  return action === wanted && !reduction;
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

import type { IsoDate } from '../../values/date-range';
import type { RightsType } from '../../values/rights-type';
import type { Territory } from '../../values/territory';
import type { AvailEntry, RefusedRow } from '../avail-entry';
import type { FileTitle } from './file-titles';
import type { RowRef } from './import-plan';
import type { ImportRules } from '../import-rules';
import type { Extent, Lane } from './lanes/drafts';
import type { TitleRights } from './planned-rights';
import type { StoredRights, Use } from './stored-rights';
import type { PlaceDays } from './takedowns/deletions';
import { Takedown } from '../../content/takedown';
import { fold } from '../../names/folding';
import { businessFamily } from '../vocabulary/vocabulary';
import { RefusedRows } from './held-rights';
import { joinedRights } from './lanes/joined-rights';
import { laneRights } from './lanes/lane-rights';
import { lanesOf } from './lanes/lanes';
import { isByFormat, linesOf } from './lines';
import { placesOf } from './places';
import { requestedLines } from './row-lines';
import { useKey } from './stored-rights';
import { Deletions } from './takedowns/deletions';
import { chartOf, usesOf } from './title-uses';

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
    const rowsOf = ({ licenseId, offer }: Use) =>
      stored.rows.get(useKey(title.id, { licenseId, startsOn: offer.window.startsOn })) ?? [];
    const isAlone = ({ action, territories }: AvailEntry) =>
      action !== 'extract' ||
      territories.some((one) => !within.has(one) || refusedAt(one).length > 0);
    const about = { title, studio, rightsType: type, rowsOf, deletions };
    const takedownsAt = takedownsByTerritory(title.stored, type);
    const known = { stored, uses: own, within, refusedAt, takedownsAt, isAlone };
    const places = placesOf(mine, { ...about, ...known });
    const extent = extentOf(mine, all.territories, within, refusedAt);
    const lanes = lanesOf(mine, own, stored, { extent, rowsOf, places, isAlone });
    const byFormat = isByFormat(type) || new Set(lanes.flatMap(contractsOf)).size > 1;
    const { today } = deletions;
    const context = { ...about, today, byFormat, places, rows, rules, stored };
    const planned = joinedRights(
      lanes.flatMap((lane) =>
        laneRights(lane, context).map((rights) => ({ contract: lane.contract, rights })),
      ),
      byFormat,
    );
    const [first, ...others] = planned;
    if (first === undefined) return [];
    const deleted = places.flatMap(({ territories, there, deletion }): PlaceDays[] => {
      if (deletion === null) return [];
      const [territory] = territories;
      const phases = planned.flatMap(({ wanted }) => wanted.at(territory));
      const requested = requestedLines(there, rows, linesOf(all.at(territory)));
      return [deletions.placeDays(territories, phases, requested, deletion)];
    });
    return [{ ...first, places: deleted }, ...others];
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

function contractsOf({ entries }: Lane): readonly string[] {
  return entries.slice(0, 1).map(({ contract }) => fold(contract ?? ''));
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

import type { IsoDate } from '../../values/date-range';
import type { CheckedFile } from '../avail-entry';
import type { NewId } from './file-titles';
import type { ImportGroup, ImportItem, ImportPlan } from './import-plan';
import type { ImportRules } from '../import-rules';
import type { LicenseProposal } from './licenses/license-proposals';
import type { StoredRights } from './stored-rights';
import type { TitleRights } from './planned-rights';
import type { TitleTakedowns } from './takedowns/title-takedowns';
import { changedDetails, withDetails } from './changed-details';
import { CONTENT_KINDS } from '../../content/content-kind';
import { fileTitles } from './file-titles';
import { heldItem } from './held-rights';
import { importGroup } from './import-group';
import { licenseProposals } from './licenses/license-proposals';
import { LicenseMatching } from './licenses/license-matching';
import { plannedRows } from './planned-rows';
import { asStored } from './spellings';
import { takedownItems, unchangedByDeletion } from './takedowns/takedown-items';
import { titleRights } from './title-rights';
import { titleTakedowns } from './takedowns/title-takedowns';

/**
 * Plans the changes that a checked file makes to stored data: the commands for each license, and the titles that do not
 * change. Planning does not check the rules of the domain; illegal commands are refused when they run.
 *
 * @param newId derives a stable id from the name of a new item
 * @param today the signing date of contracts that are not recorded yet, and the first day of takedowns
 * @param fileName names the file in the reason of takedowns
 */
export function planImport(
  { rows, refused }: Pick<CheckedFile, 'rows' | 'refused'>,
  stored: StoredRights,
  rules: ImportRules,
  newId: NewId,
  today: IsoDate,
  fileName: string,
): ImportPlan {
  const entries = asStored(
    rows.flatMap(({ entry }) => entry ?? []),
    stored,
  );
  const titles = fileTitles(entries, stored.titles, newId);
  const rights = titleRights(entries, titles, stored, rules, today, refused);
  const takedowns = takedownsOf(rights, fileName);
  const changing = rights.filter((one) => one.refusal !== null || isChange(one));
  const followed = changing.filter(({ refusal }) => refusal === null);
  const proposalsOf = licenseProposals(followed, stored, rules, newId);
  const matching = new LicenseMatching(stored, rules, newId);
  const all = new Set([...proposalsOf.values()].flat());
  for (const proposal of all) matching.match(proposal);

  const applied = takedowns.filter(({ refusal }) => refusal === null);
  const groups = [...independentGroups(followed, proposalsOf, applied)]
    .map((content) => importGroup({ ...content, matching, stored, newId, today }))
    .filter(({ steps, blocked }) => steps.length > 0 || blocked !== null);
  const ranks = new Map(groups.map((group) => [group, rankOf(group)]));
  groups.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  const lines = plannedRows(entries, titles, refused);
  const compared = { rows, lines, stored };
  const isStored = (one: TitleRights) => !changing.includes(one);
  const details = changedDetails({ ...compared, rights: rights.filter(isStored) });
  return {
    groups: [
      ...changing.flatMap(refusedGroup),
      ...takedowns.filter((one) => !applied.includes(one)).map(refusedTakedowns),
      ...withDetails(groups, {
        ...compared,
        rights: followed.filter(({ uses }) => uses.length > 0),
      }),
      ...details.values(),
    ],
    unchanged: [
      ...rights
        .filter((one) => one.rows.length > 0 && one.held.length === 0 && !changing.includes(one))
        .filter((one) => !details.has(one))
        .map(unchangedItem),
      ...rights.flatMap(({ title, rightsType, held }) =>
        held.length === 0 ? [] : heldItem(title, rightsType, held),
      ),
      ...rights.flatMap((one) => unchangedByDeletion(one, today)),
    ],
    rows: lines,
  };
}

function isChange({ stored, wanted, hasNewTerms }: TitleRights): boolean {
  if (hasNewTerms) return true;
  const territories = new Set([...stored.territories, ...wanted.territories]);
  return [...territories].some((territory) => !stored.agrees(wanted, territory));
}

/** Parents come before their children. */
const RANKS = ['bundle', 'series', 'season'];

function rankOf({ steps }: ImportGroup): number {
  const kinds = steps.flatMap((step) =>
    step.kind === 'arrange-titles'
      ? step.titles.filter(({ isContainer }) => !isContainer).map(({ details }) => details.kind)
      : [],
  );
  return Math.min(
    RANKS.length,
    ...kinds.map((kind) => RANKS.indexOf(kind)).filter((rank) => rank >= 0),
  );
}

/** The takedowns of each title that the file takes down or brings back, from each studio. */
function takedownsOf(rights: readonly TitleRights[], fileName: string): readonly TitleTakedowns[] {
  const byTitle = new Map<string, TitleRights[]>();
  for (const one of rights) {
    const key = `${one.studio}\n${one.title.id}`;
    const known = byTitle.get(key) ?? [];
    byTitle.set(key, known);
    known.push(one);
  }
  return [...byTitle.values()].flatMap((mine) => {
    const reason = `Deleted by the avails of ${mine[0]?.studio ?? ''} (${fileName})`;
    return titleTakedowns(mine, reason) ?? [];
  });
}

interface GroupContent {
  readonly members: readonly TitleRights[];
  readonly proposals: readonly LicenseProposal[];
  readonly takedowns: readonly TitleTakedowns[];
}

/**
 * Groups changes that must be applied together. A title that loses offers gets its new ones in the same command, so all
 * licenses it will use belong to one group. A title is brought back together with all that the file grants it.
 */
function independentGroups(
  changing: readonly TitleRights[],
  proposalsOf: ReadonlyMap<TitleRights, readonly LicenseProposal[]>,
  takedowns: readonly TitleTakedowns[],
): Iterable<GroupContent> {
  const takedownsBy = new Map(takedowns.map((one) => [`${one.studio}\n${one.title.id}`, one]));
  const downOf = ({ studio, title }: TitleRights) => takedownsBy.get(`${studio}\n${title.id}`);
  const leader = new Map<object, object>();
  const find = (one: object): object => {
    let at = one;
    for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at))
      at = next;
    leader.set(one, at);
    return at;
  };
  const unite = (a: object, b: object) => leader.set(find(a), find(b));
  const isBound = (rights: TitleRights) => rights.uses.length > 0 || downOf(rights) !== undefined;
  const lanes = new Map<string, TitleRights[]>();
  for (const rights of changing) {
    const key = `${rights.studio}\n${rights.title.id}\n${rights.rightsType}`;
    const known = lanes.get(key);
    if (known === undefined) lanes.set(key, [rights]);
    else known.push(rights);
  }
  for (const beside of lanes.values()) {
    // What a title loses in one language it may get in another.
    const [first] = beside;
    const areTogether = beside.length > 1 && beside.some(isBound);
    for (const rights of beside) {
      if (areTogether && first !== undefined) unite(rights, first);
      if (!areTogether && !isBound(rights)) continue;
      for (const proposal of proposalsOf.get(rights) ?? []) unite(rights, proposal);
      const down = downOf(rights);
      if (down !== undefined) unite(rights, down);
    }
  }
  const bundles = new Map<object, Bundle>();
  const bundleOf = (one: object) => {
    const at = find(one);
    const known = bundles.get(at) ?? { members: [], proposals: new Set(), takedowns: [] };
    bundles.set(at, known);
    return known;
  };
  for (const rights of changing) {
    const proposals = proposalsOf.get(rights) ?? [];
    for (const proposal of proposals) bundleOf(proposal).proposals.add(proposal);
    const isUnited = find(rights) !== rights || isBound(rights);
    const homes = isUnited ? [bundleOf(rights)] : proposals.map(bundleOf);
    for (const home of new Set(homes)) home.members.push(rights);
  }
  for (const one of takedowns) bundleOf(one).takedowns.push(one);
  return [...bundles.values()].map((bundle) => ({ ...bundle, proposals: [...bundle.proposals] }));
}

interface Bundle {
  readonly members: TitleRights[];
  readonly proposals: Set<LicenseProposal>;
  readonly takedowns: TitleTakedowns[];
}

/** A group for rows that cannot be applied, blocked before any command runs. */
function refusedGroup(rights: TitleRights): ImportGroup[] {
  if (rights.refusal === null) return [];
  const item: ImportItem = {
    what: 'title',
    outcome: rights.title.stored === null ? 'created' : 'changed',
    name: rights.title.details.title,
    words: rights.rightsType,
    id: rights.title.id,
    rows: rights.rows,
  };
  return [{ steps: [], basedOn: [], items: [item], blocked: rights.refusal }];
}

/** A group for takedowns that cannot be applied. */
function refusedTakedowns(takedowns: TitleTakedowns): ImportGroup {
  return { steps: [], basedOn: [], items: takedownItems(takedowns), blocked: takedowns.refusal };
}

function unchangedItem({ title, rightsType, wanted, rows }: TitleRights): ImportItem {
  const count = new Set(wanted.parts().flatMap(({ phases }) => phases)).size;
  return {
    what: 'title',
    outcome: 'unchanged',
    name: title.details.title,
    words:
      count === 0
        ? `${kindOf(title.details.kind)}. It has no ${rightsType} offers yet`
        : `${kindOf(title.details.kind)}. ${rightsType}: ${count} ${count === 1 ? 'offer is' : 'offers are'} as the file says`,
    id: title.id,
    rows,
  };
}

function kindOf(kind: string): string {
  return CONTENT_KINDS[kind as keyof typeof CONTENT_KINDS];
}

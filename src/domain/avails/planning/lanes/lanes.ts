import type { LanguagesData } from '../../../values/languages';
import type { AvailEntry } from '../../avail-entry';
import type { PlannedRow } from '../import-plan';
import type { StoredRights, Use } from '../stored-rights';
import type { Distinctions, Draft, Extent, FileExtent, Lane, LaneTerms, Wanted } from './drafts';
import { languagesOfAssets } from '../../language-terms';
import { Languages } from '../../../values/languages';
import { isDeletion } from '../takedowns/deletions';
import {
  addTo,
  ALL,
  byAssets,
  distinctions,
  draftOf,
  languagesIn,
  newDraft,
  storedDrafts,
  take,
  wantedBy,
  wantedLanes,
} from './drafts';
import { PlacedRows } from './placed-rows';
import { isCovered, reducesSome } from './reduced-lanes';

/**
 * Sorts rows and stored offers of a title and rights type by languages and, where rows name several contracts or say both that
 * they are exclusive and that they are not, by that. Rows for several asset languages are one lane as long as they offer the
 * same; otherwise each language is one of its own. A full extract of all there is changes the terms of stored licenses; other
 * files do not, and their rows belong to the licenses for the languages of their assets, where there are such, or to one that
 * other rows have for more languages, which may have to be divided. A temporary price belongs to each lane that it reduces.
 */
export function lanesOf(
  entries: readonly AvailEntry[],
  uses: readonly Use[],
  stored: StoredRights,
  file: FileExtent,
): readonly Lane[] {
  const { extent } = file;
  const granting = entries.filter((entry) => !isDeletion(entry));
  const told = distinctions(granting);
  const there = storedDrafts(uses, stored, told);
  const drafts = [...there.values()];
  const placed = new PlacedRows(drafts, told, file);
  const others = granting.filter((entry) => !placed.place(entry));
  const left: Wanted[] = [];
  for (const wanted of wantedLanes(others, told)) {
    const { key, terms } = wanted;
    const same = there.get(key);
    if (same !== undefined && (extent === 'all' || saysNothingElse(terms, same)))
      take(same, wanted, terms);
    else left.push(wanted);
  }
  const isApart = extent !== 'all' && there.size > 0;
  for (const wanted of left)
    for (const one of isApart ? entryByEntry(wanted) : [wanted]) {
      const home = homeOf(one, drafts, extent);
      if (home !== null) take(home, one, extent === 'all' ? one.terms : home.wanted);
      else for (const own of isApart ? byAssets(one, told) : [one]) addTo(drafts, own);
    }
  for (const entry of others) if (entry.reduction) giveReduction(entry, drafts, told);
  placed.finish();
  return drafts.length > 0
    ? drafts
    : [draftOf({ key: '', contract: '', wanted: null, stored: null })];
}

/** Whether terms of the same languages do not change those of a stored lane. */
function saysNothingElse({ exclusive }: LaneTerms, { stored }: Draft): boolean {
  return exclusive === null || exclusive === stored?.exclusive;
}

/** Rows each by itself: those for other languages can have other lanes. */
function entryByEntry(wanted: Wanted): readonly Wanted[] {
  return wanted.entries.map((entry) => ({ ...wanted, entries: [entry] }));
}

/**
 * The stored lane to which rows belong that say other terms. Where the file says all there is, it is one of which it says
 * nothing, and gets their terms: the first that they share a language with, or the only one. Otherwise it is the one for the languages of their assets; where rows are refused, so that
 * nothing is taken back, also the only one that they share a language with.
 */
function homeOf(
  { contract, terms, entries }: Wanted,
  drafts: readonly Draft[],
  extent: Extent,
): Draft | null {
  const known = drafts.filter((draft) => draft.stored !== null);
  const spoken = Languages.of(terms.languages);
  const isMet = (draft: Draft) => languagesIn(draft).sharedWith(spoken)?.length !== 0;
  if (extent === 'all') {
    const going = known.filter((draft) => draft.wanted === null && draft.entries.length === 0);
    const [only = null, ...more] = going;
    return going.find(isMet) ?? (more.length === 0 ? only : null);
  }
  const ofContract = known.filter((draft) => draft.contract === contract);
  const assets = new Set(
    entries.map(({ languages }) => Languages.of(languagesOfAssets(languages)).toString()),
  );
  const [own] = ofContract.filter((draft) => assets.has(languagesIn(draft).toString()));
  if (own !== undefined || extent === 'part') return own ?? null;
  const [only = null, ...more] = ofContract.filter(isMet);
  return more.length === 0 ? only : null;
}

/**
 * Gives a temporary price to the lanes that it reduces and for all of whose languages it is. Without such lanes on each of its
 * days it is in the lane that its own row says, or else in one of its own, which has nothing to reduce.
 */
function giveReduction(entry: AvailEntry, drafts: Draft[], told: Distinctions): void {
  const spoken = Languages.of(languagesOfAssets(entry.languages));
  const reduced = drafts.filter(
    (draft) => spoken.encloses(languagesIn(draft)) && reducesSome(entry, draft),
  );
  if (isCovered(entry, reduced)) {
    for (const { entries, shared } of reduced) {
      entries.push(entry);
      if (reduced.length > 1) shared.add(entry);
    }
    return;
  }
  for (const wanted of wantedBy(entry, told)) {
    const same = drafts.find(({ key }) => key === wanted.key);
    if (same !== undefined && isCovered(entry, [same])) same.entries.push(entry);
    else drafts.push(newDraft(wanted));
  }
}

/** The languages and, where rows name several, the contract of the licenses of each row of a title and rights type. */
export function laneOfRows(
  entries: readonly AvailEntry[],
): ReadonlyMap<AvailEntry, Pick<PlannedRow, 'languages' | 'contract'>> {
  const granting = entries.filter((entry) => !isDeletion(entry));
  const { byContract, languagesOf } = distinctions(granting);
  return new Map(
    granting.map((entry) => [
      entry,
      {
        languages: languagesOfAssets({
          assets: entry.languages.assets,
          terms: together(languagesOf(entry)),
        }),
        contract: byContract ? entry.contract : null,
      },
    ]),
  );
}

/** What any of some languages is for. */
function together(some: readonly LanguagesData[]): LanguagesData {
  const [first, ...others] = some;
  if (first === undefined || others.length === 0) return first ?? ALL;
  const allowed = some.flatMap((one) => one.allowed ?? []);
  return some.some((one) => one.allowed === null) ? ALL : { allowed, heldBack: [] };
}

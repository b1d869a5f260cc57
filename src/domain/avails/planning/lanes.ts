import type { LanguagesData } from '../../values/languages';
import type { AvailEntry } from '../avail-entry';
import type { PlannedRow } from './import-plan';
import type { StoredRights, Use } from './stored-rights';
import { languagesByRow, languagesOfAssets } from '../language-terms';
import { fold } from '../../names/folding';
import { Languages } from '../../values/languages';
import { isDeletion } from './takedowns/deletions';
import { isCovered, reducesSome } from './reduced-lanes';

/** The terms, besides territories and rights type, by which licenses of a title stand side by side. */
export interface LaneTerms {
  readonly languages: LanguagesData;
  /** `null` when the rows do not say. */
  readonly exclusive: boolean | null;
}

/** The rows and stored offers of one title and rights type that belong into the same licenses. */
export interface Lane {
  /** What the rows say of the terms; `null` where they say nothing that changes those that are stored. */
  readonly wanted: LaneTerms | null;
  /** Of the licenses of its stored offers; `null` without any. */
  readonly stored: LaneTerms | null;
  readonly entries: readonly AvailEntry[];
  readonly uses: readonly Use[];
  /** The temporary prices that other lanes have, too: each lane on the days on which it has something to reduce. */
  readonly shared: ReadonlySet<AvailEntry>;
}

/**
 * How much of what is stored of a title and rights type a file speaks of: of all; of a part, as single rows and extracts of
 * other territories do; or nobody knows, because rows of the extract are refused.
 */
export type Extent = 'all' | 'part' | 'unknown';

/**
 * Sorts rows and stored offers of a title and rights type by languages and, where rows name several contracts or say both that
 * they are exclusive and that they are not, by that. Rows for several asset languages are one lane as long as they offer the
 * same; otherwise each language is one of its own. A full extract of all there is changes the terms of stored licenses; other
 * files do not, and their rows belong to the licenses for the languages of their assets, where there are such. A temporary
 * price belongs to each lane that it reduces.
 */
export function lanesOf(
  entries: readonly AvailEntry[],
  uses: readonly Use[],
  stored: StoredRights,
  extent: Extent,
): readonly Lane[] {
  const granting = entries.filter((entry) => !isDeletion(entry));
  const told = distinctions(granting);
  const there = storedDrafts(uses, stored, told);
  const drafts = [...there.values()];
  const left: Wanted[] = [];
  for (const wanted of wantedLanes(granting, told)) {
    const { key, terms } = wanted;
    const same = there.get(key);
    if (same !== undefined && (extent === 'all' || saysNothingElse(terms, same)))
      take(same, wanted, terms);
    else left.push(wanted);
  }
  for (const wanted of left) {
    const home = homeOf(wanted, drafts, extent);
    if (home === null) {
      const isApart = extent !== 'all' && there.size > 0;
      for (const one of isApart ? byAssets(wanted, told) : [wanted]) addTo(drafts, one);
    } else take(home, wanted, extent === 'all' ? wanted.terms : home.wanted);
  }
  for (const entry of granting) if (entry.reduction) giveReduction(entry, drafts, told);
  return drafts.length > 0
    ? drafts
    : [draftOf({ key: '', contract: '', wanted: null, stored: null })];
}

/** A lane that is being made, by what tells it apart. */
interface Draft extends Lane {
  readonly key: string;
  readonly contract: string;
  wanted: LaneTerms | null;
  readonly entries: AvailEntry[];
  readonly uses: Use[];
  readonly shared: Set<AvailEntry>;
}

/** The lane that rows say. */
interface Wanted {
  readonly key: string;
  readonly contract: string;
  readonly terms: LaneTerms;
  readonly entries: readonly AvailEntry[];
}

function draftOf(parts: Pick<Draft, 'key' | 'contract' | 'wanted' | 'stored'>): Draft {
  return { ...parts, entries: [], uses: [], shared: new Set() };
}

function newDraft({ key, contract, terms, entries }: Wanted): Draft {
  const draft = draftOf({ key, contract, wanted: terms, stored: null });
  draft.entries.push(...entries);
  return draft;
}

function take(draft: Draft, { entries }: Wanted, terms: LaneTerms | null): void {
  draft.wanted = terms;
  draft.entries.push(...entries);
}

/** Whether terms of the same languages do not change those of a stored lane. */
function saysNothingElse({ exclusive }: LaneTerms, { stored }: Draft): boolean {
  return exclusive === null || exclusive === stored?.exclusive;
}

function wantedLanes(granting: readonly AvailEntry[], told: Distinctions): readonly Wanted[] {
  const lanes = new Map<string, Wanted & { entries: AvailEntry[] }>();
  for (const entry of granting) {
    if (entry.reduction) continue;
    for (const wanted of wantedBy(entry, told)) {
      const known = lanes.get(wanted.key);
      if (known === undefined) lanes.set(wanted.key, { ...wanted, entries: [entry] });
      else known.entries.push(entry);
    }
  }
  return [...lanes.values()];
}

function wantedBy(entry: AvailEntry, told: Distinctions): readonly Wanted[] {
  return told.languagesOf(entry).map((languages) => wantedIn(languages, entry, told));
}

/** The lanes of rows beside licenses of which their file does not speak: each is for the languages of its assets. */
function byAssets({ entries }: Wanted, told: Distinctions): readonly Wanted[] {
  return entries.map((entry) => wantedIn(languagesOfAssets(entry.languages), entry, told));
}

function wantedIn(languages: LanguagesData, entry: AvailEntry, told: Distinctions): Wanted {
  const contract = told.byContract ? fold(entry.contract ?? '') : '';
  const terms = { languages, exclusive: entry.exclusive };
  return { key: keyOf(terms, contract, told), contract, terms, entries: [entry] };
}

function addTo(drafts: Draft[], wanted: Wanted): void {
  const same = drafts.find(({ key, stored }) => key === wanted.key && stored === null);
  if (same === undefined) drafts.push(newDraft(wanted));
  else same.entries.push(...wanted.entries);
}

function storedDrafts(
  uses: readonly Use[],
  { licenses, contracts }: StoredRights,
  told: Distinctions,
): ReadonlyMap<string, Draft> {
  const drafts = new Map<string, Draft>();
  for (const use of uses) {
    const { languages, exclusive } = licenses.get(use.licenseId)?.details.terms ?? {};
    const terms = { languages: languages ?? ALL, exclusive: exclusive ?? false };
    const reference = contracts.find(({ id }) => id === use.contractId)?.reference ?? '';
    const contract = told.byContract ? fold(reference) : '';
    const key = keyOf(terms, contract, told);
    const draft = drafts.get(key) ?? draftOf({ key, contract, wanted: null, stored: terms });
    drafts.set(key, draft);
    draft.uses.push(use);
  }
  return drafts;
}

function keyOf(
  { languages, exclusive }: LaneTerms,
  contract: string,
  { byExclusive }: Distinctions,
): string {
  const isExclusive = byExclusive && exclusive === true;
  return [Languages.of(languages).toString(), contract, isExclusive].join('\n');
}

/**
 * The stored lane to which rows belong that say other terms. Where the file says all there is, it is the only one of which it
 * says nothing, and gets their terms. Otherwise it is the one for the languages of their assets; where rows are refused, so that
 * nothing is taken back, also the only one that they share a language with.
 */
function homeOf(
  { contract, terms, entries }: Wanted,
  drafts: readonly Draft[],
  extent: Extent,
): Draft | null {
  const known = drafts.filter((draft) => draft.stored !== null);
  if (extent === 'all') {
    const [going = null, ...more] = known.filter(
      (draft) => draft.wanted === null && draft.entries.length === 0,
    );
    return more.length === 0 ? going : null;
  }
  const ofContract = known.filter((draft) => draft.contract === contract);
  const assets = new Set(
    entries.map(({ languages }) => Languages.of(languagesOfAssets(languages)).toString()),
  );
  const [own] = ofContract.filter((draft) => assets.has(languagesIn(draft).toString()));
  if (own !== undefined || extent === 'part') return own ?? null;
  const spoken = Languages.of(terms.languages);
  const [only = null, ...more] = ofContract.filter(
    (draft) => languagesIn(draft).sharedWith(spoken)?.length !== 0,
  );
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

function languagesIn({ wanted, stored }: Pick<Lane, 'wanted' | 'stored'>): Languages {
  return Languages.of((wanted ?? stored)?.languages ?? ALL);
}

interface Distinctions {
  readonly byContract: boolean;
  readonly byExclusive: boolean;
  /** The languages of the licenses that a row belongs to; at least one. */
  readonly languagesOf: (entry: AvailEntry) => readonly LanguagesData[];
}

/** By what the rows of a title and rights type are told apart. */
function distinctions(granting: readonly AvailEntry[]): Distinctions {
  const contracts = new Set(granting.map(({ contract }) => fold(contract ?? '')));
  const exclusives = new Set(granting.map(({ exclusive }) => exclusive));
  return {
    byContract: contracts.size > 1,
    byExclusive: exclusives.has(true) && exclusives.has(false),
    languagesOf: languagesByRow(granting, offerOf),
  };
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

const ALL = Languages.ALL.toData();

/** What any of some languages is for. */
function together(some: readonly LanguagesData[]): LanguagesData {
  const [first, ...others] = some;
  if (first === undefined || others.length === 0) return first ?? ALL;
  const allowed = some.flatMap((one) => one.allowed ?? []);
  return some.some((one) => one.allowed === null) ? ALL : { allowed, heldBack: [] };
}

/** What a row offers, besides languages. */
function offerOf({ territories, format, window, price, description }: AvailEntry): string {
  return JSON.stringify([territories, format, window, price, description]);
}

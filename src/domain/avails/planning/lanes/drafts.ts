import type { LanguagesData } from '../../../values/languages';
import type { AvailEntry } from '../../avail-entry';
import type { Place } from '../places';
import type { StoredRights, Use } from '../stored-rights';
import type { RowsOfUse } from './language-parts';
import { languagesByRow, languagesOfAssets } from '../../language-terms';
import { fold } from '../../../names/folding';
import { Languages } from '../../../values/languages';

/** The terms, besides territories and rights type, by which licenses of a title stand side by side. */
export interface LaneTerms {
  readonly languages: LanguagesData;
  /** `null` when the rows do not say. */
  readonly exclusive: boolean | null;
}

/** The rows and stored offers of one title and rights type that belong into the same licenses. */
export interface Lane {
  /** Folded; empty where contracts do not tell lanes apart. */
  readonly contract: string;
  /** What the rows say of the terms; `null` where they say nothing that changes those that are stored. */
  readonly wanted: LaneTerms | null;
  /** Of the licenses of its stored offers; `null` without any. */
  readonly stored: LaneTerms | null;
  readonly entries: readonly AvailEntry[];
  readonly uses: readonly Use[];
  /** The temporary prices that other lanes have, too: each lane on the days on which it has something to reduce. */
  readonly shared: ReadonlySet<AvailEntry>;
  /** The places in which rows are of this lane; those of rows that are not named here are all of theirs. */
  readonly placed: ReadonlyMap<AvailEntry, ReadonlySet<Place>>;
}

/** The rows of a place that are of a lane. */
export function entriesAt(lane: Lane, place: Place): readonly AvailEntry[] {
  const own = new Set(lane.entries);
  return place.there.filter(
    (entry) => own.has(entry) && (lane.placed.get(entry)?.has(place) ?? true),
  );
}

/**
 * How much of what is stored of a title and rights type a file speaks of: of all; of a part, as single rows and extracts of
 * other territories do; or nobody knows, because rows of the extract are refused.
 */
export type Extent = 'all' | 'part' | 'unknown';

/** What a file says of a title and rights type. */
export interface FileExtent {
  readonly extent: Extent;
  readonly places: readonly Place[];
  /** Whether a row speaks for itself: others that it does not name stay as they are. */
  readonly isAlone: (entry: AvailEntry) => boolean;
  readonly rowsOf: RowsOfUse;
}

/** A lane that is being made, by what tells it apart. */
export interface Draft extends Lane {
  readonly key: string;
  wanted: LaneTerms | null;
  readonly entries: AvailEntry[];
  readonly uses: Use[];
  readonly shared: Set<AvailEntry>;
  readonly placed: Map<AvailEntry, Set<Place>>;
}

/** The lane that rows say. */
export interface Wanted {
  readonly key: string;
  readonly contract: string;
  readonly terms: LaneTerms;
  readonly entries: readonly AvailEntry[];
}

export function draftOf(parts: Pick<Draft, 'key' | 'contract' | 'wanted' | 'stored'>): Draft {
  return { ...parts, entries: [], uses: [], shared: new Set(), placed: new Map() };
}

export function newDraft({ key, contract, terms, entries }: Wanted): Draft {
  const draft = draftOf({ key, contract, wanted: terms, stored: null });
  draft.entries.push(...entries);
  return draft;
}

export function take(draft: Draft, { entries }: Wanted, terms: LaneTerms | null): void {
  draft.wanted = terms;
  draft.entries.push(...entries);
}

export function wantedLanes(
  granting: readonly AvailEntry[],
  told: Distinctions,
): readonly Wanted[] {
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

export function wantedBy(entry: AvailEntry, told: Distinctions): readonly Wanted[] {
  return told.languagesOf(entry).map((languages) => wantedIn(languages, entry, told));
}

/** The lanes of rows beside licenses of which their file does not speak: each is for the languages of its assets. */
export function byAssets({ terms, entries }: Wanted, told: Distinctions): readonly Wanted[] {
  return entries.map((entry) => {
    const { assets } = entry.languages;
    return wantedIn(languagesOfAssets({ assets, terms: terms.languages }), entry, told);
  });
}

export function wantedIn(languages: LanguagesData, entry: AvailEntry, told: Distinctions): Wanted {
  const contract = told.byContract ? fold(entry.contract ?? '') : '';
  const terms = { languages, exclusive: entry.exclusive };
  return { key: keyOf(terms, contract, told), contract, terms, entries: [entry] };
}

export function addTo(drafts: Draft[], wanted: Wanted): void {
  const same = drafts.find(({ key, stored }) => key === wanted.key && stored === null);
  if (same === undefined) drafts.push(newDraft(wanted));
  else same.entries.push(...wanted.entries);
}

export function storedDrafts(
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

export function languagesIn({ wanted, stored }: Pick<Lane, 'wanted' | 'stored'>): Languages {
  return Languages.of((wanted ?? stored)?.languages ?? ALL);
}

export interface Distinctions {
  readonly byContract: boolean;
  readonly byExclusive: boolean;
  /** The languages of the licenses that a row belongs to; at least one. */
  readonly languagesOf: (entry: AvailEntry) => readonly LanguagesData[];
}

/** By what the rows of a title and rights type are told apart. */
export function distinctions(granting: readonly AvailEntry[]): Distinctions {
  const contracts = new Set(granting.map(({ contract }) => fold(contract ?? '')));
  const exclusives = new Set(granting.map(({ exclusive }) => exclusive));
  return {
    byContract: contracts.size > 1,
    byExclusive: exclusives.has(true) && exclusives.has(false),
    languagesOf: languagesByRow(granting, offerOf),
  };
}

/** What a row offers, besides languages. */
function offerOf({ territories, format, window, price, description }: AvailEntry): string {
  return JSON.stringify([territories, format, window, price, description]);
}

export const ALL = Languages.ALL.toData();

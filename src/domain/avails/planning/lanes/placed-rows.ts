import type { AvailEntry } from '../../avail-entry';
import type { RowLanguages } from '../../row-terms';
import type { Place } from '../places';
import type { Distinctions, Draft, FileExtent } from './drafts';
import { fold } from '../../../names/folding';
import { Languages } from '../../../values/languages';
import { languagesOfAssets } from '../../language-terms';
import { languagesIn, newDraft, wantedIn } from './drafts';
import { storedParts } from './language-parts';

/**
 * Gives rows that speak for themselves, in the languages of their assets, to the lanes that stand in each of their places: the
 * one for just these languages, or else one for more of which rows are known, which may have to be divided.
 */
export class PlacedRows {
  /** The places of rows in which nothing stored tells their lane. */
  private readonly left = new Map<AvailEntry, Set<Place>>();

  constructor(
    private readonly drafts: Draft[],
    private readonly told: Distinctions,
    private readonly file: FileExtent,
  ) {}

  /** @returns whether its lanes are known in all of its places */
  place(entry: AvailEntry): boolean {
    const { extent, isAlone, places } = this.file;
    if (extent === 'all' || entry.languages.assets.length === 0 || !isAlone(entry)) return false;
    const own = places.filter(({ there }) => there.includes(entry));
    const lanes = own.map((place) => [place, this.lanesAt(place, entry)] as const);
    const left = lanes.flatMap(([place, drafts]) => (drafts === null ? [place] : []));
    if (left.length > 0 && entry.reduction) return false;
    for (const [place, drafts] of lanes)
      for (const draft of drafts ?? []) put(draft, entry, [place]);
    if (left.length > 0) this.left.set(entry, new Set(left));
    return left.length === 0;
  }

  /** Notes where the rows are that got the lanes of their places otherwise. */
  finish(): void {
    for (const [entry, places] of this.left)
      for (const draft of this.drafts) {
        const given = draft.entries.filter((one) => one === entry).length;
        const isPlaced = draft.placed.has(entry);
        if (given > (isPlaced ? 1 : 0)) notePlaces(draft, entry, places);
      }
  }

  /**
   * The lanes of a row in a place: for each language those that stand there, and one of its own for the others. `null` where
   * nothing tells.
   */
  private lanesAt(place: Place, entry: AvailEntry): readonly Draft[] | null {
    const { territories, isExtracted, missing } = place;
    if (isExtracted && missing.length === 0) return null;
    const [territory] = territories;
    const here = this.drafts.filter(
      (draft) =>
        draft.stored !== null &&
        draft.uses.some((use) => use.territories.includes(territory)) &&
        this.isOfTerms(draft, entry),
    );
    if (here.length === 0) return null;
    const isKnown = (draft: Draft) =>
      storedParts(draft.uses, territory, languagesIn(draft), this.file.rowsOf).length > 0;
    const { assets, terms } = entry.languages;
    const found = new Set<Draft>();
    const others: string[] = [];
    for (const tag of assets) {
      const spoken = Languages.of(languagesOfAssets({ assets: [tag], terms }));
      const own =
        here.find((draft) => languagesIn(draft).equals(spoken)) ??
        here.find((draft) => languagesIn(draft).encloses(spoken) && isKnown(draft));
      if (own !== undefined) found.add(own);
      else if (here.some((draft) => meets(draft, spoken))) return null;
      else others.push(tag);
    }
    if (others.length === 0) return [...found];
    return entry.reduction ? null : [...found, ...this.ownLanes(others, entry)];
  }

  /** The lanes of languages for which there is none yet: together as far as the rows of the file offer the same in them. */
  private ownLanes(tags: readonly string[], entry: AvailEntry): readonly Draft[] {
    const { terms } = entry.languages;
    const groups = this.told.languagesOf(entry).map((one) => Languages.of(one));
    const byGroup = new Map<Languages | undefined, string[]>();
    for (const tag of tags) {
      const spoken = Languages.of(languagesOfAssets({ assets: [tag], terms }));
      const group = groups.find((one) => one.encloses(spoken));
      byGroup.set(group, [...(byGroup.get(group) ?? []), tag]);
    }
    return [...byGroup.values()].map((assets) => this.ownLane({ assets, terms }, entry));
  }

  private ownLane(languages: RowLanguages, entry: AvailEntry): Draft {
    const wanted = wantedIn(languagesOfAssets(languages), entry, this.told);
    const known = this.drafts.find(({ key }) => key === wanted.key);
    if (known !== undefined) return known;
    const own = newDraft({ ...wanted, entries: [] });
    this.drafts.push(own);
    return own;
  }

  private isOfTerms({ contract, stored }: Draft, entry: AvailEntry): boolean {
    const { byContract, byExclusive } = this.told;
    return (
      (!byContract || contract === fold(entry.contract ?? '')) &&
      (!byExclusive || stored?.exclusive === (entry.exclusive === true))
    );
  }
}

function meets(draft: Draft, spoken: Languages): boolean {
  return languagesIn(draft).sharedWith(spoken)?.length !== 0;
}

function put(draft: Draft, entry: AvailEntry, places: readonly Place[]): void {
  if (!draft.placed.has(entry)) draft.entries.push(entry);
  notePlaces(draft, entry, places);
}

function notePlaces({ placed }: Draft, entry: AvailEntry, places: Iterable<Place>): void {
  placed.set(entry, new Set([...(placed.get(entry) ?? []), ...places]));
}

import type { AvailEntry } from '../../avail-entry';
import type { Place } from '../places';
import type { Distinctions, Draft } from './drafts';
import type { FileExtent } from './lanes';
import { fold } from '../../../names/folding';
import { Languages } from '../../../values/languages';
import { languagesOfAssets } from '../../language-terms';
import { addTo, languagesIn, wantedIn } from './drafts';
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
    const lanes = own.map((place) => [place, this.laneAt(place, entry)] as const);
    const left = lanes.flatMap(([place, draft]) => (draft === null ? [place] : []));
    if (left.length > 0 && entry.reduction) return false;
    for (const [place, draft] of lanes) if (draft !== null) put(draft, entry, [place]);
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

  private laneAt(place: Place, entry: AvailEntry): Draft | null {
    const { territories, isExtracted, missing } = place;
    if (isExtracted && missing.length === 0) return null;
    const [territory] = territories;
    const spoken = Languages.of(languagesOfAssets(entry.languages));
    const here = this.drafts.filter(
      ({ stored, uses }) =>
        stored !== null && uses.some((use) => use.territories.includes(territory)),
    );
    const able = here.filter((draft) => this.isOfTerms(draft, entry));
    const isKnown = (draft: Draft) =>
      storedParts(draft.uses, territory, languagesIn(draft), this.file.rowsOf).length > 0;
    const found =
      able.find((draft) => languagesIn(draft).equals(spoken)) ??
      able.find((draft) => languagesIn(draft).encloses(spoken) && isKnown(draft));
    const isBeside = here.every((draft) => languagesIn(draft).sharedWith(spoken)?.length === 0);
    if (found !== undefined || here.length === 0 || !isBeside || entry.reduction)
      return found ?? null;
    const wanted = wantedIn(spoken.toData(), entry, this.told);
    const known = this.drafts.find(({ key }) => key === wanted.key);
    if (known !== undefined) return known;
    addTo(this.drafts, { ...wanted, entries: [] });
    return this.drafts.at(-1) ?? null;
  }

  private isOfTerms({ contract, stored }: Draft, entry: AvailEntry): boolean {
    const { byContract, byExclusive } = this.told;
    return (
      (!byContract || contract === fold(entry.contract ?? '')) &&
      (!byExclusive || stored?.exclusive === (entry.exclusive === true))
    );
  }
}

function put(draft: Draft, entry: AvailEntry, places: readonly Place[]): void {
  if (!draft.placed.has(entry)) draft.entries.push(entry);
  notePlaces(draft, entry, places);
}

function notePlaces({ placed }: Draft, entry: AvailEntry, places: Iterable<Place>): void {
  placed.set(entry, new Set([...(placed.get(entry) ?? []), ...places]));
}

import type { LanguagesData } from '../../../values/languages';
import type { Territory } from '../../../values/territory';
import type { AvailEntry } from '../../avail-entry';
import type { OriginRow } from '../../origin-row';
import type { RowLanguages } from '../../row-terms';
import type { Use } from '../stored-rights';
import { Languages } from '../../../values/languages';
import { languagesOfAssets, languagesOfCells } from '../../language-terms';
import { isReduction } from '../../origin-row';
import { countingRows } from '../../row-variants';

/** Languages of a license for which rows are of their own, so that one can change without the others. */
export interface LanguagePart {
  readonly languages: Languages;
  /** Whether stored rows are for it: it has what its license offers. Otherwise it has what the file says. */
  readonly isStored: boolean;
}

/** The imported rows of an offer that count. */
export type RowsOfUse = (use: Use) => readonly OriginRow[];

/**
 * The parts of a license that rows of its offers are for in a territory. A row without an asset language is for the whole
 * license; of what a license is for without rows nobody knows the parts.
 */
export function storedParts(
  uses: readonly Use[],
  territory: Territory,
  licensed: Languages,
  rowsOf: RowsOfUse,
): readonly Languages[] {
  const parts = uses
    .filter(({ territories }) => territories.includes(territory))
    .flatMap((use) => standingRows(rowsOf(use)))
    .filter(({ territories }) => territories.includes(territory))
    .flatMap(({ cells }) => {
      const spoken = spokenIn(cells);
      return spoken.assets.length === 0 ? [licensed] : partsOf(spoken, licensed);
    });
  return distinct(parts);
}

/** By the cells of stored rows, which are asked about for each territory. */
const spokenByCells = new WeakMap<OriginRow['cells'], RowLanguages>();

function spokenIn(cells: OriginRow['cells']): RowLanguages {
  const spoken = spokenByCells.get(cells) ?? languagesOfCells(cells);
  spokenByCells.set(cells, spoken);
  return spoken;
}

/** The rows that count, but for temporary prices. */
export function standingRows(rows: readonly OriginRow[]): readonly OriginRow[] {
  return countingRows(rows).filter((row) => !isReduction(row));
}

/** The parts of a license that a row is for by its assets, also where a person has changed what it is for since. */
function partsOf({ assets, terms }: RowLanguages, licensed: Languages): readonly Languages[] {
  return assets.flatMap((tag) => {
    const own = Languages.of(languagesOfAssets({ assets: [tag], terms }));
    if (licensed.encloses(own)) return [own];
    const left = { assets: [tag], terms: licensed.toData() };
    return licensed.sharedWith(Languages.of({ allowed: [tag], heldBack: [] }))?.length === 0
      ? []
      : [Languages.of(languagesOfAssets(left))];
  });
}

/** The parts that rows of a file are for by their assets. */
export function saidParts(entries: readonly AvailEntry[]): readonly Languages[] {
  const parts = entries.flatMap(({ languages: { assets, terms } }) =>
    assets.map((tag) => Languages.of(languagesOfAssets({ assets: [tag], terms }))),
  );
  return distinct(parts);
}

/** The stored parts and those that a file adds; none where there is nothing to tell apart. */
export function allParts(
  stored: readonly Languages[],
  said: readonly Languages[],
): readonly LanguagePart[] {
  const parts = distinct([...stored, ...said]);
  return parts.length < 2
    ? []
    : parts.map((languages, place) => ({ languages, isStored: place < stored.length }));
}

/** Languages of some parts together. */
export function together(parts: readonly Languages[]): LanguagesData {
  return Languages.of({
    allowed: parts.flatMap(({ allowed }) => allowed ?? []),
    heldBack: parts.flatMap(({ heldBack }) => heldBack),
  }).toData();
}

function distinct(parts: readonly Languages[]): readonly Languages[] {
  return [...new Map(parts.map((part) => [part.toString(), part])).values()];
}

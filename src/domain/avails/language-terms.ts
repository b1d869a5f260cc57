import type { LanguagesData } from '../values/languages';
import type { Cells } from './avail-row';
import type { RowLanguages } from './row-terms';
import type { ColumnKey } from './vocabulary/columns';
import { coversLanguage, languageTag } from '../values/language-tag';
import { Languages } from '../values/languages';
import { languagesIn } from './origin-row';

/**
 * The languages of a license whose rows allow some, all when there is none, and hold some back. What is held back of nothing
 * that is allowed has no effect; where all that is allowed is held back, the row cannot stand, and all are returned.
 *
 * @param allowed canonical tags of BCP 47, as all others
 */
export function languageTerms(
  allowed: readonly string[],
  heldBack: readonly string[],
): LanguagesData {
  if (allowed.length === 0) return Languages.of({ allowed: null, heldBack }).toData();
  const left = allowed.filter((tag) => !isCovered(tag, heldBack));
  if (left.length === 0) return Languages.ALL.toData();
  const held = heldBack.filter((tag) => isCovered(tag, left));
  return Languages.of({ allowed: left, heldBack: held }).toData();
}

/** What cells say of languages, as an import reads it. */
export function languagesOfCells(cells: Cells): RowLanguages {
  const tags = (column: ColumnKey) =>
    languagesIn(cells[column] ?? '').flatMap((text) => languageTag(text) ?? []);
  return {
    assets: tags('AvailTrans/AssetLanguage'),
    terms: languageTerms(tags('AvailTrans/AllowedLanguages'), tags('AvailTrans/HoldbackLanguage')),
  };
}

/** Whether a tag is one of some, or of a kind of one: `fr-CA` of `fr`. */
export function isCovered(tag: string, ranges: readonly string[]): boolean {
  return ranges.some((range) => coversLanguage(range, tag));
}

/**
 * The languages of a license that a row is for by its assets alone: those of its assets that it allows and does not hold back.
 * Where it leaves none of them, what it says counts; without assets, too.
 */
export function languagesOfAssets({ assets, terms }: RowLanguages): LanguagesData {
  const allowed = assets.length === 0 ? null : Languages.of({ allowed: assets, heldBack: [] });
  const shared = allowed?.sharedWith(Languages.of({ ...terms, heldBack: [] })) ?? [];
  const left = shared.filter((tag) => !isCovered(tag, terms.heldBack));
  return left.length === 0 ? terms : languageTerms(left, terms.heldBack);
}

/** What has the languages of a row. */
interface Spoken {
  readonly languages: RowLanguages;
  /** Whether it is a temporary price on top of other rows. */
  readonly reduction: boolean;
}

/**
 * The languages of the licenses that each row of a title and rights type belongs to. Asset languages for which the rows offer
 * the same are together, and restrict nothing when that is true of all; otherwise each is for its own, unless it allows only
 * languages that no other row is for. A temporary price that names no language is for any, and tells none apart.
 *
 * @param offerOf what a row offers: the same text for the same territories, format, days, price and kind of right
 */
export function languagesByRow<Row extends Spoken>(
  rows: readonly Row[],
  offerOf: (row: Row) => string,
): (row: Row) => readonly LanguagesData[] {
  const isForAny = ({ reduction, languages }: Spoken) => reduction && languages.assets.length === 0;
  const groups = languageGroups(
    rows.filter((row) => !isForAny(row)),
    offerOf,
  );
  return (row) => {
    const { languages } = row;
    if (groups.length < 2 || isForAny(row)) return [languages.terms];
    const tags = tagsOf(languages);
    return groups
      .filter((group) => group.some((tag) => tags.includes(tag)))
      .map((group) => {
        const others = groups.filter((one) => one !== group).flat();
        return group.includes(ANY) || isApart(languages.terms, others)
          ? languages.terms
          : languagesOfAssets({ ...languages, assets: group });
      });
  };
}

/** Whether languages are allowed of which none is one that other rows are for. */
function isApart(terms: LanguagesData, others: readonly string[]): boolean {
  if (terms.allowed === null || others.includes(ANY)) return false;
  return (
    Languages.of(terms).sharedWith(Languages.of({ allowed: others, heldBack: [] }))?.length === 0
  );
}

/** The asset languages of some rows, those together for which they offer the same. */
function languageGroups<Row extends Spoken>(
  rows: readonly Row[],
  offerOf: (row: Row) => string,
): readonly (readonly string[])[] {
  const offered = new Map<string, Set<string>>();
  for (const row of rows)
    for (const tag of tagsOf(row.languages)) {
      const offer = offerOf(row);
      const known = offered.get(tag);
      if (known === undefined) offered.set(tag, new Set([offer]));
      else known.add(offer);
    }
  const groups = new Map<string, string[]>();
  for (const [tag, offers] of offered) {
    const key = [...offers].sort().join('\n');
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [tag]);
    else known.push(tag);
  }
  return [...groups.values()];
}

/** What a row is for that names no language. */
const ANY = '';

function tagsOf({ assets }: RowLanguages): readonly string[] {
  return assets.length > 0 ? assets : [ANY];
}

/**
 * Characters that are removed: combining diacritical marks, Hebrew and Arabic points, and zero-width characters, such as
 * soft hyphens, zero-width spaces and variation selectors.
 */
const REMOVED =
  /[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u061c\u0640\u064b-\u065f\u0670\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/g;

/** White space that compatibility decomposition does not turn into a space. */
const SPACES = /[\t-\r\u0085\u1680\u2028\u2029]/g;

/** Names that need no Unicode processing: printable ASCII except the grave accent. Most names match. */
const PLAIN = /^[ -_a-~]*$/;

/** Lower-case letters and punctuation that Unicode does not decompose, with the replacement of each character. */
const REPLACED_FROM =
  'łøđðħıĸŋŧƀɓƃƈɖɗƌəɛƒɠǥɨƙƚɫɲƞɔɵƥƭʈʉʋƴƶȥⱥȼɇɉɍɏς\u2018\u2019\u201a\u201b\u2032\u02b9\u02bb\u02bc\u02bd`\u201c\u201d\u201e\u201f«»\u2010\u2012\u2013\u2014\u2015\u2212\u2044';
const REPLACED_TO = `loddhikntbbbcdddeefggikllnnoopttuvyzzacejryσ${"'".repeat(10)}""""""------/`;

const REPLACED = new Map(Array.from(REPLACED_FROM, (from, at) => [from, REPLACED_TO[at] ?? from]));

/** Lower-case letters that are replaced by two letters. */
const SPELLED_OUT: readonly (readonly [letter: string, letters: string])[] = [
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
];

/**
 * Folds a name to the form used to compare, search and sort names. Two names with the same form are the same name.
 *
 * Folding ignores case, accents, ligatures, full-width forms, variants of apostrophes, quotation marks and dashes,
 * invisible characters, and the number and kind of spaces: `ÉLAN Films` and `Elan films` are both `elan films`. Letters
 * that Unicode does not decompose get their usual ASCII spelling (ł l, ø o, ß ss, æ ae).
 *
 * The SQL function `fold` must do the same. Indexes and constraints depend on it, so a change here needs a migration that
 * rebuilds them. Decomposition is Unicode's NFKD, composition NFC (Unicode Standard Annex #15).
 *
 * @returns text without leading or trailing space; empty for a name that has only spaces and invisible characters
 */
export function fold(name: string): string {
  return (PLAIN.test(name) ? name.toLowerCase() : decomposed(name))
    .replace(/ {2,}/g, ' ')
    .replace(/^ | $/g, '');
}

function decomposed(name: string): string {
  // A lone acute accent decomposes to a space with a mark, but people type it as an apostrophe.
  const bare = name.replaceAll('´', "'").normalize('NFKD').replace(REMOVED, '').toLowerCase();
  let plain = Array.from(bare, (character) => REPLACED.get(character) ?? character).join('');
  for (const [letter, letters] of SPELLED_OUT) plain = plain.replaceAll(letter, letters);
  return plain.replace(SPACES, ' ').normalize('NFC');
}

/** Whether two spellings fold to the same name. */
export function isSameName(a: string, b: string): boolean {
  return a === b || fold(a) === fold(b);
}

/** Orders names as lists show them: by their folded forms, independent of the browser's language. */
export function compareNames(a: string, b: string): number {
  const [first, second] = [fold(a), fold(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Removes duplicate names, keeping the first spelling of each, and sorts them as lists show them. */
export function namesIn(names: readonly string[]): string[] {
  const spellings = new Map<string, string>();
  for (const name of names) {
    const form = fold(name);
    if (!spellings.has(form)) spellings.set(form, name);
  }
  return [...spellings.values()].sort(compareNames);
}

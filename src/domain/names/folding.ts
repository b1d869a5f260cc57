/**
 * Characters that are removed: combining diacritical marks, the points of Hebrew and Arabic, and characters without a
 * width of their own, such as soft hyphens, zero-width spaces and variation selectors.
 */
const REMOVED =
  /[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u061c\u0640\u064b-\u065f\u0670\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/g;

/** White space that compatibility decomposition has not made a space. */
const SPACES = /[\t-\r\u0085\u1680\u2028\u2029]/g;

/** Names that need none of the slow steps: printable ASCII but for the grave accent, as most are. */
const PLAIN = /^[ -_a-~]*$/;

/** Lower-case letters and punctuation that Unicode does not decompose, character by character, with what each becomes. */
const REPLACED_FROM =
  'łøđðħıĸŋŧƀɓƃƈɖɗƌəɛƒɠǥɨƙƚɫɲƞɔɵƥƭʈʉʋƴƶȥⱥȼɇɉɍɏς\u2018\u2019\u201a\u201b\u2032\u02b9\u02bb\u02bc\u02bd`\u201c\u201d\u201e\u201f«»\u2010\u2012\u2013\u2014\u2015\u2212\u2044';
const REPLACED_TO = `loddhikntbbbcdddeefggikllnnoopttuvyzzacejryσ${"'".repeat(10)}""""""------/`;

const REPLACED = new Map(Array.from(REPLACED_FROM, (from, at) => [from, REPLACED_TO[at] ?? from]));

/** Lower-case letters that two letters stand for. */
const SPELLED_OUT: readonly (readonly [letter: string, letters: string])[] = [
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
];

/**
 * The form in which names are compared, searched and sorted: two names with the same form are the same name.
 *
 * Case, accents, ligatures, full-width forms, the kind of an apostrophe, quotation mark or dash, invisible characters and
 * the number and kind of spaces make no difference: `ÉLAN  Films` and `Elan films` are both `elan films`. Letters that
 * Unicode does not decompose become their usual spelling in ASCII (ł l, ø o, ß ss, æ ae).
 *
 * The SQL function `fold` does the same: indexes and constraints rest on it, so a change here needs a migration that
 * rebuilds them. Decomposition is Unicode's NFKD, composition NFC (Unicode Standard Annex #15).
 *
 * @returns text without leading or trailing space; empty for a name of nothing but spaces and invisible characters
 */
export function fold(name: string): string {
  return (PLAIN.test(name) ? name.toLowerCase() : decomposed(name))
    .replace(/ {2,}/g, ' ')
    .replace(/^ | $/g, '');
}

function decomposed(name: string): string {
  // An acute accent alone decomposes to a space with a mark, but people type it as an apostrophe.
  const bare = name.replaceAll('´', "'").normalize('NFKD').replace(REMOVED, '').toLowerCase();
  let plain = Array.from(bare, (character) => REPLACED.get(character) ?? character).join('');
  for (const [letter, letters] of SPELLED_OUT) plain = plain.replaceAll(letter, letters);
  return plain.replace(SPACES, ' ').normalize('NFC');
}

/** Whether two spellings are of the same name. */
export function isSameName(a: string, b: string): boolean {
  return a === b || fold(a) === fold(b);
}

/** Orders names as lists show them: by their folded forms, whatever the language of the browser. */
export function compareNames(a: string, b: string): number {
  const [first, second] = [fold(a), fold(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Each name once, in the spelling that comes first, in the order of lists. */
export function namesIn(names: readonly string[]): string[] {
  const spellings = new Map<string, string>();
  for (const name of names) {
    const form = fold(name);
    if (!spellings.has(form)) spellings.set(form, name);
  }
  return [...spellings.values()].sort(compareNames);
}

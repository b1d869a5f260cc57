import { fold } from '../../../domain/names/folding';
import { otherSpellings } from '../../../domain/content/identifier';
import { Prisma } from '../../generated/prisma/client';
import { containingWords, likePattern, wordsOf } from '../text-search';

/** How titles are found by a text: which of them fit, and how well. */
export interface TitleMatch {
  readonly condition: Prisma.Sql;
  /** A number: the smaller, the better the title fits. */
  readonly rank: Prisma.Sql;
}

/** From so many letters on the beginning of an identifier finds titles. */
const SHORTEST_IDENTIFIER = 3;
/** Letters that trigrams need in a row. */
const TRIGRAM = /[^_%\\]{3}/;
/** The last character there is: every text that begins with another is smaller than that one with this behind it. */
const LAST_CHARACTER = '\u{10FFFF}';

/**
 * Titles whose name contains every word of a text, or that are known by an identifier that begins with it. Best is the name
 * or the identifier itself, then what begins with the text, then where a word does.
 */
export function spelled(text: string): TitleMatch {
  const typed = text.toLowerCase();
  const name = fold(text);
  const begins = likePattern(name);
  const exact = Prisma.sql`ARRAY(SELECT content_id FROM content_identifiers
    WHERE lower(value) = ANY (${identifiersMeant(text)}::text[]))`;
  const beginning =
    typed.length < SHORTEST_IDENTIFIER
      ? exact
      : Prisma.sql`${exact} || ARRAY(SELECT content_id FROM content_identifiers
          WHERE lower(value) ~>=~ ${typed} AND lower(value) ~<~ ${typed + LAST_CHARACTER})`;
  const words = containingWords(text);
  const named = words.length === 0 ? Prisma.sql`false` : Prisma.join(words, ' AND ');
  return {
    condition: Prisma.sql`((${named}) OR id = ANY (${beginning}))`,
    rank: Prisma.sql`CASE
      WHEN search_text = ${name} OR id = ANY (${exact}) THEN 0
      WHEN search_text LIKE ${`${begins}%`} THEN 1
      WHEN search_text LIKE ${`% ${begins}%`} THEN 2
      ELSE 3 END`,
  };
}

/**
 * Titles that are meant by a misspelt text: each of its words is in the name with one letter wrong, missing, too many or
 * swapped with the next, or resembles it by pg_trgm's word similarity (at the operator's own threshold, so that no
 * connection needs a setting). The trigram index of `search_text` answers both.
 */
export function misspelt(text: string): TitleMatch {
  const words = wordsOf(text);
  if (words.length === 0) return { condition: Prisma.sql`false`, rank: Prisma.sql`0::float8` };
  const fits = words.map((word) => {
    const patterns = nearlySpelled(word);
    return patterns.length === 0
      ? Prisma.sql`search_text %> ${word}`
      : Prisma.sql`(search_text %> ${word} OR search_text LIKE ANY (${patterns}::text[]))`;
  });
  const likeness = words.map((word) => Prisma.sql`word_similarity(${word}, search_text)::float8`);
  return {
    condition: Prisma.join(fits, ' AND '),
    rank: Prisma.sql`-(${Prisma.join(likeness, ' + ')})`,
  };
}

/** LIKE patterns of a word with one letter wrong, missing, too many or swapped; only such that the index can answer. */
function nearlySpelled(word: string): string[] {
  const letters = [...word];
  const places = letters.map((_, place) => place);
  const [before, after] = [
    (place: number) => likePattern(letters.slice(0, place).join('')),
    (place: number) => likePattern(letters.slice(place).join('')),
  ];
  const patterns = places.flatMap((place) => {
    const swapped = [letters[place + 1] ?? '', letters[place] ?? ''].join('');
    return [
      `${before(place)}_${after(place + 1)}`,
      `${before(place)}_${after(place)}`,
      `${before(place)}${after(place + 1)}`,
      `${before(place)}${likePattern(swapped)}${after(place + 2)}`,
    ];
  });
  return [...new Set(patterns)]
    .filter((pattern) => TRIGRAM.test(pattern))
    .map((pattern) => `%${pattern}%`);
}

/** What a text can mean as an identifier, in lower case: itself, and what it is another spelling of. */
export function identifiersMeant(text: string): string[] {
  return [text, ...otherSpellings(text)].map((one) => one.toLowerCase());
}

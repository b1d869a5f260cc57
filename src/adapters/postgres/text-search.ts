import type { OneOf } from '../../service/one-of';
import { fold } from '../../domain/names/folding';
import { many } from '../../service/one-of';
import { Prisma } from '../generated/prisma/client';

const MAX_WORDS = 8;

/** The words of a search, folded as the database folds what it searches; words beyond the first eight narrow nothing. */
export function wordsOf(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);
}

/**
 * Conditions that a folded column contains every word of a search, in any spelling and order. The trigram index of
 * `search_text` serves them.
 */
export function containingWords(text: string, column = Prisma.sql`search_text`): Prisma.Sql[] {
  return wordsOf(text).map((word) => Prisma.sql`${column} LIKE ${`%${likePattern(word)}%`}`);
}

/** The pattern that matches nothing but this text. */
export function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** A column as lists sort and compare it, as indexes keep it. */
export function foldedColumn(column: 'name' | 'studio' | 'reference' | 'l.studio'): Prisma.Sql {
  return Prisma.sql`fold(${Prisma.raw(column)}) COLLATE "C"`;
}

/** That the studio is this one, or one of these, however either is spelt. The indexes by studio answer it. */
export function studioIs(
  studio: OneOf<string>,
  column: 'studio' | 'l.studio' = 'studio',
): Prisma.Sql {
  return isOneOf(foldedColumn(column), many(studio).map(fold));
}

/** That a text is one of these. One alone leaves an index in its order. */
export function isOneOf(column: Prisma.Sql, values: readonly string[]): Prisma.Sql {
  return values.length === 1
    ? Prisma.sql`${column} = ${values[0]}`
    : Prisma.sql`${column} = ANY (${values}::text[])`;
}

/** That one of several conditions is met. */
export function any(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0
    ? Prisma.sql`false`
    : Prisma.sql`(${Prisma.join(
        conditions.map((one) => Prisma.sql`(${one})`),
        ' OR ',
      )})`;
}

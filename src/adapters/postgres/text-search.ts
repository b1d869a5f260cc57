import { Prisma } from '../generated/prisma/client';

const MOST_WORDS = 8;

/** Conditions that `search_text` contains every word of a search, in any case and order; its trigram index serves them. */
export function containingWords(text: string): Prisma.Sql[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map((word) => Prisma.sql`search_text LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
}

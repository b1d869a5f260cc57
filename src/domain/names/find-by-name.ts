import { fold } from './folding';

/** What can be looked for by typing. */
export interface Named {
  /** A code that means it, matched as a whole before any name, and by its beginning after them. */
  readonly code?: string | undefined;
  readonly name: string;
  /** Other names it is known by. */
  readonly aliases?: readonly string[] | undefined;
}

/**
 * Those that a typed text means, the best match first: a code that it is, a name or alias that it is, a name that begins
 * with it, an alias or code that does, a name with a word that does, and then a name or alias that contains each of its
 * words. Equal matches stay in their order. Everything is compared folded; an empty text means all.
 */
export function findByName<T>(
  all: readonly T[],
  text: string,
  namedBy: (one: T) => Named,
): readonly T[] {
  const typed = fold(text);
  if (typed === '') return all;
  return all
    .map((one) => ({ one, rank: rankOf(namedBy(one), typed) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

const NO_MATCH = 6;

function rankOf(named: Named, typed: string): number {
  const [code, name] = [fold(named.code ?? ''), fold(named.name)];
  const aliases = (named.aliases ?? []).map(fold);
  if (code === typed) return 0;
  if (name === typed || aliases.includes(typed)) return 1;
  if (name.startsWith(typed)) return 2;
  if ([code, ...aliases].some((other) => other.startsWith(typed))) return 3;
  if (` ${name}`.includes(` ${typed}`)) return 4;
  const words = typed.split(' ');
  const contains = [name, ...aliases].some((other) => words.every((word) => other.includes(word)));
  return contains ? 5 : NO_MATCH;
}

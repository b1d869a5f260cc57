import { fold } from './folding';

/** An item that can be searched for by typing. */
export interface Named {
  /** Its code. An exact match ranks before every name, a prefix match after the names. */
  readonly code?: string | undefined;
  readonly name: string;
  /** Alternative names. */
  readonly aliases?: readonly string[] | undefined;
}

/**
 * The items that match a typed text, best match first: exact code, exact name or alias, name prefix, alias or code prefix,
 * prefix of a word in the name, and last a name or alias that contains each of the typed words. Equal matches keep their
 * order. Texts are compared folded; an empty text matches everything.
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

import { listed } from '../../src/domain/values/words';

/** A change, as far as it matters who made it. */
interface Authored {
  readonly actor: string;
  readonly actorId: string | null;
}

/** Who made some changes, in words. */
export interface Authors {
  /** At the beginning of a sentence: `Marta Oliveira`, or `You, in another window,`. */
  readonly subject: string;
  /** Anywhere else: `Marta Oliveira`, or `you, in another window`. */
  readonly names: string;
  /** Nobody but the person who is signed in. */
  readonly isYou: boolean;
}

/**
 * Names who made some changes that a page does not show yet. A person's own were made in another window; their own name
 * would read like somebody else's.
 *
 * @param ownId the id of who is signed in
 */
export function authorsOf(changes: readonly Authored[], ownId: string | null): Authors {
  const isOwn = ({ actorId }: Authored) => actorId !== null && actorId === ownId;
  const others = [...new Set(changes.filter((one) => !isOwn(one)).map(({ actor }) => actor))];
  const hasOwn = changes.some(isOwn);
  if (others.length === 0 && hasOwn)
    return { subject: 'You, in another window,', names: 'you, in another window', isYou: true };
  const names = listed(hasOwn ? [...others, 'you, in another window'] : others);
  if (names === '') return { subject: 'Someone', names: 'someone', isYou: false };
  return { subject: hasOwn ? `${names},` : names, names, isYou: false };
}

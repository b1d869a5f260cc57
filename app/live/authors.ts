import { listed } from '../../src/domain/values/words';

/** The author of a change. */
interface Authored {
  readonly actor: string;
  readonly actorId: string | null;
}

/** Authors of changes, as text for a sentence. */
export interface Authors {
  /** At the beginning of a sentence: `Marta Oliveira`, or `You, in another window,`. */
  readonly subject: string;
  /** Elsewhere in a sentence: `Marta Oliveira`, or `you, in another window`. */
  readonly names: string;
  /** Whether the signed-in person is the only author. */
  readonly isYou: boolean;
}

/**
 * Names the authors of changes that a page does not show yet. The signed-in person's own changes come from another window
 * and are named so, because their name would read like another person's.
 *
 * @param ownId the id of the signed-in person
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

import { expect, it } from 'vitest';
import { authorsOf } from '../../../../app/live/authors';

const ADA = { actor: 'Ada', actorId: 'a' };
/** Somebody else of the same name. */
const OTHER_ADA = { actor: 'Ada', actorId: 'b' };
const MARTA = { actor: 'Marta', actorId: 'm' };
const PRODUCT = { actor: 'CRMS', actorId: null };

it.each([
  ['somebody else', [MARTA], 'Marta', 'Marta'],
  ['several people, each once', [MARTA, PRODUCT, MARTA], 'Marta and CRMS', 'Marta and CRMS'],
  ['the same person', [ADA, ADA], 'You, in another window,', 'you, in another window'],
  ['a namesake', [OTHER_ADA], 'Ada', 'Ada'],
  ['both', [ADA, MARTA], 'Marta and you, in another window,', 'Marta and you, in another window'],
  ['nobody known', [], 'Someone', 'someone'],
])('names %s', (_who, changes, subject, names) => {
  expect(authorsOf(changes, 'a')).toMatchObject({ subject, names });
});

it('is about you only when all changes are your own', () => {
  expect(authorsOf([ADA], 'a').isYou).toBe(true);
  expect(authorsOf([ADA, MARTA], 'a').isYou).toBe(false);
  expect(authorsOf([PRODUCT], null).isYou).toBe(false);
});

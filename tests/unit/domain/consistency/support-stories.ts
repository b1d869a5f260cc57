import { anId } from '../../../builders/license-builders';

export const ID = anId();

/** Changes as stored, from version 1 on, each answered with its version. */
export function lines<Change>(story: readonly Change[]) {
  return story.map((change, index) => ({
    version: index + 1,
    change,
    key: anId(),
    answered: index + 1,
  }));
}

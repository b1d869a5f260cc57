import { anId } from '../../../builders/license-builders';

export const ID = anId();

export function lines<Change>(story: readonly Change[]) {
  return story.map((change, index) => ({
    version: index + 1,
    change,
    key: anId(),
    answered: index + 1,
  }));
}

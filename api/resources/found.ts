import { Problem } from '../problems/problem';

/** What a view found. @throws Problem: not-found */
export function found<T>(thing: T | null, what: string): T {
  if (thing === null) throw new Problem('not-found', `No ${what} has this id.`);
  return thing;
}

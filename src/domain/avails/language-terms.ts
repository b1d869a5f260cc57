import type { LanguagesData } from '../values/languages';
import { coversLanguage } from '../values/language-tag';
import { Languages } from '../values/languages';

/**
 * The languages of a license whose rows allow some, all when there is none, and hold some back. What is held back of nothing
 * that is allowed has no effect; where all that is allowed is held back, the row cannot stand, and all are returned.
 *
 * @param allowed canonical tags of BCP 47, as all others
 */
export function languageTerms(
  allowed: readonly string[],
  heldBack: readonly string[],
): LanguagesData {
  if (allowed.length === 0) return Languages.of({ allowed: null, heldBack }).toData();
  const left = allowed.filter((tag) => !isCovered(tag, heldBack));
  if (left.length === 0) return Languages.ALL.toData();
  const held = heldBack.filter((tag) => isCovered(tag, left));
  return Languages.of({ allowed: left, heldBack: held }).toData();
}

/** Whether a tag is one of some, or of a kind of one: `fr-CA` of `fr`. */
export function isCovered(tag: string, ranges: readonly string[]): boolean {
  return ranges.some((range) => coversLanguage(range, tag));
}

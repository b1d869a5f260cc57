import fc from 'fast-check';
import type { LanguagesData } from '../../src/domain/values/languages';

/** A language, one within it, one within that, and others. */
export const SOME_TAGS = ['de', 'es', 'es-419', 'fr', 'fr-CA', 'fr-CA-x-a'] as const;

/** Every tag that tells two random languages apart: those of `SOME_TAGS`, and one beside them. */
export const TELLING_TAGS = [...SOME_TAGS, 'fr-FR', 'es-ES', 'ja'];

/** Random languages, as the domain accepts them. Half of them allow all, most of those without exception. */
export const someLanguages: fc.Arbitrary<LanguagesData> = fc
  .tuple(fc.nat(2 ** SOME_TAGS.length), fc.nat(2 ** SOME_TAGS.length), fc.nat(3))
  .map(([allowed, heldBack, look]) => languagesOf(allowed, heldBack, look));

/** Random languages from numbers, which shrink to all languages. */
export function languagesOf(allowed: number, heldBack: number, look: number): LanguagesData {
  const chosen = chosenTags(allowed);
  const some = look < 2 || chosen.length === 0 ? null : chosen;
  const held = look % 2 === 0 ? [] : chosenTags(heldBack);
  return {
    allowed: some,
    heldBack: held.filter(
      (tag) =>
        some === null ||
        (some.some((one) => isWithin(tag, one)) && !some.some((one) => isWithin(one, tag))),
    ),
  };
}

/** Whether a language is among some, by the letter of RFC 4647 (3.3.1). */
export function isAmong(tag: string, { allowed, heldBack }: LanguagesData): boolean {
  return (
    (allowed === null || allowed.some((one) => isWithin(tag, one))) &&
    !heldBack.some((one) => isWithin(tag, one))
  );
}

function chosenTags(number: number): string[] {
  return SOME_TAGS.filter((_, index) => ((number >> index) & 1) === 1);
}

function isWithin(tag: string, range: string): boolean {
  return tag === range || (tag.startsWith(range) && tag.charAt(range.length) === '-');
}

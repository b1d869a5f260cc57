import {
  AREA_NAMES,
  FORMER_LANGUAGES,
  LANGUAGE_NAMES,
  OTHER_REGIONS,
  SCRIPT_NAMES,
} from './language-names';
import { ALL_TERRITORIES, territoryName } from './territory';

/** A language tag of BCP 47 in canonical form (RFC 5646, 4.5) and case (2.1.1): `fr`, `es-419`, `zh-Hant-TW`. */
export type LanguageTag = string & { readonly __brand: 'LanguageTag' };

/** A language that has a name. */
export interface NamedLanguage {
  readonly tag: LanguageTag;
  readonly name: string;
  /** Codes of ISO 639-2 for it that are not tags. */
  readonly otherCodes: readonly string[];
}

/** RFC 5646, 2.1, in lower case: language, extended language, script, region, variants, extensions, private use. */
export const LANGTAG =
  /^([a-z]{2,3})((?:-[a-z]{3}){0,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?((?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)((?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*)((?:-x(?:-[a-z\d]{1,8})+)?)$/;
/** A tag that two parties made up. */
export const PRIVATE_TAG = /^x(?:-[a-z\d]{1,8})+$/;
export const SINGLETON = /-([a-wyz\d])(?=-)/g;
const EXTENSION = /-[a-wyz\d](?:-[a-z\d]{2,8})+/g;
const PRIVATE_REGION = /^(aa|zz|q[m-z]|x[a-z])$/;
const MAX_LENGTH = 64;
/** Tags that were read, because a license is read with all of its tags; people use a few dozens. */
const remembered = new Map<string, LanguageTag>();
const MAX_REMEMBERED = 1000;

/** The languages that have a name, ordered by tag. */
export const NAMED_LANGUAGES: readonly NamedLanguage[] = LANGUAGE_NAMES.trim()
  .split('\n')
  .map((line) => {
    const [codes = '', ...name] = line.split(' ');
    const [tag = '', ...otherCodes] = codes.split('/');
    return { tag: tag as LanguageTag, name: name.join(' '), otherCodes };
  });

/** The tags of regions and scripts that contracts name. */
export const WITHIN_LANGUAGES =
  'en-GB en-US es-419 es-ES es-MX fr-CA fr-FR nl-BE nl-NL pt-BR pt-PT sr-Cyrl sr-Latn zh-Hans zh-Hant zh-HK zh-TW'
    .split(' ')
    .map((tag) => tag as LanguageTag);

const byTag = new Map<string, NamedLanguage>(NAMED_LANGUAGES.map((one) => [one.tag, one]));
const foreignCodes = new Set(NAMED_LANGUAGES.flatMap(({ otherCodes }) => otherCodes));
const regions = new Set<string>(
  [...ALL_TERRITORIES, ...OTHER_REGIONS.split(' '), ...Object.keys(AREA_NAMES)].map((one) =>
    one.toLowerCase(),
  ),
);

/**
 * The tag that a text in any case is; `null` when it is none. Two-letter languages and regions are those of the IANA
 * registry. Of three-letter languages, scripts and variants only the form is checked, because the registry has thousands.
 */
export function languageTag(text: string): LanguageTag | null {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const tag = readTag(text);
  if (tag !== null && remembered.size < MAX_REMEMBERED) remembered.set(text, tag);
  return tag;
}

function readTag(text: string): LanguageTag | null {
  const given = text.toLowerCase();
  if (given.length > MAX_LENGTH) return null;
  if (PRIVATE_TAG.test(given)) return given as LanguageTag;
  const match = LANGTAG.exec(given);
  if (match === null) return null;
  const [, first = '', extended = '', script, region, variants = '', extensions = '', own = ''] =
    match;
  // An extended language is a language in its own right: zh-yue is yue. More than one there never was.
  const language = extended === '' ? (FORMER_LANGUAGES[first] ?? first) : extended.slice(1);
  const isKnown =
    (language.length === 2 ? byTag.has(language) : !foreignCodes.has(language)) &&
    language.length < 4 &&
    (first.length > 2 || byTag.has(first) || first in FORMER_LANGUAGES) &&
    (region === undefined || regions.has(region) || PRIVATE_REGION.test(region));
  const singletons = [...extensions.matchAll(SINGLETON)].map(([, singleton]) => singleton);
  if (!isKnown || hasTwice(variants.split('-').slice(1)) || hasTwice(singletons)) return null;
  const inOrder = (extensions.match(EXTENSION) ?? []).sort().join('');
  return writtenTag(
    [language, script, region].filter((part) => part !== undefined).join('-') +
      variants +
      inOrder +
      own,
  ) as LanguageTag;
}

/** A tag in conventional case (RFC 5646, 2.1.1): regions in upper case, scripts in title case, all else in lower case. */
export function writtenTag(tag: string): string {
  const subtags = tag.toLowerCase().split('-');
  const singleton = subtags.findIndex((subtag) => subtag.length === 1);
  return subtags
    .map((subtag, place) => {
      if (place === 0 || (singleton !== -1 && place > singleton)) return subtag;
      if (subtag.length === 2) return subtag.toUpperCase();
      if (!/^[a-z]{4}$/.test(subtag)) return subtag;
      return subtag.charAt(0).toUpperCase() + subtag.slice(1);
    })
    .join('-');
}

/** Whether a tag is another or begins with it at a hyphen (RFC 4647, basic filtering): `fr` covers `fr-CA`. */
export function coversLanguage(range: string, tag: string): boolean {
  return `${tag}-`.startsWith(`${range}-`);
}

/** Every tag that covers a tag, itself last: `zh`, `zh-Hant` and `zh-Hant-TW`. */
export function coveringTags(tag: string): readonly string[] {
  const subtags = tag.split('-');
  return subtags.map((_, index) => subtags.slice(0, index + 1).join('-'));
}

/** The English name of a tag, such as `French (Canada)`; the tag itself where its language has none. */
export function languageName(tag: string): string {
  const [language = '', ...others] = tag.split('-');
  const named = byTag.get(language);
  if (named === undefined) return tag;
  const parts = others.map((one) => SCRIPT_NAMES[one] ?? AREA_NAMES[one] ?? territoryName(one));
  return parts.length === 0 ? named.name : `${named.name} (${parts.join(', ')})`;
}

export function hasTwice(parts: readonly (string | undefined)[]): boolean {
  return new Set(parts).size < parts.length;
}

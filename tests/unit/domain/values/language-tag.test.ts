import registry from 'language-subtag-registry/data/json/registry.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import {
  coveringTags,
  coversLanguage,
  languageName,
  languageTag,
  NAMED_LANGUAGES,
} from '../../../../src/domain/values/language-tag';

describe('a language tag', () => {
  it.each([
    ['fr', 'fr'],
    ['FR', 'fr'],
    ['es-419', 'es-419'],
    ['ZH-hant-tw', 'zh-Hant-TW'],
    ['de-1996', 'de-1996'],
    ['sl-ROZAJ-biske', 'sl-rozaj-biske'],
    ['iw-il', 'he-IL'],
    ['zh-yue-hk', 'yue-HK'],
    ['fil', 'fil'],
    ['de-CH-x-AB-cd', 'de-CH-x-ab-cd'],
    ['en-b-ccc-a-bbb', 'en-a-bbb-b-ccc'],
    ['x-OWN', 'x-own'],
    ['en-QM', 'en-QM'],
    ['sr-YU', 'sr-YU'],
  ])('“%s” is %s', (text, tag) => {
    expect(languageTag(text)).toBe(tag);
    expect(languageTag(tag)).toBe(tag);
  });

  it.each([
    '',
    'f',
    'jp',
    'xx',
    'fra',
    'ger',
    'en-UK',
    'en_US',
    'fr-',
    'English',
    'es-418',
    'de-1996-1996',
    'en-a-bbb-a-ccc',
    'zh-min-nan',
    'qq-yue',
    `de-x-${'abcdefgh-'.repeat(8)}a`,
  ])('is not “%s”', (text) => {
    expect(languageTag(text)).toBeNull();
  });

  it('has the two-letter languages and the regions of the registry, and no others', () => {
    const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
    const pairs = letters.flatMap((a) => letters.map((b) => a + b));
    const digits = Array.from({ length: 1_000 }, (_, number) => String(number).padStart(3, '0'));
    const registered = (type: string) =>
      registry.flatMap(({ Type, Subtag = '' }) => (Type === type ? [Subtag.toLowerCase()] : []));
    const isPrivate = (text: string) => /^(aa|zz|q[m-z]|x[a-z])$/.test(text);
    // Kosovo’s code is for private use, and of ISO 3166-1 as the product has it.
    const regions = registered('region').filter((code) => !code.includes('..') && !isPrivate(code));

    expect(pairs.filter((text) => languageTag(text) !== null)).toEqual(
      pairs.filter((text) => registered('language').includes(text)),
    );
    expect(
      [...pairs, ...digits].filter(
        (text) => !isPrivate(text) && languageTag(`en-${text}`) !== null,
      ),
    ).toEqual([...pairs, ...digits].filter((text) => regions.includes(text)));
  });

  it('replaces what is deprecated as the registry says', () => {
    const deprecated = registry.flatMap(({ Type, Subtag = '', 'Preferred-Value': preferred }) =>
      Type === 'language' && Subtag.length === 2 && preferred !== undefined
        ? [[Subtag, preferred]]
        : [],
    );
    expect(deprecated.length).toBeGreaterThan(4);
    expect(deprecated.map(([tag = '']) => [tag, languageTag(tag)])).toEqual(deprecated);
  });

  it('has a name where the registry has the language', () => {
    const registered = new Set(
      registry.flatMap(({ Type, Subtag = '' }) => (Type === 'language' ? [Subtag] : [])),
    );
    expect(NAMED_LANGUAGES.filter(({ tag }) => !registered.has(tag))).toEqual([]);
    expect(
      NAMED_LANGUAGES.flatMap(({ otherCodes }) => otherCodes).filter((code) =>
        registered.has(code),
      ),
    ).toEqual([]);
  });
});

it.each([
  ['fr', 'French'],
  ['fr-CA', 'French (Canada)'],
  ['es-419', 'Spanish (Latin America)'],
  ['zh-Hant-TW', 'Chinese (Traditional, Taiwan)'],
  ['de-1996', 'German (1996)'],
  ['fil', 'Filipino'],
  ['xyz', 'xyz'],
  ['x-own', 'x-own'],
])('the name of %s is %s', (tag, name) => {
  expect(languageName(tag)).toBe(name);
});

it.each([
  ['fr', 'fr', true],
  ['fr', 'fr-CA', true],
  ['fr-CA', 'fr', false],
  ['fr', 'fry', false],
  ['zh-Hant', 'zh-Hant-TW', true],
  ['zh-TW', 'zh-Hant-TW', false],
])('%s covers %s: %s', (range, tag, expected) => {
  expect(coversLanguage(range, tag)).toBe(expected);
});

it.each([
  ['fr', ['fr']],
  ['zh-Hant-TW', ['zh', 'zh-Hant', 'zh-Hant-TW']],
])('the tags that cover %s are %j', (tag, expected) => {
  expect(coveringTags(tag)).toEqual(expected);
  expect(expected.every((one) => coversLanguage(one, tag))).toBe(true);
});

import registry from 'language-subtag-registry/data/json/registry.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { LanguageTags } from '../../../../src/domain/avails/vocabulary/language-tags';
import { MOVIE, checkOf } from '../../../builders/sheet-builders';

const languages = new LanguageTags(registry);

/** The tag of a text, or the suggested one. */
function reading(text: string): string | null {
  const read = languages.read(text);
  return read.isTag ? read.tag : read.suggestion;
}

describe('a language tag', () => {
  it.each([
    ['en', 'en'],
    ['EN', 'en'],
    ['es-419', 'es-419'],
    ['zh-Hant-TW', 'zh-hant-tw'],
    ['de-1996', 'de-1996'],
    ['sl-rozaj-biske', 'sl-rozaj-biske'],
    ['en-a-bbb-x-a-ccc', 'en-a-bbb-x-a-ccc'],
    ['x-own', 'x-own'],
    ['qaa-Qaaa-QM', 'qaa-qaaa-qm'],
    ['i-klingon', 'tlh'],
    ['iw', 'he'],
    ['iw-IL', 'he-il'],
    ['zh-yue-HK', 'yue-hk'],
    ['zh-min-nan', 'nan'],
    ['my-BU', 'my-mm'],
  ])('“%s” is valid, compared as %s', (text, tag) => {
    expect(languages.read(text)).toEqual({ isTag: true, tag });
  });

  it.each([
    ['jp', 'ja'],
    ['cz', 'cs'],
    ['cz-CZ', 'cs-CZ'],
    ['en-UK', 'en-GB'],
    ['dk', 'da'],
    ['en_US', 'en-US'],
    ['zh_hant_tw', 'zh-Hant-TW'],
    ['xx', null],
    ['sp', null],
    ['English', null],
    ['', null],
    ['de-1996-1996', null],
    ['en-a-bbb-a-ccc', null],
    ['en-Blah', null],
    ['en-ZY', null],
    ['en-abcde', null],
    ['zh-aaa', null],
    ['en-', null],
  ])('“%s” is invalid; %s is suggested', (text, suggestion) => {
    expect(languages.read(text)).toEqual({ isTag: false, suggestion });
  });

  it('is valid for every entry of the registry', () => {
    const whole = registry.flatMap(({ Tag }) => Tag ?? []);
    const primary = registry.flatMap(({ Type, Subtag }) =>
      Type === 'language' && Subtag !== undefined && !Subtag.includes('..') ? [Subtag] : [],
    );
    expect(primary.length).toBeGreaterThan(8_000);
    expect([...whole, ...primary].filter((tag) => !languages.read(tag).isTag)).toEqual([]);
  });

  it('is suggested for every invalid two-letter text, and valid itself', () => {
    const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
    const texts = letters.flatMap((a) => letters.map((b) => a + b));
    const meant = texts
      .filter((text) => !languages.read(text).isTag)
      .flatMap((text) => reading(text) ?? []);
    expect(meant.length).toBeGreaterThan(80);
    expect(meant.filter((tag) => !languages.read(tag).isTag)).toEqual([]);
  });
});

describe('an invalid language', () => {
  const HELD_BACK = 'AvailTrans/HoldbackLanguage';

  it.each([
    [HELD_BACK, '“jp” is not a language tag, so it would hold nothing back.'],
    ['AvailTrans/AllowedLanguages', '“jp” is not a language tag.'],
    ['AvailTrans/AssetLanguage', '“jp” is not a language tag.'],
  ])('is an error in %s', (column, message) => {
    const file = checkOf([{ ...MOVIE, [column]: 'jp' }]);
    expect(file.problems).toMatchObject([
      { column, severity: 'error', message, remedy: 'Enter ja, if you mean that.' },
    ]);
    expect(file.rows[0]?.entry).toBeNull();
  });

  it('is reported with the suffix of the suggested tag', () => {
    const [problem] = checkOf([{ ...MOVIE, 'AvailTrans/AssetLanguage': 'en-UK:sub' }]).problems;
    expect(problem?.remedy).toBe('Enter en-GB:sub, if you mean that.');
  });

  it('does not differ from the same language with an older tag', () => {
    const row = { ...MOVIE, 'AvailTrans/AllowedLanguages': 'iw, en', [HELD_BACK]: 'he' };
    expect(checkOf([row]).problems).toMatchObject([{ code: 'R12', severity: 'warning' }]);
  });

  it('is not held back of all that is allowed', () => {
    const row = { ...MOVIE, 'AvailTrans/AllowedLanguages': 'es-419', [HELD_BACK]: 'es' };
    expect(checkOf([row]).problems).toMatchObject([{ code: 'R12', severity: 'error' }]);
  });
});

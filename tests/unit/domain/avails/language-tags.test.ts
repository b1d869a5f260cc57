import registry from 'language-subtag-registry/data/json/registry.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { LanguageTags } from '../../../../src/domain/avails/vocabulary/language-tags';
import { MOVIE, checkOf } from '../../../builders/sheet-builders';

const languages = new LanguageTags(registry);

/** The tag that a text is, or what was meant by it. */
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
  ])('“%s” is one, compared as %s', (text, tag) => {
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
  ])('“%s” is none; %s was meant', (text, suggestion) => {
    expect(languages.read(text)).toEqual({ isTag: false, suggestion });
  });

  it('is every one that the registry has', () => {
    const whole = registry.flatMap(({ Tag }) => Tag ?? []);
    const primary = registry.flatMap(({ Type, Subtag }) =>
      Type === 'language' && Subtag !== undefined && !Subtag.includes('..') ? [Subtag] : [],
    );
    expect(primary.length).toBeGreaterThan(8_000);
    expect([...whole, ...primary].filter((tag) => !languages.read(tag).isTag)).toEqual([]);
  });

  it('is what was meant by every text of two letters that is none', () => {
    const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
    const texts = letters.flatMap((a) => letters.map((b) => a + b));
    const meant = texts
      .filter((text) => !languages.read(text).isTag)
      .flatMap((text) => reading(text) ?? []);
    expect(meant.length).toBeGreaterThan(80);
    expect(meant.filter((tag) => !languages.read(tag).isTag)).toEqual([]);
  });
});

describe('a language that is none', () => {
  const HELD_BACK = 'AvailTrans/HoldbackLanguage';

  it.each([
    [HELD_BACK, '“jp” is not a language tag, so it would hold nothing back.'],
    ['AvailTrans/AllowedLanguages', '“jp” is not a language tag.'],
    ['AvailTrans/AssetLanguage', '“jp” is not a language tag.'],
  ])('stops the row in %s', (column, message) => {
    const file = checkOf([{ ...MOVIE, [column]: 'jp' }]);
    expect(file.problems).toMatchObject([
      { column, severity: 'error', message, remedy: 'Enter ja, if you mean that.' },
    ]);
    expect(file.rows[0]?.entry).toBeNull();
  });

  it('is told with what is delivered of the one that was meant', () => {
    const [problem] = checkOf([{ ...MOVIE, 'AvailTrans/AssetLanguage': 'en-UK:sub' }]).problems;
    expect(problem?.remedy).toBe('Enter en-GB:sub, if you mean that.');
  });

  it('is not another one than the same language by an older tag', () => {
    const row = { ...MOVIE, 'AvailTrans/AllowedLanguages': 'iw', [HELD_BACK]: 'he' };
    expect(checkOf([row]).problems).toMatchObject([{ code: 'R12', severity: 'warning' }]);
  });
});

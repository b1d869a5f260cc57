import { describe, expect, it } from 'vitest';
import { compareNames, fold, isSameName, namesIn } from '../../../../src/domain/names/folding';

describe('a folded name', () => {
  it.each([
    ['case', 'NORTHLIGHT Studios', 'northlight studios'],
    ['accents', 'El Niño', 'el nino'],
    ['accents that are characters of their own', 'E\u0301lan', 'elan'],
    ['letters with a stroke', 'Łódź, Ørsted, Đặng', 'lodz, orsted, dang'],
    ['letters replaced by two', 'Straße, Cæsar, Œuvre, Þór', 'strasse, caesar, oeuvre, thor'],
    ['Turkish and Azerbaijani letters', 'İstanbul, Bakı, Gəncə', 'istanbul, baki, gence'],
    ['Greek letters', 'ΣΊΣΥΦΟΣ', 'σισυφοσ'],
    ['Cyrillic letters', 'Ёлки', 'елки'],
    ['apostrophes', 'L’Été, L´Été, Lʼété, L`été', "l'ete, l'ete, l'ete, l'ete"],
    ['quotation marks', '“M”, «M», „M‟', '"m", "m", "m"'],
    ['dashes', 'K‑1 K–1 K—1 K−1', 'k-1 k-1 k-1 k-1'],
    ['ligatures and full-width forms', 'ﬁlm ＮＯＩＲ', 'film noir'],
    ['spaces of every kind and number', ' Élan\u00A0 \u3000Films\t', 'elan films'],
    ['invisible characters', 'Nor\u00ADth\u200Blight\uFEFF', 'northlight'],
    ['points of Hebrew and Arabic', 'שָׁלוֹם مُحَمَّد', 'שלום محمد'],
  ])('ignores differences of %s', (_what, name, form) => {
    expect(fold(name)).toBe(form);
  });

  it.each([
    ['signs of a script that are no accents', 'が हिन्दी 한국어 ไทย'],
    ['digits and signs', 'se7en (2.0) & more: #1'],
  ])('keeps %s', (_what, name) => {
    expect(fold(name)).toBe(name);
  });

  it('is stable under folding, for every character', () => {
    const forms = Array.from({ length: 0x110000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((character) => !/[\p{Cn}\p{Co}\p{Ideographic}]/u.test(character))
      .map(fold);
    const unsteady = forms.filter((form) => fold(form) !== form);
    expect(forms.length).toBeGreaterThan(40_000);
    expect(unsteady).toEqual([]);
  });
});

it('matches spellings of one name and no other names', () => {
  expect(isSameName('ÉLAN FILMS', 'Elan  films')).toBe(true);
  expect(isSameName('Elan Films', 'Elan Film')).toBe(false);
});

it('sorts independently of case and accents', () => {
  expect(['Zulu', 'apple', 'Éclair', 'eclipse', 'Åland'].toSorted(compareNames)).toEqual([
    'Åland',
    'apple',
    'Éclair',
    'eclipse',
    'Zulu',
  ]);
});

it('occurs once in a list, in its first spelling', () => {
  expect(namesIn(['Zulu', 'Élan Films', 'ZULU', 'elan films'])).toEqual(['Élan Films', 'Zulu']);
});

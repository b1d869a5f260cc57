import { describe, expect, it } from 'vitest';
import { InvalidText, notesText, shortText } from '../../../../src/domain/values/text';
import { refusalOf } from '../../../builders/refusal';

const name = (text: string) => shortText(text, 'name', 'A name');

const UNREADABLE: [string, string][] = [
  ['the null character', 'a\u0000b'],
  ['a bell', 'a\u0007b'],
  ['an escape', 'a\u001Bb'],
  ['a delete', 'a\u007Fb'],
  ['a C1 control', 'a\u0085b'],
  ['an override from right to left', 'a\u202Eb'],
  ['a mark for a lost character', 'Caf\uFFFD'],
  ['an embedding', 'a\u202Ab'],
  ['an isolate', 'a\u2066b'],
  ['a mark from right to left', 'a\u200Fb'],
  ['an Arabic letter mark', 'a\u061Cb'],
  ['half of a surrogate pair', 'a\uD83Db'],
  ['the other half of a surrogate pair', 'a\uDFACb'],
];

describe('one line of text', () => {
  it.each([
    ['letters', 'DSC'],
    ['one character', 'x'],
    ['120 characters', 'x'.repeat(120)],
    ['other scripts', '日本語 – עברית – العربية'],
    ['an emoji', '🎬 Premiere 👨‍👩‍👧'],
    ['markup, which is only text', '<b>&amp;</b>'],
  ])('accepts %s', (_what, text) => {
    expect(name(text)).toBe(text);
  });

  it('is trimmed', () => {
    expect(name(' \t\u00A0DSC\u3000\n')).toBe('DSC');
  });

  it('is normalized, so that equal names are equal', () => {
    expect(name('Cafe\u0301')).toBe('Café');
  });

  it.each([
    ['empty', ''],
    ['only spaces', '   '],
    ['only characters without a shape', '\u200B\u3164'],
    ['only spaces of other kinds', '\u00A0\u2003\u3000'],
    ['only lines', '\r\n\t'],
    ['121 characters', 'x'.repeat(121)],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['two lines', 'a\nb'],
    ['a tab within', 'a\tb'],
    ['a line separator', 'a\u2028b'],
    ['a paragraph separator', 'a\u2029b'],
    ...UNREADABLE,
  ])('is refused at its field if it is or has %s', (_what, text) => {
    expect(refusalOf(InvalidText, () => name(text)).field).toBe('name');
  });

  it('reports the length of a text that is too long', () => {
    const refusal = refusalOf(InvalidText, () => name('x'.repeat(10_000)));

    expect(refusal.message).toBe('A name has at most 120 characters; this has 10,000.');
  });
});

describe('notes', () => {
  it.each([
    ['nothing', ''],
    ['several lines', 'one\n\ntwo\n\tthree'],
    ['5,000 characters', 'x'.repeat(5_000)],
  ])('accept %s', (_what, text) => {
    expect(notesText(text)).toBe(text);
  });

  it('have uniform line ends', () => {
    expect(notesText('one\r\ntwo\rthree')).toBe('one\ntwo\nthree');
  });

  it('are trimmed', () => {
    expect(notesText('\n  one\n ')).toBe('one');
  });

  it.each([
    ['5,001 characters', 'x'.repeat(5_001)],
    ['10,000 characters', 'x'.repeat(10_000)],
    ...UNREADABLE,
  ])('are refused at their field when they have %s', (_what, text) => {
    expect(refusalOf(InvalidText, () => notesText(text)).field).toBe('notes');
  });
});

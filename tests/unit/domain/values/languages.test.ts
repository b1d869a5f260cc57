import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LanguageTag } from '../../../../src/domain/values/language-tag';
import type { LanguagesData } from '../../../../src/domain/values/languages';
import {
  HeldBackLanguages,
  InvalidLanguages,
  Languages,
} from '../../../../src/domain/values/languages';
import { runs } from '../../../builders/effort';
import { isAmong, someLanguages, TELLING_TAGS } from '../../../builders/random-languages';
import { refusalOf } from '../../../builders/refusal';

function languages(allowed: readonly string[] | null, ...heldBack: string[]): Languages {
  return Languages.of({ allowed, heldBack });
}

describe('languages', () => {
  it('have their tags in canonical case and order, each once', () => {
    expect(languages(['FR', 'de', 'fr'], 'fr-ca').toData()).toEqual({
      allowed: ['de', 'fr'],
      heldBack: ['fr-CA'],
    });
  });

  it.each<[string, LanguagesData, string]>([
    ['none', { allowed: [], heldBack: [] }, 'languages'],
    ['what is no tag', { allowed: ['fr', 'jp'], heldBack: [] }, 'languages'],
    ['what is no tag held back', { allowed: null, heldBack: ['jp'] }, 'heldBack'],
  ])('are refused with %s', (_what, data, field) => {
    expect(refusalOf(InvalidLanguages, () => Languages.of(data))).toMatchObject({ field });
  });

  it.each<[string, LanguagesData, 'both' | 'idle', string]>([
    [
      'one both allowed and held back',
      { allowed: ['de', 'fr'], heldBack: ['fr'] },
      'both',
      'French is both allowed and held back. Remove it from one of the two.',
    ],
    [
      'all of one held back',
      { allowed: ['fr-CA'], heldBack: ['fr'] },
      'both',
      'French (Canada) is both allowed and held back. Remove it from one of the two.',
    ],
    [
      'one held back that nothing allows',
      { allowed: ['fr'], heldBack: ['es'] },
      'idle',
      'Spanish is held back, but not allowed. Remove it here, or allow a language that covers it.',
    ],
  ])('are refused with %s', (_what, data, why, message) => {
    const refusal = refusalOf(HeldBackLanguages, () => Languages.of(data));

    expect(refusal).toMatchObject({ why, message, field: 'heldBack' });
  });

  it('read as a phrase', () => {
    expect(Languages.ALL.toString()).toBe('All');
    expect(languages(null, 'es').toString()).toBe('All except Spanish');
    expect(languages(['fr', 'de']).toString()).toBe('German and French');
    expect(languages(['fr'], 'fr-CA').toString()).toBe('French except French (Canada)');
  });
});

describe('two sets of languages', () => {
  it.each<[string, Languages, Languages, readonly string[] | null]>([
    ['all and all', Languages.ALL, Languages.ALL, null],
    ['all but some and all', languages(null, 'es'), Languages.ALL, null],
    ['all and some', Languages.ALL, languages(['de', 'fr']), ['de', 'fr']],
    ['some and others', languages(['de']), languages(['fr']), []],
    ['one and one within it', languages(['fr']), languages(['fr-CA']), ['fr-CA']],
    ['what the other holds back', languages(['es-419', 'fr']), languages(null, 'es'), ['fr']],
    ['one that both hold back in part', languages(['fr'], 'fr-CA'), languages(['fr']), ['fr']],
    ['one that is held back within', languages(['fr'], 'fr-CA'), languages(['fr-CA']), []],
    ['one that only begins alike', languages(['fr']), languages(['fro']), []],
  ])('%s share these', (_what, some, others, shared) => {
    expect(some.sharedWith(others)).toEqual(shared);
    expect(others.sharedWith(some)).toEqual(shared);
  });

  it('share a language where some tag is in both', () => {
    const reached = { meet: 0, apart: 0 };
    fc.assert(
      fc.property(someLanguages, someLanguages, (one, other) => {
        const [some, others] = [Languages.of(one), Languages.of(other)];
        const shared = some.sharedWith(others);
        const both = TELLING_TAGS.filter((tag) => isAmong(tag, one) && isAmong(tag, other));
        expect(shared?.length !== 0).toBe(both.length > 0);
        expect((shared ?? []).filter((tag) => !both.includes(tag))).toEqual([]);
        expect(others.sharedWith(some)).toEqual(shared);
        reached[both.length > 0 ? 'meet' : 'apart'] += 1;
      }),
      { numRuns: runs(2_000) },
    );
    expect(Math.min(reached.meet, reached.apart)).toBeGreaterThan(runs(2_000) / 50);
  });

  it('include what is among them, and enclose what has no tag beside them', () => {
    const reached = { encloses: 0, not: 0 };
    fc.assert(
      fc.property(someLanguages, someLanguages, (one, other) => {
        const [some, others] = [Languages.of(one), Languages.of(other)];
        for (const tag of TELLING_TAGS)
          expect(some.includes(tag as LanguageTag)).toBe(isAmong(tag, one));
        const encloses = TELLING_TAGS.every((tag) => !isAmong(tag, other) || isAmong(tag, one));
        expect(some.encloses(others)).toBe(encloses);
        reached[encloses ? 'encloses' : 'not'] += 1;
      }),
      { numRuns: runs(2_000) },
    );
    expect(Math.min(reached.encloses, reached.not)).toBeGreaterThan(runs(2_000) / 50);
  });
});

import { describe, expect, it } from 'vitest';
import {
  CONTENT_KINDS,
  InvalidContentKind,
  contentKind,
  kindName,
  needsParent,
  parentKinds,
} from '../../../../src/domain/content/content-kind';
import { refusalOf } from '../../../builders/refusal';

const KINDS = Object.keys(CONTENT_KINDS).map(contentKind);

describe('a kind of title', () => {
  it.each(['movie', 'series', 'season', 'episode', 'short', 'supplement', 'bundle'])(
    'is %s',
    (code) => {
      expect(contentKind(code)).toBe(code);
    },
  );

  it.each(['', ' ', 'Movie', 'film', 'toString', '__proto__'])('is never “%s”', (code) => {
    expect(refusalOf(InvalidContentKind, () => contentKind(code))).toMatchObject({
      field: 'kind',
      text: code,
    });
  });

  it('has a display name for the middle of a sentence', () => {
    expect(KINDS.map(kindName)).toEqual([
      ...['movie', 'series', 'season', 'episode', 'short', 'supplement', 'bundle'],
    ]);
  });
});

describe('the parent of a title', () => {
  it('is a series for a season, and either of them for an episode', () => {
    expect([parentKinds('season'), parentKinds('episode')]).toEqual([
      ['series'],
      ['season', 'series'],
    ]);
  });

  it('is nothing for a bundle', () => {
    expect(KINDS.filter((kind) => parentKinds(kind).length === 0)).toEqual(['bundle']);
  });

  it('is required for seasons and episodes only', () => {
    expect(KINDS.filter(needsParent)).toEqual(['season', 'episode']);
  });

  it('is never of the same kind, at any level', () => {
    for (const kind of KINDS) {
      const above = new Set(parentKinds(kind));
      for (const one of above) for (const parent of parentKinds(one)) above.add(parent);
      expect(above).not.toContain(kind);
    }
  });
});

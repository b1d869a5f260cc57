import { describe, expect, it } from 'vitest';
import type { ContentDetailsData } from '../../../../src/domain/content/content-details';
import {
  ContentDetails,
  InvalidNumber,
  ParentMissing,
  ParentUnfit,
} from '../../../../src/domain/content/content-details';
import {
  CONTENT_KINDS,
  InvalidContentKind,
  contentKind,
} from '../../../../src/domain/content/content-kind';
import { InvalidIdentifier } from '../../../../src/domain/content/identifier';
import { InvalidText } from '../../../../src/domain/values/text';
import { someContentDetails } from '../../../builders/content-builders';
import { anId } from '../../../builders/license-builders';
import { refusalOf } from '../../../builders/refusal';

const anEpisode = () =>
  someContentDetails({ kind: 'episode', parentId: anId(), position: 3, releaseYear: null });

describe('the details of a title', () => {
  it('can be converted to plain data and back', () => {
    const details = anEpisode();

    expect(ContentDetails.of(details).toData()).toEqual(details);
  });

  it('are trimmed, with identifiers in canonical form', () => {
    const details = ContentDetails.of(
      someContentDetails({
        title: ' The Lake ',
        studio: ' Studio ',
        notes: 'a\r\nb ',
        identifiers: [{ scheme: 'eidr', value: 'eidr-s:7791-8534-2C23-9030-8610-5' }],
      }),
    );

    expect(details.toData()).toMatchObject({
      title: 'The Lake',
      studio: 'Studio',
      notes: 'a\nb',
      identifiers: [{ scheme: 'eidr', value: '10.5240/7791-8534-2C23-9030-8610-5' }],
    });
  });

  it('keep identifiers accepted before their scheme was validated', () => {
    const before = someContentDetails({ identifiers: [{ scheme: 'isan', value: 'ISAN 1' }] });

    expect(ContentDetails.stored(before).toData()).toEqual(before);
    expect(() => ContentDetails.of(before)).toThrow(InvalidIdentifier);
  });

  it('are immutable', () => {
    expect(Object.isFrozen(ContentDetails.of(someContentDetails()))).toBe(true);
  });

  it.each([null, 1888, 2200])('accept the release year %s', (releaseYear) => {
    expect(ContentDetails.of(someContentDetails({ releaseYear })).releaseYear).toBe(releaseYear);
  });

  it.each([null, 0, 10_000])('accept the number %s', (position) => {
    expect(ContentDetails.of({ ...anEpisode(), position }).position).toBe(position);
  });

  it('have no number if the title has no parent', () => {
    expect(ContentDetails.of(someContentDetails({ position: 7 })).position).toBeNull();
  });

  it.each<[string, Partial<ContentDetailsData>, string, abstract new (...parts: never[]) => Error]>(
    [
      ['no title', { title: ' ' }, 'title', InvalidText],
      ['a title of 10,000 characters', { title: 'x'.repeat(10_000) }, 'title', InvalidText],
      ['a control character', { title: 'a\u0007b' }, 'title', InvalidText],
      ['no studio', { studio: '' }, 'studio', InvalidText],
      ['notes too long', { notes: 'x'.repeat(5_001) }, 'notes', InvalidText],
      ['an unknown kind', { kind: 'film' }, 'kind', InvalidContentKind],
      ['a year before film', { releaseYear: 1887 }, 'releaseYear', InvalidNumber],
      ['a year too late', { releaseYear: 2201 }, 'releaseYear', InvalidNumber],
      ['half a year', { releaseYear: 2024.5 }, 'releaseYear', InvalidNumber],
      ['no number of a year', { releaseYear: NaN }, 'releaseYear', InvalidNumber],
      ['a season of nothing', { kind: 'season' }, 'parentId', ParentMissing],
      ['an episode of nothing', { kind: 'episode' }, 'parentId', ParentMissing],
      ['a bundle in something', { kind: 'bundle', parentId: anId() }, 'parentId', ParentUnfit],
      ['a negative number', { parentId: anId(), position: -1 }, 'position', InvalidNumber],
      [
        'a number too large',
        { parentId: anId(), position: 100_000_000 },
        'position',
        InvalidNumber,
      ],
      [
        'a wrong identifier',
        { identifiers: [{ scheme: 'imdb', value: '7' }] },
        'identifiers',
        InvalidIdentifier,
      ],
    ],
  )('are refused with %s', (_what, part, field, expected) => {
    const refusal = refusalOf(expected, () => ContentDetails.of(someContentDetails(part)));

    expect(refusal).toMatchObject({ field });
  });

  it('equal only details with the same data', () => {
    const details = someContentDetails({ parentId: anId(), position: 1 });
    const others: Partial<ContentDetailsData>[] = [
      { title: 'Other' },
      { kind: 'short' },
      { studio: 'Other' },
      { releaseYear: 2023 },
      { parentId: anId() },
      { position: 2 },
      { identifiers: [{ scheme: 'house', value: '1' }] },
      { notes: 'Other' },
    ];

    const equal = (part: Partial<ContentDetailsData>) =>
      ContentDetails.of(details).equals(ContentDetails.of({ ...details, ...part }));

    expect(equal({})).toBe(true);
    expect(others.filter(equal)).toEqual([]);
  });

  it('restrict the kinds of parents', () => {
    const fitting = (kind: string, parentId: string | null) => {
      const details = ContentDetails.of(someContentDetails({ kind, parentId }));
      return Object.keys(CONTENT_KINDS).filter((parent) => {
        try {
          details.requireFitting(contentKind(parent));
          return true;
        } catch (refusal) {
          if (refusal instanceof ParentUnfit) return false;
          throw refusal;
        }
      });
    };

    expect(fitting('episode', anId())).toEqual(['series', 'season']);
    expect(fitting('movie', anId())).toEqual(['bundle']);
    expect(fitting('bundle', null)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../../builders/sheet-builders';
import {
  COLLECTION,
  EPISODE,
  MOVIE,
  SEASON,
  checkOf,
  entriesOf,
} from '../../../../builders/sheet-builders';

const OTHER: Cells = {
  ...MOVIE,
  'Avail/ALID': 'md:alid:org:northlight.example:loud',
  'AvailAsset/ContentID': 'md:cid:org:northlight.example:loud',
  'AvailMetadata/TitleInternalAlias': 'Loud Harbor',
};

describe('the title of a row', () => {
  function worksOf(rows: readonly Cells[]) {
    return entriesOf(checkOf(rows)).map((entry) => entry?.work);
  }

  it('belongs to the season and series of its content ids', () => {
    const [episode] = worksOf([EPISODE]);
    expect(episode).toMatchObject({ title: 'The Ebb', kind: 'episode', position: 3 });
    expect(episode?.parent).toEqual({
      key: 'md:cid:org:northlight.example:tides-s2',
      title: 'Tides, Season 2',
      kind: 'season',
      releaseYear: null,
      position: 2,
      identifiers: [{ scheme: 'other', value: 'md:cid:org:northlight.example:tides-s2' }],
      parent: {
        key: 'md:cid:org:northlight.example:tides',
        title: 'Tides',
        kind: 'series',
        releaseYear: null,
        position: null,
        identifiers: [{ scheme: 'other', value: 'md:cid:org:northlight.example:tides' }],
        parent: null,
        members: [],
      },
      members: [],
    });
  });

  it.each([
    ['after it', [EPISODE, SEASON], 0],
    ['before it', [SEASON, EPISODE], 1],
  ] as const)('belongs to the season that is sold %s', (_where, rows, place) => {
    const works = worksOf(rows);
    const episode = works[place];
    const season = works[1 - place];
    expect(season?.identifiers.map(({ scheme }) => scheme)).toEqual(['alid', 'other']);
    expect(episode?.parent).toBe(season);
  });

  it('belongs to a season that is sold even if its row has an error', () => {
    const [episode, season] = worksOf([EPISODE, { ...SEASON, 'AvailTrans/PriceValue': 'x' }]);
    expect(season).toBeUndefined();
    expect(episode?.parent?.key).toBe('md:alid:org:northlight.example:tides-s2');
  });

  it('differs from a season whose content id is its ALID', () => {
    const clash = { ...MOVIE, 'Avail/ALID': EPISODE['AvailAsset/SeasonContentID'] ?? '' };
    const [movie, episode] = worksOf([clash, EPISODE]);
    expect(movie?.kind).toBe('movie');
    expect(episode?.parent).toMatchObject({ kind: 'season' });
    expect(episode?.parent?.key).not.toBe(movie?.key);
  });

  it('has its internal name, otherwise its display name', () => {
    const display = { 'AvailMetadata/EpisodeTitleDisplayUnlimited': 'Shown' };
    const [shown] = worksOf([{ ...EPISODE, ...display }]);
    expect(shown?.title).toBe('The Ebb');
    const named = { 'AvailMetadata/SeasonTitleInternalAlias': 'Tides Two' };
    const [season] = worksOf([{ ...SEASON, ...named }]);
    expect(season?.title).toBe('Tides Two');
  });

  it('has its EIDRs as identifiers, that of the edit first', () => {
    const ids = {
      'AvailAsset/EditID': 'urn:eidr:10.5240:7791-8534-2C23-9030-8610-5',
      'AvailAsset/TitleID': 'md:titleid:eidr-s:1489-49A2-3956-4B2D-FE16-5',
    };
    const [movie] = worksOf([{ ...MOVIE, ...ids }]);
    expect(movie?.identifiers).toEqual([
      { scheme: 'alid', value: 'md:alid:org:northlight.example:quiet' },
      { scheme: 'eidr', value: '10.5240/7791-8534-2C23-9030-8610-5' },
      { scheme: 'eidr', value: '10.5240/1489-49A2-3956-4B2D-FE16-5' },
      { scheme: 'other', value: 'md:cid:org:northlight.example:quiet' },
    ]);
  });

  it('does not get an identifier of another title', () => {
    const title = { 'AvailAsset/TitleID': '10.5240/7791-8534-2C23-9030-8610-5' };
    const [first, second] = worksOf([
      { ...MOVIE, ...title },
      { ...OTHER, ...title },
    ]);
    expect(first?.identifiers.map(({ scheme }) => scheme)).toEqual(['alid', 'eidr', 'other']);
    expect(second?.identifiers.map(({ scheme }) => scheme)).toEqual(['alid', 'other']);
  });

  it.each([
    ['Movie', MOVIE, 'movie'],
    ['Short', MOVIE, 'short'],
    ['Supplemental', MOVIE, 'supplement'],
    ['Collection', COLLECTION, 'bundle'],
    ['Season', SEASON, 'season'],
    ['Series', SEASON, 'series'],
    ['Volume', { ...SEASON, 'AvailAsset/VolumeContentID': 'v1' }, 'bundle'],
    ['Episode', EPISODE, 'episode'],
  ])('of type %s has our kind', (workType, cells, kind) => {
    const [work] = worksOf([{ ...cells, 'AvailAsset/WorkType': workType }]);
    expect(work?.kind).toBe(kind);
  });

  it('has members if it is a collection, none if it is a volume', () => {
    const members = 'a; b ;a';
    const [collection] = worksOf([{ ...COLLECTION, 'Avail/BundledALIDs': members }]);
    expect(collection?.members).toEqual(['a', 'b']);
    const volume = {
      ...SEASON,
      'AvailAsset/WorkType': 'Volume',
      'AvailAsset/VolumeContentID': 'v1',
      'AvailMetadata/VolumeNumber': '1',
    };
    expect(worksOf([volume])[0]).toMatchObject({
      title: 'Tides, Season 2, Volume 1',
      members: [],
      parent: null,
    });
  });

  it('has a parent if it is a bonus', () => {
    const bonus = {
      ...OTHER,
      'AvailAsset/WorkType': 'Supplemental',
      'Reference/RefALID': MOVIE['Avail/ALID'] ?? '',
    };
    const [extra, movie] = worksOf([bonus, MOVIE]);
    expect(extra?.kind).toBe('supplement');
    expect(extra?.parent).toBe(movie);
  });
});

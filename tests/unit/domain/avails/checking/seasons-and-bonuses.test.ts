import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../../builders/sheet-builders';
import {
  EPISODE,
  MOVIE,
  SEASON,
  checkOf,
  entriesOf,
  onlyEntry,
  problemLines,
} from '../../../../builders/sheet-builders';

const UNNUMBERED: Cells = { ...EPISODE, 'AvailMetadata/SeasonNumber': '' };
const NOTE = 'R1 warning AvailMetadata/SeasonNumber';
const VOLUME: Cells = {
  ...SEASON,
  'Avail/ALID': 'md:alid:org:northlight.example:tides-s2v1',
  'AvailAsset/WorkType': 'Volume',
  'AvailAsset/VolumeContentID': 'md:cid:org:northlight.example:tides-s2v1',
  'AvailMetadata/VolumeNumber': '1',
};

describe('an episode without the number of its season', () => {
  const seasonOf = (rows: readonly Cells[]) => entriesOf(checkOf(rows))[0]?.work.parent;

  it.each([
    ['its season', SEASON],
    ['its volume', { ...VOLUME, 'AvailAsset/SeasonContentID': 'another' }],
    ['another episode', { ...EPISODE, 'Avail/ALID': 'e4', 'AvailAsset/EpisodeContentID': 'e4' }],
  ])('takes it from %s', (_, other) => {
    const row = {
      ...UNNUMBERED,
      'AvailAsset/VolumeContentID': VOLUME['AvailAsset/VolumeContentID'] ?? '',
    };
    const file = checkOf([row, other]);
    expect(problemLines(file)).toContain(`4 ${NOTE}`);
    expect(seasonOf([row, other])).toMatchObject({ title: 'Tides, Season 2', position: 2 });
  });

  it('is of the season that its content id names', () => {
    expect(problemLines(checkOf([UNNUMBERED]))).toEqual([`4 ${NOTE}`]);
    expect(onlyEntry(checkOf([UNNUMBERED])).work.parent).toMatchObject({
      kind: 'season',
      title: 'Tides, Season md:cid:org:northlight.example:tides-s2',
      position: null,
    });
  });

  it('takes none that other rows disagree on', () => {
    const other = { ...EPISODE, 'Avail/ALID': 'e4', 'AvailAsset/EpisodeContentID': 'e4' };
    const third = {
      ...other,
      'Avail/ALID': 'e5',
      'AvailAsset/EpisodeContentID': 'e5',
      'AvailMetadata/SeasonNumber': '3',
    };
    expect(seasonOf([UNNUMBERED, other, third])?.position).toBeNull();
  });

  it('needs the content id of its season', () => {
    const row = { ...UNNUMBERED, 'AvailAsset/SeasonContentID': '' };
    expect(problemLines(checkOf([row]))).toContain('4 R1 error AvailAsset/SeasonContentID');
  });
});

describe('a season or volume that is sold', () => {
  it.each([SEASON, VOLUME])('needs its number', (row) => {
    const file = checkOf([{ ...row, 'AvailMetadata/SeasonNumber': '' }, EPISODE]);
    expect(problemLines(file)).toEqual(['4 R1 error AvailMetadata/SeasonNumber']);
  });
});

describe('a volume', () => {
  it('is a bundle of the episodes that name it, by its id or its number', () => {
    const of = (alid: string, cells: Cells) => ({
      ...EPISODE,
      ...{ 'Avail/ALID': alid, 'AvailAsset/EpisodeContentID': alid },
      ...cells,
    });
    const rows = [
      VOLUME,
      of('by-number', { 'AvailMetadata/VolumeNumber': '1' }),
      of('by-id', { 'AvailAsset/VolumeContentID': VOLUME['AvailAsset/VolumeContentID'] ?? '' }),
      of('of-another', { 'AvailMetadata/VolumeNumber': '2' }),
      of('of-none', {}),
    ];
    expect(entriesOf(checkOf(rows))[0]?.work).toMatchObject({
      kind: 'bundle',
      members: ['by-number', 'by-id'],
    });
  });
});

describe('a bonus', () => {
  const BONUS: Cells = {
    ...MOVIE,
    'Avail/ALID': 'md:alid:org:northlight.example:quiet-bonus',
    'AvailAsset/ContentID': 'md:cid:org:northlight.example:quiet-bonus',
    'AvailMetadata/TitleInternalAlias': 'Making Quiet Harbor',
    'AvailAsset/WorkType': 'Supplemental',
    'Reference/RefALID': MOVIE['Avail/ALID'] ?? '',
  };
  const FREE = {
    'AvailTrans/PriceType': 'NA',
    'AvailTrans/PriceValue': 'NA',
    'AvailTrans/PriceCurrency': '',
  };

  it('has no price of its own', () => {
    const file = checkOf([MOVIE, { ...BONUS, ...FREE }]);
    expect(problemLines(file)).toEqual([]);
    expect(entriesOf(file)[1]).toMatchObject({
      work: { kind: 'supplement', parent: { title: 'Quiet Harbor' } },
      price: { amount: { minor: 0, currency: 'USD' } },
    });
  });

  it('may have one', () => {
    expect(entriesOf(checkOf([MOVIE, BONUS]))[1]?.price.amount?.minor).toBe(999);
  });

  it('is the only title for sale without one', () => {
    expect(problemLines(checkOf([{ ...MOVIE, ...FREE }]))).toEqual([
      '4 R6 error AvailTrans/PriceValue',
    ]);
  });
});

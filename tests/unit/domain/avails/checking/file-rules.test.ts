import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../../builders/sheet-builders';
import {
  EPISODE,
  MOVIE,
  SEASON,
  checkOf,
  entriesOf,
  problemLines,
} from '../../../../builders/sheet-builders';

const SD: Cells = { ...MOVIE, 'AvailTrans/FormatProfile': 'SD' };
const OTHER: Cells = {
  ...MOVIE,
  'Avail/ALID': 'md:alid:org:northlight.example:loud',
  'AvailAsset/ContentID': 'md:cid:org:northlight.example:loud',
  'AvailMetadata/TitleInternalAlias': 'Loud Harbor',
};

describe('A1: rows of one ALID', () => {
  it.each([
    ['Avail/DisplayName', 'Southlight'],
    ['AvailAsset/ContentID', 'another'],
    ['AvailAsset/WorkType', 'Short'],
  ])('that disagree on %s all get an error', (column, text) => {
    const file = checkOf([MOVIE, { ...SD, [column]: text }, OTHER]);
    expect(problemLines(file)).toEqual([`4 A1 error ${column}`, `5 A1 error ${column}`]);
    expect(entriesOf(file).map((entry) => entry !== null)).toEqual([false, false, true]);
  });

  it('that name the title differently get a warning, and the first name is stored', () => {
    const other = { ...SD, 'AvailMetadata/TitleInternalAlias': 'Le port tranquille' };
    const file = checkOf([MOVIE, other, MOVIE]);
    expect(problemLines(file)).toEqual([
      '5 A1 warning AvailMetadata/TitleInternalAlias',
      '6 W2 warning -',
    ]);
    expect(file.problems[0]?.message).toBe(
      'The rows of this ALID have different names: “Quiet Harbor” in row 4 of Avails is stored; exports keep the name of each row.',
    );
    expect(entriesOf(file).map((entry) => entry?.work.title)).toEqual([
      'Quiet Harbor',
      'Quiet Harbor',
      'Quiet Harbor',
    ]);
  });

  it('that name an episode differently get a warning', () => {
    const other = {
      ...EPISODE,
      'AvailTrans/FormatProfile': 'SD',
      'AvailMetadata/EpisodeTitleInternalAlias': 'Ebbe',
    };
    expect(problemLines(checkOf([EPISODE, other]))).toEqual([
      '5 A1 warning AvailMetadata/EpisodeTitleInternalAlias',
    ]);
  });

  it('that disagree on review get an error; a blank means no', () => {
    const asking = { ...SD, 'Avail/ExceptionFlag': 'Yes' };
    expect(problemLines(checkOf([MOVIE, asking]))).toEqual([
      '4 A1 error Avail/ExceptionFlag',
      '5 L2 warning Avail/ExceptionFlag',
      '5 A1 error Avail/ExceptionFlag',
    ]);
    const saying = { ...SD, 'Avail/ExceptionFlag': 'false' };
    expect(problemLines(checkOf([MOVIE, saying]))).toEqual([]);
  });

  it('agree when one of them is blank', () => {
    expect(problemLines(checkOf([MOVIE, { ...SD, 'Avail/ServiceProvider': 'Posthouse' }]))).toEqual(
      [],
    );
    const two = [
      { ...MOVIE, 'Avail/ServiceProvider': 'Other house' },
      { ...SD, 'Avail/ServiceProvider': 'Posthouse' },
    ];
    expect(problemLines(checkOf(two))).toEqual([
      '4 A1 error Avail/ServiceProvider',
      '5 A1 error Avail/ServiceProvider',
    ]);
  });

  it('of an episode agree on its number and its season', () => {
    const other = {
      ...EPISODE,
      'AvailTrans/FormatProfile': 'SD',
      'AvailMetadata/EpisodeNumber': '4',
    };
    expect(problemLines(checkOf([EPISODE, other]))).toEqual([
      '4 A1 error AvailMetadata/EpisodeNumber',
      '5 A1 error AvailMetadata/EpisodeNumber',
    ]);
  });
});

describe('A2: a content id', () => {
  const column = 'AvailAsset/ContentID';
  const shared = { ...OTHER, [column]: MOVIE[column] ?? '' };

  it('of two titles is an error for both', () => {
    const file = checkOf([MOVIE, shared]);
    expect(problemLines(file)).toEqual([`4 A2 error ${column}`, `5 A2 error ${column}`]);
  });

  it('of a title that is deleted under a made-up name takes only its own rows', () => {
    const deletion = { ...shared, 'Disposition/EntryType': 'Full Delete' };
    for (const rows of [
      [MOVIE, deletion],
      [deletion, MOVIE],
    ]) {
      const file = checkOf(rows);
      const refused = rows.indexOf(deletion) + 4;
      expect(problemLines(file)).toEqual([`${refused} A2 error ${column}`]);
      expect(entriesOf(file).filter((entry) => entry !== null)).toHaveLength(1);
    }
  });

  it('of two products of one title stays with the first', () => {
    const name = 'AvailMetadata/TitleInternalAlias';
    const file = checkOf([MOVIE, { ...shared, [name]: MOVIE[name] ?? '' }]);
    expect(problemLines(file)).toEqual([`5 A2 warning ${column}`]);
    expect(
      entriesOf(file).map((entry) => entry?.work.identifiers.map(({ scheme }) => scheme)),
    ).toEqual([['alid', 'other'], ['alid']]);
  });

  it('differs from that of the season', () => {
    const season = EPISODE['AvailAsset/SeasonContentID'] ?? '';
    expect(problemLines(checkOf([{ ...EPISODE, 'AvailAsset/EpisodeContentID': season }]))).toEqual([
      '4 A2 error AvailAsset/EpisodeContentID',
    ]);
  });

  it('differs between a season and its series', () => {
    const series = SEASON['AvailAsset/SeriesContentID'] ?? '';
    expect(problemLines(checkOf([{ ...SEASON, 'AvailAsset/SeasonContentID': series }]))).toEqual([
      '4 A2 error AvailAsset/SeasonContentID',
    ]);
  });
});

describe('A3: an AvailID', () => {
  const named = (cells: Cells, entryType = 'Full Extract') => ({
    ...cells,
    'Disposition/EntryType': entryType,
    'Avail/AvailID': 'nl-1',
  });

  it('that is repeated is reported on the later rows', () => {
    expect(problemLines(checkOf([named(MOVIE), named(SD), named(OTHER)]))).toEqual([
      '5 A3 warning Avail/AvailID',
      '6 A3 warning Avail/AvailID',
    ]);
  });

  it('that is repeated cannot identify a row to change', () => {
    expect(problemLines(checkOf([named(MOVIE, 'Update'), named(OTHER, 'Create')]))).toEqual([
      '4 A3 error Avail/AvailID',
      '5 A3 error Avail/AvailID',
    ]);
  });
});

describe('F4: one ALID', () => {
  const sent = (cells: Cells, entryType: string, id: string) => ({
    ...cells,
    'Disposition/EntryType': entryType,
    'Avail/AvailID': id,
  });

  it.each(['Create', 'Update', 'Delete'])(
    'is not sent as a whole and changed by %s',
    (entryType) => {
      const file = checkOf([MOVIE, sent(SD, entryType, 'a'), OTHER]);
      expect(problemLines(file)).toEqual([
        '4 F4 error Disposition/EntryType',
        '5 F4 error Disposition/EntryType',
      ]);
    },
  );

  it('can be changed by row while another is replaced completely', () => {
    expect(
      problemLines(checkOf([sent(MOVIE, 'Create', 'a'), sent(SD, 'Update', 'b'), OTHER])),
    ).toEqual([]);
  });

  it('cannot be deleted and sent in one file for the same business', () => {
    const gone = sent(MOVIE, 'Full Delete', 'a');
    expect(problemLines(checkOf([gone, SD]))).toEqual(['5 F4 error Disposition/EntryType']);
    expect(problemLines(checkOf([{ ...gone, 'AvailTrans/Territory': 'FR' }, SD]))).toEqual([]);
    expect(problemLines(checkOf([{ ...gone, 'AvailTrans/LicenseType': 'SVOD' }, SD]))).toEqual([]);
    expect(problemLines(checkOf([{ ...gone, 'AvailTrans/LicenseType': 'VOD' }, SD]))).toEqual([
      '5 F4 error Disposition/EntryType',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../../builders/sheet-builders';
import {
  COLLECTION,
  EPISODE,
  MOVIE,
  SEASON,
  checkOf,
  entriesOf,
  onlyEntry,
  problemLines,
} from '../../../../builders/sheet-builders';

/** The changed cells of a row and the expected problems: code, severity and column. */
type Case = readonly [what: string, changed: Cells, ...expected: string[]];

function problemsOf(base: Cells, changed: Cells): string[] {
  return problemLines(checkOf([{ ...base, ...changed }])).map((line) => line.replace(/^\d+ /, ''));
}

function isStopped(expected: readonly string[]): boolean {
  return expected.some((line) => line.includes(' error '));
}

/** Expects exactly these problems, and no entry if one of them is an error. */
function expectProblems(base: Cells, cases: readonly Case[]): void {
  it.each(cases.map(([what, changed, ...expected]) => ({ what, changed, expected })))(
    '$what',
    ({ changed, expected }) => {
      expect(problemsOf(base, changed)).toEqual(expected);
      const [entry] = entriesOf(checkOf([{ ...base, ...changed }]));
      expect(entry === null).toBe(isStopped(expected));
    },
  );
}

describe('a row without problems', () => {
  it.each([
    ['of a movie', MOVIE],
    ['of an episode', EPISODE],
    ['of a season', SEASON],
    ['of a collection', COLLECTION],
  ])('%s has no problems', (_what, cells) => {
    expect(problemLines(checkOf([cells]))).toEqual([]);
  });

  it('becomes an entry in domain terms', () => {
    expect(onlyEntry(checkOf([MOVIE]))).toEqual({
      sheet: 'Avails',
      row: 4,
      action: 'extract',
      studio: 'Northlight',
      contract: null,
      availId: null,
      work: {
        key: 'md:alid:org:northlight.example:quiet',
        title: 'Quiet Harbor',
        kind: 'movie',
        releaseYear: null,
        position: null,
        identifiers: [
          { scheme: 'alid', value: 'md:alid:org:northlight.example:quiet' },
          { scheme: 'other', value: 'md:cid:org:northlight.example:quiet' },
        ],
        parent: null,
        members: [],
      },
      rightsType: 'EST',
      description: '',
      territories: ['CA'],
      format: 'HD',
      window: { startsOn: '2027-03-01', endsOn: '2027-06-01' },
      languages: { assets: ['en'], terms: { allowed: null, heldBack: [] } },
      exclusive: null,
      price: { kind: 'WSP', amount: { minor: 999, currency: 'USD' }, tier: null },
      reduction: false,
      hasStarted: false,
      exception: false,
    });
  });
});

describe('R1: a required cell', () => {
  expectProblems(
    MOVIE,
    [
      ...['Avail/ALID', 'Avail/DisplayName', 'Disposition/EntryType', 'AvailAsset/WorkType'],
      ...['AvailTrans/Territory', 'AvailTrans/LicenseType', 'AvailTrans/FormatProfile'],
      ...['AvailTrans/Start', 'AvailTrans/End', 'AvailAsset/ContentID'],
      'AvailMetadata/TitleInternalAlias',
    ].map((column): Case => [`${column} is blank`, { [column]: '' }, `R1 error ${column}`]),
  );
});

describe('R1: a required cell of an episode', () => {
  expectProblems(
    EPISODE,
    [
      ...['AvailAsset/SeriesContentID', 'AvailAsset/SeasonContentID'],
      ...['AvailAsset/EpisodeContentID', 'AvailMetadata/SeriesTitleInternalAlias'],
      'AvailMetadata/EpisodeNumber',
      'AvailMetadata/EpisodeTitleInternalAlias',
    ].map((column): Case => [`${column} is blank`, { [column]: ' ' }, `R1 error ${column}`]),
  );
});

describe('R1: a row changed by its AvailID', () => {
  expectProblems(
    MOVIE,
    ['Create', 'Update', 'Delete'].flatMap((type): Case[] => [
      [`${type} without it`, { 'Disposition/EntryType': type }, 'R1 error Avail/AvailID'],
      [`${type} with it`, { 'Disposition/EntryType': type, 'Avail/AvailID': 'nl-1' }],
    ]),
  );
});

describe('R2: a closed list', () => {
  expectProblems(MOVIE, [
    [
      'knows the license type',
      { 'AvailTrans/LicenseType': 'est' },
      'R2 error AvailTrans/LicenseType',
    ],
    ['of license types', { 'AvailTrans/LicenseType': 'Bogus' }, 'R2 error AvailTrans/LicenseType'],
    ['of formats', { 'AvailTrans/FormatProfile': '4K' }, 'R2 error AvailTrans/FormatProfile'],
    [
      'of entry types',
      { 'Disposition/EntryType': 'full extract' },
      'R2 error Disposition/EntryType',
    ],
    ['of work types', { 'AvailAsset/WorkType': 'movie' }, 'R2 error AvailAsset/WorkType'],
    ['has no promotions', { 'AvailAsset/WorkType': 'Promotion' }, 'R2 error AvailAsset/WorkType'],
    ['of price types', { 'AvailTrans/PriceType': 'Wsp' }, 'R2 error AvailTrans/PriceType'],
    [
      'has no price type of a reduced NA',
      { 'AvailTrans/PriceType': 'TPR-NA' },
      'R2 error AvailTrans/PriceType',
    ],
    [
      'of localizations',
      { 'AvailMetadata/LocalizationType': 'both' },
      'R2 warning AvailMetadata/LocalizationType',
    ],
    ['of localizations, kept', { 'AvailMetadata/LocalizationType': 'subdub' }],
    [
      'of title states',
      { 'AvailTrans/TitleStatus': 'approved' },
      'R2 error AvailTrans/TitleStatus',
    ],
    ['of reductions', { 'AvailTrans/TPRType': 'Unspecified' }, 'R2 error AvailTrans/TPRType'],
    ['of reductions, kept', { 'AvailTrans/TPRType': 'unspecified' }],
    [
      'of caption exemptions, above',
      { 'AvailMetadata/CaptionExemption': '7' },
      'R2 warning AvailMetadata/CaptionExemption',
    ],
    [
      'of caption exemptions, below',
      { 'AvailMetadata/CaptionExemption': '0' },
      'R2 warning AvailMetadata/CaptionExemption',
    ],
    ['of caption exemptions, kept', { 'AvailMetadata/CaptionExemption': '6' }],
    ['of truths', { 'AvailTrans/Exclusive': 'maybe' }, 'R2 error AvailTrans/Exclusive'],
    ['of truths, kept', { 'AvailTrans/Exclusive': 'T', 'AvailTrans/BrandingRights': '0' }],
    [
      'of captions',
      { 'AvailMetadata/CaptionIncluded': 'some' },
      'R2 warning AvailMetadata/CaptionIncluded',
    ],
    ['of dynamic ranges', { 'AvailTrans/HDR': 'bright' }, 'R2 error AvailTrans/HDR'],
    ['of dynamic ranges, kept', { 'AvailTrans/HDR': 'TRUE', 'AvailTrans/NGAudio': 'Atmos' }],
    ['of audio', { 'AvailTrans/NGAudio': 'atmos' }, 'R2 error AvailTrans/NGAudio'],
    ['of gamuts', { 'AvailTrans/WCG': 'HDR10' }, 'R2 error AvailTrans/WCG'],
  ]);
});

describe('the remedy', () => {
  it.each([
    ['AvailTrans/LicenseType', 'est', 'Enter EST.'],
    ['AvailTrans/End', 'open', 'Enter Open.'],
    ['AvailTrans/End', 'Opened', 'Enter the date as YYYY-MM-DD, such as 2027-03-04.'],
    ['AvailTrans/PriceType', 'wsp', 'Enter WSP.'],
    ['AvailTrans/PriceCurrency', 'usd', 'Enter USD.'],
    ['AvailTrans/PriceCurrency', 'dollar', 'Enter the currency code, such as USD.'],
    ['AvailMetadata/RatingSystem', 'mpaa', 'Enter MPAA.'],
    ['AvailMetadata/RatingSystem', 'stars', 'Enter a known system, such as MPAA.'],
    ['AvailMetadata/CaptionExemption', '7', 'Enter one of: 1, 2, 3, 4, 5, 6.'],
    ['AvailTrans/PriceType', '', 'Enter the type of PriceValue.'],
    ['AvailTrans/PriceValue', '', 'Enter the price.'],
    [
      'AvailTrans/PriceValue',
      'TBD',
      'Remove the row until the price is set, then enter the price.',
    ],
  ])('in %s for “%s” is: %s', (column, text, remedy) => {
    const [problem] = checkOf([{ ...MOVIE, [column]: text }]).problems;
    expect(problem).toMatchObject({ column, value: text, remedy });
  });

  it('for a price of type NA is NA', () => {
    const [problem] = checkOf([{ ...MOVIE, 'AvailTrans/PriceType': 'NA' }]).problems;
    expect(problem).toMatchObject({ value: '9.99', remedy: 'Enter NA here too.' });
  });

  it('for missing captions is a reason', () => {
    const cells = { 'AvailTrans/Territory': 'US', 'AvailMetadata/CaptionIncluded': 'No' };
    const [problem] = checkOf([{ ...MOVIE, ...cells }]).problems;
    expect(problem?.remedy).toBe('Enter the number of the reason, 1 to 6.');
  });
});

describe('R2: an identifier', () => {
  expectProblems(MOVIE, [
    ['ALID has no blanks', { 'Avail/ALID': 'quiet harbor' }, 'R2 error Avail/ALID'],
    ['ContentID has no blanks', { 'AvailAsset/ContentID': 'a b' }, 'R2 error AvailAsset/ContentID'],
    ['AvailID has no blanks', { 'Avail/AvailID': 'a b' }, 'R2 error Avail/AvailID'],
    ['has 500 characters', { 'Avail/ALID': 'x'.repeat(500) }],
    ['has no more', { 'Avail/ALID': 'x'.repeat(501) }, 'R2 error Avail/ALID'],
    ['keeps other letters', { 'Avail/ALID': 'größe' }],
    ['has no control characters', { 'Avail/ALID': 'a\u0007b' }, 'R2 error Avail/ALID'],
    ['TitleID is an EIDR', { 'AvailAsset/TitleID': 'garbage' }, 'R2 warning AvailAsset/TitleID'],
    [
      'EditID has a check character',
      { 'AvailAsset/EditID': '10.5240/7791-8534-2C23-9030-8610-6' },
      'R2 warning AvailAsset/EditID',
    ],
    ['EditID, kept', { 'AvailAsset/EditID': '10.5240/7791-8534-2C23-9030-8610-5' }],
    [
      'EditID with a stray colon',
      { 'AvailAsset/EditID': '10.5240/:7791-8534-2C23-9030-8610-5' },
      'R2 warning AvailAsset/EditID',
    ],
    ['TitleID of another scheme', { 'AvailAsset/TitleID': 'md:titleid:org:northlight.example:1' }],
  ]);
});

describe('R2: a name', () => {
  expectProblems(MOVIE, [
    ['has 500 characters', { 'AvailMetadata/TitleInternalAlias': 'x'.repeat(500) }],
    [
      'has no more',
      { 'AvailMetadata/TitleInternalAlias': 'x'.repeat(501) },
      'R2 error AvailMetadata/TitleInternalAlias',
    ],
    [
      'of a studio has no more',
      { 'Avail/DisplayName': 'x'.repeat(121) },
      'R2 error Avail/DisplayName',
    ],
    [
      'of a right has no more',
      { 'AvailTrans/LicenseRightsDescription': 'x'.repeat(121) },
      'R2 error AvailTrans/LicenseRightsDescription',
    ],
    [
      'of a contract has no more',
      { 'AvailTrans/ContractID': 'x'.repeat(121) },
      'R2 error AvailTrans/ContractID',
    ],
    ['is one line', { 'Avail/DisplayName': 'North\nlight' }, 'R2 error Avail/DisplayName'],
  ]);
});

describe('R2: a generated name', () => {
  const series = (length: number) => ({
    'AvailMetadata/SeriesTitleInternalAlias': 'x'.repeat(length),
  });
  const season = 'AvailMetadata/SeasonTitleInternalAlias';
  expectProblems(SEASON, [
    ['has 500 characters', series(490)],
    ['has no more', series(491), `R2 error ${season}`],
    ['is not generated when there is one', { ...series(120), [season]: 'Two' }],
  ]);
});

describe('R3: a territory', () => {
  expectProblems(MOVIE, [
    ['is known', { 'AvailTrans/Territory': 'XX' }, 'R3 error AvailTrans/Territory'],
    [
      'in small letters is read',
      { 'AvailTrans/Territory': 'ca' },
      'R3 warning AvailTrans/Territory',
    ],
    ['UK is GB', { 'AvailTrans/Territory': 'UK' }, 'R3 error AvailTrans/Territory'],
    [
      'is no part of a country',
      { 'AvailTrans/Territory': 'CA-QC' },
      'R3 error AvailTrans/Territory',
    ],
    ['is not a region', { 'AvailTrans/Territory': '419' }, 'R3 error AvailTrans/Territory'],
    [
      'may be the whole world',
      { 'AvailTrans/Territory': '001', 'AvailMetadata/CaptionIncluded': 'yes' },
    ],
    ['may be several', { 'AvailTrans/Territory': 'CA, FR' }, 'R3 warning AvailTrans/Territory'],
    [
      'may be several, all known',
      { 'AvailTrans/Territory': 'CA,XX' },
      'R3 error AvailTrans/Territory',
      'R3 warning AvailTrans/Territory',
    ],
    [
      'may be excluded',
      { 'AvailTrans/Territory': 'EU', 'AvailTrans/TerritoryExclusion': 'FR, DE' },
    ],
    [
      'is excluded only where it is included',
      { 'AvailTrans/TerritoryExclusion': 'FR' },
      'R3 warning AvailTrans/TerritoryExclusion',
    ],
    [
      'has to remain',
      { 'AvailTrans/TerritoryExclusion': 'CA' },
      'R3 error AvailTrans/TerritoryExclusion',
    ],
    [
      'that is excluded is known',
      { 'AvailTrans/TerritoryExclusion': 'XX' },
      'R3 error AvailTrans/TerritoryExclusion',
    ],
  ]);

  it.each([
    ['ZZ', 'CA', 249],
    ['ZZ', '', 250],
    ['EU', '', 27],
    ['FR,CA,FR', '', 2],
  ])('%s without “%s” are %i', (territory, exclusion, count) => {
    const cells = {
      ...MOVIE,
      'AvailTrans/Territory': territory,
      'AvailTrans/TerritoryExclusion': exclusion,
    };
    const { territories } = onlyEntry(checkOf([cells]));
    expect(territories).toHaveLength(count);
    expect(territories).toEqual([...new Set(territories)].sort());
  });
});

describe('R4: a date', () => {
  const start = (text: string) => ({ 'AvailTrans/Start': text });
  const end = (text: string) => ({ 'AvailTrans/End': text });
  expectProblems(MOVIE, [
    ['is one of the calendar', start('2027-02-30'), 'R4 error AvailTrans/Start'],
    ['has two digits for the month', start('2027-3-01'), 'R4 error AvailTrans/Start'],
    ['is not written as elsewhere', start('03/01/2027'), 'R4 error AvailTrans/Start'],
    ['has its dashes', start('20270301'), 'R4 error AvailTrans/Start'],
    ['is not a number of days', start('46447'), 'R4 error AvailTrans/Start'],
    ['has a T before the time', start('2027-03-01 00:00:00'), 'R4 error AvailTrans/Start'],
    ['starts at midnight', start('2027-03-01T00:00:00')],
    ['starts at midnight to the thousandth', start('2027-03-01T00:00:00.000')],
    ['starts no thousandth later', start('2027-03-01T00:00:00.001'), 'R4 error AvailTrans/Start'],
    ['starts no later', start('2027-03-01T00:00:01'), 'R4 error AvailTrans/Start'],
    ['does not start at its end', start('2027-03-01T23:59:59'), 'R4 error AvailTrans/Start'],
    ['ends with its last second', end('2027-05-31T23:59:59')],
    ['ends no earlier', end('2027-05-31T23:59:58'), 'R4 error AvailTrans/End'],
    ['ends in another zone', end('2027-05-31T23:59:59+14:00'), 'R4 warning AvailTrans/End'],
    [
      'ends in a zone that does not exist',
      end('2027-05-31T23:59:59+15:00'),
      'R4 error AvailTrans/End',
    ],
    ['ends with the last moment that a database knows', end('2027-05-31T23:59:59.997')],
    ['ends no thousandth earlier', end('2027-05-31T23:59:58.999'), 'R4 error AvailTrans/End'],
    ['ends at midnight', end('2027-05-31T24:00:00')],
    ['has no second hour 24', end('2027-05-31T24:00:01'), 'R4 error AvailTrans/End'],
    ['has digits behind its point', end('2027-05-31T23:59:59.'), 'R4 error AvailTrans/End'],
    ['has no zone that is kept', start('2027-03-01T00:00:00Z'), 'R4 warning AvailTrans/Start'],
    ['has no offset that is kept', end('2027-05-31T23:59:59-05:00'), 'R4 warning AvailTrans/End'],
    ['may have started already', start('Open'), 'R4 warning AvailTrans/Start'],
    ['may have an open end', end('Open')],
    ['knows its conditions to the letter', end('open'), 'R4 error AvailTrans/End'],
    ['is decided', end('TBD'), 'R4 error AvailTrans/End'],
    ['may start today', start('Immediate'), 'R4 warning AvailTrans/Start'],
    ['may end today', { ...start('2027-01-01'), ...end('Immediate') }, 'R4 warning AvailTrans/End'],
    [
      'ends today after its start',
      end('Immediate'),
      'R4 warning AvailTrans/End',
      'R5 error AvailTrans/End',
    ],
    [
      'may be today alone',
      { ...start('Immediate'), ...end('Immediate') },
      'R4 warning AvailTrans/Start',
      'R4 warning AvailTrans/End',
    ],
    ['depends on no release', start('Theatrical'), 'R4 error AvailTrans/Start'],
    ['depends on no broadcast', end('Broadcast'), 'R4 error AvailTrans/End'],
    ['depends on a purchase in the file', end('ESTStart'), 'R4 error AvailTrans/End'],
    ['does not start with a purchase', start('ESTStart'), 'R4 error AvailTrans/Start'],
    ['at the end of the calendar is open', end('9999-12-31'), 'R4 warning AvailTrans/End'],
    ['and so is its last second', end('9999-12-31T23:59:59'), 'R4 warning AvailTrans/End'],
    ['can end a day before', end('9999-12-30')],
    ['has no day after the calendar', end('9999-12-31T24:00:00'), 'R4 error AvailTrans/End'],
    ['has no lag', { 'AvailTrans/StartLag': '-PT12H' }, 'R4 error AvailTrans/StartLag'],
    ['has an invalid lag', { 'AvailTrans/EndLag': '12h' }, 'R4 error AvailTrans/EndLag'],
    [
      'has no lag after today',
      { ...start('Immediate'), 'AvailTrans/StartLag': 'P1D' },
      'R4 warning AvailTrans/Start',
      'R4 error AvailTrans/StartLag',
    ],
    [
      'of suppression is one',
      { 'AvailTrans/SuppressionLiftDate': 'N/A' },
      'R4 error AvailTrans/SuppressionLiftDate',
    ],
    [
      'of announcement is one',
      { 'AvailTrans/AnnounceDate': '2027-13-01' },
      'R4 error AvailTrans/AnnounceDate',
    ],
    ['of announcement may have a time', { 'AvailTrans/AnnounceDate': '2027-02-01T12:00:00Z' }],
    [
      'of release is one',
      { 'AvailMetadata/ReleaseHistoryOriginal': '1999' },
      'R4 warning AvailMetadata/ReleaseHistoryOriginal',
    ],
    ['of release may be as old as film', { 'AvailMetadata/ReleaseHistoryOriginal': '1896-02-29' }],
    [
      'of release is real then, too',
      { 'AvailMetadata/ReleaseHistoryOriginal': '1897-02-29' },
      'R4 warning AvailMetadata/ReleaseHistoryOriginal',
    ],
  ]);
});

describe('R4: a lag', () => {
  it.each([
    ['beside a date', { 'AvailTrans/EndLag': 'P1D' }, 'Clear the lag.'],
    [
      'beside an event',
      { 'AvailTrans/End': 'Open', 'AvailTrans/EndLag': 'P1D' },
      'Enter the resulting date, and clear the lag.',
    ],
    ['that is invalid', { 'AvailTrans/EndLag': '1d' }, 'Enter a duration such as P5D or -PT12H.'],
  ])('%s gets a remedy', (_what, changed, remedy) => {
    expect(checkOf([{ ...MOVIE, ...changed }]).problems.map((problem) => problem.remedy)).toEqual([
      remedy,
    ]);
  });
});

describe('R4: a length', () => {
  const duration = (text: string) => ({ 'AvailTrans/WindowDuration': text });
  expectProblems(MOVIE, [
    ['of a longer window has no effect', duration('P92D')],
    [
      'of a window that is shorter ends it',
      duration('P91D'),
      'R4 warning AvailTrans/WindowDuration',
    ],
    ['in whole days of hours counts', duration('PT48H'), 'R4 warning AvailTrans/WindowDuration'],
    ['in hours is not kept', duration('PT47H'), 'R4 error AvailTrans/WindowDuration'],
    ['in months is not kept', duration('P1M'), 'R4 error AvailTrans/WindowDuration'],
    ['of no days is none', duration('P0D'), 'R4 error AvailTrans/WindowDuration'],
    ['is a duration', duration('180'), 'R4 error AvailTrans/WindowDuration'],
    ['of a rental is hours', { 'AvailTrans/RentalDuration': '48' }],
    ['of a rental is a clock', { 'AvailTrans/RentalDuration': '720:00:00' }],
    ['of a rental is a duration', { 'AvailTrans/RentalDuration': 'P30D' }],
    [
      'of a rental is not 30d',
      { 'AvailTrans/RentalDuration': '30d' },
      'R4 error AvailTrans/RentalDuration',
    ],
    [
      'of watching is not 48:60',
      { 'AvailTrans/WatchDuration': '48:60' },
      'R4 error AvailTrans/WatchDuration',
    ],
    ['of a film is a clock', { 'AvailMetadata/TotalRunTime': '01:52:07' }],
    ['of a film of a day is one', { 'AvailMetadata/TotalRunTime': '24:00:00' }],
    [
      'of a film of more is minutes',
      { 'AvailMetadata/TotalRunTime': '56:20' },
      'R4 warning AvailMetadata/TotalRunTime',
    ],
    [
      'of a film in words is none',
      { 'AvailMetadata/TotalRunTime': '2h' },
      'R4 warning AvailMetadata/TotalRunTime',
    ],
    [
      'of a film is not less than nothing',
      { 'AvailMetadata/TotalRunTime': '-PT90M' },
      'R4 warning AvailMetadata/TotalRunTime',
    ],
    [
      'of a rental is not negative',
      { 'AvailTrans/RentalDuration': '-PT48H' },
      'R4 error AvailTrans/RentalDuration',
    ],
    [
      'of a rental is not nothing',
      { 'AvailTrans/RentalDuration': '0' },
      'R4 error AvailTrans/RentalDuration',
    ],
    [
      'of watching is not nothing',
      { 'AvailTrans/WatchDuration': 'PT0H' },
      'R4 error AvailTrans/WatchDuration',
    ],
    ['of watching may be an hour', { 'AvailTrans/WatchDuration': '01:00' }],
    ['of a window is not negative', duration('-P180D'), 'R4 error AvailTrans/WindowDuration'],
  ]);
});

describe('R4: a year', () => {
  const year = (text: string) => ({ 'AvailMetadata/ReleaseYear': text });
  expectProblems(MOVIE, [
    ['has four digits', year('23'), 'R4 warning AvailMetadata/ReleaseYear'],
    ['may have a month', year('1999-12')],
    ['has no thirteenth month', year('1999-13'), 'R4 warning AvailMetadata/ReleaseYear'],
    ['may be a date', year('1999-12-31')],
    ['is not before film', year('1887'), 'R4 warning AvailMetadata/ReleaseYear'],
    ['is as old as film', year('1888')],
  ]);

  it.each([
    ['1999', 1999],
    ['1999-12', 1999],
    ['1999-12-31', 1999],
    ['1896-02-29', 1896],
    ['', null],
  ])('%s is stored as %s', (text, kept) => {
    expect(onlyEntry(checkOf([{ ...MOVIE, ...year(text) }])).work.releaseYear).toBe(kept);
  });
});

describe('R5: a window', () => {
  const days = (start: string, end: string) => ({
    'AvailTrans/Start': start,
    'AvailTrans/End': end,
  });
  expectProblems(MOVIE, [
    ['of one day', days('2027-03-01', '2027-03-01')],
    ['that ends before it starts', days('2027-03-01', '2027-02-28'), 'R5 error AvailTrans/End'],
    [
      'that ends at the midnight it starts',
      days('2027-03-01', '2027-03-01T00:00:00'),
      'R5 error AvailTrans/End',
    ],
    ['that is over since yesterday', days('2026-03-01', '2027-01-14'), 'R5 warning AvailTrans/End'],
    ['that runs until today', days('2026-03-01', '2027-01-15')],
  ]);
});

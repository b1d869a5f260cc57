import { describe, expect, it } from 'vitest';
import {
  COLLECTION,
  EPISODE,
  MOVIE,
  SEASON,
  checkOf,
  onlyEntry,
  problemLines,
} from '../../../../builders/sheet-builders';
import type { Case } from './row-cases';
import { expectProblems } from './row-cases';

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

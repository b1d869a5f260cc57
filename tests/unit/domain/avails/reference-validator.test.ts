import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AvailRow } from '../../../../src/domain/avails/avail-row';
import type { SoldTitle } from '../../../../src/domain/avails/avail-rows';
import type { ColumnKey } from '../../../../src/domain/avails/vocabulary/columns';
import { availsWorkbook } from '../../../../src/adapters/avails/workbook-writer';
import { availRows } from '../../../../src/domain/avails/avail-rows';
import { RIGHTS_TYPES } from '../../../../src/domain/values/rights-type';
import {
  aKnownTitle,
  anEpisode,
  anOrigin,
  aSoldTitle,
  aUse,
} from '../../../builders/avail-builders';
import { runs } from '../../../builders/effort';
import { days, price } from '../../../builders/license-builders';
import { refusals } from './reference-validator';

/** The first sheet of a workbook, as the validator reads it. */
function sheetOf(rows: readonly AvailRow[]): string[][] {
  const book = read(availsWorkbook(rows));
  const first = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  return utils.sheet_to_json<string[]>(first, { header: 1, defval: '' });
}

const refusalsOf = (rows: readonly AvailRow[]) => refusals(sheetOf(rows));

/** Cells as studios write them, all valid for an import: some in the form of release 1.7.3, some from other rows. */
const cells = fc
  .record<Partial<Record<ColumnKey, string>>>(
    {
      'Avail/AvailID': fc.constantFrom('row 1', 'row-1', 'row-2'),
      'Avail/ServiceProvider': fc.constantFrom('Post House', 'Other House'),
      'Avail/ExceptionFlag': fc.constantFrom('Yes', 'FALSE'),
      'Avail/BundledALIDs': fc.constantFrom('a;b', 'a, b'),
      'AvailAsset/WorkType': fc.constantFrom('Movie', 'Volume', 'Supplemental', 'Series'),
      'AvailAsset/ContentID': fc.constantFrom('md:cid:org:studio.example:1', '02485'),
      'AvailAsset/EpisodeContentID': fc.constantFrom('md:cid:org:studio.example:1', '02485'),
      'AvailMetadata/ReleaseYear': fc.constantFrom('2021', '2021-06-01'),
      'AvailMetadata/RatingSystem': fc.constant('MPAA'),
      'AvailMetadata/CaptionIncluded': fc.constantFrom('Yes', 'No'),
      'AvailMetadata/CaptionExemption': fc.constantFrom('1', '4'),
      'AvailMetadata/EpisodeNumber': fc.constantFrom('1', '101'),
      'AvailTrans/Territory': fc.constantFrom('ZZ', 'US, CA', 'us'),
      'AvailTrans/TerritoryExclusion': fc.constantFrom('FR', 'FR, DE'),
      'AvailTrans/FormatProfile': fc.constantFrom('SD', 'HD', 'UHD', '3D'),
      'AvailTrans/AssetLanguage': fc.constantFrom('EN', 'EN:audio', 'es:subdub, fr:sub', 'es-419'),
      'AvailTrans/AllowedLanguages': fc.constantFrom('en', 'en, fr', 'es:subdub, fr:subdub'),
      'AvailTrans/HoldbackLanguage': fc.constantFrom('de', 'de,it'),
      'AvailTrans/Start': fc.constantFrom('Immediate', 'Theatrical'),
      'AvailTrans/StartLag': fc.constant('-PT12H'),
      'AvailTrans/End': fc.constantFrom('ESTStart', 'Open'),
      'AvailTrans/PriceType': fc.constantFrom('Tier', 'WSP', 'TPR-WSP', 'NA', '', 'Category'),
      'AvailTrans/PriceValue': fc.constantFrom('4.99', '2', 'NA', '', 'TBD', 'New Release'),
      'AvailTrans/PriceCurrency': fc.constantFrom('USD', ''),
      'AvailTrans/SRP': fc.constantFrom('4.99', '1000.00'),
      'AvailTrans/TPRType': fc.constant('Conditional'),
      'AvailTrans/CampaignID': fc.constant('SPRING'),
      'AvailTrans/SuppressionLiftDate': fc.constantFrom('2025-12-01', 'N/A'),
      'AvailTrans/SpecialPreOrderFulfillDate': fc.constant('2025-12-24'),
      'AvailTrans/Exclusive': fc.constantFrom('TRUE', 'no', '0'),
      'AvailTrans/TitleStatus': fc.constantFrom('Approved', 'Pending'),
    },
    { requiredKeys: [] },
  )
  .map((some) => ({
    ...some,
    ...('AvailMetadata/RatingSystem' in some ? { 'AvailMetadata/RatingValue': 'PG' } : {}),
  }));

const LICENSE_TYPES: Readonly<Record<string, string>> = {
  ...{ EST: 'EST', POEST: 'POEST', TVOD: 'VOD', PVOD: 'Pre-Release' },
  ...{ SVOD: 'Library', AVOD: 'AVOD', FVOD: 'FVOD', FAST: 'AVOD' },
};

const uses = fc
  .record({
    studio: fc.constantFrom('Northlight', 'Albion'),
    rightsType: fc.constantFrom(...Object.keys(RIGHTS_TYPES)),
    territories: fc.subarray(['CA', 'FR', 'US'], { minLength: 1 }),
    price: fc.constantFrom(price('4.99'), price('0'), price('550', 'JPY'), price('1.25', 'KWD')),
    window: fc.constantFrom(days('2026-01-01', '2026-12-31'), days('2026-01-01', null)),
    origins: fc.array(
      fc
        .tuple(cells, fc.constantFrom(['CA'], ['CA', 'US'], ['FR', 'US']))
        .map(([given, territories]) => anOrigin(given, { territories })),
      { maxLength: 3 },
    ),
  })
  .map(({ origins, ...use }) =>
    aUse({
      ...use,
      // Imported rows are matched by their kind of right.
      origins: origins.map((origin) => ({
        ...origin,
        cells: { ...origin.cells, 'AvailTrans/LicenseType': LICENSE_TYPES[use.rightsType] ?? '' },
      })),
    }),
  );

const identifiers = fc.constantFrom(
  [],
  [{ scheme: 'alid', value: 'md:alid:org:studio.example:7' }],
  [{ scheme: 'house', value: 'H 7' }],
  [{ scheme: 'other', value: 'The Low Road' }],
  [{ scheme: 'eidr', value: '10.5240/7791-8534-2C23-9030-8610-5' }],
);

const titles: fc.Arbitrary<SoldTitle> = fc
  .record({
    kind: fc.constantFrom('movie', 'short', 'bundle', 'season', 'episode', 'series', 'supplement'),
    identifiers,
    releaseYear: fc.option(fc.constant(2021)),
    position: fc.option(fc.nat(20)),
    hasMembers: fc.boolean(),
    isSoldInParts: fc.boolean(),
    uses: fc.array(uses, { minLength: 1, maxLength: 3 }),
  })
  .map(({ kind, hasMembers, isSoldInParts, uses: own, ...details }) => {
    const series = aKnownTitle({ kind: 'series', studio: 'Northlight' });
    const parts = {
      isSoldInParts,
      uses: own,
      members: hasMembers ? [aKnownTitle()] : [],
      details: { kind, ...details },
    };
    if (kind === 'episode') return anEpisode(parts);
    return aSoldTitle(kind === 'season' ? { ...parts, parents: [series] } : parts);
  });

/**
 * The validator wants a word on captions, but an export says only what a row said. Its refusal of supplements and volumes is
 * a fault of its own.
 */
const UNSAID = /: (No CaptionIncluded|WorkType “(Supplemental|Volume)”)$/;

describe('an export', () => {
  it('passes the reference validator', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const { rows } = availRows(title, { territories: 'each' });
        expect(refusalsOf(rows).filter((what) => !UNSAID.test(what))).toEqual([]);
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('the validator of these tests', () => {
  const [row = {}] = availRows(anEpisode({ uses: [aUse({ territories: ['US'] })] })).rows;
  const fine = { ...row, 'AvailMetadata/CaptionIncluded': 'Yes' };

  it('accepts a valid row', () => {
    expect(refusalsOf([fine, fine])).toEqual([]);
  });

  it.each<[string, AvailRow]>([
    ['a blank ALID', { 'Avail/ALID': '' }],
    ['a blank content id', { 'AvailAsset/EpisodeContentID': '' }],
    ['a blank season', { 'AvailAsset/SeasonContentID': '' }],
    ['a blank series', { 'AvailMetadata/SeriesTitleInternalAlias': '' }],
    ['a blank number', { 'AvailMetadata/EpisodeNumber': '' }],
    ['a blank start', { 'AvailTrans/Start': '' }],
    ['a date of another kind', { 'AvailTrans/End': '01/02/2027' }],
    ['an invalid condition', { 'AvailTrans/End': 'TBD' }],
    ['a lower-case territory', { 'AvailTrans/Territory': 'us' }],
    ['a country by its other code', { 'AvailTrans/Territory': 'UK' }],
    ['several territories', { 'AvailTrans/Territory': 'US, CA' }],
    ['an unknown entry type', { 'Disposition/EntryType': 'Full extract' }],
    ['an unknown format', { 'AvailTrans/FormatProfile': 'hd' }],
    ['a supplement', { 'AvailAsset/WorkType': 'Supplemental' }],
    ['an unknown price type', { 'AvailTrans/PriceType': 'SRP' }],
    ['money with a comma', { 'AvailTrans/PriceValue': '4,99' }],
    ['money that is text', { 'AvailTrans/PriceValue': 'NA' }],
    ['a lower-case currency', { 'AvailTrans/PriceCurrency': 'usd' }],
    ['a list of languages', { 'AvailTrans/AssetLanguage': 'en, fr' }],
    ['a language with a suffix', { 'AvailTrans/AssetLanguage': 'en:audio' }],
    ['an allowed language with a suffix', { 'AvailTrans/AllowedLanguages': 'en:audio' }],
    ['an invalid flag', { 'Avail/ExceptionFlag': 'perhaps' }],
    ['a pre-order without a first day', { 'AvailTrans/LicenseType': 'POEST' }],
    ['a fulfillment without pre-order', { 'AvailTrans/SpecialPreOrderFulfillDate': '2026-01-01' }],
    ['a year of two digits', { 'AvailMetadata/ReleaseYear': '23' }],
    ['an unknown rating system', { 'AvailMetadata/RatingSystem': 'X' }],
    ['members without a bundle', { 'Avail/BundledALIDs': 'a;b' }],
    ['a bundle without members', { 'AvailAsset/WorkType': 'Collection' }],
    ['an unknown status', { 'AvailTrans/TitleStatus': 'approved' }],
    ['no word on captions', { 'AvailMetadata/CaptionIncluded': '' }],
  ])('rejects %s', (_what, wrong) => {
    expect(refusalsOf([{ ...fine, ...wrong }])).not.toEqual([]);
  });

  it.each<[string, AvailRow]>([
    ['licensors', { 'Avail/DisplayName': 'Albion' }],
    ['content ids', { 'AvailAsset/EpisodeContentID': 'x' }],
    ['service providers', { 'Avail/ServiceProvider': 'Post House' }],
  ])('rejects two %s of one ALID', (_what, other) => {
    expect(refusalsOf([fine, { ...fine, ...other }])).toHaveLength(1);
  });

  it('rejects a sheet that lacks columns', () => {
    const sheet = sheetOf([fine]).map((row) => row.slice(0, 40));

    expect(refusals(sheet)).toHaveLength(1);
  });
});

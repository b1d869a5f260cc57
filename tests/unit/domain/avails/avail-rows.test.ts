import { describe, expect, it } from 'vitest';
import type { AvailRow } from '../../../../src/domain/avails/avail-row';
import type { SoldTitle } from '../../../../src/domain/avails/avail-rows';
import { Takedown } from '../../../../src/domain/content/takedown';
import { titleOfOwnAlid } from '../../../../src/domain/avails/avail-ids';
import { EXPORT_COLUMNS, exportColumns } from '../../../../src/domain/avails/avail-row';
import { availRows } from '../../../../src/domain/avails/avail-rows';
import type { UseParts } from '../../../builders/avail-builders';
import { ALL_TERRITORIES } from '../../../../src/domain/values/territory';
import {
  aKnownTitle,
  anEpisode,
  anOrigin,
  aSoldTitle,
  aUse,
} from '../../../builders/avail-builders';
import { anId, days, price, prices } from '../../../builders/license-builders';
import { checkOf, onlyEntry } from '../../../builders/sheet-builders';

const rowsOf = (title: SoldTitle) => availRows(title).rows;

function onlyRow(title: SoldTitle): AvailRow {
  const [row, ...more] = rowsOf(title);
  if (row === undefined || more.length > 0) throw new Error(`There are ${more.length + 1} rows.`);
  return row;
}

const rowOfUse = (use: Parameters<typeof aUse>[0]) => onlyRow(aSoldTitle({ uses: [aUse(use)] }));

const inBase36 = (uuid: string) => BigInt(`0x${uuid.replaceAll('-', '')}`).toString(36);

describe('the row of a movie', () => {
  it('has the stored values, and only required cells besides', () => {
    const id = anId();
    const licenseId = anId();
    const identifiers = [
      { scheme: 'alid', value: 'md:alid:org:studio.example:7' },
      { scheme: 'eidr', value: '10.5240/7791-8534-2C23-9030-8610-5' },
      { scheme: 'house', value: 'H-7' },
      { scheme: 'other', value: 'md:cid:org:studio.example:7' },
    ];
    const details = { title: 'The Low Road', releaseYear: 2021, identifiers };

    const row = onlyRow(aSoldTitle({ id, details, uses: [aUse({ licenseId })] }));

    expect(row).toEqual({
      'Avail/ALID': 'md:alid:org:studio.example:7',
      'Avail/AvailID': `crms:${inBase36(id)}:${inBase36(licenseId)}:2026-01-01:CA:HD`,
      'Avail/DisplayName': 'Northlight',
      'Disposition/EntryType': 'Full Extract',
      'AvailAsset/WorkType': 'Movie',
      'AvailAsset/ContentID': 'md:cid:org:studio.example:7',
      'AvailAsset/EditID': '10.5240/7791-8534-2C23-9030-8610-5',
      'AvailAsset/AltID': 'H-7',
      'AvailMetadata/TitleInternalAlias': 'The Low Road',
      'AvailMetadata/ReleaseYear': '2021',
      'AvailTrans/ContractID': 'NL-1',
      'AvailTrans/LicenseType': 'EST',
      'AvailTrans/Territory': 'CA',
      'AvailTrans/FormatProfile': 'HD',
      'AvailTrans/Start': '2026-01-01',
      'AvailTrans/End': '2026-12-31',
      'AvailTrans/PriceType': 'WSP',
      'AvailTrans/PriceValue': '4.99',
      'AvailTrans/PriceCurrency': 'USD',
    });
  });

  it('is written once for each territory', () => {
    const rows = rowsOf(aSoldTitle({ uses: [aUse({ territories: ['CA', 'FR', 'US'] })] }));

    expect(rows.map((row) => row['AvailTrans/Territory'])).toEqual(['CA', 'FR', 'US']);
    expect(new Set(rows.map((row) => row['Avail/AvailID'])).size).toBe(3);
  });

  it('ends with Open without a last day', () => {
    expect(rowOfUse({ window: days('2026-01-01', null) })['AvailTrans/End']).toBe('Open');
  });

  it.each([
    ['date', '2026-12-31'],
    ['last-second', '2026-12-31T23:59:59'],
  ] as const)('ends as the receiver reads it: as a %s, %s', (endDates, end) => {
    const uses = [
      aUse({ window: days('2026-01-01', '2026-12-31') }),
      aUse({ window: days('2027-01-01', null) }),
    ];
    const { rows } = availRows(aSoldTitle({ uses }), { endDates });
    expect(rows.map((row) => row['AvailTrans/End'])).toEqual([end, 'Open']);
    expect(rows.map((row) => row['AvailTrans/Start'])).toEqual(['2026-01-01', '2027-01-01']);
  });

  it('is accepted as the same window in every end date format', () => {
    const title = aSoldTitle({ uses: [aUse({ window: days('2026-01-01', '2026-12-31') })] });
    const rows = availRows(title, { endDates: 'last-second' }).rows.map((row) =>
      Object.fromEntries(Object.entries(row)),
    );
    const windows = (['inclusive', 'exclusive'] as const).map(
      (endDates) => onlyEntry(checkOf(rows, { endDates })).window,
    );
    expect(windows).toEqual([1, 2].map(() => ({ startsOn: '2026-01-01', endsOn: '2027-01-01' })));
  });

  it('says nothing of captions that no row said', () => {
    const origins = [anOrigin({ 'AvailMetadata/CaptionIncluded': 'No' }, { territories: ['US'] })];
    expect(rowOfUse({ territories: ['US'] })['AvailMetadata/CaptionIncluded']).toBeUndefined();
    expect(rowOfUse({ territories: ['US'], origins })['AvailMetadata/CaptionIncluded']).toBe('No');
  });

  it('has an ALID derived from its id if it has none, also as the content id', () => {
    const id = anId();
    const row = onlyRow(
      aSoldTitle({ id, details: { identifiers: [{ scheme: 'house', value: 'H 7' }] } }),
    );

    expect(titleOfOwnAlid(row['Avail/ALID'] ?? '')).toBe(id);
    expect(row['AvailAsset/ContentID']).toBe(row['Avail/ALID']);
    expect(titleOfOwnAlid('md:alid:org:studio.example:7')).toBeNull();
  });

  it('has no spaces in its identifiers', () => {
    const identifiers = [{ scheme: 'other', value: 'the low road' }];

    expect(onlyRow(aSoldTitle({ details: { identifiers } }))['AvailAsset/ContentID']).toBe(
      'the_low_road',
    );
  });
});

describe('rights', () => {
  it.each([
    ['EST', 'EST', undefined],
    ['POEST', 'POEST', undefined],
    ['TVOD', 'VOD', undefined],
    ['PVOD', 'VOD', 'PVOD'],
    ['SVOD', 'SVOD', undefined],
    ['AVOD', 'AVOD', undefined],
    ['FVOD', 'FVOD', undefined],
    ['FAST', 'AVOD', 'FAST'],
  ])('%s are written as %s with the description %s', (rightsType, type, description) => {
    const row = rowOfUse({ rightsType });

    expect(row['AvailTrans/LicenseType']).toBe(type);
    expect(row['AvailTrans/LicenseRightsDescription']).toBe(description);
  });

  it('keep the wording of the import', () => {
    const cells = {
      'AvailTrans/LicenseType': 'Library',
      'AvailTrans/LicenseRightsDescription': 'Back catalog',
    };
    const row = rowOfUse({ rightsType: 'SVOD', origins: [anOrigin(cells)] });

    expect(row['AvailTrans/LicenseType']).toBe('Library');
    expect(row['AvailTrans/LicenseRightsDescription']).toBe('Back catalog');
  });

  it('to pre-order have the imported first day, otherwise the start', () => {
    const imported = anOrigin({ 'AvailTrans/SuppressionLiftDate': '2025-12-01' });
    const unknown = anOrigin({ 'AvailTrans/SuppressionLiftDate': 'N/A' });
    const shown = (origins: ReturnType<typeof anOrigin>[]) =>
      rowOfUse({ rightsType: 'POEST', origins })['AvailTrans/SuppressionLiftDate'];

    expect(shown([imported])).toBe('2025-12-01');
    expect(shown([unknown])).toBe('2026-01-01');
    expect(shown([])).toBe('2026-01-01');
  });

  it('other than pre-orders have no fulfillment day', () => {
    const origins = [anOrigin({ 'AvailTrans/SpecialPreOrderFulfillDate': '2025-12-01' })];

    expect(
      rowOfUse({ rightsType: 'EST', origins })['AvailTrans/SpecialPreOrderFulfillDate'],
    ).toBeUndefined();
    expect(
      rowOfUse({ rightsType: 'POEST', origins })['AvailTrans/SpecialPreOrderFulfillDate'],
    ).toBe('2025-12-01');
  });
});

describe('a price', () => {
  const priceIn = (row: AvailRow) =>
    ['PriceType', 'PriceValue', 'PriceCurrency'].map(
      (name) => row[`AvailTrans/${name}` as 'AvailTrans/PriceType'],
    );

  it.each([
    ['4.99', 'USD', '4.99'],
    ['0', 'USD', '0.00'],
    ['550', 'JPY', '550'],
    ['1.25', 'KWD', '1.250'],
    ['123456.78', 'EUR', '123456.78'],
  ])('of %s %s is plain decimal text', (amount, currency, text) => {
    const row = rowOfUse({ rightsType: 'EST', prices: prices(amount, currency) });

    expect(priceIn(row)).toEqual(['WSP', text, currency]);
  });

  it.each(['SVOD', 'AVOD', 'FVOD', 'FAST'])('of zero is not applicable to %s', (rightsType) => {
    expect(priceIn(rowOfUse({ rightsType, prices: prices('0', 'EUR') }))).toEqual([
      'NA',
      'NA',
      'EUR',
    ]);
  });

  it('of a subscription with a price is an amount', () => {
    expect(priceIn(rowOfUse({ rightsType: 'SVOD', prices: prices('2.50') }))).toEqual([
      ...['WSP', '2.50', 'USD'],
    ]);
  });

  const tier = anOrigin(
    {
      'AvailTrans/PriceType': 'Tier',
      'AvailTrans/PriceValue': '2',
      'AvailTrans/PriceCurrency': '',
    },
    { rules: { currency: 'USD', prices: { 'Tier 2': price('4.99') } } },
  );

  it('is the imported tier as long as the tier’s amount is unchanged', () => {
    expect(priceIn(rowOfUse({ origins: [tier] }))).toEqual(['Tier', '2', undefined]);
  });

  it('of a tier is the tier, in its imported form as long as it is the same', () => {
    const line = { format: null, kind: 'WSP', amount: null, tier: 'Tier 2' };

    expect(priceIn(rowOfUse({ origins: [tier], prices: [line] }))).toEqual([
      'Tier',
      '2',
      undefined,
    ]);
    expect(priceIn(rowOfUse({ prices: [line] }))).toEqual(['Tier', 'Tier 2', undefined]);
    expect(priceIn(rowOfUse({ origins: [tier], prices: [{ ...line, tier: 'Tier 3' }] }))).toEqual([
      ...['Tier', 'Tier 3', undefined],
    ]);
  });

  it('is exported as the kind that it is', () => {
    const [line] = prices('7.99');
    const retail = rowOfUse({ prices: [{ ...line, kind: 'SRP' }] });
    const minimum = rowOfUse({ prices: [{ ...line, kind: 'DMRP' }] });

    expect([...priceIn(retail), retail['AvailTrans/SRP']]).toEqual(['NA', 'NA', 'USD', '7.99']);
    expect(priceIn(minimum)).toEqual(['DMRP', '7.99', 'USD']);
  });

  it('of which a person changes only the kind leaves as that kind', () => {
    const [line] = prices('4.99');
    const minimum = rowOfUse({ origins: [anOrigin()], prices: [{ ...line, kind: 'DMRP' }] });
    const retail = rowOfUse({ origins: [anOrigin()], prices: [{ ...line, kind: 'SRP' }] });

    expect(priceIn(minimum)).toEqual(['DMRP', '4.99', 'USD']);
    expect([...priceIn(retail), retail['AvailTrans/SRP']]).toEqual(['NA', 'NA', 'USD', '4.99']);
  });

  it('that was stored before prices had kinds leaves as it was imported', () => {
    const cells = { 'AvailTrans/PriceType': 'NA', 'AvailTrans/PriceValue': 'NA' };
    const origin = anOrigin({ ...cells, 'AvailTrans/SRP': '4.99' }, { window: null });
    const row = rowOfUse({ origins: [origin] });

    expect([...priceIn(row), row['AvailTrans/SRP']]).toEqual(['NA', 'NA', 'USD', '4.99']);
  });

  it('that is a fee in words is a fee, imported or not', () => {
    const fee = { format: null, kind: 'LicenseFee', amount: null, tier: 'as agreed' };
    const cells = { 'AvailTrans/PriceType': 'LicenseFee', 'AvailTrans/PriceValue': 'as agreed' };
    const origin = anOrigin({ ...cells, 'AvailTrans/PriceCurrency': '' });

    expect(priceIn(rowOfUse({ prices: [fee], origins: [origin] }))).toEqual([
      ...['LicenseFee', 'as agreed', undefined],
    ]);
    expect(priceIn(rowOfUse({ prices: [fee] }))).toEqual(['LicenseFee', 'as agreed', undefined]);
  });

  it('of each format is a row, with what was imported for that format', () => {
    const [line] = prices('4.99');
    const origins = [
      anOrigin({ 'AvailTrans/FormatProfile': 'SD', 'AvailMetadata/RatingValue': 'PG' }),
      anOrigin({ 'AvailTrans/FormatProfile': 'HD', 'AvailMetadata/RatingValue': 'R' }),
    ];
    const list = [
      { ...line, format: 'SD' },
      { ...line, format: 'UHD', amount: { minor: 999, currency: 'USD' } },
    ];
    const { rows } = availRows(aSoldTitle({ uses: [aUse({ origins, prices: list })] }));

    expect(
      rows.map((row) => [
        row['AvailTrans/FormatProfile'],
        row['AvailTrans/PriceValue'],
        row['AvailMetadata/RatingValue'],
      ]),
    ).toEqual([
      ['SD', '4.99', 'PG'],
      ['UHD', '9.99', 'PG'],
    ]);
    expect(new Set(rows.map((row) => row['Avail/AvailID'])).size).toBe(2);
  });

  it('is an amount when it differs from that of the imported tier', () => {
    const row = rowOfUse({ origins: [tier], prices: prices('3.99') });

    expect(priceIn(row)).toEqual(['WSP', '3.99', 'USD']);
  });

  it('of a temporary reduction that nothing runs under is exported like any other price', () => {
    const cells = {
      'AvailTrans/PriceType': 'TPR-SMRP',
      'AvailTrans/TPRType': 'Unconditional',
      'AvailTrans/CampaignID': 'SPRING',
    };
    const [line] = prices('4.99');
    const row = rowOfUse({ origins: [anOrigin(cells)], prices: [{ ...line, kind: 'SMRP' }] });

    expect(priceIn(row)).toEqual(['SMRP', '4.99', 'USD']);
    expect(row['AvailTrans/TPRType']).toBeUndefined();
    expect(row['AvailTrans/CampaignID']).toBeUndefined();
  });

  it('beside a suggested one is as blank as it was imported', () => {
    const SRP = { 'AvailTrans/SRP': '4.99' };
    const blank = { ...SRP, 'AvailTrans/PriceType': '', 'AvailTrans/PriceValue': '' };
    const half = { ...blank, 'AvailTrans/PriceType': 'NA' };
    const [line] = prices('4.99');
    const imported = (cells: typeof blank) =>
      priceIn(rowOfUse({ origins: [anOrigin(cells)], prices: [{ ...line, kind: 'SRP' }] }));

    expect(imported(blank)).toEqual([undefined, undefined, 'USD']);
    expect(imported(half)).toEqual(['NA', 'NA', 'USD']);
  });

  it('that the import could not contain is not written back', () => {
    const cells = { 'AvailTrans/PriceType': 'WSP', 'AvailTrans/PriceValue': 'TBD' };

    expect(priceIn(rowOfUse({ origins: [anOrigin(cells)] }))).toEqual(['WSP', '4.99', 'USD']);
  });
});

describe('the terms of a license', () => {
  const LANGUAGES = { allowed: ['en', 'fr'], heldBack: ['fr-CA'] };
  const cellsOf = (use: UseParts) => {
    const row = rowOfUse(use);
    return [
      row['AvailTrans/AllowedLanguages'] ?? '',
      row['AvailTrans/HoldbackLanguage'] ?? '',
      row['AvailTrans/Exclusive'] ?? '',
    ];
  };

  it('are cells when they restrict something, and none when they do not', () => {
    expect(cellsOf({ languages: LANGUAGES, exclusive: true })).toEqual(['en, fr', 'fr-CA', 'Yes']);
    expect(cellsOf({})).toEqual(['', '', '']);
  });

  it('are exclusive without a word where another row of the offer says so', () => {
    const origins = ['Yes', ''].map((said, number) =>
      anOrigin(
        { 'AvailTrans/Exclusive': said, 'AvailTrans/FormatProfile': said === '' ? 'SD' : 'HD' },
        { number },
      ),
    );
    const exclusive = (isExclusive: boolean) =>
      rowsOf(aSoldTitle({ uses: [aUse({ exclusive: isExclusive, origins })] })).map(
        (row) => row['AvailTrans/Exclusive'],
      );

    expect(exclusive(true)).toEqual(['Yes', undefined]);
    expect(exclusive(false)).toEqual(['No', undefined]);
  });

  it('are as they were imported while they mean the same', () => {
    const cells = {
      'AvailTrans/AllowedLanguages': 'FR, en',
      'AvailTrans/HoldbackLanguage': 'fr-ca, es',
      'AvailTrans/Exclusive': 'y',
    };
    const origins = [anOrigin(cells)];
    expect(cellsOf({ languages: LANGUAGES, exclusive: true, origins })).toEqual([
      'FR, en',
      'fr-ca, es',
      'y',
    ]);
    expect(cellsOf({ languages: { allowed: ['en'], heldBack: [] }, origins })).toEqual([
      'en',
      '',
      'No',
    ]);
  });

  it('do not repeat the language of the assets', () => {
    const origins = [anOrigin({ 'AvailTrans/AssetLanguage': 'fr' })];
    expect(cellsOf({ languages: { allowed: ['fr'], heldBack: [] }, origins })[0]).toBe('');
    expect(cellsOf({ languages: { allowed: ['en', 'fr'], heldBack: [] }, origins })[0]).toBe(
      'en, fr',
    );
    const both = ['en', 'fr'].map((tag) => anOrigin({ 'AvailTrans/AssetLanguage': tag }));
    const use = aUse({ languages: { allowed: ['en', 'fr'], heldBack: [] }, origins: both });
    const rows = rowsOf(aSoldTitle({ uses: [use] }));
    expect(rows.map((row) => row['AvailTrans/AllowedLanguages'] ?? '')).toEqual(['', '']);
  });

  it('are a row for each of its formats, where a price is for all', () => {
    const rows = rowsOf(aSoldTitle({ uses: [aUse({ formats: ['SD', 'UHD'] })] }));
    expect(rows.map((row) => row['AvailTrans/FormatProfile'])).toEqual(['SD', 'UHD']);
  });
});

describe('imported cells that our model does not store', () => {
  it('are written back', () => {
    const cells = {
      'Avail/ServiceProvider': 'Post House',
      'AvailMetadata/RatingSystem': 'MPAA',
      'AvailMetadata/RatingValue': 'PG',
      'AvailMetadata/CaptionIncluded': 'No',
      'AvailMetadata/CaptionExemption': '4',
      'AvailTrans/OtherTerms': '=SUM(1)',
      'AvailTrans/TitleStatus': 'Approved',
      'AvailTrans/HDR': 'HDR10',
    };

    expect(rowOfUse({ origins: [anOrigin(cells)] })).toMatchObject(cells);
  });

  it('are omitted when they no longer apply: lags, exclusions, exceptions, unknown columns', () => {
    const cells = {
      'Avail/ExceptionFlag': 'Yes',
      'AvailTrans/TerritoryExclusion': 'US',
      'AvailTrans/StartLag': '-PT12H',
      'AvailTrans/EndLag': '-P1D',
      'Studio/Remark': 'hello',
    };
    const row = rowOfUse({ origins: [anOrigin(cells)] });

    expect(Object.keys(row).filter((key) => key in cells)).toEqual([]);
  });

  it('produce a row for each format and language, and for other differences', () => {
    const origins = [
      anOrigin({ 'AvailTrans/FormatProfile': 'SD', 'AvailTrans/AssetLanguage': 'en' }),
      anOrigin({ 'AvailTrans/FormatProfile': 'HD', 'AvailTrans/AssetLanguage': 'es:subdub, fr' }),
      anOrigin({ 'AvailTrans/FormatProfile': 'HD', 'AvailTrans/HDR': 'DV' }),
    ];
    const rows = rowsOf(aSoldTitle({ uses: [aUse({ origins })] }));

    expect(
      rows.map((row) => [
        row['AvailTrans/FormatProfile'],
        row['AvailTrans/HDR'],
        row['AvailTrans/AssetLanguage'],
      ]),
    ).toEqual([
      ['SD', undefined, 'en'],
      ['HD', undefined, 'es'],
      ['HD', undefined, 'fr'],
      ['HD', 'DV', undefined],
    ]);
    expect(new Set(rows.map((row) => row['Avail/AvailID'])).size).toBe(4);
  });

  it('are written once when they were imported twice', () => {
    const origins = [
      anOrigin({ 'Avail/AvailID': 'first' }),
      anOrigin({ 'Avail/AvailID': 'second' }),
    ];

    expect(rowOfUse({ origins })['Avail/AvailID']).toBe('first');
  });

  it('apply only to their territory', () => {
    const use = aUse({
      territories: ['CA', 'FR'],
      origins: [anOrigin({ 'AvailTrans/HDR': 'DV' })],
    });
    const rows = rowsOf(aSoldTitle({ uses: [use] }));

    expect(rows.map((row) => row['AvailTrans/HDR'])).toEqual(['DV', undefined]);
  });

  it('lose the language suffixes of 1.7.3', () => {
    const origins = [anOrigin({ 'AvailTrans/AllowedLanguages': 'es:subdub, fr:audio,de' })];

    expect(rowOfUse({ origins })['AvailTrans/AllowedLanguages']).toBe('es, fr, de');
  });
});

describe('the names of a title', () => {
  const cells = {
    'AvailMetadata/TitleInternalAlias': 'Low Road, The',
    'AvailMetadata/TitleDisplayUnlimited': 'The Low Road',
  };
  const french = { ...cells, 'AvailMetadata/TitleDisplayUnlimited': 'La route basse' };

  it.each(['Low Road, The', 'The Low Road'])('are written back while it is called %s', (title) => {
    const uses = [
      aUse({ origins: [anOrigin(cells)] }),
      aUse({ origins: [anOrigin(french)], rightsType: 'SVOD' }),
    ];

    expect(rowsOf(aSoldTitle({ details: { title }, uses }))).toMatchObject([cells, french]);
  });

  it('are replaced after an edit', () => {
    const title = 'The High Road';
    const row = onlyRow(
      aSoldTitle({ details: { title }, uses: [aUse({ origins: [anOrigin(cells)] })] }),
    );

    expect(row['AvailMetadata/TitleInternalAlias']).toBe(title);
    expect(row['AvailMetadata/TitleDisplayUnlimited']).toBeUndefined();
  });

  it.each([
    ['2021-06-01', 2021, '2021-06-01'],
    ['2021', 2022, '2022'],
    ['2021', null, '2021'],
  ])('and the year: %s and %s are %s', (imported, releaseYear, written) => {
    const uses = [aUse({ origins: [anOrigin({ 'AvailMetadata/ReleaseYear': imported })] })];

    expect(
      onlyRow(aSoldTitle({ details: { releaseYear }, uses }))['AvailMetadata/ReleaseYear'],
    ).toBe(written);
  });
});

describe('the row of an episode', () => {
  it('names its season and its series by ids, names and numbers', () => {
    const episode = anEpisode({ details: { title: 'The Ferry' } });
    const [season, series] = episode.parents;

    expect(onlyRow(episode)).toMatchObject({
      'AvailAsset/WorkType': 'Episode',
      'AvailAsset/SeriesContentID': `md:alid:org:crms:${series?.id}`,
      'AvailAsset/SeasonContentID': `md:alid:org:crms:${season?.id}`,
      'AvailAsset/EpisodeContentID': `md:alid:org:crms:${episode.id}`,
      'AvailMetadata/SeriesTitleInternalAlias': series?.details.title,
      'AvailMetadata/SeasonTitleInternalAlias': season?.details.title,
      'AvailMetadata/EpisodeTitleInternalAlias': 'The Ferry',
      'AvailMetadata/SeasonNumber': '1',
      'AvailMetadata/EpisodeNumber': '3',
      'AvailMetadata/EpisodeCount': '8',
    });
    expect(onlyRow(episode)['AvailAsset/ContentID']).toBeUndefined();
  });

  it('writes back the imported ids and numbers that are unchanged', () => {
    const cells = {
      'AvailAsset/SeriesContentID': 'md:cid:org:studio.example:s',
      'AvailAsset/SeasonContentID': 'md:cid:org:studio.example:s1',
      'AvailAsset/EpisodeContentID': 'md:cid:org:studio.example:s1e3',
      'AvailMetadata/SeasonNumber': '01',
      'AvailMetadata/EpisodeCount': '10',
    };
    const imported = { ...cells, 'AvailMetadata/EpisodeNumber': '7' };
    const row = onlyRow(anEpisode({ uses: [aUse({ origins: [anOrigin(imported)] })] }));

    expect(row).toMatchObject({ ...cells, 'AvailMetadata/EpisodeNumber': '3' });
  });

  it('of a series without seasons has a first season', () => {
    const series = aKnownTitle({ kind: 'series' });
    const row = onlyRow(anEpisode({ parents: [series], details: { parentId: series.id } }));

    expect(row).toMatchObject({
      'AvailAsset/SeriesContentID': `md:alid:org:crms:${series.id}`,
      'AvailAsset/SeasonContentID': `md:alid:org:crms:${series.id}:1`,
      'AvailMetadata/SeasonNumber': '1',
    });
  });
});

describe('the row of a season', () => {
  const series = aKnownTitle({ kind: 'series', title: 'Harbor Lights' });
  const season = (parts: Partial<SoldTitle> = {}) =>
    aSoldTitle({
      parents: [series],
      episodes: 6,
      ...parts,
      details: { kind: 'season', title: 'Harbor Lights 2', parentId: series.id, position: 2 },
    });

  it('has no episode cells', () => {
    const cells = { 'AvailMetadata/EpisodeNumber': '1', 'AvailAsset/EpisodeContentID': 'x' };
    const row = onlyRow(season({ uses: [aUse({ origins: [anOrigin(cells)] })] }));

    expect(row).toMatchObject({
      'AvailAsset/WorkType': 'Season',
      'AvailMetadata/SeriesTitleInternalAlias': 'Harbor Lights',
      'AvailMetadata/SeasonTitleInternalAlias': 'Harbor Lights 2',
      'AvailMetadata/SeasonNumber': '2',
    });
    expect(Object.keys(row).filter((key) => key in cells)).toEqual([]);
  });

  it('says of episodes and its name what its row says, and nothing where it says nothing', () => {
    const uses = [aUse({ origins: [anOrigin()] })];
    const unnamed = { kind: 'season', title: 'Harbor Lights, Season 2', parentId: series.id };
    const details = { ...unnamed, position: 2 };
    const imported = onlyRow(aSoldTitle({ parents: [series], episodes: 6, details, uses }));
    const recorded = onlyRow(aSoldTitle({ parents: [series], episodes: 6, details }));

    expect(imported['AvailMetadata/EpisodeCount']).toBeUndefined();
    expect(imported['AvailMetadata/SeasonTitleInternalAlias']).toBeUndefined();
    expect(recorded['AvailMetadata/EpisodeCount']).toBe('6');
    expect(recorded['AvailMetadata/SeasonTitleInternalAlias']).toBe('Harbor Lights, Season 2');
  });

  it('is omitted when its offers are all those of its episodes', () => {
    expect(availRows(season({ isSoldInParts: true }))).toEqual({ rows: [], leftOut: [] });
  });

  it('is written when the season was sold as such', () => {
    const uses = [aUse({ origins: [anOrigin()] })];

    expect(rowsOf(season({ isSoldInParts: true, uses }))).toHaveLength(1);
  });
});

describe('a bonus', () => {
  it('names its feature, and has the price that it was imported with', () => {
    const feature = aKnownTitle({ identifiers: [{ scheme: 'alid', value: 'feature' }] });
    const origins = [
      anOrigin({
        'AvailAsset/WorkType': 'Supplemental',
        'AvailTrans/PriceType': 'NA',
        'AvailTrans/PriceValue': 'NA',
        'AvailTrans/PriceCurrency': '',
        'Reference/RefLicenseType': 'EST',
      }),
    ];
    const uses = [aUse({ origins, prices: prices('0') })];
    const row = onlyRow(aSoldTitle({ details: { kind: 'supplement' }, parents: [feature], uses }));

    expect(row).toMatchObject({
      'AvailAsset/WorkType': 'Supplemental',
      'AvailTrans/PriceType': 'NA',
      'Reference/RefALID': 'feature',
      'Reference/RefLicenseType': 'EST',
    });
    const columns = exportColumns([row]).map(({ key }) => key);
    expect(columns.slice(-2)).toEqual(['Reference/RefALID', 'Reference/RefLicenseType']);
    expect(exportColumns([])).toEqual(EXPORT_COLUMNS);
  });
});

describe('a volume', () => {
  it('goes out as it came in, without members', () => {
    const cells = {
      'AvailAsset/WorkType': 'Volume',
      'AvailAsset/SeriesContentID': 'series',
      'AvailAsset/SeasonContentID': 'season',
      'AvailAsset/VolumeContentID': 'volume',
      'AvailMetadata/SeriesTitleInternalAlias': 'Tides',
      'AvailMetadata/SeasonNumber': '1',
      'AvailMetadata/VolumeNumber': '2',
      'AvailMetadata/VolumeTitleInternalAlias': 'Tides, Part Two',
    };
    const uses = [aUse({ origins: [anOrigin(cells)] })];
    const title = aSoldTitle({ details: { kind: 'bundle', title: 'Tides, Part Two' }, uses });
    const row = onlyRow(title);

    expect(row).toMatchObject(cells);
    expect(row['Avail/BundledALIDs']).toBeUndefined();
    expect(row['AvailMetadata/TitleInternalAlias']).toBeUndefined();
    expect(onlyEntry(checkOf([Object.fromEntries(Object.entries(row))])).work).toMatchObject({
      kind: 'bundle',
      title: 'Tides, Part Two',
    });
  });
});

describe('what avails cannot express', () => {
  it.each([
    ['series', 'whole series'],
    ['bundle', 'members'],
  ])('of a %s is omitted and reported', (kind, word) => {
    const { rows, leftOut } = availRows(aSoldTitle({ details: { kind, title: 'Extra' } }));

    expect(rows).toEqual([]);
    expect(leftOut).toEqual([{ title: 'Extra', reason: expect.stringContaining(word) as string }]);
  });

  it('of a second licensor is omitted and reported', () => {
    const uses = [aUse({ studio: 'Albion' }), aUse({ studio: 'Northlight', rightsType: 'SVOD' })];
    const { rows, leftOut } = availRows(aSoldTitle({ uses }));

    expect(rows.map((row) => row['Avail/DisplayName'])).toEqual(['Northlight']);
    expect(leftOut).toMatchObject([{ reason: expect.stringContaining('Albion') as string }]);
  });

  it('keeps the members of a bundle: those of the import and the child titles', () => {
    const member = aKnownTitle({ identifiers: [{ scheme: 'alid', value: 'b' }] });
    const uses = [aUse({ origins: [anOrigin({ 'Avail/BundledALIDs': 'a, b; c' })] })];
    const row = onlyRow(aSoldTitle({ details: { kind: 'bundle' }, members: [member], uses }));

    expect(row['AvailAsset/WorkType']).toBe('Collection');
    expect(row['Avail/BundledALIDs']).toBe('a;b;c');
  });
});

describe('territories of a subscription', () => {
  const places = (territories: readonly string[], rightsType = 'SVOD', parts: UseParts = {}) =>
    rowsOf(aSoldTitle({ uses: [aUse({ ...parts, rightsType, territories })] })).map((row) =>
      [row['AvailTrans/Territory'], row['AvailTrans/TerritoryExclusion']]
        .filter(Boolean)
        .join(' - '),
    );
  const without = (...codes: string[]) => ALL_TERRITORIES.filter((code) => !codes.includes(code));

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['one', ['CA'], ['CA']],
    ['several as a list', ['CA', 'FR', 'US'], ['CA, FR, US']],
    ['the world', ALL_TERRITORIES, ['ZZ']],
    ['the world less some', without('CA', 'US'), ['ZZ - CA, US']],
  ])('are written as %s', (_, territories, expected) => {
    expect(places(territories)).toEqual(expected);
  });

  it.each(['EST', 'TVOD', 'POEST', 'AVOD'])(
    'are a list for subscriptions only, not for %s',
    (type) => {
      expect(places(['CA', 'US'], type)).toEqual(['CA', 'US']);
    },
  );

  it('have a row each for a receiver that reads no lists', () => {
    const title = aSoldTitle({ uses: [aUse({ rightsType: 'SVOD', territories: ['CA', 'US'] })] });
    const { rows } = availRows(title, { territories: 'each' });
    expect(rows.map((row) => row['AvailTrans/Territory'])).toEqual(['CA', 'US']);
  });

  it('share a row only with the same imported rows and the same days', () => {
    const origins = [
      anOrigin({ 'AvailTrans/FormatProfile': 'HD' }, { territories: ['CA', 'FR'] }),
      anOrigin({ 'AvailTrans/FormatProfile': 'SD' }, { territories: ['US'] }),
    ];
    expect(places(['CA', 'FR', 'US'], 'SVOD', { origins })).toEqual(['CA, FR', 'US']);
  });

  it('are read back as they were', () => {
    const title = aSoldTitle({ uses: [aUse({ rightsType: 'SVOD', territories: without('CA') })] });
    const rows = rowsOf(title).map((row) => Object.fromEntries(Object.entries(row)));
    expect(onlyEntry(checkOf(rows)).territories).toEqual(without('CA'));
  });

  it('keep the AvailID of a list that was imported, and that of the first when another follows', () => {
    const origins = [anOrigin({ 'Avail/AvailID': 'list-1' }, { territories: ['CA', 'US'] })];
    const own = { id: anId(), licenseId: anId() };
    const idOf = (territories: readonly string[], parts: UseParts = {}) =>
      onlyRow(
        aSoldTitle({
          id: own.id,
          uses: [aUse({ ...parts, licenseId: own.licenseId, rightsType: 'SVOD', territories })],
        }),
      )['Avail/AvailID'];
    expect(idOf(['CA', 'US'], { origins })).toBe('list-1');
    expect(idOf(['CA', 'US'])).toBe(idOf(['CA']));
  });
});

describe('an AvailID', () => {
  it('stays when the first days are taken down', () => {
    const whole = aSoldTitle();
    const takedown = Takedown.of({
      ...{ number: 2, territories: null, rightsTypes: null, reason: 'Dispute' },
      days: { startsOn: '2025-01-01', endsOn: '2026-03-01' },
    });
    const down = { ...whole, takedowns: [takedown] };

    expect(onlyRow(down)['AvailTrans/Start']).toBe('2026-03-01');
    expect(onlyRow(down)['Avail/AvailID']).toBe(onlyRow(whole)['Avail/AvailID']);
  });

  it('is stable across exports', () => {
    const title = aSoldTitle({ uses: [aUse({ territories: ['CA', 'US'] })] });

    expect(rowsOf(title)).toEqual(rowsOf(structuredClone(title)));
  });

  it('fits the identifier limit, whatever distinguishes the rows', () => {
    const long = 'x'.repeat(300);
    const cells = { 'AvailTrans/FormatProfile': '3DUHD', 'AvailTrans/NGAudio': long };
    const row = rowOfUse({ territories: ['CA'], origins: [anOrigin(cells)] });

    expect(row['Avail/AvailID']?.length).toBeLessThan(100);
  });

  it('is the studio’s own for exactly this row', () => {
    const origins = [anOrigin({ 'Avail/AvailID': 'studio-17' })];

    expect(rowOfUse({ origins })['Avail/AvailID']).toBe('studio-17');
  });

  it.each([
    ['has a blank', { cells: { 'Avail/AvailID': 'studio 17' }, territories: ['CA'] }],
    [
      'was for several territories',
      { cells: { 'Avail/AvailID': 's-17' }, territories: ['CA', 'US'] },
    ],
  ])('is ours when the studio’s %s', (_what, { cells, territories }) => {
    const origins = [anOrigin(cells, { territories })];

    expect(rowOfUse({ origins })['Avail/AvailID']).toMatch(/^crms:\S+:CA:HD$/);
  });

  it('is never given to two rows', () => {
    const origins = [anOrigin({ 'Avail/AvailID': 'x', 'AvailTrans/AssetLanguage': 'en,fr' })];
    const ids = rowsOf(aSoldTitle({ uses: [aUse({ origins })] })).map(
      (row) => row['Avail/AvailID'],
    );

    expect(ids).toEqual(['x', expect.stringMatching(/^crms:\S+:CA:HD:\w+$/) as string]);
  });
});

describe('for a receiver', () => {
  const origins = ['HD', 'UHD'].map((format) => anOrigin({ 'AvailTrans/FormatProfile': format }));
  const title = aSoldTitle({ uses: [aUse({ origins })] });

  it('rows are of the formats that it takes, and what has none of them is reported', () => {
    const { rows, leftOut } = availRows(title, { formats: ['UHD'] });
    expect(rows.map((row) => row['AvailTrans/FormatProfile'])).toEqual(['UHD']);
    expect(leftOut).toEqual([]);
    expect(availRows(title, { formats: ['SD'] })).toEqual({
      rows: [],
      leftOut: [
        {
          title: title.details.title,
          reason: 'None of its rows is in a format that is exported.',
        },
      ],
    });
  });

  it('columns can be left out', () => {
    const without = ['AvailTrans/OtherTerms'] as const;
    expect(exportColumns([], without)).toEqual(
      EXPORT_COLUMNS.filter(({ key }) => key !== without[0]),
    );
  });
});

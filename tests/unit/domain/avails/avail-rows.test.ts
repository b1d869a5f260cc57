import { describe, expect, it } from 'vitest';
import type { AvailRow } from '../../../../src/domain/avails/avail-row';
import type { SoldTitle } from '../../../../src/domain/avails/avail-rows';
import { titleOfOwnAlid } from '../../../../src/domain/avails/avail-ids';
import { availRows } from '../../../../src/domain/avails/avail-rows';
import {
  aKnownTitle,
  anEpisode,
  anOrigin,
  aSoldTitle,
  aUse,
} from '../../../builders/avail-builders';
import { anId, days, price } from '../../../builders/license-builders';
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
  it('says what is stored, and for the rest as little as can be', () => {
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

  it('stands once for each territory', () => {
    const rows = rowsOf(aSoldTitle({ uses: [aUse({ territories: ['CA', 'FR', 'US'] })] }));

    expect(rows.map((row) => row['AvailTrans/Territory'])).toEqual(['CA', 'FR', 'US']);
    expect(new Set(rows.map((row) => row['Avail/AvailID'])).size).toBe(3);
  });

  it('ends with the word Open where there is no last day', () => {
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
    const { rows } = availRows(aSoldTitle({ uses }), endDates);
    expect(rows.map((row) => row['AvailTrans/End'])).toEqual([end, 'Open']);
    expect(rows.map((row) => row['AvailTrans/Start'])).toEqual(['2026-01-01', '2027-01-01']);
  });

  it('is taken for the same window however its end is written', () => {
    const title = aSoldTitle({ uses: [aUse({ window: days('2026-01-01', '2026-12-31') })] });
    const rows = availRows(title, 'last-second').rows.map((row) =>
      Object.fromEntries(Object.entries(row)),
    );
    const windows = (['inclusive', 'exclusive'] as const).map(
      (endDates) => onlyEntry(checkOf(rows, { endDates })).window,
    );
    expect(windows).toEqual([1, 2].map(() => ({ startsOn: '2026-01-01', endsOn: '2027-01-01' })));
  });

  it('says of captions in the United States, and nowhere else', () => {
    expect(rowOfUse({ territories: ['US'] })['AvailMetadata/CaptionIncluded']).toBe('Yes');
    expect(rowOfUse({ territories: ['CA'] })['AvailMetadata/CaptionIncluded']).toBeUndefined();
  });

  it('is known by an ALID made of its id where it has none, the content id too', () => {
    const id = anId();
    const row = onlyRow(
      aSoldTitle({ id, details: { identifiers: [{ scheme: 'house', value: 'H 7' }] } }),
    );

    expect(titleOfOwnAlid(row['Avail/ALID'] ?? '')).toBe(id);
    expect(row['AvailAsset/ContentID']).toBe(row['Avail/ALID']);
    expect(titleOfOwnAlid('md:alid:org:studio.example:7')).toBeNull();
  });

  it('has no blank in its identifiers', () => {
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

  it('of an import come back in its words', () => {
    const cells = {
      'AvailTrans/LicenseType': 'Library',
      'AvailTrans/LicenseRightsDescription': 'Back catalog',
    };
    const row = rowOfUse({ rightsType: 'SVOD', origins: [anOrigin(cells)] });

    expect(row['AvailTrans/LicenseType']).toBe('Library');
    expect(row['AvailTrans/LicenseRightsDescription']).toBe('Back catalog');
  });

  it('to pre-order say when it may be shown: as the import did, else when they begin', () => {
    const said = anOrigin({ 'AvailTrans/SuppressionLiftDate': '2025-12-01' });
    const unknown = anOrigin({ 'AvailTrans/SuppressionLiftDate': 'N/A' });
    const shown = (origins: ReturnType<typeof anOrigin>[]) =>
      rowOfUse({ rightsType: 'POEST', origins })['AvailTrans/SuppressionLiftDate'];

    expect(shown([said])).toBe('2025-12-01');
    expect(shown([unknown])).toBe('2026-01-01');
    expect(shown([])).toBe('2026-01-01');
  });

  it('other than to pre-order have no day on which a pre-order is fulfilled', () => {
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
    const row = rowOfUse({ rightsType: 'EST', price: price(amount, currency) });

    expect(priceIn(row)).toEqual(['WSP', text, currency]);
  });

  it.each(['SVOD', 'AVOD', 'FVOD', 'FAST'])('of nothing does not apply to %s', (rightsType) => {
    expect(priceIn(rowOfUse({ rightsType, price: price('0', 'EUR') }))).toEqual([
      'NA',
      'NA',
      'EUR',
    ]);
  });

  it('of a subscription that costs something is an amount', () => {
    expect(priceIn(rowOfUse({ rightsType: 'SVOD', price: price('2.50') }))).toEqual([
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

  it('is the tier it came from while that is what the tier is worth', () => {
    expect(priceIn(rowOfUse({ origins: [tier] }))).toEqual(['Tier', '2', 'USD']);
  });

  it('is an amount once it is another than the tier it came from', () => {
    const row = rowOfUse({ origins: [tier], price: price('3.99') });

    expect(priceIn(row)).toEqual(['WSP', '3.99', 'USD']);
  });

  it('of a temporary reduction is a price like any other', () => {
    const cells = {
      'AvailTrans/PriceType': 'TPR-SMRP',
      'AvailTrans/TPRType': 'Unconditional',
      'AvailTrans/CampaignID': 'SPRING',
    };
    const row = rowOfUse({ origins: [anOrigin(cells)] });

    expect(priceIn(row)).toEqual(['SMRP', '4.99', 'USD']);
    expect(row['AvailTrans/TPRType']).toBeUndefined();
    expect(row['AvailTrans/CampaignID']).toBeUndefined();
  });

  it('that the import could not have said is not given back', () => {
    const cells = { 'AvailTrans/PriceType': 'WSP', 'AvailTrans/PriceValue': 'TBD' };

    expect(priceIn(rowOfUse({ origins: [anOrigin(cells)] }))).toEqual(['WSP', '4.99', 'USD']);
  });
});

describe('what the import said and our model does not keep', () => {
  it('comes back', () => {
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

  it('is left out where it says nothing any more: lags, exclusions, exceptions, columns of nobody', () => {
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

  it('makes a row for each format and language, whatever else tells their rows apart', () => {
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

  it('is written once where it was said twice', () => {
    const origins = [
      anOrigin({ 'Avail/AvailID': 'first' }),
      anOrigin({ 'Avail/AvailID': 'second' }),
    ];

    expect(rowOfUse({ origins })['Avail/AvailID']).toBe('first');
  });

  it('holds only where it was said', () => {
    const use = aUse({
      territories: ['CA', 'FR'],
      origins: [anOrigin({ 'AvailTrans/HDR': 'DV' })],
    });
    const rows = rowsOf(aSoldTitle({ uses: [use] }));

    expect(rows.map((row) => row['AvailTrans/HDR'])).toEqual(['DV', undefined]);
  });

  it('loses what 1.7.3 appends to languages', () => {
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

  it.each(['Low Road, The', 'The Low Road'])('come back while it is called %s', (title) => {
    const uses = [
      aUse({ origins: [anOrigin(cells)] }),
      aUse({ origins: [anOrigin(french)], rightsType: 'SVOD' }),
    ];

    expect(rowsOf(aSoldTitle({ details: { title }, uses }))).toMatchObject([cells, french]);
  });

  it('give way to the one it was given since', () => {
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
  ])('stand beside a year: %s and %s are %s', (said, releaseYear, written) => {
    const uses = [aUse({ origins: [anOrigin({ 'AvailMetadata/ReleaseYear': said })] })];

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

  it('gives back the ids and numbers of the import, as far as they are still so', () => {
    const cells = {
      'AvailAsset/SeriesContentID': 'md:cid:org:studio.example:s',
      'AvailAsset/SeasonContentID': 'md:cid:org:studio.example:s1',
      'AvailAsset/EpisodeContentID': 'md:cid:org:studio.example:s1e3',
      'AvailMetadata/SeasonNumber': '01',
      'AvailMetadata/EpisodeCount': '10',
    };
    const said = { ...cells, 'AvailMetadata/EpisodeNumber': '7' };
    const row = onlyRow(anEpisode({ uses: [aUse({ origins: [anOrigin(said)] })] }));

    expect(row).toMatchObject({ ...cells, 'AvailMetadata/EpisodeNumber': '3' });
  });

  it('of a series without seasons names a first one', () => {
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

  it('says nothing of an episode', () => {
    const cells = { 'AvailMetadata/EpisodeNumber': '1', 'AvailAsset/EpisodeContentID': 'x' };
    const row = onlyRow(season({ uses: [aUse({ origins: [anOrigin(cells)] })] }));

    expect(row).toMatchObject({
      'AvailAsset/WorkType': 'Season',
      'AvailMetadata/SeriesTitleInternalAlias': 'Harbor Lights',
      'AvailMetadata/SeasonTitleInternalAlias': 'Harbor Lights 2',
      'AvailMetadata/SeasonNumber': '2',
      'AvailMetadata/EpisodeCount': '6',
    });
    expect(Object.keys(row).filter((key) => key in cells)).toEqual([]);
  });

  it('is not there when its offers are all those of its episodes', () => {
    expect(availRows(season({ isSoldInParts: true }))).toEqual({ rows: [], leftOut: [] });
  });

  it('is there when it was sold as such', () => {
    const uses = [aUse({ origins: [anOrigin()] })];

    expect(rowsOf(season({ isSoldInParts: true, uses }))).toHaveLength(1);
  });
});

describe('what avails cannot say', () => {
  it.each([
    ['series', 'whole series'],
    ['supplement', 'supplement'],
    ['bundle', 'members'],
  ])('of a %s is left out, and said', (kind, word) => {
    const { rows, leftOut } = availRows(aSoldTitle({ details: { kind, title: 'Extra' } }));

    expect(rows).toEqual([]);
    expect(leftOut).toEqual([{ title: 'Extra', reason: expect.stringContaining(word) as string }]);
  });

  it('of a second licensor is left out, and said', () => {
    const uses = [aUse({ studio: 'Albion' }), aUse({ studio: 'Northlight', rightsType: 'SVOD' })];
    const { rows, leftOut } = availRows(aSoldTitle({ uses }));

    expect(rows.map((row) => row['Avail/DisplayName'])).toEqual(['Northlight']);
    expect(leftOut).toMatchObject([{ reason: expect.stringContaining('Albion') as string }]);
  });

  it('leaves a bundle its members: those the import named, and those that belong to it', () => {
    const member = aKnownTitle({ identifiers: [{ scheme: 'alid', value: 'b' }] });
    const uses = [aUse({ origins: [anOrigin({ 'Avail/BundledALIDs': 'a, b; c' })] })];
    const row = onlyRow(aSoldTitle({ details: { kind: 'bundle' }, members: [member], uses }));

    expect(row['AvailAsset/WorkType']).toBe('Collection');
    expect(row['Avail/BundledALIDs']).toBe('a;b;c');
  });
});

describe('an AvailID', () => {
  it('is the same in every export', () => {
    const title = aSoldTitle({ uses: [aUse({ territories: ['CA', 'US'] })] });

    expect(rowsOf(title)).toEqual(rowsOf(structuredClone(title)));
  });

  it('is no longer than an identifier may be, whatever tells rows apart', () => {
    const long = 'x'.repeat(300);
    const cells = { 'AvailTrans/FormatProfile': '3DUHD', 'AvailTrans/NGAudio': long };
    const row = rowOfUse({ territories: ['CA'], origins: [anOrigin(cells)] });

    expect(row['Avail/AvailID']?.length).toBeLessThan(100);
  });

  it('is the one the studio gave to just this row', () => {
    const origins = [anOrigin({ 'Avail/AvailID': 'studio-17' })];

    expect(rowOfUse({ origins })['Avail/AvailID']).toBe('studio-17');
  });

  it.each([
    ['has a blank', { cells: { 'Avail/AvailID': 'studio 17' }, territories: ['CA'] }],
    [
      'was for several territories',
      { cells: { 'Avail/AvailID': 's-17' }, territories: ['CA', 'US'] },
    ],
  ])('is our own when the studio’s %s', (_what, { cells, territories }) => {
    const origins = [anOrigin(cells, { territories })];

    expect(rowOfUse({ origins })['Avail/AvailID']).toMatch(/^crms:\S+:CA:HD$/);
  });

  it('is not given to two rows', () => {
    const origins = [anOrigin({ 'Avail/AvailID': 'x', 'AvailTrans/AssetLanguage': 'en,fr' })];
    const ids = rowsOf(aSoldTitle({ uses: [aUse({ origins })] })).map(
      (row) => row['Avail/AvailID'],
    );

    expect(ids).toEqual(['x', expect.stringMatching(/^crms:\S+:CA:HD:\w+$/) as string]);
  });
});

import { describe, expect, it } from 'vitest';
import { titleOfOwnAlid } from '../../../../../src/domain/avails/avail-ids';
import { EXPORT_COLUMNS, exportColumns } from '../../../../../src/domain/avails/avail-row';
import { availRows } from '../../../../../src/domain/avails/avail-rows';
import { aKnownTitle, anOrigin, aSoldTitle, aUse } from '../../../../builders/avail-builders';
import { anId, days } from '../../../../builders/license-builders';
import { checkOf, onlyEntry } from '../../../../builders/sheet-builders';
import { rowsOf, onlyRow, rowOfUse } from './exported-rows';

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

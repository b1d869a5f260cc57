import { describe, expect, it } from 'vitest';
import { anOrigin, aSoldTitle, aUse } from '../../../../builders/avail-builders';
import { rowsOf, onlyRow, rowOfUse } from './exported-rows';

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

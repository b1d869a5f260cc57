import { describe, expect, it } from 'vitest';
import type { AvailRow } from '../../../../../src/domain/avails/avail-row';
import { availRows } from '../../../../../src/domain/avails/avail-rows';
import { anOrigin, aSoldTitle, aUse } from '../../../../builders/avail-builders';
import { price, prices } from '../../../../builders/license-builders';
import { rowOfUse } from './exported-rows';

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

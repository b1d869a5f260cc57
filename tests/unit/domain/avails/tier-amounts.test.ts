import { describe, expect, it } from 'vitest';
import type { SoldTitle } from '../../../../src/domain/avails/avail-rows';
import type { PriceEntry } from '../../../../src/domain/price-table/price-cell';
import { Prices } from '../../../../src/domain/price-table/prices';
import { availRows } from '../../../../src/domain/avails/avail-rows';
import { anOrigin, aSoldTitle, aUse } from '../../../builders/avail-builders';
import { days, price, prices } from '../../../builders/license-builders';

const TIER_1 = { kind: 'WSP', amount: null, tier: 'Tier 1' };
const ON_TIER_1 = ['SD', 'UHD'].map((format) => ({ ...TIER_1, format }));

const entry = (parts: Partial<PriceEntry>): PriceEntry => ({
  ...{ tier: 'Tier 1', rightsType: 'EST', kind: 'WSP', format: null, territory: null },
  ...{ currency: 'USD', startsOn: '2025-01-01', price: 999 },
  ...parts,
});
const WRITTEN = [
  ...(['Territory', 'FormatProfile', 'Start', 'End'] as const),
  ...(['PriceType', 'PriceValue', 'PriceCurrency'] as const),
];

const CANADA = { territory: 'CA', currency: 'CAD' };

/** A row for each line: territory, format, days, price, and its AvailID where it is not ours. */
function amountsOf(title: SoldTitle, ...entries: readonly PriceEntry[]) {
  const studio = title.uses[0]?.contract.studio;
  const table = Prices.of(entries);
  const { rows } = availRows(title, { tiers: 'amounts' }, (one) =>
    one === studio ? table : Prices.NONE,
  );
  expect(new Set(rows.map((row) => row['Avail/AvailID'])).size).toBe(rows.length);
  return rows.map((row) =>
    WRITTEN.map((name) => row[`AvailTrans/${name}`])
      .join(' ')
      .trim(),
  );
}

describe('tiers that are exported as amounts', () => {
  it('cost what the table says for territory, format and day', () => {
    const title = aSoldTitle({ uses: [aUse({ territories: ['CA', 'US'], prices: ON_TIER_1 })] });

    expect(
      amountsOf(
        title,
        entry({}),
        entry({ ...CANADA, price: 1299 }),
        entry({ ...CANADA, format: 'UHD', price: 2499 }),
        entry({ ...CANADA, format: 'UHD', price: 2999, startsOn: '2026-07-01' }),
      ),
    ).toEqual([
      'CA SD 2026-01-01 2026-12-31 WSP 12.99 CAD',
      'CA UHD 2026-01-01 2026-06-30 WSP 24.99 CAD',
      'CA UHD 2026-07-01 2026-12-31 WSP 29.99 CAD',
      'US SD 2026-01-01 2026-12-31 WSP 9.99 USD',
      'US UHD 2026-01-01 2026-12-31 WSP 9.99 USD',
    ]);
  });

  it('are one row where nothing changes on its days, also right before and after', () => {
    const title = aSoldTitle({ uses: [aUse({ prices: [{ ...TIER_1, format: null }] })] });

    expect(
      amountsOf(
        title,
        entry({ price: 1 }),
        entry({ startsOn: '2026-01-01' }),
        entry({ startsOn: '2026-03-01', format: 'UHD', price: 5 }),
        entry({ startsOn: '2027-01-01', price: 2 }),
      ),
    ).toEqual(['CA HD 2026-01-01 2026-12-31 WSP 9.99 USD']);
  });

  it('stay tiers while the table has no amount or says that it is not sold', () => {
    const title = aSoldTitle({ uses: [aUse({ prices: [{ ...TIER_1, format: 'HD' }] })] });

    expect(
      amountsOf(
        title,
        entry({ startsOn: '2026-03-01' }),
        entry({ startsOn: '2026-05-01', price: 'not-sold' }),
      ),
    ).toEqual([
      'CA HD 2026-01-01 2026-02-28 Tier Tier 1',
      'CA HD 2026-03-01 2026-04-30 WSP 9.99 USD',
      'CA HD 2026-05-01 2026-12-31 Tier Tier 1',
    ]);
    expect(amountsOf(title)).toEqual(['CA HD 2026-01-01 2026-12-31 Tier Tier 1']);
  });

  it('are amounts also in rows that were imported on tiers, with their kind', () => {
    const cells = { 'AvailTrans/PriceType': 'Category', 'AvailTrans/PriceValue': 'NR' };
    const origin = anOrigin({ ...cells, 'AvailTrans/PriceCurrency': '' });
    const line = { ...TIER_1, format: 'HD', tier: 'NR' };
    const title = aSoldTitle({ uses: [aUse({ origins: [origin], prices: [line] })] });

    expect(amountsOf(title, entry({ tier: 'nr' }))).toEqual([
      'CA HD 2026-01-01 2026-12-31 WSP 9.99 USD',
    ]);
    expect(amountsOf(title)).toEqual(['CA HD 2026-01-01 2026-12-31 Category NR']);
  });

  it('are the amounts that earlier releases stored for them', () => {
    const cells = { 'AvailTrans/PriceType': 'Tier', 'AvailTrans/PriceValue': '2' };
    const origin = anOrigin(
      { ...cells, 'AvailTrans/PriceCurrency': '' },
      { rules: { currency: 'USD', prices: { 'Tier 2': price('4.99') } } },
    );
    const title = aSoldTitle({ uses: [aUse({ origins: [origin], prices: prices('4.99') })] });

    expect(amountsOf(title)).toEqual(['CA HD 2026-01-01 2026-12-31 WSP 4.99 USD']);
  });

  it('are reduced amounts where a temporary tier runs on top of a tier', () => {
    const row = (
      parts: Readonly<Record<string, string>>,
      window = days('2026-01-01', '2026-12-31'),
    ) =>
      anOrigin(
        {
          ...{ 'AvailTrans/PriceType': 'Tier', 'AvailTrans/PriceValue': 'Tier 1' },
          ...{ 'AvailTrans/PriceCurrency': '', ...parts },
        },
        { window, importId: 'i', number: parts['AvailTrans/CampaignID'] === undefined ? 1 : 2 },
      );
    const sale = days('2026-06-01', '2026-06-14');
    const reduced = row(
      {
        ...{ 'AvailTrans/PriceType': 'TPR-Tier', 'AvailTrans/PriceValue': 'Sale' },
        ...{ 'AvailTrans/TPRType': 'Unconditional', 'AvailTrans/CampaignID': 'S' },
      },
      sale,
    );
    const onSale = { ...TIER_1, format: 'HD', tier: 'Sale' };
    const title = aSoldTitle({
      uses: [aUse({ window: sale, origins: [reduced, row({})], prices: [onSale] })],
    });

    expect(amountsOf(title, entry({}), entry({ tier: 'Sale', price: 499 }))).toEqual([
      'CA HD 2026-06-01 2026-06-14 WSP 9.99 USD',
      'CA HD 2026-06-01 2026-06-14 TPR-WSP 4.99 USD',
    ]);
  });

  it('share a row for subscriptions in the territories that cost the same', () => {
    const uses = [
      aUse({
        ...{ rightsType: 'SVOD', territories: ['CA', 'FR', 'US'] },
        prices: [{ ...TIER_1, format: null }],
      }),
    ];
    const svod = { rightsType: 'SVOD' };

    expect(
      amountsOf(
        aSoldTitle({ uses }),
        entry(svod),
        entry({ ...svod, ...CANADA, price: 1299, startsOn: '2026-07-01' }),
      ).map((row) => row.replace(' HD', '')),
    ).toEqual([
      'CA 2026-01-01 2026-06-30 WSP 9.99 USD',
      'CA 2026-07-01 2026-12-31 WSP 12.99 CAD',
      'FR, US 2026-01-01 2026-12-31 WSP 9.99 USD',
    ]);
  });

  it('are named without that style', () => {
    const title = aSoldTitle({ uses: [aUse({ prices: [{ ...TIER_1, format: 'HD' }] })] });
    const { rows } = availRows(title, {}, () => Prices.of([entry({})]));

    expect(rows.map((row) => row['AvailTrans/PriceValue'])).toEqual(['Tier 1']);
  });
});

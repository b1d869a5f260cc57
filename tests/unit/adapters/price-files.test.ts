import { describe, expect, it } from 'vitest';
import { priceFile, readRows } from '../../../src/adapters/avails/price-files';
import { sheetRows } from '../../../src/domain/price-table/price-sheet';
import { Prices } from '../../../src/domain/price-table/prices';
import { anEdit, inCanada } from '../../builders/price-table-builders';

const ROWS = sheetRows(
  Prices.NONE.with([
    anEdit(),
    anEdit({ startsOn: '2027-01-01', price: 1690 }),
    anEdit({ startsOn: '2028-01-01', price: 1700 }),
    inCanada({ format: 'UHD', price: 'not-sold' }),
    inCanada({ format: 'UHD', price: 'same', startsOn: '2027-01-01' }),
    anEdit({ tier: '=1+1', price: 0 }),
    anEdit({ tier: "'+Élan, “new”; old\t_x0041_" }),
    anEdit({ tier: '007' }),
    anEdit({ tier: '1.50' }),
    anEdit({ territory: 'KW', currency: 'KWD', price: 2_147_483_647 }),
    anEdit({ territory: 'JP', currency: 'JPY', price: 550 }),
  ]).entries,
);

describe.each(['csv', 'xlsx'] as const)('a price table as %s', (format) => {
  it('is read back, cell by cell', async () => {
    expect(await readRows(priceFile(format, ROWS))).toEqual(ROWS.map((row) => asRead(row, format)));
  });

  it('keeps its rows where some between them are blank', async () => {
    const rows = [['Tier', 'USD'], [], ['Tier 1', '14.99']];

    expect(await readRows(priceFile(format, rows))).toEqual(rows);
  });
});

it.each([
  ['semicolons', 'Tier;USD\r\nTier 1;14,99\r\n'],
  ['tabs', 'Tier\tUSD\nTier 1\t14,99'],
])('CSV is read with %s', async (_what, text) => {
  expect(await readRows(Buffer.from(text))).toEqual([
    ['Tier', 'USD'],
    ['Tier 1', '14,99'],
  ]);
});

it.each([
  ['a file in another encoding', Buffer.from('Tier;USD\nÉlan;1', 'latin1'), 'CSV UTF-8'],
  ['an archive', Buffer.from('504b0304', 'hex'), 'damaged'],
  ['a large CSV', Buffer.alloc(2 * 1024 * 1024 + 1, 'a'), 'larger than 2 MB'],
  ['too many rows', Buffer.from('a\n'.repeat(50_001)), 'more than 50,000 rows'],
])('%s is refused', async (_what, bytes, why) => {
  await expect(readRows(bytes)).rejects.toThrow(why);
});

/** Numbers of a workbook are read in their shortest form. */
function asRead(row: readonly string[], format: 'csv' | 'xlsx'): readonly string[] {
  const price = row.at(-1) ?? '';
  const isNumber = format === 'xlsx' && /^\d/.test(price);
  return isNumber ? [...row.slice(0, -1), String(Number(price))] : row;
}

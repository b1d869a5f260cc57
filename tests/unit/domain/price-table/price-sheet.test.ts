import { describe, expect, it } from 'vitest';
import {
  isSheet,
  readSheet,
  SHEET_COLUMNS,
  sheetRows,
} from '../../../../src/domain/price-table/price-sheet';
import { Prices } from '../../../../src/domain/price-table/prices';
import { anEdit, inCanada } from '../../../builders/price-table-builders';

const TABLE = Prices.NONE.with([
  anEdit(),
  anEdit({ startsOn: '2027-01-01', price: 1699 }),
  inCanada({ format: 'UHD', price: 'not-sold' }),
  inCanada({ format: 'UHD', price: 'same', startsOn: '2027-01-01' }),
  anEdit({ tier: 'Free', price: 0 }),
  anEdit({ territory: 'JP', currency: 'JPY', price: 550 }),
]);

describe('a price table as a sheet', () => {
  it('is read back without a change', () => {
    const { lines, refusal } = readSheet(sheetRows(TABLE.entries), TABLE);

    expect(refusal).toBeNull();
    expect(lines.map(({ fate }) => fate)).toEqual(TABLE.entries.map(() => 'same'));
  });

  it('is read into an empty table as it is', () => {
    const { lines } = readSheet(sheetRows(TABLE.entries), Prices.NONE);
    const entries = lines.flatMap((line) => (line.fate === 'new' ? [line.entry] : []));

    expect(sheetRows(Prices.of(entries).entries)).toEqual(sheetRows(TABLE.entries));
  });

  it('has its columns in any order and spelling; others say nothing', () => {
    const [head = [], first = []] = sheetRows([{ ...anEdit(), price: 1499 }]);
    const rows = [
      ['NOTE', ...head.map((name) => name.toUpperCase()).reverse()],
      ['x', ...first.toReversed()],
    ];

    expect(isSheet(rows)).toBe(true);
    expect(readSheet(rows, TABLE).lines).toMatchObject([{ fate: 'same', where: 'Row 2' }]);
    expect(isSheet([head.slice(1)])).toBe(false);
  });

  it('tells what is new and changed, and skips rows without a price', () => {
    expect(
      fates(row({ Price: '15.99' }), row({ From: '2028-01-01', Price: 'same' }), row()),
    ).toEqual([
      ['Row 2', 'changed'],
      ['Row 3', 'new'],
    ]);
  });

  it.each([
    [{ Price: 'on request' }, 'Enter the price like 4.99.'],
    [{ Price: '1', From: '2027-02-30' }, '“2027-02-30”'],
    [{ Price: '1', Currency: 'BTC' }, 'BTC'],
    [{ Price: '1', Territory: 'XX' }, 'XX'],
    [{ Price: '1', Format: '8K' }, '8K'],
    [{ Price: '1', Tier: '' }, 'tier'],
  ])('says why %o cannot be read', (cells, why) => {
    const [line] = readSheet([[...SHEET_COLUMNS], row(cells)], TABLE).lines;

    expect(line).toMatchObject({ fate: 'unreadable', where: 'Row 2' });
    expect(line?.fate === 'unreadable' && line.why.toLowerCase()).toContain(
      why.toLowerCase().slice(0, 6),
    );
  });

  it('is read once for each cell and day', () => {
    expect(fates(row({ Price: '1' }), row({ Tier: 'TIER 1', Price: '2' }))).toEqual([
      ['Row 2', 'changed'],
      ['Row 3', 'unreadable'],
    ]);
  });

  it('is refused without prices', () => {
    expect(readSheet([[...SHEET_COLUMNS], row()], TABLE).refusal).toBe('The file has no prices.');
  });
});

function row(cells: Partial<Record<(typeof SHEET_COLUMNS)[number], string>> = {}): string[] {
  const usual = {
    ...{ Tier: 'Tier 1', 'Rights type': 'EST', 'Kind of price': 'SRP', Format: 'all' },
    ...{ Territory: 'all', Currency: 'usd', From: '2026-01-01', Price: '' },
  };
  return SHEET_COLUMNS.map((column) => ({ ...usual, ...cells })[column]);
}

function fates(...rows: readonly string[][]) {
  return readSheet([[...SHEET_COLUMNS], ...rows], TABLE).lines.map(({ where, fate }) => [
    where,
    fate,
  ]);
}

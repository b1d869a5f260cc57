import { describe, expect, it } from 'vitest';
import type { AvailUse } from '../../../../src/domain/avails/right-cells';
import type { OriginRow } from '../../../../src/domain/avails/origin-row';
import { Takedown } from '../../../../src/domain/content/takedown';
import { availRows } from '../../../../src/domain/avails/avail-rows';
import { anOrigin, aSoldTitle, aUse } from '../../../builders/avail-builders';
import { anId, days, price, prices } from '../../../builders/license-builders';

const YEAR = { window: days('2026-01-01', '2026-12-31') };
const JUNE = days('2026-06-01', '2026-06-30');
const cost = (value: string) => ({ 'AvailTrans/PriceValue': value });

/** A row for the year at $4.99. */
const base = anOrigin({ 'Avail/AvailID': 'base' }, YEAR);

/** A row for June at $0.99, of a campaign. */
const temporary = anOrigin(
  {
    ...{ 'Avail/AvailID': 'june', 'AvailTrans/PriceType': 'TPR-WSP', ...cost('0.99') },
    ...{ 'AvailTrans/TPRType': 'Conditional', 'AvailTrans/CampaignID': 'SUMMER' },
  },
  { window: JUNE },
);

/** The offers into which a temporary price in June splits that of the year. */
function split(parts: {
  readonly base?: readonly OriginRow[];
  readonly june?: readonly OriginRow[];
  readonly at?: string;
  readonly costs?: AvailUse['offer']['prices'];
  readonly of?: Parameters<typeof aUse>[0];
}) {
  const {
    base: usual = [base],
    june = [temporary, base],
    at = '0.99',
    costs = prices('4.99'),
  } = parts;
  const license = { licenseId: anId(), ...parts.of };
  return [
    aUse({ ...license, window: days('2026-01-01', '2026-05-31'), prices: costs, origins: usual }),
    aUse({ ...license, window: JUNE, prices: prices(at), origins: june }),
    aUse({ ...license, window: days('2026-07-01', '2026-12-31'), prices: costs, origins: usual }),
  ];
}

function written(uses: readonly AvailUse[], takedowns: readonly Takedown[] = []) {
  return availRows(aSoldTitle({ uses, takedowns })).rows.map((row) =>
    ['Start', 'End', 'FormatProfile', 'PriceType', 'PriceValue', 'TPRType', 'CampaignID']
      .map((name) => row[`AvailTrans/${name}` as 'AvailTrans/Start'] ?? '')
      .join(' ')
      .trim(),
  );
}

const BASE = '2026-01-01 2026-12-31 HD WSP 4.99';
const IN_JUNE = '2026-06-01 2026-06-30 HD TPR-WSP 0.99 Conditional SUMMER';

describe('a temporary price', () => {
  it('leaves as it came in, on top of the row that it reduces', () => {
    const uses = split({});
    expect(written(uses)).toEqual([BASE, IN_JUNE]);
    const { rows } = availRows(aSoldTitle({ uses }));
    expect(rows.map((row) => row['Avail/AvailID'])).toEqual(['base', 'june']);
  });

  it.each<readonly [string, Partial<OriginRow['cells']>]>([
    ['a tier', { 'AvailTrans/PriceType': 'TPR-Tier', ...cost('2') }],
    ['a category', { 'AvailTrans/PriceType': 'TPR-Category', ...cost('NR') }],
  ])('can be %s', (_, cells) => {
    const row = { ...temporary, cells: { ...temporary.cells, ...cells } as OriginRow['cells'] };
    const [before, june, after] = split({ june: [row, base] });
    const tier = cells['AvailTrans/PriceValue'] === 'NR' ? 'NR' : 'Tier 2';
    const named = [{ format: null, kind: 'WSP', amount: null, tier }];
    const uses = [before, june && { ...june, offer: { ...june.offer, prices: named } }, after];

    expect(written(uses.filter((use) => use !== undefined))).toEqual([
      BASE,
      IN_JUNE.replace(
        'TPR-WSP 0.99',
        `${cells['AvailTrans/PriceType'] ?? ''} ${cells['AvailTrans/PriceValue'] ?? ''}`,
      ),
    ]);
  });

  it.each<readonly [string, Parameters<typeof split>[0]]>([
    ['that was changed since', { at: '1.99' }],
    [
      'whose row says nothing of other days',
      { june: [temporary], base: [], of: { territories: ['CA'] }, costs: [] },
    ],
  ])('%s is a price like any other', (_, parts) => {
    const june = written(split(parts)).find((row) => row.startsWith('2026-06-01'));
    expect(june).toBe(`2026-06-01 2026-06-30 HD WSP ${parts.at ?? '0.99'}`);
  });

  it('is on top of what runs right before it, where nobody imported that', () => {
    const costs = prices('4.99').map((line) => ({ ...line, format: 'HD' }));
    const [before, june, after] = split({ base: [], june: [temporary], costs });
    const reduced = june && {
      ...june,
      offer: { ...june.offer, prices: prices('0.99').map((line) => ({ ...line, format: 'HD' })) },
    };
    const uses = [before, reduced, after].filter((use) => use !== undefined);

    expect(written(uses)).toEqual([BASE, IN_JUNE]);
    expect(written(uses.slice(0, 2))).toEqual([BASE.replace('12-31', '06-30'), IN_JUNE]);
    expect(written(uses.slice(1))).toEqual([BASE.replace('01-01', '06-01'), IN_JUNE]);
  });

  it('stays on top of two rows that follow each other', () => {
    const [first, second] = [
      anOrigin({}, { window: days('2026-01-01', '2026-06-14') }),
      anOrigin(cost('3.99'), { window: days('2026-06-15', '2026-12-31') }),
    ];
    const [before, june, after] = split({ base: [first], june: [temporary, first, second] });
    const later = after && {
      ...after,
      origins: [second],
      offer: { ...after.offer, prices: prices('3.99') },
    };

    expect(written([before, june, later].filter((use) => use !== undefined))).toEqual([
      '2026-01-01 2026-06-14 HD WSP 4.99',
      '2026-06-15 2026-12-31 HD WSP 3.99',
      IN_JUNE,
    ]);
    const alone = availRows(aSoldTitle({ uses: [june].filter((use) => use !== undefined) }));
    expect(new Set(alone.rows.map((row) => row['Avail/AvailID'])).size).toBe(3);
  });

  it('is for its format alone, and the row of another one stays whole', () => {
    const of = (format: string, row: OriginRow) => ({
      ...row,
      cells: { ...row.cells, 'AvailTrans/FormatProfile': format },
    });
    const list = (sd: string) =>
      [['SD', sd] as const, ['HD', '4.99'] as const].map(([format, amount]) => ({
        ...{ format, kind: 'WSP', amount: price(amount), tier: null },
      }));
    const rows = [of('SD', base), of('HD', base)];
    const [before, june, after] = split({
      ...{ base: rows, june: [of('SD', temporary), ...rows], costs: list('4.99') },
    });
    const reduced = june && { ...june, offer: { ...june.offer, prices: list('0.99') } };

    expect(written([before, reduced, after].filter((use) => use !== undefined))).toEqual([
      BASE.replace('HD', 'SD'),
      BASE,
      IN_JUNE.replace('HD', 'SD'),
    ]);
  });

  it('of a subscription stands for all formats, which the rows of the others do not say', () => {
    const sd = { ...base, cells: { ...base.cells, 'AvailTrans/FormatProfile': 'SD' } };
    const uses = split({
      base: [base, sd],
      june: [temporary, base, sd],
      of: { rightsType: 'SVOD' },
    });

    expect(written(uses)).toEqual([BASE, BASE.replace('HD', 'SD'), IN_JUNE]);
  });

  it('is left out with its row on days that are taken down', () => {
    const takedown = Takedown.of({
      ...{ number: 2, territories: null, rightsTypes: null, reason: 'Dispute' },
      days: { startsOn: '2026-06-11', endsOn: '2026-06-21' },
    });

    expect(written(split({}), [takedown])).toEqual([
      BASE.replace('12-31', '06-10'),
      IN_JUNE.replace('06-30', '06-10'),
      BASE.replace('01-01', '06-21'),
      IN_JUNE.replace('06-01', '06-21'),
    ]);
  });

  it('that lasts as long as its row leaves both', () => {
    const long = { ...temporary, window: YEAR.window };
    const uses = [aUse({ ...YEAR, prices: prices('0.99'), origins: [long, base] })];

    expect(written(uses)).toEqual([BASE, `2026-01-01 2026-12-31 ${IN_JUNE.slice(22)}`]);
    const ids = availRows(aSoldTitle({ uses })).rows.map((row) => row['Avail/AvailID']);
    expect(ids).toEqual(['base', 'june']);
  });

  it('has an AvailID beside that of its row when nobody gave them one', () => {
    const without = (row: OriginRow, window = row.window) => ({
      ...{ ...row, window },
      cells: { ...row.cells, 'Avail/AvailID': '' },
    });
    const uses = [
      aUse({
        ...YEAR,
        prices: prices('0.99'),
        origins: [without(temporary, YEAR.window), without(base)],
      }),
    ];
    const ids = availRows(aSoldTitle({ uses })).rows.map((row) => row['Avail/AvailID']);

    expect(new Set(ids).size).toBe(2);
  });
});

describe('a row whose offer another format split', () => {
  const line = (format: string, amount: string) => ({
    ...{ format, kind: 'WSP', amount: price(amount), tier: null },
  });
  const halves = (first: string, second: string) => {
    const licenseId = anId();
    return [
      aUse({
        licenseId,
        window: days('2026-01-01', '2026-06-30'),
        prices: [line('SD', first), line('HD', '4.99')],
      }),
      aUse({
        licenseId,
        window: days('2026-07-01', '2026-12-31'),
        prices: [line('SD', second), line('HD', '4.99')],
      }),
    ];
  };

  it('is one row again', () => {
    expect(written(halves('3.99', '2.99'))).toEqual([
      '2026-01-01 2026-06-30 SD WSP 3.99',
      BASE,
      '2026-07-01 2026-12-31 SD WSP 2.99',
    ]);
  });

  it('stays two rows where a person made two offers of it', () => {
    expect(written(halves('3.99', '3.99'))).toHaveLength(4);
  });

  it('stays two rows where one of the offers has a price for all formats', () => {
    const [first, second] = halves('3.99', '4.99').map((use) => {
      return { ...use, license: { ...use.license, formats: ['SD', 'HD'] } };
    });
    const forAll = second && { ...second, offer: { ...second.offer, prices: prices('4.99') } };

    expect(written([first, forAll].filter((use) => use !== undefined)).toSorted()).toEqual([
      '2026-01-01 2026-06-30 HD WSP 4.99',
      '2026-01-01 2026-06-30 SD WSP 3.99',
      '2026-07-01 2026-12-31 HD WSP 4.99',
      '2026-07-01 2026-12-31 SD WSP 4.99',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  REASON,
  SALE,
  IN_US,
  AS_RENTAL,
  SPRING,
  fullDelete,
  entry,
  withRows,
} from './support-deletions';

describe('a full delete', () => {
  it('takes the title down from today for what the row names, and keeps its offer', async () => {
    const memory = await withRows(SALE, { ...SALE, ...IN_US }, { ...SALE, ...AS_RENTAL });
    const { items, blocked } = await memory.import([fullDelete(SALE)]);

    expect(blocked).toEqual([]);
    expect(items.map(({ outcome, words, rows }) => [outcome, words, rows])).toEqual([
      [
        'taken-down',
        `Taken down from 15 Jan 2027 in Canada as EST: ${REASON}`,
        [{ sheet: 'Avails', row: 4 }],
      ],
    ]);
    expect(memory.shown('CA', 'EST')).toEqual(['2027-01-01 2027-01-15']);
    expect(memory.shown('US', 'EST')).toEqual(['2027-01-01 2028-01-01']);
    expect(memory.shown('CA', 'TVOD')).toEqual(['2027-01-01 2028-01-01']);
    expect(memory.title.offers).toHaveLength(2);
  });

  it('begins on the first day that would be on offer, or on the row’s own later day', async () => {
    const soon = { ...SALE, 'AvailTrans/Start': '2027-03-01' };
    const future = await withRows(soon);
    await future.import([fullDelete(soon)]);
    const dated = await withRows(SALE);
    await dated.import([fullDelete(SALE, { 'AvailTrans/Start': '2027-02-01' })]);
    const past = await withRows(SALE);
    await past.import([fullDelete(SALE, { 'AvailTrans/Start': '2027-01-10' })]);

    expect(future.title.takedowns).toEqual([`2027-03-01 open CA EST ${REASON}`]);
    expect(dated.title.takedowns).toEqual([`2027-02-01 open CA EST ${REASON}`]);
    expect(past.title.takedowns).toEqual([`2027-01-15 open CA EST ${REASON}`]);
  });

  it('makes as few takedowns as are exact', async () => {
    const rows = [SALE, { ...SALE, ...IN_US }, { ...SALE, ...AS_RENTAL }];
    const memory = await withRows(...rows, { ...SALE, ...IN_US, ...AS_RENTAL });
    await memory.import(rows.map((row) => fullDelete(row)));
    const whole = await withRows(...rows);
    await whole.import([...rows.slice(0, 2), rows[2] ?? {}].map((row) => fullDelete(row)));

    expect(memory.title.takedowns).toEqual([
      `2027-01-15 open CA EST+TVOD ${REASON}`,
      `2027-01-15 open US EST ${REASON}`,
    ]);
    expect(memory.shown('US', 'TVOD')).toEqual(['2027-01-01 2028-01-01']);
    expect(whole.shown('CA', 'TVOD')).toEqual(['2027-01-01 2027-01-15']);
  });

  it('keeps down what a longer deletion names, when a shorter one beside it ends', async () => {
    const winter = { ...SALE, 'Avail/AvailID': 'winter', 'AvailTrans/Start': '2027-11-01' };
    const inUs = { ...winter, ...IN_US, 'Avail/AvailID': 'winter-us' };
    const rental = { ...inUs, ...AS_RENTAL, 'Avail/AvailID': 'winter-us-rental' };
    const spring = { ...SALE, ...SPRING, ...IN_US };
    const memory = await withRows(winter, inUs, spring, rental);
    await memory.import([entry('Delete', winter), entry('Delete', inUs)]);
    await memory.import([fullDelete(inUs)]);
    const { blocked } = await memory.import([entry('Create', winter), entry('Create', rental)]);

    expect(blocked).toEqual([]);
    expect(memory.shown('CA', 'EST')).toEqual(['2027-11-01 2028-01-01']);
    expect(memory.shown('US', 'EST')).toEqual(['2027-01-01 2027-01-15']);
  });

  it('of what was never granted, is over or is down already changes nothing and says so', async () => {
    const memory = await withRows(SALE, {
      ...SALE,
      ...AS_RENTAL,
      ...{ 'AvailTrans/Start': '2026-01-01', 'AvailTrans/End': '2026-12-31' },
    });
    await memory.import([fullDelete(SALE)]);
    const before = memory.title;
    const { items, blocked } = await memory.import([
      fullDelete(SALE),
      fullDelete(SALE, IN_US),
      fullDelete(SALE, AS_RENTAL),
      fullDelete(SALE, { 'Avail/ALID': 'another', 'AvailAsset/ContentID': 'another' }),
    ]);

    expect(blocked).toEqual([]);
    expect(memory.title).toEqual(before);
    expect(items.map(({ outcome, words }) => [outcome, words])).toEqual([
      ['unchanged', 'It is already taken down in Canada as EST'],
      ['unchanged', 'It has no rights in United States as EST, so there is nothing to delete'],
      [
        'unchanged',
        'It has no offer in Canada as TVOD from 15 Jan 2027 on, so there is nothing to delete',
      ],
      ['unchanged', 'It has no rights in Canada as EST, so there is nothing to delete'],
    ]);
  });

  it('is blocked where another studio licenses the title, too', async () => {
    const memory = await withRows(SALE);
    const later = { 'AvailTrans/Start': '2028-01-01', 'AvailTrans/End': '2028-12-31' };
    await memory.import([{ ...SALE, ...later, 'Avail/DisplayName': 'Meridian' }]);
    const { blocked } = await memory.import([fullDelete(SALE)]);

    expect(blocked).toEqual([
      expect.stringContaining('Meridian also licenses this title as EST in Canada'),
    ]);
    expect(memory.title.takedowns).toEqual([]);
  });

  it('is undone with its import', async () => {
    const memory = await withRows(SALE, { ...SALE, ...IN_US }, { ...SALE, ...AS_RENTAL });
    const before = memory.title;
    const deleted = await memory.import([fullDelete(SALE), fullDelete(SALE, AS_RENTAL)]);
    await memory.undo(deleted);

    expect(memory.title).toEqual(before);
    expect(before.takedowns).toEqual([]);
  });
});

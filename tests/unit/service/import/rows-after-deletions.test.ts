import { describe, expect, it } from 'vitest';
import {
  SALE,
  IN_US,
  AS_RENTAL,
  SPRING,
  SUMMER,
  fullDelete,
  entry,
  withRows,
} from './support-deletions';

describe('a later row', () => {
  it('that grants the same again brings the title back, and undoing it takes it down again', async () => {
    const memory = await withRows(SALE);
    await memory.import([fullDelete(SALE)]);
    const down = memory.shown('CA', 'EST');
    const granted = await memory.import([SALE], '2027-02-01');

    expect(granted.items.map(({ outcome, words }) => [outcome, words])).toEqual([
      ['changed', 'Brought back from 1 Feb 2027 in Canada as EST'],
      ['unchanged', 'Movie. EST: 1 offer is as the file says'],
    ]);
    expect(memory.shown('CA', 'EST')).toEqual(['2027-01-01 2027-01-15', '2027-02-01 2028-01-01']);
    await memory.undo(granted);
    expect(memory.shown('CA', 'EST')).toEqual(down);
    await memory.import([SALE], '2027-03-01');
    expect(memory.shown('CA', 'EST')).toEqual(['2027-01-01 2027-01-15', '2027-03-01 2028-01-01']);
  });

  it('brings back from its own first day, with its own price', async () => {
    const memory = await withRows(SALE);
    await memory.import([fullDelete(SALE)]);
    const spring = { ...SALE, 'AvailTrans/Start': '2027-04-01', 'AvailTrans/PriceValue': '6.99' };
    await memory.import([spring], '2027-02-01');

    expect(memory.shown('CA', 'EST')).toEqual(['2027-04-01 2028-01-01']);
  });

  it('that grants a part brings back that part alone', async () => {
    const inUs = { ...SALE, ...IN_US };
    const memory = await withRows(SALE, inUs);
    await memory.import([fullDelete(SALE), fullDelete(inUs)]);
    const { items } = await memory.import([inUs], '2027-02-01');

    expect(items.map(({ words }) => words)[0]).toBe(
      'Brought back from 1 Feb 2027 in Canada and United States as EST. Stays taken down from 1 Feb 2027 in Canada as EST',
    );
    expect(memory.shown('CA', 'EST')).toEqual(['2027-01-01 2027-01-15']);
    expect(memory.shown('US', 'EST')).toEqual(['2027-01-01 2027-01-15', '2027-02-01 2028-01-01']);
  });

  it('that grants one rights type again leaves the others down', async () => {
    const memory = await withRows(SALE, { ...SALE, ...AS_RENTAL });
    await memory.import([fullDelete(SALE), fullDelete(SALE, AS_RENTAL)]);
    expect(memory.title.takedowns).toHaveLength(1);
    await memory.import([entry('Create', { ...SALE, 'Avail/AvailID': 'again' })]);

    expect(memory.shown('CA', 'EST')).toEqual(['2027-01-01 2028-01-01']);
    expect(memory.shown('CA', 'TVOD')).toEqual(['2027-01-01 2027-01-15']);
  });

  it('that creates one of several windows leaves the others down', async () => {
    const memory = await withRows({ ...SALE, ...SPRING }, { ...SALE, ...SUMMER });
    await memory.import([fullDelete(SALE)]);
    await memory.import([entry('Create', { ...SALE, ...SPRING, 'Avail/AvailID': 'again' })]);

    expect(memory.shown('CA', 'EST')).toEqual(['2027-01-01 2027-06-01']);
  });

  it('does not end a takedown by a person, and says that it stays', async () => {
    const memory = await withRows(SALE);
    await memory.takeDown('2027-03-01');
    const { items } = await memory.import([SALE]);

    expect(items.map(({ words }) => words)).toContain(
      'Taken down from 1 Mar 2027 everywhere: Rights dispute. A person took it down, so it stays down',
    );
    expect(memory.shown('CA', 'EST')).toEqual(['2027-01-01 2027-03-01']);
  });

  it('that says what is shown, as our exports do, changes nothing', async () => {
    const memory = await withRows(SALE);
    await memory.takeDown('2027-03-01');
    const before = memory.title;
    await memory.import([{ ...SALE, 'AvailTrans/End': '2027-02-28' }]);

    expect(memory.title).toEqual(before);
  });

  it('for another rights type leaves deleted rights as they are', async () => {
    const memory = await withRows(SALE, { ...SALE, ...AS_RENTAL });
    await memory.import([fullDelete(SALE)]);
    const before = memory.title;
    await memory.import([{ ...SALE, ...AS_RENTAL }]);

    expect(memory.title.takedowns).toEqual(before.takedowns);
  });
});

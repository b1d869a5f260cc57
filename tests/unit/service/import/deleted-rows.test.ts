import { describe, expect, it } from 'vitest';
import { union } from '../../../../src/domain/content/coverage';
import { REASON, SALE, SPRING, SUMMER, entry, withRows } from './support-deletions';

describe('the deletion of a single row', () => {
  it('takes the title down for the rest of the row’s window', async () => {
    const memory = await withRows({ ...SALE, ...SPRING }, { ...SALE, ...SUMMER });
    const { items } = await memory.import([entry('Delete', { ...SALE, ...SPRING })]);

    expect(items.map(({ words }) => words)).toEqual([
      `Taken down 15 Jan – 31 May 2027 in Canada as EST: ${REASON}`,
    ]);
    expect(memory.shown('CA', 'EST')).toEqual(['2027-01-01 2027-01-15', '2027-06-01 2028-01-01']);
    await memory.import([entry('Delete', { ...SALE, ...SUMMER })]);
    expect(memory.shown('CA', 'EST')).toEqual(['2027-01-01 2027-01-15']);
  });

  it('of an AvailID that was never imported changes nothing and says so', async () => {
    const memory = await withRows({ ...SALE, ...SPRING });
    const { items, blocked } = await memory.import([entry('Delete', { ...SALE, ...SUMMER })]);

    expect(blocked).toEqual([]);
    expect(items.map(({ outcome, words }) => [outcome, words])).toEqual([
      [
        'unchanged',
        'No row with the AvailID summer was imported in Canada as EST before, so there is nothing to delete',
      ],
    ]);
  });

  it('ends its format while another is sold by the same offer, and the sale with the last', async () => {
    const sd = { ...SALE, ...SPRING, 'Avail/AvailID': 'sd', 'AvailTrans/FormatProfile': 'SD' };
    const memory = await withRows({ ...SALE, ...SPRING }, sd);
    const one = await memory.import([entry('Delete', sd)]);

    expect(one.blocked).toEqual([]);
    expect(memory.sold('CA', 'EST')).toEqual([
      '2027-01-01 2027-01-15: SD $9.99, HD $9.99',
      '2027-01-15 2027-06-01: HD $9.99',
    ]);
    expect(memory.title.takedowns).toEqual([]);
    await memory.undo(one);
    await memory.import([entry('Delete', sd), entry('Delete', { ...SALE, ...SPRING })]);
    expect(memory.shown('CA', 'EST')).toEqual(['2027-01-01 2027-01-15']);
  });

  it('is blocked for a temporary price, whose end is no end of the sale', async () => {
    const sale = { ...SALE, 'Avail/AvailID': 'base' };
    const reduced = {
      ...SALE,
      ...{ 'Avail/AvailID': 'tpr', 'AvailTrans/PriceType': 'TPR-WSP' },
      ...{ 'AvailTrans/PriceValue': '0.99', 'AvailTrans/Start': '2027-03-01' },
      'AvailTrans/End': '2027-03-07',
    };
    const memory = await withRows(sale, reduced);
    const { blocked } = await memory.import([entry('Delete', reduced)]);

    expect(blocked).toEqual([expect.stringContaining('is a temporary price')]);
    expect(memory.title.takedowns).toEqual([]);
  });

  it.each([
    ['in its midst', '2027-03-01', '2027-03-07'],
    ['on its first day', '2027-01-01', '2027-02-07'],
    ['on its last day', '2027-05-20', '2027-05-31'],
    ['across its end', '2027-05-20', '2027-06-20'],
  ])(
    'takes down all that a temporary price %s has made of its offer, and no more',
    async (_, from, to) => {
      const reduced = {
        ...SALE,
        ...{ 'Avail/AvailID': 'tpr', 'AvailTrans/PriceType': 'TPR-WSP' },
        ...{ 'AvailTrans/PriceValue': '0.99', 'AvailTrans/Start': from, 'AvailTrans/End': to },
      };
      const memory = await withRows({ ...SALE, ...SPRING }, { ...SALE, ...SUMMER }, reduced);
      const { blocked } = await memory.import([entry('Delete', { ...SALE, ...SPRING })]);

      expect(blocked).toEqual([]);
      const shown = memory
        .shown('CA', 'EST')
        .map((span) => span.split(' '))
        .map(([startsOn = '', endsOn = '']) => ({ startsOn, endsOn }));
      expect(union(shown)).toEqual([
        { startsOn: '2027-01-01', endsOn: '2027-01-15' },
        { startsOn: '2027-06-01', endsOn: '2028-01-01' },
      ]);
    },
  );

  it('leaves what another row has granted since', async () => {
    const memory = await withRows({ ...SALE, ...SPRING });
    const shorter = { ...SALE, ...SPRING, 'AvailTrans/End': '2027-03-31' };
    const rest = {
      ...{ ...SALE, 'Avail/AvailID': 'rest', 'AvailTrans/PriceValue': '6.99' },
      ...{ 'AvailTrans/Start': '2027-04-01', 'AvailTrans/End': '2027-05-31' },
    };
    await memory.import([entry('Update', shorter), entry('Create', rest)]);
    await memory.import([entry('Delete', shorter)]);

    expect(memory.shown('CA', 'EST')).toEqual(['2027-01-01 2027-01-15', '2027-04-01 2027-06-01']);
  });

  it('gives way to a new row for the same days', async () => {
    const memory = await withRows({ ...SALE, ...SPRING });
    const again = { ...SALE, ...SPRING, 'Avail/AvailID': 'new', 'AvailTrans/PriceValue': '6.99' };
    const { blocked } = await memory.import([
      entry('Delete', { ...SALE, ...SPRING }),
      entry('Create', again),
    ]);

    expect(blocked).toEqual([]);
    expect(memory.title).toEqual({ offers: ['EST CA 2027-01-01 2027-06-01'], takedowns: [] });
  });
});

describe('a deleted window that a temporary price split and that has partly passed', () => {
  const base = { ...SALE, ...SPRING };
  const reduced = {
    ...{ ...SALE, 'Avail/AvailID': 'tpr', 'AvailTrans/PriceType': 'TPR-WSP' },
    ...{ 'AvailTrans/PriceValue': '0.99', 'AvailTrans/Start': '2027-03-01' },
    'AvailTrans/End': '2027-03-07',
  };
  const again = { ...base, 'Avail/AvailID': 'again', 'AvailTrans/PriceValue': '6.99' };

  it.each([
    ['in the gap of the parts', '2027-03-20'],
    ['during the temporary price', '2027-03-05'],
  ])('is granted again by a later file, deleted %s', async (_, day) => {
    const memory = await withRows(base, reduced);
    await memory.import([entry('Delete', base)], day);
    const { blocked } = await memory.import([entry('Create', again)], '2027-03-25');

    expect(blocked).toEqual([]);
    expect(memory.sold('CA', 'EST')).toEqual(['2027-01-01 2027-06-01: HD $6.99']);
  });

  it('is granted again by the file that deletes it, and comes back when that is undone', async () => {
    const memory = await withRows(base, reduced);
    const before = memory.sold('CA', 'EST');
    const both = await memory.import([entry('Delete', base), entry('Create', again)], '2027-03-20');

    expect(both.blocked).toEqual([]);
    expect(memory.sold('CA', 'EST')).toEqual(['2027-01-01 2027-06-01: HD $6.99']);
    await memory.undo(both);
    expect(memory.sold('CA', 'EST')).toEqual(before);
  });

  it('keeps past offers that the new row does not overlap', async () => {
    const memory = await withRows(base, reduced);
    await memory.import([entry('Delete', base)], '2027-03-20');
    const late = { ...again, 'AvailTrans/Start': '2027-04-01' };
    const { blocked } = await memory.import([entry('Create', late)], '2027-03-25');

    expect(blocked).toEqual([]);
    expect(memory.sold('CA', 'EST').slice(0, 2)).toEqual([
      '2027-01-01 2027-03-01: HD $9.99',
      '2027-03-01 2027-03-08: HD $0.99',
    ]);
  });
});

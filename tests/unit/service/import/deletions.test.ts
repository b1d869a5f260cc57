import { describe, expect, it } from 'vitest';
import type { Cells } from '../../../builders/sheet-builders';
import { union } from '../../../../src/domain/content/coverage';
import { MOVIE } from '../../../builders/sheet-builders';
import { ImportedMemory } from './imported-memory';

// The day of the imports is 15 Jan 2027, unless a test says otherwise.

const REASON = 'Deleted by the avails of Northlight (a.xlsx)';

/** Sold from Canada from 1 Jan 2027 to the end of the year. */
const SALE: Cells = { ...MOVIE, 'AvailTrans/Start': '2027-01-01', 'AvailTrans/End': '2027-12-31' };
const IN_US = { 'AvailTrans/Territory': 'US', 'AvailMetadata/CaptionIncluded': 'Yes' };
const AS_RENTAL = { 'AvailTrans/LicenseType': 'VOD' };
const SPRING = { 'Avail/AvailID': 'spring', 'AvailTrans/End': '2027-05-31' };
const SUMMER = {
  'Avail/AvailID': 'summer',
  'AvailTrans/Start': '2027-06-01',
  'AvailTrans/PriceValue': '4.99',
};

/** The same row as a full delete, with the dates that the standard suggests. */
function fullDelete(row: Cells, cells: Cells = {}): Cells {
  const dates = { 'AvailTrans/Start': '1999-12-31', 'AvailTrans/End': '2000-01-01' };
  return { ...row, ...dates, 'Disposition/EntryType': 'Full Delete', ...cells };
}

function entry(type: 'Create' | 'Update' | 'Delete', row: Cells): Cells {
  return { ...row, 'Disposition/EntryType': type };
}

async function withRows(...rows: readonly Cells[]): Promise<ImportedMemory> {
  const memory = new ImportedMemory();
  await memory.import(rows);
  return memory;
}

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

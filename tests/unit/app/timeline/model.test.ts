import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellName,
  cells,
  freeSpans,
  offerState,
  timelineSummary,
} from '../../../../app/timeline/model';
import { day, emptyLicense, offer, slate } from './examples';
import { models } from './models';

const DEVICES = ['tv', 'set-top-box', 'computer', 'mobile', 'tablet', 'console'];

function nameOf(position: number, model = slate): string {
  const cell = cells(model)[position];
  return cell === undefined ? '' : cellName(cell, model);
}

describe('the cells of a license', () => {
  it('are its offers and free slots in date order', () => {
    expect(cells(slate).map(({ kind }) => kind)).toEqual([
      ...['offer', 'offer', 'slot', 'offer', 'offer', 'slot'],
      ...['offer', 'offer', 'slot', 'offer', 'slot'],
    ]);
  });

  it('lie edge to edge and cover its window, whatever the offers', () => {
    fc.assert(
      fc.property(models, (model) => {
        const all = cells(model);
        expect(all[0]?.start).toBe(model.window.start);
        expect(all.at(-1)?.end).toBe(model.window.end);
        for (const [index, cell] of all.entries()) {
          if (index > 0) expect(cell.start).toBe(all[index - 1]?.end);
        }
        expect(all.filter(({ kind }) => kind === 'offer')).toHaveLength(model.offers.length);
      }),
    );
  });

  it('are one slot when there are no offers', () => {
    expect(cells(emptyLicense('2027-01-01', '2027-12-31'))).toEqual([
      { kind: 'slot', start: day('2027-01-01'), end: day('2028-01-01'), past: false },
    ]);
  });

  it('end with an open slot when the license is open and its last offer is not', () => {
    const model = { ...slate, window: { ...slate.window, end: null } };
    expect(cells(model).at(-1)).toMatchObject({
      kind: 'slot',
      start: day('2027-08-01'),
      end: null,
    });
  });

  it('end with the offer when the last offer is open', () => {
    const offers = [offer('Catalog', '2026-03-01', null)];
    const all = cells({ ...slate, window: { ...slate.window, end: null }, offers });
    expect(all.map(({ kind, end }) => [kind, end])).toEqual([['offer', null]]);
  });

  it('count a slot as past once its last day is over', () => {
    const model = emptyLicense('2026-01-01', '2026-06-30');
    const past = (today: string) => cells({ ...model, today: day(today) })[0];
    expect(past('2026-06-30')).toMatchObject({ past: false });
    expect(past('2026-07-01')).toMatchObject({ past: true });
  });
});

describe('the state of an offer', () => {
  const span = { start: day('2026-10-05'), end: day('2026-11-30') };

  it.each([
    ['2026-10-04', 'upcoming'],
    ['2026-10-05', 'on-offer'],
    ['2026-11-29', 'on-offer'],
    ['2026-11-30', 'ended'],
  ])('is, on %s, %s', (today, state) => {
    expect(offerState(span, day(today))).toBe(state);
  });

  it('never ends when the end is open', () => {
    expect(offerState({ ...span, end: null }, day('9999-12-31'))).toBe('on-offer');
  });
});

describe('the accessible name of a cell', () => {
  it('says everything about an offer, at any width', () => {
    expect(nameOf(4)).toBe(
      'Holiday price, $3.99, 30 Nov 2026 – 4 Jan 2027, 36 days, upcoming, all devices',
    );
  });

  it('says the days of a slot and how many they are', () => {
    expect(nameOf(5)).toBe('Free 5 Jan – 11 Feb 2027, 38 days');
  });

  it('says of a slot when it is over', () => {
    expect(nameOf(2)).toBe('Free 14 Sep – 4 Oct 2026, 21 days, past');
  });

  it('says that an end is open', () => {
    const open = emptyLicense('2026-03-01', null);
    expect(nameOf(0, open)).toBe('Free from 1 Mar 2026, open end');
    const offers = [offer('Catalog', '2026-03-01', null, 1499)];
    expect(nameOf(0, { ...open, offers })).toBe(
      'Catalog, $14.99, From 1 Mar 2026, open end, on offer, all devices',
    );
  });

  it('speaks of one day in the singular', () => {
    const offers = [offer('Christmas', '2026-12-25', '2026-12-25', 0)];
    expect(nameOf(1, { ...slate, offers })).toContain('$0.00, 25 Dec 2026, 1 day, upcoming');
  });

  it('names the devices when they are not all the license has', () => {
    const offers = [offer('TV only', '2026-03-01', '2026-03-31', 499, ['tv', 'console'])];
    expect(nameOf(0, { ...slate, offers, devices: DEVICES })).toContain('TV, console');
    expect(nameOf(0, { ...slate, offers, devices: ['tv', 'console'] })).toContain('all devices');
    expect(nameOf(0, { ...slate, offers })).toContain('TV, console');
  });
});

describe('the text alternative of a strip', () => {
  it('counts offers and gaps and says the last day', () => {
    expect(timelineSummary(slate)).toBe('7 offers, 4 gaps, ends 31 Aug 2027');
  });

  it('knows none, one, an open end and an end that is over', () => {
    expect(timelineSummary(emptyLicense('2026-03-01', null))).toBe('no offers, 1 gap, open end');
    expect(timelineSummary(emptyLicense('2024-01-01', '2024-12-31'))).toBe(
      'no offers, 1 gap, ended 31 Dec 2024',
    );
  });
});

describe('free spans', () => {
  it('are what overlapping spans in any order leave of the window', () => {
    const spans = [
      { start: 30, end: 40 },
      { start: 10, end: 25 },
      { start: 12, end: 14 },
      { start: 20, end: 30 },
    ];
    expect(freeSpans({ start: 0, end: 50 }, spans)).toEqual([
      { start: 0, end: 10 },
      { start: 40, end: 50 },
    ]);
  });

  it('are none after an open span', () => {
    expect(freeSpans({ start: 0, end: null }, [{ start: 0, end: null }])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { LicenseState } from '../../../../src/domain/license/license-change';
import type { RoomWay, Wanted } from '../../../../src/domain/license/room';
import { licenseIn } from '../../../../src/domain/license/license-in';
import { inTheWay, ROOM_WAYS, waysToMakeRoom } from '../../../../src/domain/license/room';
import { DateRange } from '../../../../src/domain/values/date-range';
import { anOfferData, days, someDetails } from '../../../builders/license-builders';

const spring = anOfferData({ name: 'Spring', window: days('2026-03-01', '2026-04-30') });
const june = anOfferData({ name: 'June', window: days('2026-06-01', '2026-06-30') });
const july = anOfferData({ name: 'July', window: days('2026-07-10', '2026-07-31') });
const sale = anOfferData({ name: 'Sale', window: days('2026-10-01', '2026-10-20') });
const state: LicenseState = {
  details: someDetails(),
  offers: [spring, june, july, sale],
  closing: null,
};

/** The sale, moved to other days. */
function moved(first: string, last: string | null): Wanted {
  return { before: sale, after: { ...sale, window: days(first, last) } };
}

/** What the timeline is after a way was taken: names and days, or why it cannot be. */
function after(way: RoomWay, wanted: Wanted, from: LicenseState = state): string | string[] {
  const room = waysToMakeRoom(wanted, from).find((one) => one.way === way);
  if (room === undefined) throw new Error(`There is no way called ${way}.`);
  if (room.change === null) return room.reason ?? '';
  const license = licenseIn(from);
  license.perform(room.change);
  return license.timeline.offers.map(({ name, window }) => `${name} ${window.toString()}`);
}

describe('making room for an offer', () => {
  it('names what is in the way, in date order, and not the offer itself', () => {
    const names = (wanted: Wanted) => inTheWay(wanted, state.offers).map(({ name }) => name);

    expect(names(moved('2026-04-20', '2026-07-10'))).toEqual(['Spring', 'June', 'July']);
    expect(names(moved('2026-10-05', '2026-10-25'))).toEqual([]);
    expect(names(moved('2026-05-01', '2026-05-31'))).toEqual([]);
  });

  it('trims what it meets on one side', () => {
    expect(after('trim', moved('2026-04-20', '2026-05-09'))).toEqual([
      'Spring 1 Mar – 19 Apr 2026',
      'Sale 20 Apr – 9 May 2026',
      'June 1 – 30 Jun 2026',
      'July 10 – 31 Jul 2026',
    ]);
  });

  it('trims the first and the last of several, and withdraws those between', () => {
    expect(after('trim', moved('2026-04-20', '2026-07-19'))).toEqual([
      'Spring 1 Mar – 19 Apr 2026',
      'Sale 20 Apr – 19 Jul 2026',
      'July 20 – 31 Jul 2026',
    ]);
  });

  it('cannot trim what it covers whole', () => {
    expect(after('trim', moved('2026-05-25', '2026-07-05'))).toBe('Nothing of it would be left.');
  });

  it('splits an offer around it, and gives the titles both sides', () => {
    const wanted = moved('2026-03-10', '2026-03-19');

    expect(after('split', wanted)).toEqual([
      'Spring 1 – 9 Mar 2026',
      'Sale 10 – 19 Mar 2026',
      'Spring 20 Mar – 30 Apr 2026',
      'June 1 – 30 Jun 2026',
      'July 10 – 31 Jul 2026',
    ]);
    expect(change('split', wanted)).toMatchObject({
      added: [{ offer: { name: 'Spring' }, titlesOf: spring }],
    });
  });

  it('cannot split what it only overlaps', () => {
    expect(after('split', moved('2026-04-20', '2026-05-09'))).toBe('No offer goes on after it.');
  });

  it('shifts what is in the way after it, and pushes on what that hits', () => {
    expect(after('shift', moved('2026-03-10', '2026-05-09'))).toEqual([
      'Sale 10 Mar – 9 May 2026',
      'Spring 10 May – 9 Jul 2026',
      'June 10 Jul – 8 Aug 2026',
      'July 9 – 30 Aug 2026',
    ]);
    expect(after('shift', moved('2026-06-15', '2026-07-04'))).toEqual([
      'Spring 1 Mar – 30 Apr 2026',
      'Sale 15 Jun – 4 Jul 2026',
      'June 5 Jul – 3 Aug 2026',
      'July 4 – 25 Aug 2026',
    ]);
  });

  it('shifts everything later by as many days, with its gaps', () => {
    expect(after('shift-all', moved('2026-03-10', '2026-03-19'))).toEqual([
      'Sale 10 – 19 Mar 2026',
      'Spring 20 Mar – 19 May 2026',
      'June 20 Jun – 19 Jul 2026',
      'July 29 Jul – 19 Aug 2026',
    ]);
  });

  it('cannot shift out of the license, nor after an open end', () => {
    const late = {
      ...state,
      offers: [spring, { ...sale, window: days('2026-12-01', '2026-12-31') }],
    };
    const wanted = {
      before: spring,
      after: { ...spring, window: days('2026-11-20', '2026-12-05') },
    };

    expect(after('shift', wanted, late)).toContain('outside the license window');
    expect(after('shift', moved('2026-06-15', null))).toBe(
      'It has no end that the others could follow.',
    );
  });

  it('replaces what is in the way', () => {
    expect(after('replace', moved('2026-06-01', '2026-07-15'))).toEqual([
      'Spring 1 Mar – 30 Apr 2026',
      'Sale 1 Jun – 15 Jul 2026',
    ]);
  });

  it('goes to the nearest free days instead', () => {
    expect(change('nearest', moved('2026-04-20', '2026-05-09'))).toEqual({
      kind: 'offer-replaced',
      before: sale,
      after: { ...sale, window: days('2026-05-01', '2026-05-20') },
    });
  });

  it('makes room for a new offer as for one that moves', () => {
    const fresh = anOfferData({ name: 'New', window: days('2026-06-20', '2026-07-19') });

    expect(after('trim', { before: null, after: fresh })).toEqual([
      'Spring 1 Mar – 30 Apr 2026',
      'June 1 – 19 Jun 2026',
      'New 20 Jun – 19 Jul 2026',
      'July 20 – 31 Jul 2026',
      'Sale 1 – 20 Oct 2026',
    ]);
    expect(change('trim', { before: null, after: fresh })).toMatchObject({
      added: [{ offer: fresh, titlesOf: null }],
    });
    expect(change('nearest', { before: null, after: fresh })).toEqual({
      kind: 'offers-generated',
      offers: [{ ...fresh, window: days('2026-08-01', '2026-08-30') }],
    });
  });

  it('never offers a way that the license refuses, on any days', () => {
    const open = new Map<RoomWay, number>();
    for (let start = 0; start < 340; start += 3)
      for (const length of [1, 15, 40, 90]) {
        const window = DateRange.of('2026-01-01', null).startsOn;
        const first = DateRange.ofLength(window, start + 1).endsOn ?? window;
        const wanted = {
          before: sale,
          after: { ...sale, window: DateRange.ofLength(first, length) },
        };
        for (const { way, change: made } of waysToMakeRoom(wanted, state)) {
          if (made === null) continue;
          open.set(way, (open.get(way) ?? 0) + 1);
          const license = licenseIn(state);
          license.perform(made);
          const there = license.timeline.offers.find(({ name }) => name === 'Sale');
          if (way !== 'nearest') expect(there?.window.equals(wanted.after.window)).toBe(true);
        }
      }

    expect([...open.keys()].toSorted()).toEqual([...ROOM_WAYS].toSorted());
  });
});

function change(way: RoomWay, wanted: Wanted) {
  return waysToMakeRoom(wanted, state).find((one) => one.way === way)?.change;
}

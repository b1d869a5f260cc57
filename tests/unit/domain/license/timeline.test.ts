import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Offer } from '../../../../src/domain/license/offer';
import {
  DateRange,
  dayNumber,
  dayOfNumber,
  isoDate,
} from '../../../../src/domain/values/date-range';
import { Timeline } from '../../../../src/domain/license/timeline';
import { anOffer, days } from '../../../builders/license-builders';

const january = anOffer({ window: days('2026-01-01', '2026-01-31') });
const march = anOffer({ window: days('2026-03-01', '2026-03-31') });
const fromJune = anOffer({ window: days('2026-06-01', null) });
const year = DateRange.fromDays('2026-01-01', '2026-12-31');

describe('a timeline', () => {
  it('sorts its offers by date', () => {
    expect(Timeline.whole([fromJune, january, march]).offers).toEqual([january, march, fromJune]);
  });

  it('has the given offers and no others', () => {
    const timeline = Timeline.whole([january, march]);

    expect(timeline.has(anOffer(january.toData()))).toBe(true);
    expect(timeline.has(anOffer({ ...january.toData(), name: 'other' }))).toBe(false);
    expect(timeline.has(fromJune)).toBe(false);
  });

  it('with other offers is a new timeline', () => {
    const timeline = Timeline.whole([january, march]);

    const other = timeline.with([january], [fromJune]);

    expect(other.offers).toEqual([march, fromJune]);
    expect(timeline.offers).toEqual([january, march]);
  });

  it('has one slot at first, the whole window', () => {
    expect(Timeline.whole([]).slots(year)).toEqual([year]);
  });

  it('has slots before, between and after its offers', () => {
    const slots = Timeline.whole([january, march]).slots(DateRange.of('2025-12-01', null));

    expect(slots.map((slot) => slot.toData())).toEqual([
      days('2025-12-01', '2025-12-31'),
      days('2026-02-01', '2026-02-28'),
      days('2026-04-01', null),
    ]);
  });

  it('has no slot after an open offer', () => {
    const slots = Timeline.whole([fromJune]).slots(DateRange.of('2026-01-01', null));

    expect(slots.map((slot) => slot.toData())).toEqual([days('2026-01-01', '2026-05-31')]);
  });

  it('finds the first slot that is long enough, to the day', () => {
    const timeline = Timeline.whole([january, march]);

    expect(timeline.firstFree(year, 28)?.toData()).toEqual(days('2026-02-01', '2026-02-28'));
    expect(timeline.firstFree(year, 29)?.toData()).toEqual(days('2026-04-01', '2026-04-29'));
    expect(timeline.firstFree(year, 275)?.toData()).toEqual(days('2026-04-01', '2026-12-31'));
    expect(timeline.firstFree(year, 276)).toBeNull();
  });

  it('finds the nearest places on both sides, the nearer first', () => {
    const timeline = Timeline.whole([march]);

    const { fits } = timeline.alternatives(year, DateRange.fromDays('2026-03-20', '2026-03-29'));

    expect(fits.map((place) => place.toData())).toEqual([
      days('2026-04-01', '2026-04-10'),
      days('2026-02-19', '2026-02-28'),
    ]);
  });

  it('puts the earlier place first if both are equally near', () => {
    const timeline = Timeline.whole([anOffer({ window: days('2026-03-10', '2026-03-10') })]);

    const { fits } = timeline.alternatives(year, DateRange.fromDays('2026-03-10', '2026-03-10'));

    expect(fits.map(({ startsOn: start }) => start)).toEqual(['2026-03-09', '2026-03-11']);
  });

  it('finds the longest free part of the wanted window', () => {
    const timeline = Timeline.whole([january, march]);

    const { shortened } = timeline.alternatives(
      year,
      DateRange.fromDays('2026-01-15', '2026-04-10'),
    );

    expect(shortened?.toData()).toEqual(days('2026-02-01', '2026-02-28'));
  });

  it('finds no place when nothing is free', () => {
    const full = Timeline.whole([anOffer({ window: days('2026-01-01', null) })]);

    expect(full.alternatives(year, january.window)).toEqual({ fits: [], shortened: null });
  });

  it('finds places inside the calendar only', () => {
    const last = DateRange.of('9999-01-01', null);
    const timeline = Timeline.whole([anOffer({ window: days('9999-06-01', '9999-06-30') })]);

    const { fits } = timeline.alternatives(last, DateRange.of('9999-03-01', '9999-12-31'));

    expect(fits).toEqual([]);
  });

  it('has no free place of a length that exceeds the calendar', () => {
    const last = DateRange.of('9999-12-01', null);

    expect(Timeline.whole([]).firstFree(last, 60)).toBeNull();
  });
});

describe('a timeline known only in part', () => {
  const part = Timeline.part([january], [DateRange.fromDays('2026-01-01', '2026-02-28')]);

  it('answers for days that were read', () => {
    expect(part.during(DateRange.fromDays('2026-01-31', '2026-02-28'))).toEqual([january]);
  });

  it.each([
    days('2026-02-28', '2026-03-01'),
    days('2025-12-31', '2026-01-01'),
    days('2026-01-01', null),
  ])('throws for a day that was not read: %o', ({ startsOn: start, endsOn: end }) => {
    expect(() => part.during(DateRange.of(start, end))).toThrow('was not read');
  });

  it('does not combine several windows into one answer', () => {
    const pieces = [
      DateRange.fromDays('2026-01-01', '2026-01-31'),
      DateRange.fromDays('2026-03-01', '2026-03-31'),
    ];

    const gaps = Timeline.part([january], pieces);

    expect(() => gaps.slots(DateRange.fromDays('2026-01-01', '2026-03-31'))).toThrow();
  });

  it('stays partial when it is changed', () => {
    const other = part.with([january], []);

    expect(other.isWhole).toBe(false);
    expect(() => other.during(year)).toThrow();
  });
});

describe('a timeline, compared day by day,', () => {
  it('has the offers that share a day with a window', () => {
    forTimelines((timeline, window) => {
      const expected = timeline.offers.filter((offer) =>
        daysIn(offer.window).some((day) => daysIn(window).includes(day)),
      );
      expect(timeline.during(window)).toEqual(expected);
    });
  });

  it('has the longest runs of free days as slots', () => {
    forTimelines((timeline, window) => {
      const free = freeDays(timeline, window);
      const slots = timeline.slots(window);
      expect(slots.flatMap(daysIn)).toEqual(free);
      expect(slots.map(({ startsOn: start }) => dayNumber(start))).toEqual(
        free.filter((day) => !free.includes(day - 1)),
      );
      expect(slots.every(({ endsOn: end }) => end !== null || window.endsOn === null)).toBe(true);
    });
  });

  it('has the first run of free days that is long enough as first free place', () => {
    forTimelines((timeline, window, length) => {
      const free = freeDays(timeline, window);
      const start = free.find((day) => isRun(free, day, length));
      const place = timeline.firstFree(window, length);
      expect(place === null ? undefined : dayNumber(place.startsOn)).toBe(start);
      expect(place?.days ?? length).toBe(length);
    });
  });

  it('has the nearest free runs of the wanted length as alternatives', () => {
    forTimelines((timeline, window, length, from) => {
      const free = freeDays(timeline, window);
      fc.pre(!isRun(free, from, length));
      const wanted = DateRange.ofLength(dayOfNumber(from), length);
      const starts = free.filter((day) => isRun(free, day, length));
      const nearest = [
        starts.findLast((day) => day < from),
        starts.find((day) => day > from),
      ].filter((day) => day !== undefined);
      const { fits } = timeline.alternatives(window, wanted);
      expect(fits.map(({ startsOn: start }) => dayNumber(start))).toEqual(
        nearest.toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from)),
      );
      expect(fits.every((fit) => fit.days === length)).toBe(true);
    });
  });

  it('has the first day after which all days are free as alternative to an open window', () => {
    forTimelines((timeline, window, _length, from) => {
      const free = freeDays(timeline, window);
      fc.pre(!isRun(free, from, HORIZON - from));
      const open = DateRange.of(dayOfNumber(from), null);
      const start = Array.from({ length: HORIZON }, (_, day) => day).find(
        (day) => day >= from && isRun(free, day, HORIZON - day),
      );
      const expected = window.endsOn === null && start !== undefined ? [dayOfNumber(start)] : [];
      const { fits } = timeline.alternatives(window, open);
      expect(fits.map((fit) => [fit.startsOn, fit.endsOn])).toEqual(
        expected.map((day) => [day, null]),
      );
    });
  });

  it('shortens a wanted window to its longest run of free days', () => {
    forTimelines((timeline, window, length, from) => {
      const wanted = DateRange.ofLength(dayOfNumber(from), length);
      const free = freeDays(timeline, window).filter((day) => daysIn(wanted).includes(day));
      const runs = free.map((day) => {
        let run = 0;
        while (free.includes(day + run)) run += 1;
        return run;
      });
      const longest = Math.max(0, ...runs);
      const { shortened } = timeline.alternatives(window, wanted);
      expect(shortened?.days ?? 0).toBe(longest);
      if (shortened !== null)
        expect(dayNumber(shortened.startsOn)).toBe(free[runs.indexOf(longest)]);
    });
  });
});

/** Open windows are checked up to this day; every end is before it. */
const HORIZON = 60;

/** Day numbers, one by one: the naive model of a window. */
function daysIn({ startsOn: start, endsOn: end }: DateRange): number[] {
  const [first, last] = [dayNumber(start), end === null ? HORIZON : dayNumber(end)];
  return Array.from({ length: last - first }, (_, index) => first + index);
}

function freeDays(timeline: Timeline, window: DateRange): number[] {
  const taken = new Set(timeline.offers.flatMap((offer) => daysIn(offer.window)));
  return daysIn(window).filter((day) => !taken.has(day));
}

function isRun(free: readonly number[], from: number, length: number): boolean {
  return Array.from({ length }, (_, index) => from + index).every((day) => free.includes(day));
}

/** Offers that do not overlap, some touching, sometimes with an open last one. */
const aTimeline = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 6 })), {
      maxLength: 5,
    }),
    fc.boolean(),
  )
  .map(([pieces, lastIsOpen]) => {
    let day = 0;
    const offers: Offer[] = pieces.map(([gap, length], index) => {
      const start = dayOfNumber(day + gap);
      day += gap + length;
      const isOpen = lastIsOpen && index === pieces.length - 1;
      return anOffer({ window: DateRange.ofLength(start, isOpen ? null : length).toData() });
    });
    return Timeline.whole(offers);
  });

const aWindow = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.option(fc.integer({ min: 1, max: 25 })))
  .map(([start, length]) => DateRange.ofLength(dayOfNumber(start), length));

function forTimelines(
  claim: (timeline: Timeline, window: DateRange, length: number, from: number) => void,
): void {
  const [length, from] = [fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 40 })];
  fc.assert(
    fc.property(aTimeline, aWindow, length, from, (timeline, window, days, start) => {
      claim(timeline, window, days, start);
    }),
    { numRuns: 500 },
  );
}

it('the naive model begins at the first day number', () => {
  expect(dayNumber(isoDate('1970-01-01'))).toBe(0);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DaySpan, TimelineModel } from '../../../../app/timeline/model';
import type { Draft, Grip } from '../../../../app/timeline/moving/placement';
import {
  daysMoved,
  judged,
  movedBy,
  movedByMonths,
  reachOf,
} from '../../../../app/timeline/moving/placement';
import { freeSpans } from '../../../../app/timeline/model';
import { day } from './examples';
import { models } from './models';

function offer(start: string, end: string) {
  return { name: start, prices: [], devices: [], start: day(start), end: day(end) };
}

/** Spring, a gap of May, June, and a gap until the end of the year. */
const model: TimelineModel = {
  window: { start: day('2026-01-01'), end: day('2027-01-01') },
  offers: [offer('2026-03-01', '2026-05-01'), offer('2026-06-01', '2026-07-01')],
  today: day('2026-02-10'),
};

function held(grip: Grip, index: number): Draft {
  const { start, end } = model.offers[index] ?? { start: 0, end: 1 };
  return { grip, index, from: { start, end }, to: { start, end } };
}

const span = (start: string, end: string): DaySpan => ({ start: day(start), end: day(end) });

describe('an offer that is moved', () => {
  it('keeps its length as a whole, and one day at least by its edges', () => {
    expect(movedBy(held('move', 0), 5).to).toEqual(span('2026-03-06', '2026-05-06'));
    expect(movedBy(held('start', 1), 100).to).toEqual(span('2026-06-30', '2026-07-01'));
    expect(movedBy(held('end', 1), -100).to).toEqual(span('2026-06-01', '2026-06-02'));
  });

  it('is drawn to both sides of the day where it was begun', () => {
    const begun = { start: day('2026-09-10'), end: day('2026-09-11') };
    const draft: Draft = { grip: 'create', index: null, from: begun, to: begun };

    expect(movedBy(draft, 4).to).toEqual(span('2026-09-10', '2026-09-15'));
    expect(movedBy(draft, -4).to).toEqual(span('2026-09-06', '2026-09-11'));
  });

  it('goes by calendar months with its day of the month, where the month has it', () => {
    const last = { ...held('end', 0), to: span('2026-03-01', '2026-04-01') };

    expect(movedByMonths(held('move', 1), 1).to).toEqual(span('2026-07-01', '2026-07-31'));
    expect(movedByMonths(last, -1).to).toEqual(span('2026-03-01', '2026-03-02'));
    expect(movedByMonths({ ...last, from: last.to }, 1).to).toEqual(
      span('2026-03-01', '2026-05-01'),
    );
  });

  it('snaps to neighbors, bounds, today and months within 8 pixels, and to days otherwise', () => {
    const by = (grip: Grip, index: number, days: number, isFree = false) =>
      daysMoved(held(grip, index), days * 2, 2, model, isFree);

    // 31 days back, June begins where spring ends.
    expect(by('move', 1, -32)).toBe(-31);
    expect(by('move', 1, -32, true)).toBe(-32);
    expect(by('start', 0, -21)).toBe(-19);
    expect(by('end', 1, 7)).toBe(7);
    expect(by('end', 1, 29)).toBe(31);
    expect(by('start', 0, -57)).toBe(-59);
  });

  it('is told what it would overlap, for how many days, and where it fits instead', () => {
    const onSpring = { ...held('move', 1), to: span('2026-04-20', '2026-05-20') };

    expect(judged(onSpring, model)).toEqual({
      hits: [{ index: 0, days: span('2026-04-20', '2026-05-01') }],
      outside: [],
      instead: span('2026-05-01', '2026-05-31'),
    });
    expect(judged({ ...held('move', 1), to: span('2026-05-02', '2026-06-01') }, model)).toBeNull();
  });

  it('is told the days outside the license, and the day to which an edge can go', () => {
    const beyond = { ...held('end', 1), to: span('2026-06-01', '2027-02-01') };
    const over = { ...held('end', 0), to: span('2026-03-01', '2026-06-20') };

    expect(judged(beyond, model)).toEqual({
      hits: [],
      outside: [span('2027-01-01', '2027-02-01')],
      instead: span('2026-06-01', '2027-01-01'),
    });
    expect(judged(over, model)?.instead).toEqual(span('2026-03-01', '2026-06-01'));
    expect(reachOf(1, model)).toEqual(span('2026-05-01', '2027-01-01'));
  });

  it('fits wherever it is told to, in any license', () => {
    let suggested = 0;
    fc.assert(
      fc.property(
        models,
        fc.nat(),
        fc.integer({ min: -400, max: 400 }),
        fc.constantFrom<Grip>('move', 'start', 'end'),
        (any, pick, days, grip) => {
          if (any.offers.length === 0) return;
          const index = pick % any.offers.length;
          const { start, end } = any.offers[index] ?? { start: 0, end: null };
          if (grip === 'end' && end === null) return;
          const draft = movedBy({ grip, index, from: { start, end }, to: { start, end } }, days);
          const judgment = judged(draft, any);
          const place = judgment === null ? draft.to : judgment.instead;
          if (place === null) return;
          suggested += judgment === null ? 0 : 1;
          const others = any.offers.filter((_, position) => position !== index);
          const free = freeSpans(any.window, others);
          expect(free.some((one) => isInside(place, one))).toBe(true);
        },
      ),
      { seed: 11, numRuns: 500 },
    );
    expect(suggested).toBeGreaterThan(30);
  });
});

function isInside(place: DaySpan, free: DaySpan): boolean {
  return (
    place.start >= free.start &&
    (free.end === null || (place.end !== null && place.end <= free.end))
  );
}

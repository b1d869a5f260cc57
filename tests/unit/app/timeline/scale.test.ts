import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampPixelsPerDay,
  clampScroll,
  dayAt,
  fitView,
  initialView,
  nearestLevel,
  pixelsPerDayOf,
  positionOf,
  scaleOf,
  scrollToDay,
  scrollToSpan,
  visibleWidth,
  wheelFactor,
  zoomAt,
  ZOOM_LEVELS,
} from '../../../../app/timeline/geometry/scale';
import type { TimelineModel } from '../../../../app/timeline/model';
import { day, emptyLicense, slate, weekly } from './examples';
import { models } from './models';

const LANE = 944;
const widths = fc.integer({ min: 200, max: 3000 });
const magnifications = fc.double({ min: 0.01, max: 40, noNaN: true });

function viewOf(model: TimelineModel, pixelsPerDay: number, scrollLeft: number) {
  return { pixelsPerDay, scrollLeft, width: LANE, scale: scaleOf(model, pixelsPerDay, LANE) };
}

describe('the scale', () => {
  it('gives every day the same width, across a change of the clocks too', () => {
    const scale = scaleOf(slate, 1.65, LANE);
    for (const midnight of ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01']) {
      const width = positionOf(scale, day(midnight) + 1) - positionOf(scale, day(midnight));
      expect(width).toBeCloseTo(1.65, 9);
    }
  });

  it('finds the day of a position again', () => {
    fc.assert(
      fc.property(
        models,
        magnifications,
        fc.integer({ min: 0, max: 90_000 }),
        (model, px, days) => {
          const scale = scaleOf(model, px, LANE);
          expect(dayAt(scale, positionOf(scale, days))).toBeCloseTo(days, 4);
        },
      ),
    );
  });

  it('puts a license shorter than the lane into its middle', () => {
    const scale = scaleOf(slate, 0.5, LANE);
    expect(scale.width).toBe(LANE);
    const left = positionOf(scale, slate.window.start);
    expect(LANE - positionOf(scale, day('2027-09-01'))).toBeCloseTo(left, 6);
  });

  it('reaches to today when the license is over', () => {
    const ended = emptyLicense('2019-01-01', '2024-12-31');
    const scale = scaleOf(ended, 1.65, LANE);
    expect(positionOf(scale, ended.today)).toBeLessThan(scale.width);
  });

  it('reaches a year beyond what is known of an open license', () => {
    const open = { ...slate, window: { ...slate.window, end: null } };
    const scale = scaleOf(open, 1.65, LANE);
    expect(positionOf(scale, day('2027-08-01') + 365)).toBeLessThan(scale.width);
  });

  it('never makes a canvas that a browser cannot hold', () => {
    const ages: TimelineModel = {
      window: { start: day('1900-01-01'), end: day('9999-12-31') },
      offers: [],
      today: day('2026-11-22'),
    };
    const finest = clampPixelsPerDay(1000, ages, LANE);
    expect(scaleOf(ages, finest, LANE).width).toBeLessThan(10_000_000);
  });
});

describe('the zoom levels', () => {
  it.each(['month', 'quarter', 'year', 'decade'] as const)(
    'name the magnification of %s',
    (level) => {
      const px = pixelsPerDayOf(level, weekly(3000), LANE);
      expect(nearestLevel(px)).toBe(level);
      expect(nearestLevel(px * 1.1)).toBe(level);
    },
  );

  it('become coarser one by one', () => {
    const px = (['day', 'week', 'month', 'quarter', 'year', 'decade'] as const).map((level) =>
      pixelsPerDayOf(level, weekly(3000), LANE),
    );
    expect([...px].sort((a, b) => b - a)).toEqual(px);
    expect(new Set(px).size).toBe(6);
    expect(ZOOM_LEVELS).toEqual(['day', 'week', 'month', 'quarter', 'year', 'decade', 'fit']);
  });

  it('fit the whole license into the lane, at any width', () => {
    fc.assert(
      fc.property(models, widths, (model, width) => {
        const view = fitView(model, width);
        const scale = scaleOf(model, view.pixelsPerDay, width);
        const left = positionOf(scale, model.window.start) - view.scrollLeft;
        expect(left).toBeGreaterThanOrEqual(-1e-6);
        if (model.window.end !== null) {
          const right = positionOf(scale, model.window.end) - view.scrollLeft;
          expect(right).toBeLessThanOrEqual(width + 1e-6);
        }
      }),
    );
  });
});

describe('zooming at the pointer', () => {
  it('keeps the day under the pointer, unless the canvas ends', () => {
    fc.assert(
      fc.property(
        models,
        magnifications,
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        fc.record({
          scroll: fc.double({ min: 0, max: 1, noNaN: true }),
          pointer: fc.nat({ max: LANE }),
        }),
        (model, wanted, factor, { scroll, pointer }) => {
          const pixelsPerDay = clampPixelsPerDay(wanted, model, LANE);
          const before = scaleOf(model, pixelsPerDay, LANE);
          const scrollLeft = scroll * (before.width - LANE);
          const view = { pixelsPerDay, scrollLeft, width: LANE };
          const next = zoomAt(model, view, pixelsPerDay * factor, pointer);
          const after = scaleOf(model, next.pixelsPerDay, LANE);
          const day = dayAt(before, scrollLeft + pointer);
          const most = after.width - LANE;
          if (next.scrollLeft > 0 && next.scrollLeft < most) {
            expect(positionOf(after, day) - next.scrollLeft).toBeCloseTo(pointer, 3);
          }
          expect(next.scrollLeft).toBeGreaterThanOrEqual(0);
          expect(next.scrollLeft).toBeLessThanOrEqual(Math.max(0, most));
        },
      ),
    );
  });

  it('keeps it in the middle of a long license', () => {
    const model = weekly(3000);
    const view = { pixelsPerDay: 1.65, scrollLeft: 10_000, width: LANE };
    const next = zoomAt(model, view, 6, 300);
    const day = dayAt(scaleOf(model, 1.65, LANE), 10_300);
    expect(next.pixelsPerDay).toBe(6);
    expect(dayAt(scaleOf(model, 6, LANE), next.scrollLeft + 300)).toBeCloseTo(day, 9);
  });

  it('stops at single days and at the whole license', () => {
    const view = { pixelsPerDay: 1.65, scrollLeft: 0, width: LANE };
    expect(zoomAt(slate, view, 1000, 0).pixelsPerDay).toBe(40);
    expect(zoomAt(slate, view, 0.0001, 0).pixelsPerDay).toBe(0.1);
    const ages = { ...slate, window: { start: day('1900-01-01'), end: day('2900-01-01') } };
    const coarsest = zoomAt(ages, view, 0.0001, 0).pixelsPerDay;
    expect(coarsest).toBe(pixelsPerDayOf('fit', ages, LANE));
    expect(coarsest).toBeLessThan(0.1);
  });

  it('comes closer on a turn up, goes farther on a turn down, and by no more than a step', () => {
    expect(wheelFactor(-10)).toBeGreaterThan(1);
    expect(wheelFactor(10)).toBeCloseTo(1 / wheelFactor(-10), 9);
    expect(wheelFactor(-1000)).toBe(wheelFactor(-30));
  });
});

describe('the first view', () => {
  it('shows quarters with today at a third of the lane', () => {
    const model = weekly(3000);
    const { level, view } = initialView(model, LANE);
    expect(level).toBe('quarter');
    const today = positionOf(scaleOf(model, view.pixelsPerDay, LANE), model.today);
    expect(today - view.scrollLeft).toBeCloseTo(LANE / 3, 6);
  });

  it('shows the whole license when today is far from it', () => {
    expect(initialView(emptyLicense('2019-01-01', '2024-12-31'), LANE).level).toBe('fit');
  });

  it('counts a quarter of a year around the license as near', () => {
    const model = emptyLicense('2026-01-01', '2026-06-30');
    const level = (today: number) => initialView({ ...model, today }, LANE).level;
    expect(level(day('2026-07-01') + 91)).toBe('quarter');
    expect(level(day('2026-07-01') + 92)).toBe('fit');
    expect(level(day('2026-01-01') - 92)).toBe('quarter');
    expect(level(day('2026-01-01') - 93)).toBe('fit');
  });

  it('shows the whole license when it has few offers over many years', () => {
    const years = { ...slate, window: { start: day('2020-01-01'), end: day('2030-01-01') } };
    expect(initialView({ ...years, offers: slate.offers.slice(0, 3) }, LANE).level).toBe('fit');
    expect(initialView({ ...years, offers: slate.offers.slice(0, 4) }, LANE).level).toBe('quarter');
  });
});

describe('scrolling', () => {
  it('stops at both ends of the canvas', () => {
    const scale = scaleOf(weekly(1000), 1.65, LANE);
    expect(clampScroll(scale, LANE, -5)).toBe(0);
    expect(clampScroll(scale, LANE, 1e9)).toBe(scale.width - LANE);
    expect(scrollToDay(scale, LANE, day('1990-01-01'), 0.5)).toBe(0);
  });

  it('does not move to a span that is in view', () => {
    const { scale, ...view } = viewOf(weekly(1000), 1.65, 5000);
    const start = Math.ceil(dayAt(scale, 5200));
    expect(scrollToSpan(scale, view, { start, end: start + 7 }, 96)).toBe(5000);
  });

  it('moves no farther than it takes to see a span, with room beside it', () => {
    const { scale, ...view } = viewOf(weekly(1000), 1.65, 5000);
    const start = Math.ceil(dayAt(scale, 7000));
    const right = scrollToSpan(scale, view, { start, end: start + 7 }, 96);
    expect(positionOf(scale, start + 7)).toBeCloseTo(right + LANE - 96, 6);
    const before = Math.ceil(dayAt(scale, 3000));
    const left = scrollToSpan(scale, view, { start: before, end: before + 7 }, 96);
    expect(positionOf(scale, before)).toBeCloseTo(left + 96, 6);
  });

  it('leaves a span alone that is longer than the lane and fills half of it', () => {
    const { scale, ...view } = viewOf(weekly(1000), 1.65, 5000);
    const span = { start: Math.floor(dayAt(scale, 4000)), end: Math.ceil(dayAt(scale, 6500)) };
    expect(visibleWidth(scale, view, span)).toBe(LANE);
    expect(scrollToSpan(scale, view, span, 96)).toBe(5000);
  });

  it('shows the beginning of a span that is longer than the lane and out of view', () => {
    const { scale, ...view } = viewOf(weekly(1000), 1.65, 0);
    const start = Math.ceil(dayAt(scale, 3000));
    expect(visibleWidth(scale, view, { start, end: null })).toBe(0);
    const scrolled = scrollToSpan(scale, view, { start, end: start + 5000 }, 96);
    expect(positionOf(scale, start)).toBeCloseTo(scrolled + 96, 6);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampPixelsPerDay, positionOf, scaleOf } from '../../../../app/timeline/geometry/scale';
import {
  firstWhere,
  stopOfCell,
  stopsBetween,
  stopsOf,
} from '../../../../app/timeline/geometry/stops';
import {
  arrange,
  cellOfDay,
  contentOf,
  layoutOf,
  layoutTimeline,
  offScreen,
} from '../../../../app/timeline/geometry/timeline-layout';
import { cells, type TimelineModel } from '../../../../app/timeline/model';
import { day, emptyLicense, offer, slate, weekly } from './examples';
import { models } from './models';

const LANE = 944;
const magnifications = fc.double({ min: 0.01, max: 40, noNaN: true });
const shares = fc.double({ min: 0, max: 1, noNaN: true });

function view(model: TimelineModel, wanted: number, share = 0) {
  const pixelsPerDay = clampPixelsPerDay(wanted, model, LANE);
  const { width } = scaleOf(model, pixelsPerDay, LANE);
  return { pixelsPerDay, scrollLeft: share * (width - LANE), width: LANE };
}

describe('the stops', () => {
  it('hold every cell once and in order, at any magnification', () => {
    fc.assert(
      fc.property(models, magnifications, (model, pixelsPerDay) => {
        const all = cells(model);
        const stops = stopsOf(all, pixelsPerDay, model.today);
        let next = 0;
        for (const { first, last, start, end } of stops) {
          expect(first).toBe(next);
          expect(start).toBe(all[first]?.start);
          expect(end).toBe(all[last]?.end);
          next = last + 1;
        }
        expect(next).toBe(all.length);
      }),
    );
  });

  it('merge neighbours under 4 pixels into a density strip, and none of 4', () => {
    const model = { ...weekly(100), today: day('1990-01-01') };
    expect(stopsOf(cells(model), 4 / 7, model.today)).toHaveLength(100);
    const strips = stopsOf(cells(model), 3.99 / 7, model.today);
    expect(strips.length).toBeLessThan(10);
    expect(strips[0]).toMatchObject({ first: 0 });
  });

  it('keep a strip narrow enough to point at', () => {
    const model = weekly(10_000);
    for (const { start, end } of stopsOf(cells(model), 0.1, model.today)) {
      expect(((end ?? 0) - start) * 0.1).toBeLessThanOrEqual(96);
    }
  });

  it('keep what runs today and never merge across it', () => {
    const model = weekly(10_000);
    const stops = stopsOf(cells(model), 0.1, model.today);
    const running = stops.filter(
      ({ start, end }) => start <= model.today && (end ?? 0) > model.today,
    );
    expect(running).toHaveLength(1);
    expect(running[0]?.first).toBe(running[0]?.last);
  });

  it('keep a narrow bar between two wide ones as a bar', () => {
    const stops = stopsOf(cells(slate), 0.3, slate.today);
    expect(stops).toHaveLength(cells(slate).length);
  });

  it('are found by the cells they hold', () => {
    const model = weekly(1000);
    const stops = stopsOf(cells(model), 0.1, model.today);
    for (const cell of [0, 1, 499, 999]) {
      const stop = stops[stopOfCell(stops, cell)];
      expect(stop?.first).toBeLessThanOrEqual(cell);
      expect(stop?.last).toBeGreaterThanOrEqual(cell);
    }
  });
});

describe('the window of stops', () => {
  it('is what a look at every single one would find', () => {
    fc.assert(
      fc.property(models, magnifications, shares, shares, (model, px, from, size) => {
        const scale = scaleOf(model, px, LANE);
        const stops = stopsOf(cells(model), px, model.today);
        const left = from * scale.width;
        const right = left + size * LANE;
        const found = stopsBetween(stops, scale, left, right);
        const naive = stops.filter(({ start, end }) => {
          const isBefore = end !== null && positionOf(scale, end) <= left;
          return !isBefore && positionOf(scale, start) < right;
        });
        expect(stops.slice(found.from, found.to)).toEqual(naive);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out what only touches its edges', () => {
    const { stops, scale } = arrange(contentOf(weekly(1000)), 1, 900);
    const edge = (position: number) => positionOf(scale, stops[position]?.start ?? 0);
    expect(stopsBetween(stops, scale, edge(10), edge(20))).toEqual({ from: 10, to: 20 });
  });

  it('is found without looking at more than a few of ten thousand', () => {
    let looks = 0;
    const position = firstWhere(10_000, (index) => {
      looks += 1;
      return index >= 7345;
    });
    expect(position).toBe(7345);
    expect(looks).toBeLessThanOrEqual(14);
  });
});

describe('the picture', () => {
  it('draws of ten thousand offers only those near the view, at every zoom', () => {
    const model = weekly(10_000);
    for (const pixelsPerDay of [40, 6, 1.65, 0.58, 0.45, 0.1, 0.0001]) {
      const { placed, axis, price } = layoutOf(
        arrange(contentOf(model), view(model, pixelsPerDay).pixelsPerDay, LANE),
        view(model, pixelsPerDay, 0.5),
        { overscan: 480 },
      );
      expect(placed.length).toBeGreaterThan(0);
      expect(placed.length).toBeLessThan(500);
      expect(axis.lower.length + axis.upper.length).toBeLessThan(150);
      expect(price.labels.length).toBeLessThan(100);
    }
  });

  it('keeps bars in order and parted by a pixel', () => {
    fc.assert(
      fc.property(models, magnifications, shares, (model, px, share) => {
        const { placed } = layoutTimeline(model, view(model, px, share));
        for (const [index, { left, width }] of placed.entries()) {
          const next = placed[index + 1];
          // Only what is narrower than the narrowest bar may reach into its neighbour.
          if (next !== undefined && width > 2) expect(left + width).toBeCloseTo(next.left - 1, 3);
        }
      }),
    );
  });

  it('makes a bar of one day wide enough to see', () => {
    const offers = [offer('Christmas', '2026-12-25', '2026-12-25')];
    const { placed } = layoutTimeline({ ...slate, offers }, view(slate, 0.1));
    const bar = placed.find(({ cell }) => cell?.kind === 'offer');
    expect(bar?.width).toBe(2);
  });

  it('moves the label of a bar that begins before the view to the view', () => {
    const offers = [offer('Catalog', '2026-03-01', '2027-08-31')];
    const model = { ...slate, offers };
    const seen = { pixelsPerDay: 6, scrollLeft: 500, width: LANE };
    const { placed } = layoutTimeline(model, seen);
    expect((placed[0]?.left ?? 0) + (placed[0]?.labelShift ?? 0)).toBe(500);
    expect(layoutTimeline(model, { ...seen, scrollLeft: 0 }).placed[0]?.labelShift).toBe(0);
  });

  it('places a kept stop wherever it is', () => {
    const model = weekly(1000);
    const arrangement = arrange(contentOf(model), 1.65, LANE);
    const seen = view(model, 1.65, 0.5);
    const plain = layoutOf(arrangement, seen).placed.map(({ position }) => position);
    const before = layoutOf(arrangement, seen, { kept: 0 }).placed.map(({ position }) => position);
    const after = layoutOf(arrangement, seen, { kept: 999 }).placed.map(({ position }) => position);
    expect(before).toEqual([0, ...plain]);
    expect(after).toEqual([...plain, 999]);
    const inside = plain[3];
    if (inside === undefined) throw new Error('nothing in view');
    expect(layoutOf(arrangement, seen, { kept: inside }).placed).toHaveLength(plain.length);
  });

  it('hatches what lies outside the license, as far as it is in view', () => {
    const seen = view(slate, 0.5);
    const { outside, bounds } = layoutTimeline(slate, seen);
    expect(outside).toEqual([
      { left: 0, width: bounds.start },
      { left: bounds.end, width: LANE - (bounds.end ?? 0) },
    ]);
    expect(
      layoutTimeline(slate, { pixelsPerDay: 6, scrollLeft: 1000, width: LANE }).outside,
    ).toEqual([]);
  });

  it('has no bound and no hatch at an open end, where the last cell fades', () => {
    const open = emptyLicense('2026-03-01', null);
    const { bounds, outside, placed, canvasWidth } = layoutTimeline(open, view(open, 1.65, 1));
    expect(bounds.end).toBeNull();
    expect(outside).toEqual([]);
    expect(placed[0]).toMatchObject({ fades: true });
    expect((placed[0]?.left ?? 0) + (placed[0]?.width ?? 0)).toBe(canvasWidth - 1);
  });

  it('does not fade an end that is known', () => {
    const { placed } = layoutTimeline(slate, view(slate, 0.5));
    expect(placed.map(({ fades }) => fades)).not.toContain(true);
  });

  it('counts the offers before and after the view', () => {
    const arrangement = arrange(contentOf(slate), 6, LANE);
    const left = positionOf(arrangement.scale, day('2026-10-05'));
    const at = (scrollLeft: number) =>
      offScreen(arrangement, { pixelsPerDay: 6, scrollLeft, width: 500 });
    expect(at(left)).toEqual({ earlier: 2, later: 3 });
    expect(at(0)).toEqual({ earlier: 0, later: 6 });
    expect(at(left - 1)).toEqual({ earlier: 2, later: 3 });
  });

  it('counts as a look at every offer would', () => {
    fc.assert(
      fc.property(models, magnifications, shares, (model, px, share) => {
        const seen = view(model, px, share);
        const arrangement = arrange(contentOf(model), seen.pixelsPerDay, LANE);
        const { scale } = arrangement;
        const right = seen.scrollLeft + LANE;
        expect(offScreen(arrangement, seen)).toEqual({
          earlier: model.offers.filter(
            ({ end }) => end !== null && positionOf(scale, end) <= seen.scrollLeft,
          ).length,
          later: model.offers.filter(({ start }) => positionOf(scale, start) >= right).length,
        });
      }),
    );
  });
});

describe('the cell of a day', () => {
  it('is the one that holds it, or the nearest', () => {
    const all = cells(slate);
    expect(cellOfDay(all, day('2026-11-22'))).toBe(3);
    expect(cellOfDay(all, day('2026-11-30'))).toBe(4);
    expect(cellOfDay(all, day('2000-01-01'))).toBe(0);
    expect(cellOfDay(all, day('2050-01-01'))).toBe(all.length - 1);
  });
});

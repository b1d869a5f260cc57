import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pixelsPerDayOf, positionOf, scaleOf } from '../../../../app/timeline/geometry/scale';
import {
  axisTicks,
  TICK_PADDING,
  tierUnits,
  TODAY_PILL_WIDTH,
} from '../../../../app/timeline/geometry/ticks';
import { textWidth } from '../../../../app/timeline/geometry/text-width';
import { day, weekly } from './examples';

const model = weekly(3000);
const LANE = 944;
/** A today whose pill is nowhere near. */
const FAR_AWAY = -10_000_000;

function axisFrom(first: string, pixelsPerDay: number, today = day('1990-01-01')) {
  const scale = scaleOf(model, pixelsPerDay, LANE);
  const left = positionOf(scale, day(first));
  return axisTicks(scale, { left, right: left + LANE }, { today, viewLeft: left });
}

const labels = (ticks: readonly { label: string }[]) => ticks.map(({ label }) => label);

describe('the axis', () => {
  it('names weeks by their Mondays under months at the month zoom', () => {
    const { upper, lower } = axisFrom('2026-11-01', pixelsPerDayOf('month', model, LANE));
    expect(labels(upper).slice(0, 2)).toEqual(['November 2026', 'December 2026']);
    expect(labels(lower).slice(0, 4)).toEqual(['', '2', '9', '16']);
  });

  it('names months under quarters at the quarter zoom', () => {
    const { upper, lower } = axisFrom('2026-10-01', pixelsPerDayOf('quarter', model, LANE));
    expect(labels(upper).slice(0, 2)).toEqual(['Q4 2026', 'Q1 2027']);
    expect(labels(lower).slice(0, 4)).toEqual(['Oct', 'Nov', 'Dec', 'Jan']);
  });

  it('names quarters under years at the year zoom', () => {
    const { upper, lower } = axisFrom('2026-01-01', pixelsPerDayOf('year', model, LANE));
    expect(labels(upper).slice(0, 2)).toEqual(['2026', '2027']);
    expect(labels(lower).slice(0, 5)).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Q1']);
  });

  it('names years under decades at the decade zoom', () => {
    const { upper, lower } = axisFrom('2020-01-01', pixelsPerDayOf('decade', model, LANE));
    expect(labels(upper).slice(0, 2)).toEqual(['2020s', '2030s']);
    expect(labels(lower).slice(0, 3)).toEqual(['2020', '2021', '2022']);
  });

  it('names single days under months at the day zoom', () => {
    const { upper, lower } = axisFrom('2026-11-29', pixelsPerDayOf('day', model, LANE));
    expect(upper.at(-1)?.label).toBe('December 2026');
    expect(labels(lower).slice(0, 4)).toEqual(['29', '30', '1', '2']);
  });

  it.each([
    [22, 'day', 'month'],
    [21.9, 'week', 'month'],
    [4.4, 'month', 'quarter'],
    [0.99, 'quarter', 'year'],
    [0.29, 'year', 'decade'],
    [0.09, 'decade', 'century'],
    [0.01, 'century', 'millennium'],
  ])('at %d pixels a day has a tier of %ss under one of %ss', (pixelsPerDay, lower, upper) => {
    expect(tierUnits(pixelsPerDay)).toEqual({ lower, upper });
  });

  it('gives every label of the lower tier room, at any magnification', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 40, noNaN: true }), (pixelsPerDay) => {
        const { lower } = axisFrom('2026-10-01', pixelsPerDay, FAR_AWAY);
        // The first period may begin before the view, which cuts its label.
        for (const { label, width } of lower.slice(1)) {
          expect(label).not.toBe('');
          expect(textWidth(label, 11) + TICK_PADDING).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  it('covers the span it is asked for without holes', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (pixelsPerDay, share) => {
          const scale = scaleOf(model, pixelsPerDay, LANE);
          const left = share * (scale.width - LANE);
          const span = { left, right: left + LANE };
          const axis = axisTicks(scale, span, { today: model.today, viewLeft: left });
          for (const tier of [axis.upper, axis.lower]) {
            expect(tier[0]?.left).toBeLessThanOrEqual(span.left);
            const last = tier.at(-1);
            expect((last?.left ?? 0) + (last?.width ?? 0)).toBeGreaterThanOrEqual(
              span.right - 1e-6,
            );
            for (const [index, tick] of tier.entries()) {
              const next = tier[index + 1];
              if (next !== undefined) expect(tick.left + tick.width).toBeCloseTo(next.left, 3);
            }
          }
        },
      ),
    );
  });

  it('lets the labels that the Today pill would cover yield, and no others', () => {
    const px = pixelsPerDayOf('quarter', model, LANE);
    const { lower } = axisFrom('2026-09-01', px, day('2026-11-22'));
    expect(labels(lower).slice(0, 6)).toEqual(['Sep', 'Oct', '', '', 'Jan', 'Feb']);
    const scale = scaleOf(model, px, LANE);
    const pill = positionOf(scale, day('2026-11-22'));
    const oct = positionOf(scale, day('2026-10-01')) + TICK_PADDING + textWidth('Oct', 11);
    expect(oct).toBeLessThan(pill - TODAY_PILL_WIDTH / 2);
  });

  it('lets a lower label yield that the view would cut', () => {
    const px = pixelsPerDayOf('quarter', model, LANE);
    const october = (first: string) =>
      axisFrom(first, px).lower.find((tick) => tick.day === day('2026-10-01'))?.label;
    expect(october('2026-10-02')).toBe('Oct');
    expect(october('2026-10-08')).toBe('');
  });

  it('lets the label of a period yield that is almost out of view', () => {
    const px = pixelsPerDayOf('quarter', model, LANE);
    expect(axisFrom('2026-12-25', px).upper[0]).toMatchObject({ label: '' });
    expect(axisFrom('2026-11-01', px).upper[0]).toMatchObject({ label: 'Q4 2026' });
  });
});

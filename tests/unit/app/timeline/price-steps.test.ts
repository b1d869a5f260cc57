import { describe, expect, it } from 'vitest';
import { LADDER, priceHeights, priceSteps } from '../../../../app/timeline/geometry/price-steps';
import { positionOf, scaleOf } from '../../../../app/timeline/geometry/scale';
import { stopsOf } from '../../../../app/timeline/geometry/stops';
import { textWidth } from '../../../../app/timeline/geometry/text-width';
import { cells, type TimelineModel } from '../../../../app/timeline/model';
import { day, offer, slate, weekly } from './examples';
import { amountSteps } from '../../../../src/domain/price-table/offer-amounts';
import { Prices } from '../../../../src/domain/price-table/prices';
import { aTierLine } from '../../../builders/license-builders';
import { anEdit } from '../../../builders/price-table-builders';
import type { PriceLineData } from '../../../../src/domain/license/price-list';
import { onePrice } from '../../../../src/domain/license/price-list';

function ladder(model: TimelineModel, pixelsPerDay: number, from = 0, to?: number) {
  const all = cells(model);
  const scale = scaleOf(model, pixelsPerDay, 944);
  const stops = stopsOf(all, pixelsPerDay, model.today).slice(from, to);
  return { scale, ...priceSteps(stops, all, scale, priceHeights(model.offers)) };
}

function amountsOf(prices: readonly PriceLineData[]) {
  return prices.map(({ amount }) => ({ amounts: amount === null ? [] : [amount] }));
}

describe('the price lane', () => {
  it('draws the dearest price highest and the cheapest lowest', () => {
    const heightOf = priceHeights(slate.offers);
    const heights = slate.offers.flatMap(({ prices }) => amountsOf(prices).map(heightOf));
    expect(heights[0]).toBe(LADDER.top);
    expect(heights[6]).toBe(LADDER.bottom);
    expect(heights[2]).toBe(heights[5]);
  });

  it('draws a single price in the middle', () => {
    const heightOf = priceHeights([offer('Only', '2026-03-01', '2026-03-31', 499)]);
    const middle = (LADDER.top + LADDER.bottom) / 2;
    expect(heightOf({ amounts: [{ minor: 499, currency: 'USD' }] })).toBe(middle);
  });

  it('compares prices of the same currency only', () => {
    const prices = onePrice({ minor: 550, currency: 'JPY' });
    const yen = { ...offer('Yen', '2026-03-01', '2026-03-31'), prices };
    const heightOf = priceHeights([...slate.offers, yen]);
    expect(amountsOf(prices).map(heightOf)).toEqual([(LADDER.top + LADDER.bottom) / 2]);
  });

  it('steps from offer to offer with a riser where they touch, and dots across gaps', () => {
    const { steps, scale } = ladder(slate, 1.65);
    expect(steps.map(({ look }) => look === 'gap')).toEqual([
      ...[false, false, true, false, false, true, false, false, true, false],
    ]);
    expect(steps[1]).toMatchObject({
      left: positionOf(scale, day('2026-06-01')),
      riseFrom: LADDER.top,
    });
    expect(steps[3]?.riseFrom).toBeNull();
    expect(steps[2]?.y).toBe(steps[1]?.y);
  });

  it('continues the ladder from offers before the ones that are drawn', () => {
    const whole = ladder(slate, 1.65).steps;
    expect(ladder(slate, 1.65, 2, 4).steps).toEqual(whole.slice(2, 4));
    expect(ladder(slate, 1.65, 1, 2).steps).toEqual(whole.slice(1, 2));
  });

  it('draws nothing before the first offer and after the last', () => {
    const offers = [offer('Only', '2026-06-01', '2026-06-30')];
    expect(ladder({ ...slate, offers }, 1.65).steps).toHaveLength(1);
  });

  it('writes the prices of bars too narrow for text', () => {
    expect(ladder(slate, 1.65).labels.map(({ text }) => text)).toEqual([
      ...['$19.99', '$5.99', '$4.99', '$3.99', '$2.99', '$4.99', '$1.99'],
    ]);
  });

  it('leaves a price to the step it stands on when the one before has no room', () => {
    const offers = [
      offer('Short', '2026-06-01', '2026-06-12', 499),
      offer('Long', '2026-06-13', '2026-12-31', 499),
    ];
    const { labels, scale } = ladder({ ...slate, offers }, 1.65);
    expect(labels.map(({ text }) => text)).toEqual(['$4.99', '$4.99']);
    expect(labels[0]?.left).toBeLessThan(positionOf(scale, day('2026-06-01')));
    expect(labels[1]?.left).toBeGreaterThan(positionOf(scale, day('2026-06-13')));
  });

  it('never lets two prices meet', () => {
    for (const pixelsPerDay of [0.7, 1, 1.65, 3, 6]) {
      const { labels } = ladder(weekly(300), pixelsPerDay);
      for (const [index, { left, text }] of labels.entries()) {
        const next = labels[index + 1];
        if (next !== undefined) expect(left + textWidth(text, 11)).toBeLessThan(next.left);
      }
    }
  });

  it('never writes a price across another step', () => {
    const { labels, steps } = ladder(weekly(300), 1.65);
    expect(labels.length).toBeGreaterThan(10);
    for (const { left, y, text } of labels) {
      const right = left + textWidth(text, 11);
      const under = steps.filter(
        (step) => step.right > left && step.left < right && step.y < y - 3,
      );
      expect(under.filter((step) => step.y > y - 14)).toEqual([]);
    }
  });

  it('draws offers too narrow to tell apart as a band from the lowest to the highest price', () => {
    const { bands, steps, labels } = ladder(weekly(300), 0.1);
    expect(steps).toEqual([]);
    expect(labels).toEqual([]);
    expect(bands[0]).toMatchObject({ top: LADDER.top, bottom: LADDER.bottom });
  });

  it('steps where the price table changes a tier, and is dashed where an amount is missing', () => {
    const lines = [aTierLine('Tier 1')];
    const sale = { rightsType: 'EST', formats: null, territories: ['US'] };
    const table = Prices.NONE.with([
      anEdit({ startsOn: '2026-07-01', price: 999 }),
      anEdit({ startsOn: '2026-09-01', price: 1299 }),
    ]);
    const tiered = {
      ...offer('New', '2026-06-01', '2026-12-31'),
      ...{ prices: lines, amounts: amountSteps(lines, sale, table) },
    };

    const { steps, labels, scale } = ladder({ ...slate, offers: [tiered] }, 3);

    expect(steps.map(({ left, look }) => [left, look])).toEqual([
      [positionOf(scale, day('2026-06-01')), 'tier'],
      [positionOf(scale, day('2026-07-01')), 'amount'],
      [positionOf(scale, day('2026-09-01')), 'amount'],
    ]);
    expect(steps[2]?.riseFrom).toBe(steps[1]?.y);
    expect(labels.map(({ text }) => text)).toEqual([
      'Tier 1 no amount yet',
      'Tier 1 $9.99',
      'Tier 1 $12.99',
    ]);
  });

  it('writes the prices of formats that are close together in one label', () => {
    const [line] = onePrice({ minor: 499, currency: 'USD' });
    const byFormat = {
      ...offer('New', '2026-06-01', '2026-12-31'),
      prices: [
        { ...line, format: 'SD' },
        { ...line, format: 'HD', amount: { minor: 599, currency: 'USD' } },
        { ...line, format: 'UHD', amount: { minor: 1499, currency: 'USD' } },
      ],
    };

    const { labels } = ladder({ ...slate, offers: [byFormat] }, 3);

    expect(labels.map(({ text }) => text)).toEqual(['UHD $14.99', 'HD $5.99 · SD $4.99']);
  });

  it('ends at the edge of the canvas when the last offer is open', () => {
    const offers = [offer('Catalog', '2026-03-01', null)];
    const open = { ...slate, window: { ...slate.window, end: null }, offers };
    const { steps, scale } = ladder(open, 1.65);
    expect(steps[0]?.right).toBe(scale.width);
  });
});

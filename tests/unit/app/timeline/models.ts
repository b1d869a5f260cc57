import fc from 'fast-check';
import type { TimelineModel } from '../../../../app/timeline/model';
import { onePrice } from '../../../../src/domain/license/price-list';

/** Any license of up to a hundred offers with and without gaps, open and closed, anywhere around today. */
export const models: fc.Arbitrary<TimelineModel> = fc
  .record({
    start: fc.integer({ min: -20_000, max: 60_000 }),
    spans: fc.array(
      fc.record({ gap: fc.nat({ max: 40 }), days: fc.integer({ min: 1, max: 400 }) }),
      { maxLength: 100 },
    ),
    rest: fc.option(fc.nat({ max: 500 })),
    today: fc.integer({ min: -20_000, max: 80_000 }),
  })
  .map(({ start, spans, rest, today }) => {
    let free = start;
    const offers = spans.map(({ gap, days }, index) => {
      const first = free + gap;
      free = first + days;
      const prices = onePrice({ minor: (index * 37) % 2000, currency: 'USD' });
      return { name: `Offer ${index}`, prices, start: first, end: free, devices: [] };
    });
    const end = rest === null ? null : free + rest + (offers.length === 0 ? 1 : 0);
    return { window: { start, end }, offers, today };
  });

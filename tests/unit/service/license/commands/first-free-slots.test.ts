import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Given } from '../../given';
import { InvalidDate, dayOfNumber } from '../../../../../src/domain/values/date-range';
import { DevicesNotLicensed, NoFreeSlot } from '../../../../../src/domain/license/license-errors';
import { InvalidLength } from '../../../../../src/domain/license/offer';
import { generateOffers } from '../../../../../src/service/license/generate-offers';
import { anOfferData, days, someDetails } from '../../../../builders/license-builders';
import { givenLicense } from '../../given';
import {
  march,
  june,
  FIRST,
  window,
  longLicense,
  oneDayOffers,
  firstFree,
} from './support-commands';

describe('generating in the first free slot', () => {
  it('answers with the place it found', async () => {
    const given = await givenLicense({ offers: [march] });

    const answer = await generateFirstFree(given, 60, '2026-01-01');

    expect(answer.offers.map((offer) => offer.window)).toEqual([days('2026-04-01', '2026-05-30')]);
    expect(given.version).toBe(3);
  });

  it('finds the first slot near by', async () => {
    const given = await givenLicense({ details: longLicense(), offers: oneDayOffers(300) });

    const { offers } = await generateFirstFree(given, 1, dayOfNumber(FIRST + 100));

    expect(offers[0]?.window).toEqual(window(101, 1));
  });

  it.each([
    ['beyond the first look ahead', 40],
    ['just about where the first look ahead ends', 16],
    ['beyond the second look ahead', 300],
    ['far away, behind thousands of short offers', 3_000],
  ])('finds a slot %s', async (_where, count) => {
    const given = await givenLicense({ details: longLicense(), offers: oneDayOffers(count) });

    const { offers } = await generateFirstFree(given, 2, dayOfNumber(FIRST));

    expect(offers[0]?.window).toEqual(window(2 * count - 1, 2));
  });

  it('finds the license when it begins long after the wanted day', async () => {
    const given = await givenLicense();

    const { offers } = await generateFirstFree(given, 1, '1900-01-01');

    expect(offers[0]?.window).toEqual(days('2026-01-01', '2026-01-01'));
  });

  it('finds a slot near the end of the calendar', async () => {
    const terms = { window: { startsOn: '9999-01-01', endsOn: null } };
    const given = await givenLicense({ details: someDetails({ terms }) });

    const { offers } = await generateFirstFree(given, 30, '9999-12-01');

    expect(offers[0]?.window).toEqual({ startsOn: '9999-12-01', endsOn: '9999-12-31' });
  });

  it('is refused where the calendar ends first', async () => {
    const terms = { window: { startsOn: '9999-01-01', endsOn: null } };
    const given = await givenLicense({ details: someDetails({ terms }) });

    await given.refusal(NoFreeSlot, () => generateFirstFree(given, 31, '9999-12-01'));
  });

  it('is refused with the longest slot there is', async () => {
    const given = await givenLicense({ offers: [march, june] });

    const refusal = await given.refusal(NoFreeSlot, () =>
      generateFirstFree(given, 185, '2026-01-01'),
    );

    expect(refusal).toMatchObject({ length: 185, from: '2026-01-01' });
    expect(refusal.longest?.toData()).toEqual(days('2026-07-01', '2026-12-31'));
  });

  it('is refused after the license has ended', async () => {
    const given = await givenLicense();

    const refusal = await given.refusal(NoFreeSlot, () =>
      generateFirstFree(given, 1, '2027-01-01'),
    );

    expect(refusal.longest).toBeNull();
  });

  it('is refused for a length that none can have', async () => {
    const given = await givenLicense();

    await given.refusal(InvalidLength, () => generateFirstFree(given, 0, '2026-01-01'));
  });

  it('is refused from a day that does not exist', async () => {
    const given = await givenLicense();

    await given.refusal(InvalidDate, () => generateFirstFree(given, 1, '2026-02-30'));
  });

  it('is refused for devices that are not covered', async () => {
    const given = await givenLicense();
    const plan = { ...firstFree(10, '2026-01-01'), offer: { ...march, devices: ['console'] } };

    await given.refusal(DevicesNotLicensed, () =>
      generateOffers({ ...given.command(), plan }, given.unitOfWork),
    );
  });

  it('reads a few offers when there is a place near by, however many there are', async () => {
    const given = await givenLicense({ details: longLicense(), offers: oneDayOffers(1_000) });
    const before = given.unitOfWork.offersRead;

    await generateFirstFree(given, 1, dayOfNumber(FIRST + 500));

    expect(given.unitOfWork.offersRead - before).toBeLessThan(20);
  });

  it('finds the same place that looking at every day finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 })), {
          maxLength: 30,
        }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 200 }),
        async (pieces, length, from) => {
          const taken = new Set<number>();
          let day = 0;
          const offers = pieces.map(([gap, size]) => {
            const start = day + gap;
            day = start + size;
            for (let one = start; one < day; one += 1) taken.add(one);
            return anOfferData({ window: window(start, size) });
          });
          const given = await givenLicense({ details: longLicense(), offers });
          let start = from;
          while (Array.from({ length }, (_, index) => start + index).some((one) => taken.has(one)))
            start += 1;

          const answer = await generateFirstFree(given, length, dayOfNumber(FIRST + from));

          expect(answer.offers[0]?.window).toEqual(window(start, length));
        },
      ),
      { numRuns: 300 },
    );
  });
});

function generateFirstFree(given: Given, length: number, onOrAfter: string) {
  return generateOffers(
    { ...given.command(), plan: firstFree(length, onOrAfter) },
    given.unitOfWork,
  );
}

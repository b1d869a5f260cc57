import { describe, expect, it } from 'vitest';
import type { OfferData } from '../../../../../src/domain/license/offer';
import type { Given } from '../../given';
import {
  DevicesNotLicensed,
  OfferOutsideLicense,
  OfferOverlap,
} from '../../../../../src/domain/license/license-errors';
import { NegativePrice } from '../../../../../src/domain/values/money';
import { EmptyLadder } from '../../../../../src/domain/price-plan/ladder';
import { generateOffers } from '../../../../../src/service/license/generate-offers';
import { anOfferData, days } from '../../../../builders/license-builders';
import { givenLicense } from '../../given';
import { onePrice } from '../../../../../src/domain/license/price-list';
import { march, may, june, window, longLicense, oneDayOffers, ladder } from './support-commands';

describe('generating at windows', () => {
  it('answers with the offers it put on the timeline', async () => {
    const given = await givenLicense({ offers: [march] });

    const answer = await generateAt(given, may, june);

    expect(answer).toEqual({
      id: given.licenseId,
      version: 3,
      offers: [may, june],
      replayed: false,
    });
    expect(given.offers).toEqual([march, may, june]);
  });

  it('of nothing changes nothing', async () => {
    const given = await givenLicense();

    const answer = await generateAt(given);

    expect(answer).toMatchObject({ version: 1, offers: [] });
    expect(given.version).toBe(1);
  });

  it('L3: is refused with the offer in the way and the nearest places of the whole timeline', async () => {
    const given = await givenLicense({ offers: [march, may] });
    const offer = anOfferData({ window: days('2026-03-22', '2026-04-20') });

    const refusal = await given.refusal(OfferOverlap, () => generateAt(given, offer));

    expect(refusal.clashes.map((clash) => clash.with.name)).toEqual(['MAR']);
    expect(refusal.alternatives?.shortened?.toData()).toEqual(days('2026-04-01', '2026-04-20'));
    expect(refusal.alternatives?.fits.map((fit) => fit.toData())).toEqual([
      days('2026-04-01', '2026-04-30'),
      days('2026-01-30', '2026-02-28'),
    ]);
  });

  it('L2: is refused with the nearest places of the whole timeline', async () => {
    const given = await givenLicense({ offers: [june] });
    const offer = anOfferData({ window: days('2025-12-30', '2026-01-02') });

    const refusal = await given.refusal(OfferOutsideLicense, () => generateAt(given, offer));

    expect(refusal.alternatives?.fits.map((fit) => fit.toData())).toEqual([
      days('2026-01-01', '2026-01-04'),
    ]);
  });

  it('L4: is refused with the devices that are missing', async () => {
    const given = await givenLicense();

    const refusal = await given.refusal(DevicesNotLicensed, () =>
      generateAt(given, { ...march, devices: ['console'] }),
    );

    expect(refusal.missing).toEqual(['console']);
  });

  it('is all or nothing', async () => {
    const given = await givenLicense({ offers: [march] });

    await given.refusal(OfferOverlap, () => generateAt(given, june, { ...march, name: 'AGAIN' }));
  });

  it('is refused by an offer that is not valid by itself', async () => {
    const given = await givenLicense();
    const offer = { ...march, prices: onePrice({ minor: -1, currency: 'USD' }) };

    await given.refusal(NegativePrice, () => generateAt(given, offer));
  });

  it('reads no offer but those on its days', async () => {
    const given = await givenLicense({ details: longLicense(), offers: oneDayOffers(300) });
    const before = given.unitOfWork.offersRead;

    await generateAt(given, anOfferData({ window: window(101, 1) }));

    expect(given.unitOfWork.offersRead - before).toBe(0);
  });
});

describe('generating a price ladder', () => {
  it('puts its steps back to back, in one version', async () => {
    const given = await givenLicense({ offers: [march] });

    const answer = await generateLadder(given, '2026-04-01', 30, 31);

    expect(answer.offers.map((offer) => offer.window)).toEqual([
      days('2026-04-01', '2026-04-30'),
      days('2026-05-01', '2026-05-31'),
    ]);
    expect(given.version).toBe(3);
  });

  it('is all or nothing', async () => {
    const given = await givenLicense({ offers: [june] });

    const refusal = await given.refusal(OfferOverlap, () =>
      generateLadder(given, '2026-05-01', 31, 1),
    );

    expect(refusal.offer.name).toBe('STEP 1');
  });

  it('is refused with the nearest places for the whole run', async () => {
    const given = await givenLicense({ offers: [june] });

    const refusal = await given.refusal(OfferOverlap, () =>
      generateLadder(given, '2026-05-15', 10, 10),
    );

    expect(refusal.alternatives?.fits.map((fit) => fit.toData())).toEqual([
      days('2026-05-12', '2026-05-31'),
      days('2026-07-01', '2026-07-20'),
    ]);
  });

  it('has at least one step', async () => {
    const given = await givenLicense();

    await given.refusal(EmptyLadder, () => generateLadder(given, '2026-05-15'));
  });
});

function generateAt(given: Given, ...offers: OfferData[]) {
  return generateOffers({ ...given.command(), plan: { kind: 'at', offers } }, given.unitOfWork);
}

function generateLadder(given: Given, start: string, ...lengths: number[]) {
  return generateOffers({ ...given.command(), plan: ladder(start, ...lengths) }, given.unitOfWork);
}

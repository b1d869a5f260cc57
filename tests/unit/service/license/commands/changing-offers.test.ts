import { describe, expect, it } from 'vitest';
import {
  OfferGone,
  OfferOverlap,
  OffersStranded,
} from '../../../../../src/domain/license/license-errors';
import { InvalidTerritories } from '../../../../../src/domain/values/territory';
import { anOfferData, days, someDetails, someTerms } from '../../../../builders/license-builders';
import { givenLicense } from '../../given';
import {
  march,
  may,
  june,
  window,
  longLicense,
  oneDayOffers,
  replace,
  withdraw,
  amend,
} from './support-commands';

describe('replacing an offer', () => {
  it('L5: answers with the one that took its place', async () => {
    const given = await givenLicense({ offers: [march, may] });

    const answer = await replace(given, march, june);

    expect(answer.offers).toEqual([june]);
    expect(given.offers).toEqual([may, june]);
  });

  it('by an equal one changes nothing', async () => {
    const given = await givenLicense({ offers: [march] });

    const answer = await replace(given, march, { ...march });

    expect(answer).toMatchObject({ version: 2, offers: [] });
    expect(given.version).toBe(2);
  });

  it('is refused when the offer is not there', async () => {
    const given = await givenLicense({ offers: [march] });

    const refusal = await given.refusal(OfferGone, () =>
      replace(given, { ...march, name: 'OTHER' }, june),
    );

    expect(refusal.offer.name).toBe('OTHER');
  });

  it('is refused with places that count the days of the offer it replaces as free', async () => {
    const given = await givenLicense({ offers: [march, may] });

    const refusal = await given.refusal(OfferOverlap, () =>
      replace(given, march, { ...march, window: days('2026-04-15', '2026-05-15') }),
    );

    expect(refusal.alternatives?.fits.map((fit) => fit.toData())).toEqual([
      days('2026-03-31', '2026-04-30'),
      days('2026-06-01', '2026-07-01'),
    ]);
  });

  it('reads no offer but those it is about', async () => {
    const offers = oneDayOffers(300);
    const given = await givenLicense({ details: longLicense(), offers });
    const before = given.unitOfWork.offersRead;

    await replace(given, offers[100] ?? march, anOfferData({ window: window(201, 1) }));

    expect(given.unitOfWork.offersRead - before).toBe(1);
  });
});

describe('withdrawing offers', () => {
  it('leaves the others', async () => {
    const given = await givenLicense({ offers: [march, may, june] });

    const answer = await withdraw(given, june, march);

    expect(answer).toMatchObject({ version: 3, offers: [] });
    expect(given.offers).toEqual([may]);
  });

  it('is all or nothing', async () => {
    const given = await givenLicense({ offers: [march, may] });

    const refusal = await given.refusal(OfferGone, () => withdraw(given, march, june));

    expect(refusal.offer.name).toBe('JUN');
  });
});

describe('amending a license', () => {
  it('stores every detail', async () => {
    const given = await givenLicense({ offers: [march] });
    const details = someDetails({
      notes: 'By letter.',
      terms: { rightsType: 'AVOD', window: days('2026-03-01', null) },
    });

    await amend(given, details);

    expect(given.stored).toMatchObject({ version: 3, details, offers: [march] });
  });

  it('to what it is changes nothing', async () => {
    const given = await givenLicense();

    const answer = await amend(given, given.stored.details);

    expect([answer.version, given.version]).toEqual([1, 1]);
  });

  it('L6: is refused whole, with every offer it would strand and what would hold them', async () => {
    const given = await givenLicense({ offers: [march, may, june] });
    const terms = someTerms({ window: days('2026-03-15', '2026-05-31') });

    const refusal = await given.refusal(OffersStranded, () =>
      amend(given, someDetails({ name: 'other', terms })),
    );

    expect(refusal.stranded.map(({ offer }) => offer.name)).toEqual(['MAR', 'JUN']);
    expect(refusal.holding.terms.window.toData()).toEqual(days('2026-03-01', '2026-06-30'));
  });

  it('is refused by details that are not valid', async () => {
    const given = await givenLicense();

    await given.refusal(InvalidTerritories, () =>
      amend(given, someDetails({ terms: { territories: ['XX'] } })),
    );
  });
});

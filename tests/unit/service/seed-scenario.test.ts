import { expect, it } from 'vitest';
import type { OfferData } from '../../../src/domain/license/offer';
import { describeChange, replay } from '../../../src/domain/license/license-change';
import type { LicenseChange } from '../../../src/domain/license/license-change';
import { OfferOverlap } from '../../../src/domain/license/license-errors';
import { Stale } from '../../../src/service/errors';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { days, prices, someDetails } from '../../builders/license-builders';
import { refusalFrom } from '../../builders/refusal';
import { givenLicense } from './given';

const offer = (name: string, amount: string, first: string, last: string): OfferData => ({
  name,
  prices: prices(amount),
  window: days(first, last),
  devices: ['tv'],
});
const DSC = offer('DSC', '9.99', '2021-01-01', '2021-12-31');
const PREM = offer('PREM', '4.99', '2022-01-01', '2022-09-30');
const STD_DSC = offer('STD_DSC', '1.99', '2023-01-01', '2023-09-08');
const CLASHING = offer('PROMO', '0.99', '2021-06-01', '2022-05-31');
const NORAS = offer('LIB', '0.99', '2023-09-09', '2023-12-31');
const OTTOS = offer('SALE', '0.49', '2024-01-01', '2024-06-30');

it('a license of DISNEY lives through its years, and nobody overwrites anybody', async () => {
  const details = someDetails({
    name: 'DISNEY US',
    terms: { window: days('2019-01-01', '2024-12-31'), devices: ['tv'] },
  });
  const given = await givenLicense({ details });
  const { unitOfWork, licenseId } = given;
  const generate = (one: OfferData, expectedVersion = given.version) =>
    generateOffers(
      { ...given.command({ expectedVersion }), plan: { kind: 'at', offers: [one] } },
      unitOfWork,
    );

  for (const one of [DSC, PREM, STD_DSC]) await generate(one);
  expect(given.version).toBe(4);

  const clash = await given.refusal(OfferOverlap, () => generate(CLASHING));
  expect(clash.clashes.map(({ with: other, days: shared }) => [other.name, shared.days])).toEqual([
    ['DSC', 214],
    ['PREM', 151],
  ]);

  const seenByBoth = given.version;
  await generate(NORAS, seenByBoth);
  const stale = await given.refusal(Stale, () => generate(OTTOS, seenByBoth));
  expect(stale).toMatchObject({ id: licenseId, expectedVersion: 4 });

  const applied = await generate(OTTOS);
  expect(applied.version).toBe(6);
  expect(given.offers).toEqual([DSC, PREM, STD_DSC, NORAS, OTTOS]);

  const story = unitOfWork.contents.history
    .filter(({ aggregateId }) => aggregateId === licenseId)
    .map(({ change }) => change as LicenseChange);
  expect(story.map(describeChange)).toEqual([
    'License granted, 1 Jan 2019 – 31 Dec 2024',
    'Added DSC, $9.99, 1 Jan – 31 Dec 2021',
    'Added PREM, $4.99, 1 Jan – 30 Sep 2022',
    'Added STD_DSC, $1.99, 1 Jan – 8 Sep 2023',
    'Added LIB, $0.99, 9 Sep – 31 Dec 2023',
    'Added SALE, $0.49, 1 Jan – 30 Jun 2024',
  ]);
  expect(replay(story)).toEqual({ details, offers: given.offers, closing: null });
});

it('the same offer sent by both is made once', async () => {
  const given = await givenLicense({
    details: someDetails({ terms: { window: days('2019-01-01', '2024-12-31') } }),
  });
  const send = () =>
    generateOffers(
      { ...given.command({ expectedVersion: 1 }), plan: { kind: 'at', offers: [DSC] } },
      given.unitOfWork,
    );
  await send();

  await refusalFrom(Stale, send());

  expect(given.offers).toEqual([DSC]);
});

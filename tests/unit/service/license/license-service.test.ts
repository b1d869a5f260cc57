import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LicenseDetailsData } from '../../../../src/domain/license/license-details';
import type { OfferData } from '../../../../src/domain/license/offer';
import type { TermsData } from '../../../../src/domain/license/terms';
import type { GenerationPlan } from '../../../../src/service/license/generate-offers';
import type { LicenseCommand } from '../../../../src/service/license/license-at-version';
import type { Given } from '../given';
import {
  InvalidDate,
  InvalidDateRange,
  dayOfNumber,
} from '../../../../src/domain/values/date-range';
import { InvalidDevices } from '../../../../src/domain/values/device';
import {
  DevicesNotLicensed,
  NoFreeSlot,
  NothingToUndo,
  OfferGone,
  OfferOutsideLicense,
  OfferOverlap,
  OffersStranded,
  UndoOutOfOrder,
} from '../../../../src/domain/license/license-errors';
import { NegativePrice } from '../../../../src/domain/values/money';
import { EmptyLadder, InvalidLength } from '../../../../src/domain/license/offer';
import { InvalidTerritories } from '../../../../src/domain/values/territory';
import { InvalidText } from '../../../../src/domain/values/text';
import { NotFound, Stale, VersionAhead } from '../../../../src/service/errors';
import {
  amendLicense,
  grantLicense,
  replaceOffer,
  withdrawOffers,
} from '../../../../src/service/license/license-service';
import { generateOffers } from '../../../../src/service/license/generate-offers';
import { undoChange } from '../../../../src/service/license/undo-change';
import { aCommand } from '../../../builders/command-builders';
import {
  anId,
  anOfferData,
  days,
  prices,
  someDetails,
  someTerms,
} from '../../../builders/license-builders';
import { LicenseTwin } from '../../../../src/domain/license/twin';
import { closeLicense } from '../../../../src/service/license/close-license';
import { refusalFrom } from '../../../builders/refusal';
import { givenLicense } from '../given';
import { onePrice } from '../../../../src/domain/license/price-list';

const march = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
const may = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });
const june = anOfferData({ name: 'JUN', window: days('2026-06-01', '2026-06-30') });

const amended = someDetails({ notes: 'By letter.' });

describe('granting a license', () => {
  it('stores it at version 1 and says so', async () => {
    const { unitOfWork, contractId } = await givenLicense();
    const [licenseId, details] = [anId(), someDetails()];

    const answer = await grantLicense(
      { ...aCommand(), licenseId, contractId, details },
      unitOfWork,
    );

    expect(answer).toEqual({ id: licenseId, version: 1, offers: [], replayed: false });
    expect(unitOfWork.contents.licenses[licenseId]).toEqual({
      contractId,
      version: 1,
      details,
      offers: [],
      closing: null,
    });
  });

  it('is asked about when the contract grants the same already, with the license that does', async () => {
    const { unitOfWork, contractId } = await givenLicense();
    const details = someDetails({ terms: { territories: ['FI'] } });
    const grant = (ifTwin: 'ask' | 'grant') =>
      grantLicense({ ...aCommand(), licenseId: anId(), contractId, details, ifTwin }, unitOfWork);
    const { id } = await grant('ask');

    const refusal = await refusalFrom(LicenseTwin, grant('ask'));

    expect(refusal.twin).toEqual({ id, name: details.name, terms: details.terms });
    expect((await grant('grant')).version).toBe(1);
  });

  it('is not asked about beside a license that is void', async () => {
    const { unitOfWork, contractId } = await givenLicense();
    const details = someDetails({ terms: { territories: ['FI'] } });
    const grant = () =>
      grantLicense(
        { ...aCommand(), licenseId: anId(), contractId, details, ifTwin: 'ask' },
        unitOfWork,
      );
    const { id: licenseId } = await grant();
    const plan = { kind: 'void', reason: 'Recorded twice' } as const;
    await closeLicense({ ...aCommand(), licenseId, expectedVersion: 1, plan }, unitOfWork);

    expect((await grant()).version).toBe(1);
  });

  it('is refused under a contract that does not exist', async () => {
    const given = await givenLicense();
    const [licenseId, contractId, details] = [anId(), anId(), someDetails()];

    const refusal = await given.refusal(NotFound, () =>
      grantLicense({ ...aCommand(), licenseId, contractId, details }, given.unitOfWork),
    );

    expect(refusal).toMatchObject({ what: 'contract', id: contractId });
  });

  it.each<[string, Partial<TermsData> | null, new (...parts: never[]) => Error]>([
    ['L1', { window: { startsOn: '2026-02-01', endsOn: '2026-01-01' } }, InvalidDateRange],
    [
      'a day that does not exist',
      { window: { startsOn: '2026-02-30', endsOn: null } },
      InvalidDate,
    ],
    ['no territory', { territories: [] }, InvalidTerritories],
    ['an unknown device', { devices: ['fridge'] }, InvalidDevices],
    ['no name', null, InvalidText],
  ])('is refused by %s', async (_rule, terms, expected) => {
    const given = await givenLicense();
    const details = terms === null ? someDetails({ name: '' }) : someDetails({ terms });

    await given.refusal(expected, () =>
      grantLicense(
        { ...aCommand(), licenseId: anId(), contractId: given.contractId, details },
        given.unitOfWork,
      ),
    );
  });

  it('twice with the same key grants one license', async () => {
    const { unitOfWork, contractId } = await givenLicense();
    const command = { ...aCommand(), licenseId: anId(), contractId, details: someDetails() };
    const first = await grantLicense(command, unitOfWork);

    const second = await grantLicense(command, unitOfWork);

    expect(second).toEqual({ ...first, replayed: true });
    expect(Object.keys(unitOfWork.contents.licenses)).toHaveLength(2);
  });
});

describe.each<[string, (given: Given, command: LicenseCommand) => Promise<{ version: number }>]>([
  [
    'generating at a window',
    ({ unitOfWork }, command) =>
      generateOffers({ ...command, plan: { kind: 'at', offers: [june] } }, unitOfWork),
  ],
  [
    'generating in the first free slot',
    ({ unitOfWork }, command) =>
      generateOffers({ ...command, plan: firstFree(10, '2026-01-01') }, unitOfWork),
  ],
  [
    'generating a price ladder',
    ({ unitOfWork }, command) =>
      generateOffers({ ...command, plan: ladder('2026-06-01', 10, 20) }, unitOfWork),
  ],
  [
    'replacing an offer',
    ({ unitOfWork }, command) =>
      replaceOffer({ ...command, before: march, after: june }, unitOfWork),
  ],
  [
    'withdrawing an offer',
    ({ unitOfWork }, command) => withdrawOffers({ ...command, offers: [march] }, unitOfWork),
  ],
  [
    'amending',
    ({ unitOfWork }, command) => amendLicense({ ...command, details: amended }, unitOfWork),
  ],
  ['undoing', ({ unitOfWork }, command) => undoChange(command, unitOfWork)],
])('%s', (_what, act) => {
  it('is accepted against the latest version, which it raises by one', async () => {
    const given = await givenLicense({ offers: [march] });

    const answer = await act(given, given.command());

    expect([answer.version, given.version]).toEqual([3, 3]);
  });

  it('is answered once when it is sent twice', async () => {
    const given = await givenLicense({ offers: [march] });
    const command = given.command();
    const first = await act(given, command);

    const second = await act(given, command);

    expect(second).toEqual({ ...first, replayed: true });
    expect(given.version).toBe(3);
  });

  it('is refused where there is no such license', async () => {
    const given = await givenLicense({ offers: [march] });
    const licenseId = anId();

    const refusal = await given.refusal(NotFound, () => act(given, given.command({ licenseId })));

    expect(refusal).toMatchObject({ what: 'license', id: licenseId });
  });

  it.each([1, 0, -1])('is stale against version %i of 2', async (expectedVersion) => {
    const given = await givenLicense({ offers: [march] });

    const refusal = await given.refusal(Stale, () =>
      act(given, given.command({ expectedVersion })),
    );

    expect(refusal).toMatchObject({ what: 'license', id: given.licenseId, expectedVersion });
  });

  it.each([3, 1000])('is refused against version %i of 2, which never was', async (ahead) => {
    const given = await givenLicense({ offers: [march] });

    const refusal = await given.refusal(VersionAhead, () =>
      act(given, given.command({ expectedVersion: ahead })),
    );

    expect(refusal).toMatchObject({ expectedVersion: ahead, latestVersion: 2 });
  });

  it('at the same moment as another is stale, or the other is', async () => {
    const given = await givenLicense({ offers: [march] });
    const other = withdrawOffers({ ...given.command(), offers: [march] }, given.unitOfWork);

    const outcomes = await Promise.allSettled([act(given, given.command()), other]);

    const refusals = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as unknown] : [],
    );
    expect(refusals).toEqual([expect.any(Stale)]);
    expect(given.version).toBe(3);
  });
});

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

describe('undoing the newest change', () => {
  it('of a generation withdraws the offers', async () => {
    const given = await givenLicense({ offers: [march, may] });

    await undo(given);

    expect(given.stored).toMatchObject({ version: 3, offers: [] });
  });

  it('of a replacement brings the former offer back', async () => {
    const given = await givenLicense({ offers: [march, may] });
    await replace(given, march, june);

    const answer = await undo(given);

    expect(answer.offers).toEqual([march]);
    expect(given.offers).toEqual([march, may]);
  });

  it('of a withdrawal brings the offers back', async () => {
    const given = await givenLicense({ offers: [march, may] });
    await withdraw(given, march, may);

    await undo(given);

    expect(given.offers).toEqual([march, may]);
  });

  it('of an amendment restores the details', async () => {
    const given = await givenLicense({ offers: [march] });
    const { details } = given.stored;
    await amend(given, someDetails({ terms: { window: days('2026-03-01', null) } }));

    await undo(given);

    expect(given.stored).toMatchObject({ version: 4, details });
  });

  it('twice makes the change again', async () => {
    const given = await givenLicense({ offers: [march] });
    await replace(given, march, june);
    await undo(given);

    await undo(given);

    expect(given.stored).toMatchObject({ version: 5, offers: [june] });
  });

  it('goes further back, change by change, where the version to undo is named', async () => {
    const given = await givenLicense({ offers: [march] });
    await replace(given, march, may);
    await replace(given, may, june);
    await undo(given);

    await undo(given, 3);
    expect(given.stored).toMatchObject({ version: 6, offers: [march] });
    await undo(given, 2);
    expect(given.stored).toMatchObject({ version: 7, offers: [] });
    await given.refusal(NothingToUndo, () => undo(given, 1));
  });

  it('is refused while a later change still counts', async () => {
    const given = await givenLicense({ offers: [march] });
    await replace(given, march, may);
    await amend(given, amended);

    const refusal = await given.refusal(UndoOutOfOrder, () => undo(given, 3));

    expect(refusal.message).toBe(
      'Version 3 cannot be undone yet. Undo the changes after it first.',
    );
  });

  it('is refused for what was taken back already', async () => {
    const given = await givenLicense({ offers: [march] });
    await replace(given, march, may);
    await undo(given);

    await given.refusal(UndoOutOfOrder, () => undo(given, 3));
  });

  it('leaves a line of history of its own', async () => {
    const given = await givenLicense({ offers: [march] });

    await undo(given);

    expect(given.unitOfWork.contents.history.at(-1)).toMatchObject({
      version: 3,
      change: { kind: 'offers-withdrawn', offers: [march] },
    });
  });

  it('of the grant is refused', async () => {
    const given = await givenLicense();

    await given.refusal(NothingToUndo, () => undo(given));
  });

  it('is stale rather than at its end when somebody changed the license meanwhile', async () => {
    const given = await givenLicense({ offers: [march] });

    await given.refusal(Stale, () =>
      undoChange(given.command({ expectedVersion: 1 }), given.unitOfWork),
    );
  });
});

/** Day numbers of the long license begin here. */
const FIRST = 20_000;

function window(start: number, length: number) {
  return { startsOn: dayOfNumber(FIRST + start), endsOn: dayOfNumber(FIRST + start + length) };
}

function longLicense(): LicenseDetailsData {
  return someDetails({ terms: { window: { startsOn: dayOfNumber(FIRST), endsOn: null } } });
}

/** On every other day from the first on, so that slots of one day lie between. They need an open license. */
function oneDayOffers(count: number): OfferData[] {
  return Array.from({ length: count }, (_, index) =>
    anOfferData({ name: `DAY ${index}`, window: window(2 * index, 1) }),
  );
}

function firstFree(length: number, onOrAfter: string): GenerationPlan {
  const { name, prices: list, devices } = march;
  return { kind: 'first-free', offer: { name, prices: list, devices }, days: length, onOrAfter };
}

function ladder(start: string, ...lengths: number[]): GenerationPlan {
  const steps = lengths.map((length, index) => ({
    name: `STEP ${index}`,
    prices: prices(String(index)),
    days: length,
  }));
  return { kind: 'ladder', start, steps, devices: ['tv'] };
}

function generateAt(given: Given, ...offers: OfferData[]) {
  return generateOffers({ ...given.command(), plan: { kind: 'at', offers } }, given.unitOfWork);
}

function generateFirstFree(given: Given, length: number, onOrAfter: string) {
  return generateOffers(
    { ...given.command(), plan: firstFree(length, onOrAfter) },
    given.unitOfWork,
  );
}

function generateLadder(given: Given, start: string, ...lengths: number[]) {
  return generateOffers({ ...given.command(), plan: ladder(start, ...lengths) }, given.unitOfWork);
}

function replace(given: Given, before: OfferData, after: OfferData) {
  return replaceOffer({ ...given.command(), before, after }, given.unitOfWork);
}

function withdraw(given: Given, ...offers: OfferData[]) {
  return withdrawOffers({ ...given.command(), offers }, given.unitOfWork);
}

function amend(given: Given, details: LicenseDetailsData) {
  return amendLicense({ ...given.command(), details }, given.unitOfWork);
}

/** @param undoes the version whose change is taken back, the newest unless given */
function undo(given: Given, undoes?: number) {
  return undoChange({ ...given.command(), undoes }, given.unitOfWork);
}

import { describe, expect, it } from 'vitest';
import type { CopyPlan } from '../../../../src/domain/bulk/license-copy';
import {
  AssignmentGone,
  TitlesClash,
  TitlesJoined,
  TitlesStranded,
} from '../../../../src/domain/content/content-errors';
import { LicenseVoid } from '../../../../src/domain/license/closing-errors';
import { NothingToUndo } from '../../../../src/domain/license/license-errors';
import { LicenseTwin } from '../../../../src/domain/license/twin';
import { copyLicense, undoLicenseCopy } from '../../../../src/service/bulk/copy-license';
import { previewLicenseCopy } from '../../../../src/service/bulk/preview-license-copy';
import { ChangedSince } from '../../../../src/service/changed-since';
import { assignOffer, unassignOffer } from '../../../../src/service/content/content-service';
import { NotFound, Stale } from '../../../../src/service/errors';
import { closeLicense } from '../../../../src/service/license/close-license';
import { grantLicense } from '../../../../src/service/license/license-service';
import { generateOffers } from '../../../../src/service/license/generate-offers';
import {
  aTierLine,
  anId,
  anOfferData,
  days,
  someDetails,
} from '../../../builders/license-builders';
import { aCommand, contractDetails } from '../../../builders/command-builders';
import { recordContract } from '../../../../src/service/contract/contract-service';
import { GivenTitles } from '../given-titles';

const spring = anOfferData({ name: 'Spring', window: days('2026-03-01', '2026-04-30') });
const may = anOfferData({ name: 'May', window: days('2026-05-01', '2026-05-31') });
const inNextYear = { ...spring, window: days('2027-03-01', '2027-04-30') };

describe('copying a license', () => {
  it('grants another with its offers, and gives their titles the copies of what they have', async () => {
    const { given, licenseId, both, onlyMay, copy } = await givenLicense();

    const answer = await copyLicense(copy({ territories: ['DE'] }), given.unitOfWork);

    expect(answer).toMatchObject({ version: 1, offers: [spring, may], replayed: false });
    expect(given.licenseVersion(licenseId)).toBe(2);
    const ofCopy = (id: string) =>
      given
        .stored(id)
        .assignments.flatMap((one) => (one.licenseId === answer.id ? [one.startsOn] : []));
    expect(ofCopy(both).sort()).toEqual(['2026-03-01', '2026-05-01']);
    expect(ofCopy(onlyMay)).toEqual(['2026-05-01']);
    expect(given.history(answer.id)[0]?.change).toMatchObject({
      ...{ kind: 'license-granted', offers: [spring, may], copyOf: { licenseId } },
      details: { name: 'Copy', terms: { territories: ['DE'] } },
    });
  });

  it('moves offers with the license, and leaves out those that are not chosen', async () => {
    const { given, both, onlyMay, copy } = await givenLicense();
    const shift = { unit: 'months', by: 12 } as const;

    const answer = await copyLicense(copy({ shift, offers: ['2026-03-01'] }), given.unitOfWork);

    expect(answer.offers).toEqual([inNextYear]);
    expect(given.assigned(both)).toEqual(['2026-03-01', '2026-05-01', '2027-03-01']);
    expect(given.assigned(onlyMay)).toEqual(['2026-05-01']);
  });

  it('is refused whole where titles would have two prices, and tried without them', async () => {
    const { given, both, onlyMay, copy } = await givenLicense();
    const same = copy({ territories: ['CA', 'DE'] });

    await given.refusal(TitlesClash, () => copyLicense(same, given.unitOfWork));
    const tried = await previewLicenseCopy(same, given.unitOfWork);
    expect(tried.copy).toMatchObject({ titles: [], blockedTitles: 2, blockedOffers: [] });
    expect(tried.copy.blocked.map(({ contentId }) => contentId).sort()).toEqual(
      [both, onlyMay].sort(),
    );
    expect(tried.copy.offers).toEqual([
      { from: '2026-03-01', offer: spring },
      { from: '2026-05-01', offer: may },
    ]);

    const { titles } = tried.copy;
    const plan = { ...same.plan, titles };
    await copyLicense({ ...same, plan }, given.unitOfWork);
    expect(given.assigned(both)).toEqual(['2026-03-01', '2026-05-01']);
  });

  it('leaves out titles that are not chosen, and refuses one that has none of the offers', async () => {
    const { given, licenseId, both, onlyMay, copy } = await givenLicense();
    const springOnly = { territories: ['DE'], offers: ['2026-03-01'] };
    const abroad = await given.license([spring], { territories: ['JP'] });
    const elsewhere = await given.title([
      { licenseId: abroad, offer: spring },
      { licenseId, offer: may },
    ]);

    await given.refusal(AssignmentGone, () =>
      copyLicense(copy({ ...springOnly, titles: [both, onlyMay] }), given.unitOfWork),
    );
    await copyLicense(
      copy({ territories: ['DE'], titles: [onlyMay, elsewhere] }),
      given.unitOfWork,
    );

    // An offer of another license that begins on the same day brings nothing.
    expect(given.assigned(elsewhere)).toEqual(['2026-03-01', '2026-05-01', '2026-05-01']);
    expect(given.assigned(both)).toHaveLength(2);
    expect(given.assigned(onlyMay)).toHaveLength(2);
  });

  it('asks about a twin, and grants it when it is meant', async () => {
    const { given, copy, licenseId } = await givenLicense();
    const twin = copy({ territories: ['CA', 'US'], titles: [] });

    const { copy: tried } = await previewLicenseCopy(twin, given.unitOfWork);
    expect(tried.twin).toMatchObject({ id: licenseId });
    await given.refusal(LicenseTwin, () =>
      copyLicense({ ...twin, ifTwin: 'ask' }, given.unitOfWork),
    );
    expect((await copyLicense({ ...twin, ifTwin: 'grant' }, given.unitOfWork)).version).toBe(1);
  });

  it('counts offers on tiers of another studio under its contract', async () => {
    const { given, copy } = await givenLicense();
    const licenseId = await given.license([{ ...spring, prices: [aTierLine('Tier A')] }, may]);
    const contractId = anId();
    await recordContract(
      { ...aCommand(), contractId, details: contractDetails() },
      given.unitOfWork,
    );
    const plan = copy({ contractId }).plan;

    const { copy: tried } = await previewLicenseCopy(
      { ...given.licenseCommand(licenseId), copyId: anId(), plan },
      given.unitOfWork,
    );

    expect(tried).toMatchObject({ onOtherTiers: 1, twin: null });
  });

  it('is refused for a stale version, a contract that is not there, and a void license', async () => {
    const { given, licenseId, copy } = await givenLicense();

    await given.refusal(Stale, () =>
      copyLicense({ ...copy(), expectedVersion: 1 }, given.unitOfWork),
    );
    await given.refusal(NotFound, () =>
      copyLicense(copy({ contractId: anId() }), given.unitOfWork),
    );
    const plan = { kind: 'void', reason: 'Recorded twice' } as const;
    await closeLicense({ ...given.licenseCommand(licenseId), plan }, given.unitOfWork);
    await given.refusal(LicenseVoid, () => copyLicense(copy(), given.unitOfWork));
  });

  it('says which offer would have no day, and copies the others', async () => {
    const { given, copy } = await givenLicense();
    const last = anOfferData({ name: 'Last', window: days('2026-01-30', '2026-01-30') });
    const licenseId = await given.license([last, may]);
    const shifted = {
      ...given.licenseCommand(licenseId),
      ...{ copyId: anId(), plan: copy({ shift: { unit: 'months', by: 1 } }).plan },
    };

    const { copy: tried } = await previewLicenseCopy(shifted, given.unitOfWork);

    expect(tried.blockedOffers).toMatchObject([{ from: '2026-01-30', name: 'Last' }]);
    expect(tried.offers.map(({ from }) => from)).toEqual(['2026-05-01']);
    await expect(copyLicense(shifted, given.unitOfWork)).rejects.toMatchObject({
      code: 'no-day-left',
    });
  });
});

describe('undoing a copy', () => {
  it('makes it void, and takes its offers from their titles', async () => {
    const { given, both, onlyMay, copied, undo } = await givenCopy();

    expect(await undo({ titlesSeen: 2 })).toMatchObject({ id: copied, version: 2 });

    expect(given.assigned(both)).toEqual(['2026-03-01', '2026-05-01']);
    expect(given.assigned(onlyMay)).toEqual(['2026-05-01']);
    expect(given.unitOfWork.contents.licenses[copied]).toMatchObject({ closing: { kind: 'void' } });
  });

  it('is refused when something was built on it', async () => {
    const { given, licenseId, onlyMay, copied, undo } = await givenCopy();
    const later = await given.title([{ licenseId: copied, offer: may }]);

    await given.refusal(TitlesJoined, () => undo({ titlesSeen: 2 }));
    await assignOffer(
      { ...given.command(later), chosen: { licenseId, offer: may } },
      given.unitOfWork,
    );
    await unassignOffer(
      { ...given.command(onlyMay), assignment: { licenseId, startsOn: '2026-05-01' } },
      given.unitOfWork,
    );
    await given.refusal(TitlesStranded, () => undo());
    const plan = { kind: 'at', offers: [anOfferData()] } as const;
    await generateOffers({ ...given.licenseCommand(copied), plan }, given.unitOfWork);
    await given.refusal(ChangedSince, () => undo());
  });

  it('is refused for a license that is no copy', async () => {
    const { given } = await givenCopy();
    const licenseId = anId();
    const { contractId } = given;
    await grantLicense(
      { ...aCommand(), licenseId, contractId, details: someDetails() },
      given.unitOfWork,
    );

    await given.refusal(NothingToUndo, () =>
      undoLicenseCopy({ ...aCommand(), licenseId, expectedVersion: 1 }, given.unitOfWork),
    );
  });
});

async function givenLicense() {
  const given = await GivenTitles.begin();
  const licenseId = await given.license([spring, may]);
  const both = await given.title([
    { licenseId, offer: spring },
    { licenseId, offer: may },
  ]);
  const onlyMay = await given.title([{ licenseId, offer: may }]);
  const copy = (parts: Partial<CopyPlan> = {}) => ({
    ...given.licenseCommand(licenseId),
    copyId: anId(),
    plan: {
      ...{ contractId: given.contractId, name: 'Copy', territories: ['CA', 'US'], shift: null },
      ...{ offers: null, titles: null },
      ...parts,
    },
  });
  return { given, licenseId, both, onlyMay, copy };
}

async function givenCopy() {
  const all = await givenLicense();
  const { given, copy } = all;
  const { id: copied } = await copyLicense(copy({ territories: ['DE'] }), given.unitOfWork);
  const undo = (parts: { readonly titlesSeen?: number } = {}) =>
    undoLicenseCopy(
      { ...aCommand(), licenseId: copied, expectedVersion: 1, ...parts },
      given.unitOfWork,
    );
  return { ...all, copied, undo };
}

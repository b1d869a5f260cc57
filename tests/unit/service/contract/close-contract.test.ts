import { describe, expect, it } from 'vitest';
import {
  ContractNotVoid,
  ContractVoid,
  LicensesInUse,
} from '../../../../src/domain/contract/contract-errors';
import { TitleClosed, TitlesJoined } from '../../../../src/domain/content/content-errors';
import { AlreadyClosed } from '../../../../src/domain/license/closing-errors';
import { closeTitle } from '../../../../src/service/content/close-title';
import {
  closeContract,
  previewContractClosing,
  reopenContract,
} from '../../../../src/service/contract/close-contract';
import { correctContract } from '../../../../src/service/contract/contract-service';
import { NotFound, Stale, VersionAhead } from '../../../../src/service/errors';
import { closeLicense } from '../../../../src/service/license/close-license';
import { amendLicense, grantLicense } from '../../../../src/service/license/license-service';
import { undoChange } from '../../../../src/service/license/undo-change';
import { aCommand, contractDetails } from '../../../builders/command-builders';
import { anId, anOfferData, days, someDetails } from '../../../builders/license-builders';
import { GivenTitles } from '../given-titles';

const march = anOfferData({ name: 'MAR', window: days('2026-03-01', '2026-03-31') });
const may = anOfferData({ name: 'MAY', window: days('2026-05-01', '2026-05-31') });
const REASON = 'Recorded twice';

/** A contract with two licenses; one title has an offer of each, one an offer of the first. */
async function givenContract() {
  const given = await GivenTitles.begin();
  const [one, other] = [
    await given.license([march], { territories: ['US'] }),
    await given.license([march, may], { territories: ['CA'] }),
  ];
  const both = await given.title([
    { licenseId: one, offer: march },
    { licenseId: other, offer: may },
  ]);
  const single = await given.title([{ licenseId: one, offer: march }]);
  const { contractId, unitOfWork } = given;
  const contract = () => {
    const found = unitOfWork.contents.contracts[contractId];
    if (found === undefined) throw new Error('There is no contract.');
    return found;
  };
  const command = () => ({ ...aCommand(), contractId, expectedVersion: contract().version });
  const licenses = (...ids: readonly string[]) =>
    ids.map((licenseId) => ({ licenseId, expectedVersion: given.licenseVersion(licenseId) }));
  const close = (...ids: readonly string[]) =>
    closeContract({ ...command(), reason: REASON, licenses: licenses(...ids) }, unitOfWork);
  const closingOf = (licenseId: string) => unitOfWork.contents.licenses[licenseId]?.closing ?? null;
  const all = { one, other, both, single };
  return { given, unitOfWork, contract, command, licenses, close, closingOf, ...all };
}

describe('making a contract void', () => {
  it('makes its licenses void with it, and retires titles that have nothing else', async () => {
    const { given, contract, close, closingOf, one, other, both, single } = await givenContract();

    const answer = await close(one, other);

    expect(answer).toMatchObject({
      ...{ id: given.contractId, version: 2 },
      licenses: [
        { id: one, version: 3 },
        { id: other, version: 3 },
      ],
    });
    expect(contract()).toMatchObject({
      version: 2,
      closing: { kind: 'void', reason: REASON, licenses: [one, other] },
    });
    expect([one, other].map(closingOf)).toEqual([
      { kind: 'void', reason: REASON },
      { kind: 'void', reason: REASON },
    ]);
    for (const title of [both, single])
      expect(given.stored(title)).toMatchObject({
        ...{ assignments: [], closing: { kind: 'retired', reason: REASON } },
      });
    const { contracts, licenses } = given.unitOfWork.contents;
    expect([Object.keys(contracts), Object.keys(licenses)].flat()).toHaveLength(3);
  });

  it('is refused while licenses are in use that it does not name', async () => {
    const { given, close, other, one } = await givenContract();

    const refusal = await given.refusal(LicensesInUse, () => close(one));

    expect(refusal.licenses).toEqual([
      { id: other, name: given.unitOfWork.contents.licenses[other]?.details.name },
    ]);
    await given.refusal(LicensesInUse, () => close());
  });

  it('needs not name a license that is void already', async () => {
    const { given, contract, close, one, other } = await givenContract();
    const plan = { kind: 'void', reason: 'A mistake' } as const;
    await closeLicense({ ...given.licenseCommand(one), plan }, given.unitOfWork);

    await close(other);

    expect(contract().closing?.licenses).toEqual([other]);
    await given.refusal(ContractVoid, () => close());
  });

  it('is refused when one of its licenses has ended, or has changed since', async () => {
    const { given, command, close, licenses, one, other } = await givenContract();
    const before = licenses(one, other);
    const plan = { kind: 'ended', lastDay: '2026-03-15', reason: 'Terminated' } as const;
    await closeLicense({ ...given.licenseCommand(one), plan }, given.unitOfWork);

    await given.refusal(AlreadyClosed, () => close(one, other));
    const stale = await given.refusal(Stale, () =>
      closeContract({ ...command(), reason: REASON, licenses: before }, given.unitOfWork),
    );

    expect(stale).toMatchObject({ what: 'license', id: one });
  });

  it('is refused when the contract has changed, or is not there', async () => {
    const { given, command, licenses, one, other } = await givenContract();
    const asked = { ...command(), reason: REASON, licenses: licenses(one, other) };
    await correctContract({ ...command(), details: contractDetails() }, given.unitOfWork);

    const close = (parts: object) => () => closeContract({ ...asked, ...parts }, given.unitOfWork);
    expect(await given.refusal(Stale, close({}))).toMatchObject({ what: 'contract' });
    await given.refusal(VersionAhead, close({ expectedVersion: 9 }));
    await given.refusal(NotFound, close({ contractId: anId() }));
  });

  it('is refused with a license of another contract', async () => {
    const { given, unitOfWork, command, licenses, one, other } = await givenContract();
    const elsewhere = await GivenTitles.begin(unitOfWork);
    const foreign = await elsewhere.license([march]);

    const refusal = await given.refusal(NotFound, () =>
      closeContract(
        { ...command(), reason: REASON, licenses: licenses(one, foreign, other) },
        unitOfWork,
      ),
    );

    expect(refusal.id).toBe(foreign);
  });

  it('is refused when more titles lose an offer than the person saw', async () => {
    const { given, command, licenses, one, other } = await givenContract();

    await given.refusal(TitlesJoined, () =>
      closeContract(
        { ...command(), reason: REASON, licenses: licenses(one, other), titlesSeen: 1 },
        given.unitOfWork,
      ),
    );
  });

  it('is previewed with what it takes, and changes nothing', async () => {
    const { given, command, licenses, one, other, both, single } = await givenContract();
    const before = JSON.stringify(given.unitOfWork.contents);
    const asked = { ...command(), reason: REASON, today: '2026-01-01' };

    const { closing } = await previewContractClosing(
      { ...asked, licenses: licenses(one, other) },
      given.unitOfWork,
    );

    expect(closing).toMatchObject({ titles: 2, releasedTitles: 2, retiredTitles: 2 });
    expect(closing.retired.map(({ contentId }) => contentId).toSorted()).toEqual(
      [both, single].toSorted(),
    );
    expect(closing.licenses.map(({ licenseId }) => licenseId)).toEqual([one, other]);
    expect(JSON.stringify(given.unitOfWork.contents)).toBe(before);
    await given.refusal(LicensesInUse, () => previewContractClosing(asked, given.unitOfWork));
  });
});

describe('under a void contract', () => {
  it('nothing is granted, edited or brought back', async () => {
    const { given, command, close, one, other } = await givenContract();
    const { contractId, unitOfWork } = given;
    await close(one, other);
    const details = someDetails();

    const acts = [
      () => grantLicense({ ...aCommand(), licenseId: anId(), contractId, details }, unitOfWork),
      () => undoChange(given.licenseCommand(one), unitOfWork),
      () => correctContract({ ...command(), details: contractDetails() }, unitOfWork),
    ];
    for (const act of acts)
      expect((await given.refusal(ContractVoid, act)).contractId).toBe(contractId);
  });
});

describe('bringing a void contract back', () => {
  it('brings its licenses and their titles back', async () => {
    const { given, command, contract, close, closingOf, one, other, both, single } =
      await givenContract();
    await close(one, other);

    const answer = await reopenContract({ ...command(), withLicenses: true }, given.unitOfWork);

    expect(answer).toMatchObject({
      version: 3,
      licenses: [
        { id: one, version: 4 },
        { id: other, version: 4 },
      ],
    });
    expect(contract()).toMatchObject({ version: 3, closing: null });
    expect([one, other].map(closingOf)).toEqual([null, null]);
    expect(given.assigned(both)).toEqual(['2026-03-01', '2026-05-01']);
    expect(given.assigned(single)).toEqual(['2026-03-01']);
    expect(given.stored(single).closing).toBeNull();
  });

  it('leaves a license void that was void before', async () => {
    const { given, command, close, closingOf, one, other } = await givenContract();
    const plan = { kind: 'void', reason: 'A mistake' } as const;
    await closeLicense({ ...given.licenseCommand(one), plan }, given.unitOfWork);
    await close(other);

    await reopenContract({ ...command(), withLicenses: true }, given.unitOfWork);

    expect([one, other].map((id) => closingOf(id)?.reason)).toEqual(['A mistake', undefined]);
  });

  it('can leave the licenses void, each of which comes back on its own then', async () => {
    const { given, command, close, closingOf, one, other, single } = await givenContract();
    await close(one, other);

    await reopenContract({ ...command(), withLicenses: false }, given.unitOfWork);
    expect([one, other].map((id) => closingOf(id)?.kind)).toEqual(['void', 'void']);

    await undoChange(given.licenseCommand(one), given.unitOfWork);
    expect(closingOf(one)).toBeNull();
    expect(given.assigned(single)).toEqual(['2026-03-01']);
  });

  it('is all or nothing: what stands against a license stands against all', async () => {
    const { given, command, close, one, other, single } = await givenContract();
    await close(one, other);
    const closing = { kind: 'void', reason: 'Registered twice' } as const;
    await closeTitle({ ...given.command(single), closing }, given.unitOfWork);

    await given.refusal(TitleClosed, () =>
      reopenContract({ ...command(), withLicenses: true }, given.unitOfWork),
    );
    await reopenContract({ ...command(), withLicenses: false }, given.unitOfWork);
  });

  it('is refused when it is not void, or has changed', async () => {
    const { given, command, close, one, other } = await givenContract();
    const early = command();
    const reopen = (asked: ReturnType<typeof command>) => () =>
      reopenContract({ ...asked, withLicenses: true }, given.unitOfWork);
    await given.refusal(ContractNotVoid, reopen(early));
    await close(one, other);

    expect(await given.refusal(Stale, reopen(early))).toMatchObject({ what: 'contract' });
  });

  it('and making it void again is possible, with what it grants then', async () => {
    const { given, command, contract, close, one, other } = await givenContract();
    await close(one, other);
    await reopenContract({ ...command(), withLicenses: true }, given.unitOfWork);
    const stored = given.unitOfWork.contents.licenses[one];
    if (stored === undefined) throw new Error('There is no license.');
    await amendLicense(
      { ...given.licenseCommand(one), details: { ...stored.details, notes: 'Amended' } },
      given.unitOfWork,
    );

    await close(one, other);

    expect(contract()).toMatchObject({ version: 4, closing: { licenses: [one, other] } });
  });
});

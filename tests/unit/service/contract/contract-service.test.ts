import { describe, expect, it } from 'vitest';
import type { ContractDetails } from '../../../../src/domain/contract/contract';
import type { DomainError } from '../../../../src/domain/errors';
import type { OfferData } from '../../../../src/domain/license/offer';
import type { LicenseToGrant } from '../../../../src/service/contract/contract-service';
import { ContractReferenceTaken } from '../../../../src/domain/contract/contract-errors';
import { InvalidDate } from '../../../../src/domain/values/date-range';
import {
  DevicesNotLicensed,
  OfferOutsideLicense,
  OfferOverlap,
} from '../../../../src/domain/license/license-errors';
import { InvalidText } from '../../../../src/domain/values/text';
import { correctContract, recordContract } from '../../../../src/service/contract/contract-service';
import { KeyReused, NotFound, Stale, VersionAhead } from '../../../../src/service/errors';
import { aCommand, contractDetails } from '../../../builders/command-builders';
import { anId, anOfferData, days, someDetails } from '../../../builders/license-builders';
import { refusalFrom } from '../../../builders/refusal';
import { ReadableMemory } from '../../../fakes/readable-memory';

describe('recording a contract', () => {
  it('stores it at version 1 and says so', async () => {
    const [unitOfWork, contractId, details] = [new ReadableMemory(), anId(), contractDetails()];

    const answer = await recordContract({ ...aCommand(), contractId, details }, unitOfWork);

    expect(answer).toEqual({ id: contractId, version: 1, replayed: false });
    expect(unitOfWork.contents.contracts[contractId]).toEqual({
      version: 1,
      details,
      closing: null,
    });
  });

  it('is refused when the studio has a contract of that number', async () => {
    const { unitOfWork, details } = await givenContract();

    const second = recordContract({ ...aCommand(), contractId: anId(), details }, unitOfWork);

    const refusal = await refusalFrom(ContractReferenceTaken, second);
    expect(refusal).toMatchObject({ studio: details.studio, reference: details.reference });
  });

  it.each<[Partial<ContractDetails>, new (...parts: never[]) => Error]>([
    [{ studio: ' ' }, InvalidText],
    [{ reference: '' }, InvalidText],
    [{ signedOn: '2026-02-30' }, InvalidDate],
  ])('is refused with %o, and stores nothing', async (part, expected) => {
    const unitOfWork = new ReadableMemory();
    const command = { ...aCommand(), contractId: anId(), details: contractDetails(part) };

    await refusalFrom(expected, recordContract(command, unitOfWork));

    expect(unitOfWork.contents).toEqual(new ReadableMemory().contents);
  });

  it('twice with one key records one contract', async () => {
    const { unitOfWork, recorded } = await givenContract();

    const again = await recordContract(recorded, unitOfWork);

    expect(again).toEqual({ id: recorded.contractId, version: 1, replayed: true });
    expect(unitOfWork.contents.history).toHaveLength(1);
  });

  it('with a key used for another contract is refused', async () => {
    const { unitOfWork, recorded } = await givenContract();
    const other = { ...recorded, contractId: anId(), details: contractDetails() };

    await refusalFrom(KeyReused, recordContract(other, unitOfWork));
  });
});

describe('recording a contract with licenses', () => {
  const january = anOfferData({ window: days('2026-01-01', '2026-01-31') });
  const february = anOfferData();
  const license = (...offers: OfferData[]): LicenseToGrant => ({
    ...{ licenseId: anId(), details: someDetails(), offers },
  });
  const recording = (...licenses: LicenseToGrant[]) => ({
    ...{ ...aCommand(), contractId: anId(), details: contractDetails(), licenses },
  });

  it('grants each with its offers as its version 1, and answers for all', async () => {
    const unitOfWork = new ReadableMemory();
    const [first, second] = [license(january, february), license()];
    const command = recording(first, second);

    const answer = await recordContract(command, unitOfWork);

    const at1 = ({ licenseId: id }: LicenseToGrant) => ({ id, version: 1 });
    const { contractId } = command;
    const licenses = [at1(first), at1(second)];
    expect(answer).toEqual({ id: contractId, version: 1, licenses, replayed: false });
    const { history, licenses: stored } = unitOfWork.contents;
    const { details } = first;
    const offers = [january, february];
    expect(stored[first.licenseId]).toEqual({
      ...{ contractId, version: 1, details, offers },
      closing: null,
    });
    expect(stored[second.licenseId]).toMatchObject({ contractId, version: 1, offers: [] });
    expect(history.map(({ aggregateId, version }) => [aggregateId, version])).toEqual([
      [contractId, 1],
      [first.licenseId, 1],
      [second.licenseId, 1],
    ]);
    expect(await recordContract(command, unitOfWork)).toEqual({ ...answer, replayed: true });
    expect(unitOfWork.contents.history).toHaveLength(3);
  });

  it.each<[string, LicenseToGrant, new (...parts: never[]) => DomainError]>([
    ['a name', { ...license(), details: someDetails({ name: ' ' }) }, InvalidText],
    ['L2', license(anOfferData({ window: days('2025-12-01', '2026-01-31') })), OfferOutsideLicense],
    ['L3', license(january, january), OfferOverlap],
    ['L4', license(anOfferData({ devices: ['console'] })), DevicesNotLicensed],
  ])('is refused by %s of the last one, says which, and stores nothing', async (...row) => {
    const [, last, expected] = row;
    const unitOfWork = new ReadableMemory();

    const refused = recordContract(recording(license(january), license(), last), unitOfWork);

    expect((await refusalFrom(expected, refused)).part).toEqual(['licenses', 2]);
    expect(unitOfWork.contents).toEqual(new ReadableMemory().contents);
  });

  it('stores none of them when the studio has a contract of that number', async () => {
    const { unitOfWork, details } = await givenContract();
    const before = unitOfWork.contents;

    const second = recordContract({ ...recording(license(january)), details }, unitOfWork);

    expect((await refusalFrom(ContractReferenceTaken, second)).part).toEqual([]);
    expect(unitOfWork.contents).toEqual(before);
  });
});

describe('correcting a contract', () => {
  it('stores the details as its next version', async () => {
    const { unitOfWork, contractId } = await givenContract();
    const details = contractDetails();

    const answer = await correctContract(
      { ...aCommand(), contractId, expectedVersion: 1, details },
      unitOfWork,
    );

    expect(answer).toEqual({ id: contractId, version: 2, replayed: false });
    expect(unitOfWork.contents.contracts[contractId]).toMatchObject({ version: 2, details });
  });

  it('to what it is changes nothing', async () => {
    const { unitOfWork, contractId, details } = await givenContract();

    const answer = await correctContract(
      { ...aCommand(), contractId, expectedVersion: 1, details },
      unitOfWork,
    );

    expect(answer.version).toBe(1);
    expect(unitOfWork.contents.history).toHaveLength(1);
  });

  it.each([
    ['is stale against an older version', 1, Stale],
    ['is refused against a version that never was', 3, VersionAhead],
    ['is stale against a negative version', -1, Stale],
  ])('%s', async (_what, expectedVersion, expected) => {
    const { unitOfWork, contractId } = await givenContract();
    const correct = (version: number) =>
      correctContract(
        { ...aCommand(), contractId, expectedVersion: version, details: contractDetails() },
        unitOfWork,
      );
    await correct(1);
    const before = unitOfWork.contents;

    await refusalFrom<Error>(expected, correct(expectedVersion));

    expect(unitOfWork.contents).toEqual(before);
  });

  it('is refused where there is no such contract', async () => {
    const contractId = anId();
    const command = { ...aCommand(), contractId, expectedVersion: 1, details: contractDetails() };

    const refusal = await refusalFrom(NotFound, correctContract(command, new ReadableMemory()));

    expect(refusal).toMatchObject({ what: 'contract', id: contractId });
  });
});

async function givenContract() {
  const unitOfWork = new ReadableMemory();
  const recorded = { ...aCommand(), contractId: anId(), details: contractDetails() };
  await recordContract(recorded, unitOfWork);
  const { contractId, details } = recorded;
  return { unitOfWork, contractId, details, recorded };
}

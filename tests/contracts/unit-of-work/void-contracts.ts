import { describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/domain/contract/contract';
import type { UnitOfWork } from '../../../src/service/unit-of-work';
import type { Storage } from './storage';
import { closeContract, reopenContract } from '../../../src/service/contract/close-contract';
import { recordContract } from '../../../src/service/contract/contract-service';
import { closeLicense } from '../../../src/service/license/close-license';
import { grantLicense } from '../../../src/service/license/license-service';
import { undoChange } from '../../../src/service/license/undo-change';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { anId, someDetails } from '../../builders/license-builders';
import { meeting } from '../gate';

const REASON = 'Recorded twice';

/** What holds for void contracts of every unit of work, whatever it stores in. */
export function voidContractsContract(name: string, create: () => Promise<Storage>): void {
  describe(`${name} keeps the contract of a unit of work for void contracts:`, () => {
    it('the licenses of a contract that are in use are known by name', async () => {
      const { unitOfWork } = await create();
      const contractId = await aContract(unitOfWork);
      const [second, first, voided] = [
        await aLicense(unitOfWork, contractId, 'Beta'),
        await aLicense(unitOfWork, contractId, 'alpha'),
        await aLicense(unitOfWork, contractId, 'Aardvark'),
      ];
      await aLicense(unitOfWork, await aContract(unitOfWork), 'Of another contract');
      await makeVoid(unitOfWork, voided);

      const { inUse } = await unitOfWork.run(aCommand(), async ({ licenses }) => ({
        inUse: await licenses.inUse(contractId),
      }));

      expect(inUse).toEqual([
        { id: first, name: 'alpha' },
        { id: second, name: 'Beta' },
      ]);
    });

    it('a contract is void with its licenses, and comes back with them', async () => {
      const { unitOfWork, historyOf } = await create();
      const contractId = await aContract(unitOfWork);
      const licenseId = await aLicense(unitOfWork, contractId);
      const closing = { kind: 'void', reason: REASON, licenses: [licenseId] };

      await close(unitOfWork, contractId, [licenseId]);

      expect(await contractOf(unitOfWork, contractId)).toMatchObject({ version: 2, closing });
      expect(await closingOf(unitOfWork, licenseId)).toEqual({ kind: 'void', reason: REASON });
      await reopenContract(
        { ...aCommand(), contractId, expectedVersion: 2, withLicenses: true },
        unitOfWork,
      );
      expect(await contractOf(unitOfWork, contractId)).toMatchObject({ version: 3, closing: null });
      expect(await closingOf(unitOfWork, licenseId)).toBeNull();
      const story = await historyOf(contractId);
      expect(story.map(({ change }) => change).slice(1)).toEqual([
        { kind: 'contract-closed', closing },
        { kind: 'contract-reopened', closing, licenses: [licenseId] },
      ]);
    });

    it.each([
      ['grants a license', 'grant'],
      ['brings a license back', 'reopen'],
    ] as const)('of two at once, one that %s and one that voids, one is done', async (_, act) => {
      const { unitOfWork } = await create();
      const contractId = await aContract(unitOfWork);
      const licenseId = await aLicense(unitOfWork, contractId);
      await makeVoid(unitOfWork, licenseId);
      const both = meeting(unitOfWork);

      const outcomes = await Promise.allSettled([
        close(both, contractId, []),
        act === 'grant'
          ? aLicense(both, contractId)
          : undoChange({ ...aCommand(), licenseId, expectedVersion: 2 }, both),
      ]);

      const refusals = outcomes.flatMap((outcome): unknown[] =>
        outcome.status === 'fulfilled' ? [] : [Reflect.get(outcome.reason as object, 'code')],
      );
      expect(['licenses-in-use', 'contract-void']).toContain(refusals.join());
      const { closing } = await contractOf(unitOfWork, contractId);
      const { inUse } = await unitOfWork.run(aCommand(), async ({ licenses }) => ({
        inUse: await licenses.inUse(contractId),
      }));
      expect([closing === null, inUse.length]).toEqual(
        refusals[0] === 'licenses-in-use' ? [true, 1] : [false, 0],
      );
    });
  });
}

async function aContract(unitOfWork: UnitOfWork): Promise<string> {
  const contractId = anId();
  await recordContract({ ...aCommand(), contractId, details: contractDetails() }, unitOfWork);
  return contractId;
}

async function aLicense(unitOfWork: UnitOfWork, contractId: string, name = 'A license') {
  const licenseId = anId();
  const details = someDetails({ name });
  await grantLicense({ ...aCommand(), licenseId, contractId, details }, unitOfWork);
  return licenseId;
}

function makeVoid(unitOfWork: UnitOfWork, licenseId: string) {
  const plan = { kind: 'void', reason: 'A mistake' } as const;
  return closeLicense({ ...aCommand(), licenseId, expectedVersion: 1, plan }, unitOfWork);
}

function close(unitOfWork: UnitOfWork, contractId: string, licenses: readonly string[]) {
  return closeContract(
    {
      ...{ ...aCommand(), contractId, expectedVersion: 1, reason: REASON },
      licenses: licenses.map((licenseId) => ({ licenseId, expectedVersion: 1 })),
    },
    unitOfWork,
  );
}

async function contractOf(unitOfWork: UnitOfWork, id: string): Promise<Contract> {
  const { contract } = await unitOfWork.run(aCommand(), async ({ contracts }) => ({
    contract: await contracts.get(id),
  }));
  if (contract === null) throw new Error('It is not there.');
  return contract;
}

async function closingOf(unitOfWork: UnitOfWork, id: string) {
  const { license } = await unitOfWork.run(aCommand(), async ({ licenses }) => ({
    license: await licenses.get(id),
  }));
  return license?.closing;
}

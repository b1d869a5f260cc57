import { describe, expect, it } from 'vitest';
import type { UnitOfWork } from '../../../src/service/unit-of-work';
import { ContractReferenceTaken } from '../../../src/domain/contract/contract-errors';
import { License as Licenses } from '../../../src/domain/license/license';
import { Stale } from '../../../src/service/errors';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { anId, anOffer, days, someDetails } from '../../builders/license-builders';
import { gate } from '../gate';
import type { Storage } from './storage';
import {
  aContractIn,
  aLicenseIn,
  changed,
  stateOf,
  contractState,
  found,
  dataOf,
  onlyResult,
  onlyRejection,
} from './stored-licenses';

/** Of two writers one wins, and what is written together is stored together or not at all. */
export function writersContract(name: string, create: () => Promise<Storage>): void {
  describe(`${name} keeps the contract of a unit of work:`, () => {
    describe('of two writers at once', () => {
      it('on one license exactly one wins, and the other is stale', async () => {
        const { unitOfWork, historyOf } = await create();
        const id = await aLicenseIn(unitOfWork);
        const offers = [anOffer(january), anOffer(march)];
        const bothHaveRead = gate(2);

        const outcomes = await Promise.allSettled(
          offers.map((offer) =>
            unitOfWork.run(aCommand(), async ({ licenses }) => {
              const license = await found(licenses.get(id));
              await bothHaveRead();
              license.generate([offer]);
              licenses.save(license);
              return { offer: offer.name };
            }),
          ),
        );

        const loser = onlyRejection(outcomes);
        expect(loser).toBeInstanceOf(Stale);
        expect(loser).toMatchObject({ what: 'license', id, expectedVersion: 1 });
        const winner = offers.find(({ name }) => name === onlyResult(outcomes).offer);
        expect(await stateOf(unitOfWork, id)).toMatchObject({
          version: 2,
          offers: dataOf(winner === undefined ? [] : [winner]),
        });
        expect(await historyOf(id)).toHaveLength(2);
      });

      it('on one contract exactly one wins, and the other is stale', async () => {
        const { unitOfWork, historyOf } = await create();
        const id = await aContractIn(unitOfWork);
        const bothHaveRead = gate(2);

        const outcomes = await Promise.allSettled(
          [contractDetails(), contractDetails()].map((details) =>
            unitOfWork.run(aCommand(), async ({ contracts }) => {
              const contract = await found(contracts.get(id));
              await bothHaveRead();
              contract.correct(details);
              contracts.save(contract);
              return { details };
            }),
          ),
        );

        expect(onlyRejection(outcomes)).toMatchObject({ code: 'stale', what: 'contract', id });
        const { details } = onlyResult(outcomes);
        expect(await contractState(unitOfWork, id)).toEqual({ version: 2, details });
        expect(await historyOf(id)).toHaveLength(2);
      });

      it('on two licenses both win', async () => {
        const { unitOfWork } = await create();
        const ids = [await aLicenseIn(unitOfWork), await aLicenseIn(unitOfWork)];
        const bothHaveRead = gate(2);

        await Promise.all(
          ids.map((id) =>
            unitOfWork.run(aCommand(), async ({ licenses }) => {
              const license = await found(licenses.get(id));
              await bothHaveRead();
              license.generate([anOffer(january)]);
              licenses.save(license);
              return {};
            }),
          ),
        );

        const states = await Promise.all(ids.map((id) => stateOf(unitOfWork, id)));
        expect(states.map((state) => state?.version)).toEqual([2, 2]);
      });

      it('a writer that read before the other committed is stale, however late it writes', async () => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork);

        const late = unitOfWork.run(aCommand(), async ({ licenses }) => {
          const license = await found(licenses.get(id));
          await changed(unitOfWork, id, (other) => other.generate([anOffer(january)]));
          license.generate([anOffer(march)]);
          licenses.save(license);
          return {};
        });

        await expect(late).rejects.toBeInstanceOf(Stale);
        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 2 });
      });

      it('adding one license twice, the second is stale', async () => {
        const { unitOfWork } = await create();
        const [id, contractId] = [anId(), await aContractIn(unitOfWork)];
        const add = () =>
          unitOfWork.run(aCommand(), async ({ licenses }) => {
            licenses.add(Licenses.grant(id, contractId, someDetails()));
            return {};
          });
        await add();

        await expect(add()).rejects.toBeInstanceOf(Stale);
      });
    });

    describe('two aggregates in one unit of work', () => {
      it('are both stored', async () => {
        const { unitOfWork, historyOf } = await create();
        const ids = [await aLicenseIn(unitOfWork), await aLicenseIn(unitOfWork)];

        await generateInAll(unitOfWork, ids);

        const states = await Promise.all(ids.map((id) => stateOf(unitOfWork, id)));
        expect(states.map((state) => state?.version)).toEqual([2, 2]);
        const lines = await Promise.all(ids.map((id) => historyOf(id)));
        expect(lines.map(({ length }) => length)).toEqual([2, 2]);
      });

      it.each([0, 1])('are both left alone when number %i of them is stale', async (late) => {
        const { unitOfWork, historyOf } = await create();
        const ids = [await aLicenseIn(unitOfWork), await aLicenseIn(unitOfWork)] as const;

        const stale = generateInAll(unitOfWork, ids, () =>
          changed(unitOfWork, ids[late === 0 ? 0 : 1], (license) =>
            license.generate([anOffer(may)]),
          ),
        );

        await expect(stale).rejects.toMatchObject({ code: 'stale', id: ids[late === 0 ? 0 : 1] });
        const other = ids[late === 0 ? 1 : 0];
        expect(await stateOf(unitOfWork, other)).toMatchObject({ version: 1, offers: [] });
        expect(await historyOf(other)).toHaveLength(1);
      });

      it('of two kinds are both left alone when the contract’s number is taken', async () => {
        const { unitOfWork } = await create();
        const taken = contractDetails();
        await aContractIn(unitOfWork, taken);
        const contractId = await aContractIn(unitOfWork);
        const id = await aLicenseIn(unitOfWork, { contractId });

        const both = unitOfWork.run(aCommand(), async ({ contracts, licenses }) => {
          const license = await found(licenses.get(id));
          license.generate([anOffer(january)]);
          licenses.save(license);
          const contract = await found(contracts.get(contractId));
          contract.correct(taken);
          contracts.save(contract);
          return {};
        });

        await expect(both).rejects.toBeInstanceOf(ContractReferenceTaken);
        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 1 });
        expect(await contractState(unitOfWork, contractId)).toMatchObject({ version: 1 });
      });

      it('answer a repeated key once for both', async () => {
        const { unitOfWork, historyOf } = await create();
        const ids = [await aLicenseIn(unitOfWork), await aLicenseIn(unitOfWork)];
        const command = aCommand();
        const twice = gate(2);
        const both = () => generateInAll(unitOfWork, ids, twice, command);

        const answers = await Promise.all([both(), both()]);

        expect(answers.map(({ replayed }) => replayed).toSorted()).toEqual([false, true]);
        const lines = await Promise.all(ids.map((id) => historyOf(id)));
        expect(lines.map(({ length }) => length)).toEqual([2, 2]);
      });
    });
  });
}

const january = { window: days('2026-01-01', '2026-01-31'), name: 'january' };
const march = { window: days('2026-03-01', '2026-03-31'), name: 'march' };
const may = { window: days('2026-05-01', '2026-05-31'), name: 'may' };

/** One offer in each of several licenses, in one unit of work. */
function generateInAll(
  unitOfWork: UnitOfWork,
  ids: readonly string[],
  beforeSaving: () => Promise<unknown> = () => Promise.resolve(),
  command = aCommand(),
) {
  return unitOfWork.run(command, async ({ licenses }) => {
    const all = await Promise.all(ids.map((id) => found(licenses.get(id))));
    await beforeSaving();
    for (const license of all) {
      license.generate([anOffer(january)]);
      licenses.save(license);
    }
    return { closed: ids.map((id) => ({ id, version: 2 })) };
  });
}

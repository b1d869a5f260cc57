import { describe, expect, it } from 'vitest';
import { actor } from '../../../src/domain/people/actor';
import { Contract } from '../../../src/domain/contract/contract';
import { LicenseDetails } from '../../../src/domain/license/license-details';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { anId, anOffer, days, prices, someDetails } from '../../builders/license-builders';
import type { Storage } from './storage';
import { look } from './storage';
import {
  aContractIn,
  aLicenseIn,
  changed,
  corrected,
  stateOf,
  contractState,
  found,
  dataOf,
} from './stored-licenses';

/** What is saved is kept with its history; nothing else is. */
export function changesContract(name: string, create: () => Promise<Storage>): void {
  describe(`${name} keeps the contract of a unit of work:`, () => {
    describe('a saved change', () => {
      it('that generates offers is kept and raises the version by one', async () => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork);
        const offers = [january, march].map(anOffer);

        await changed(unitOfWork, id, (license) => license.generate(offers));

        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 2, offers: dataOf(offers) });
      });

      it('that replaces an offer leaves the others as they were', async () => {
        const { unitOfWork } = await create();
        const [first, second, third] = [anOffer(january), anOffer(march), anOffer(may)];
        const id = await aLicenseIn(unitOfWork, { offers: [first, second, third] });
        const other = anOffer({
          window: days('2026-03-10', '2026-04-30'),
          prices: prices('7', 'EUR'),
        });

        await changed(unitOfWork, id, (license) => license.replace(second, other));

        const offers = dataOf([first, other, third]);
        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 3, offers });
      });

      it('that replaces an offer by one beginning on the same day is kept', async () => {
        const { unitOfWork } = await create();
        const before = anOffer(january);
        const id = await aLicenseIn(unitOfWork, { offers: [before] });
        const after = anOffer({ ...january, name: 'Other', devices: ['tv', 'mobile'] });

        await changed(unitOfWork, id, (license) => license.replace(before, after));

        expect((await stateOf(unitOfWork, id))?.offers).toEqual(dataOf([after]));
      });

      it('that withdraws offers leaves the others', async () => {
        const { unitOfWork } = await create();
        const [first, second, third] = [anOffer(january), anOffer(march), anOffer(may)];
        const id = await aLicenseIn(unitOfWork, { offers: [first, second, third] });

        await changed(unitOfWork, id, (license) => license.withdraw([third, first]));

        expect(await stateOf(unitOfWork, id)).toMatchObject({
          version: 3,
          offers: dataOf([second]),
        });
      });

      it('that amends everything there is to amend is kept', async () => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork, { offers: [anOffer(january)] });
        const details = someDetails({
          notes: 'Extended by letter.',
          terms: {
            rightsType: 'AVOD',
            territories: ['DE', 'AT'],
            devices: ['console', 'tv'],
            window: days('2025-12-01', null),
          },
        });

        await changed(unitOfWork, id, (license) => license.amend(LicenseDetails.of(details)));

        const after = LicenseDetails.of(details).toData();
        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 3, details: after });
        expect((await stateOf(unitOfWork, id))?.offers).toHaveLength(1);
      });

      it('of a contract is kept', async () => {
        const { unitOfWork } = await create();
        const [id, details] = [await aContractIn(unitOfWork), contractDetails()];

        await corrected(unitOfWork, id, details);

        expect(await contractState(unitOfWork, id)).toEqual({ version: 2, details });
      });

      it('of a contract leaves the versions of its licenses alone', async () => {
        const { unitOfWork } = await create();
        const contractId = await aContractIn(unitOfWork);
        const id = await aLicenseIn(unitOfWork, { contractId, offers: [anOffer(january)] });

        await corrected(unitOfWork, contractId, contractDetails());

        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 2, contractId });
      });

      it('leaves one line of history: who, when and what', async () => {
        const { unitOfWork, historyOf } = await create();
        const details = someDetails();
        const id = await aLicenseIn(unitOfWork, { details });
        const offer = anOffer(january);
        const command = aCommand({ actor: actor('Otto'), at: '2026-05-06T07:08:09.123Z' });

        await changed(unitOfWork, id, (license) => license.generate([offer]), command);

        expect(await historyOf(id)).toEqual([
          expect.objectContaining({ version: 1, change: { kind: 'license-granted', details } }),
          {
            version: 2,
            actor: 'Otto',
            at: '2026-05-06T07:08:09.123Z',
            change: { kind: 'offers-generated', offers: dataOf([offer]) },
          },
        ]);
      });

      it('of a contract leaves one line of history', async () => {
        const { unitOfWork, historyOf } = await create();
        const [before, after] = [contractDetails(), contractDetails()];
        const id = await aContractIn(unitOfWork, before);

        await corrected(unitOfWork, id, after);

        expect((await historyOf(id)).map(({ change }) => change)).toEqual([
          { kind: 'contract-recorded', details: before },
          { kind: 'contract-corrected', before, after },
        ]);
      });

      it('is found among the changes after an earlier version, in order', async () => {
        const { unitOfWork } = await create();
        const [first, second] = [anOffer(january), anOffer(march)];
        const id = await aLicenseIn(unitOfWork, { offers: [first, second] });
        await changed(unitOfWork, id, (license) => license.withdraw([first]));
        await changed(unitOfWork, id, (license) => license.withdraw([second]));

        const changes = await look(unitOfWork, ({ licenses }) => licenses.changesAfter(id, 2));

        expect(changes).toEqual([
          { kind: 'offers-withdrawn', offers: dataOf([first]) },
          { kind: 'offers-withdrawn', offers: dataOf([second]) },
        ]);
      });
    });

    describe('nothing is stored', () => {
      it('of a change that is not saved', async () => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork);
        const before = await stateOf(unitOfWork, id);

        await unitOfWork.run(aCommand(), async ({ licenses }) => {
          (await found(licenses.get(id))).generate([anOffer(january)]);
          return {};
        });

        expect(await stateOf(unitOfWork, id)).toEqual(before);
      });

      it('of a change that is not saved, for whoever reads in the same unit of work', async () => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork);

        const seen = await look(unitOfWork, async ({ licenses }) => {
          (await found(licenses.get(id))).generate([anOffer(january)]);
          return (await found(licenses.get(id))).timeline.offers;
        });

        expect(seen).toEqual([]);
      });

      it('of a saved change when the work then throws', async () => {
        const { unitOfWork, historyOf } = await create();
        const id = await aLicenseIn(unitOfWork);
        const before = [await stateOf(unitOfWork, id), await historyOf(id)];

        const failing = unitOfWork.run(aCommand(), async ({ licenses }) => {
          const license = await found(licenses.get(id));
          license.generate([anOffer(january)]);
          licenses.save(license);
          throw new Unforeseen();
        });

        await expect(failing).rejects.toBeInstanceOf(Unforeseen);
        expect([await stateOf(unitOfWork, id), await historyOf(id)]).toEqual(before);
      });

      it('of something added when the work then throws', async () => {
        const { unitOfWork } = await create();
        const id = anId();

        const failing = unitOfWork.run(aCommand(), ({ contracts }) => {
          contracts.add(Contract.record(id, contractDetails()));
          throw new Unforeseen();
        });

        await expect(failing).rejects.toBeInstanceOf(Unforeseen);
        expect(await contractState(unitOfWork, id)).toBeNull();
      });

      it('when a license is saved that did not change', async () => {
        const { unitOfWork, historyOf } = await create();
        const offer = anOffer(january);
        const id = await aLicenseIn(unitOfWork, { offers: [offer] });
        const before = [await stateOf(unitOfWork, id), await historyOf(id)];

        await changed(unitOfWork, id, (license) => license.replace(offer, offer));

        expect([await stateOf(unitOfWork, id), await historyOf(id)]).toEqual(before);
      });

      it('when a contract is saved that did not change', async () => {
        const { unitOfWork, historyOf } = await create();
        const details = contractDetails();
        const id = await aContractIn(unitOfWork, details);

        await corrected(unitOfWork, id, details);

        expect(await contractState(unitOfWork, id)).toEqual({ version: 1, details });
        expect(await historyOf(id)).toHaveLength(1);
      });
    });
  });
}

const january = { window: days('2026-01-01', '2026-01-31'), name: 'january' };
const march = { window: days('2026-03-01', '2026-03-31'), name: 'march' };
const may = { window: days('2026-05-01', '2026-05-31'), name: 'may' };

class Unforeseen extends Error {}

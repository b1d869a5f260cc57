import { describe, expect, it } from 'vitest';
import { Contract } from '../../../src/domain/contract/contract';
import { ContractReferenceTaken } from '../../../src/domain/contract/contract-errors';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { aName, anId } from '../../builders/license-builders';
import { gate } from '../gate';
import type { Storage } from './storage';
import {
  aContractIn,
  corrected,
  contractState,
  onlyResult,
  onlyRejection,
} from './stored-licenses';

/** A studio has a reference number once. */
export function referenceNumbersContract(name: string, create: () => Promise<Storage>): void {
  describe(`${name} keeps the contract of a unit of work:`, () => {
    describe('a reference number', () => {
      it('that the studio has already is refused on recording', async () => {
        const { unitOfWork } = await create();
        const details = contractDetails();
        await aContractIn(unitOfWork, details);
        const id = anId();

        const second = aContractIn(unitOfWork, { ...details, notes: 'another deal' }, id);

        await expect(second).rejects.toBeInstanceOf(ContractReferenceTaken);
        await expect(second).rejects.toMatchObject({
          studio: details.studio,
          reference: details.reference,
        });
        expect(await contractState(unitOfWork, id)).toBeNull();
      });

      it('that the studio has already is refused however both are spelt', async () => {
        const { unitOfWork } = await create();
        const [studio, reference] = [aName('Élan Films'), aName('K-ß')];
        await aContractIn(unitOfWork, contractDetails({ studio, reference }));
        const respelled = contractDetails({
          studio: ` ${studio.toUpperCase().replace(' ', '\u00A0 ')}`,
          reference: reference.toLowerCase().replace('ß', 'SS'),
        });
        const id = anId();

        const second = aContractIn(unitOfWork, respelled, id);

        await expect(second).rejects.toBeInstanceOf(ContractReferenceTaken);
        expect(await contractState(unitOfWork, id)).toBeNull();
      });

      it('can be corrected to another spelling of itself', async () => {
        const { unitOfWork } = await create();
        const own = contractDetails({ studio: aName('ELAN FILMS') });
        const id = await aContractIn(unitOfWork, own);
        const respelled = { ...own, studio: own.studio.replace('ELAN FILMS', 'Élan Films') };

        await corrected(unitOfWork, id, respelled);

        expect(await contractState(unitOfWork, id)).toEqual({ version: 2, details: respelled });
      });

      it('that the studio has already is refused on correcting', async () => {
        const { unitOfWork } = await create();
        const taken = contractDetails();
        await aContractIn(unitOfWork, taken);
        const own = contractDetails({ studio: taken.studio });
        const id = await aContractIn(unitOfWork, own);

        const correction = corrected(unitOfWork, id, { ...own, reference: taken.reference });

        await expect(correction).rejects.toBeInstanceOf(ContractReferenceTaken);
        expect(await contractState(unitOfWork, id)).toEqual({ version: 1, details: own });
      });

      it('that another studio has is no hindrance', async () => {
        const { unitOfWork } = await create();
        const reference = aName('REF');
        await aContractIn(unitOfWork, contractDetails({ reference }));

        const id = await aContractIn(unitOfWork, contractDetails({ reference }));

        expect(await contractState(unitOfWork, id)).toMatchObject({ details: { reference } });
      });

      it.each([
        ['one spelling', (name: string) => name],
        ['two spellings', (name: string) => name.toUpperCase().replace('E', 'É')],
      ])('asked for by two at once in %s is had by one', async (_, respelled) => {
        const { unitOfWork } = await create();
        const details = contractDetails();
        const other = { ...details, studio: respelled(details.studio) };
        const bothAreThere = gate(2);

        const outcomes = await Promise.allSettled(
          [details, other].map((asked) =>
            unitOfWork.run(aCommand(), async ({ contracts }) => {
              const id = anId();
              await bothAreThere();
              contracts.add(Contract.record(id, asked));
              return { id, asked };
            }),
          ),
        );

        expect(onlyRejection(outcomes)).toBeInstanceOf(ContractReferenceTaken);
        const { id, asked } = onlyResult(outcomes);
        expect(await contractState(unitOfWork, id)).toEqual({ version: 1, details: asked });
      });
    });
  });
}

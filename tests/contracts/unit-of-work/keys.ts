import { describe, expect, it } from 'vitest';
import type { OfferData } from '../../../src/domain/license/offer';
import type { LicenseSaved } from '../../../src/service/license/license-at-version';
import type { Command, Outcome, UnitOfWork } from '../../../src/service/unit-of-work';
import { actor } from '../../../src/domain/people/actor';
import { Contract } from '../../../src/domain/contract/contract';
import { Offer } from '../../../src/domain/license/offer';
import { KeyReused, Stale } from '../../../src/service/errors';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { anId, anOffer, anOfferData, days } from '../../builders/license-builders';
import { gate } from '../gate';
import type { Storage } from './storage';
import { aLicenseIn, changed, stateOf, found } from './stored-licenses';

/** A command sent again has its effect once. */
export function keysContract(name: string, create: () => Promise<Storage>): void {
  describe(`${name} keeps the contract of a unit of work:`, () => {
    describe('a key', () => {
      it('sent twice has one effect, and the first answer again', async () => {
        const { unitOfWork, historyOf } = await create();
        const id = await aLicenseIn(unitOfWork);
        const command = aGeneration(id);
        const first = await generate(unitOfWork, command);

        const second = await generate(unitOfWork, command);

        expect(first.replayed).toBe(false);
        expect(second).toEqual({ ...first, replayed: true });
        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 2 });
        expect(await historyOf(id)).toHaveLength(2);
      });

      it('sent twice at the same moment has one effect, and both get the same answer', async () => {
        const { unitOfWork, historyOf } = await create();
        const id = await aLicenseIn(unitOfWork);
        const command = aGeneration(id);
        const bothHaveRead = gate(2);

        const answers = await Promise.all([
          generate(unitOfWork, command, bothHaveRead),
          generate(unitOfWork, command, bothHaveRead),
        ]);

        expect(answers.map(({ replayed }) => replayed).toSorted()).toEqual([false, true]);
        expect(answers[0].offers).toEqual(answers[1].offers);
        expect(await historyOf(id)).toHaveLength(2);
      });

      it('of a recording sent twice at the same moment records one contract', async () => {
        const { unitOfWork, historyOf } = await create();
        const [id, command, details] = [anId(), aCommand(), contractDetails()];
        const bothAreThere = gate(2);
        const record = () =>
          unitOfWork.run(command, async ({ contracts }) => {
            await bothAreThere();
            contracts.add(Contract.record(id, details));
            return { id, version: 1 };
          });

        const answers = await Promise.all([record(), record()]);

        expect(answers.map(({ replayed }) => replayed).toSorted()).toEqual([false, true]);
        expect(await historyOf(id)).toHaveLength(1);
      });

      it('sent again after others have changed the license gets the first answer', async () => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork);
        const command = aGeneration(id);
        const first = await generate(unitOfWork, command);
        await changed(unitOfWork, id, (license) => license.generate([anOffer(march)]));

        const second = await generate(unitOfWork, command);

        expect(second).toEqual({ ...first, replayed: true });
        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 3 });
      });

      it('sent again at another moment is still the same command', async () => {
        const { unitOfWork } = await create();
        const command = aGeneration(await aLicenseIn(unitOfWork));
        await generate(unitOfWork, command);

        const again = await generate(unitOfWork, { ...command, at: '2026-03-04T05:09:00.000Z' });

        expect(again.replayed).toBe(true);
      });

      it('sent again with its properties in another order is still the same command', async () => {
        const { unitOfWork } = await create();
        const command = aGeneration(await aLicenseIn(unitOfWork));
        await generate(unitOfWork, command);
        const { offer, ...rest } = command;
        const { devices, window, ...offerRest } = offer;

        const again = await generate(unitOfWork, {
          offer: { window, devices, ...offerRest },
          ...rest,
        });

        expect(again.replayed).toBe(true);
      });

      it('sent again with another payload is refused, also where that would be legal', async () => {
        const { unitOfWork, historyOf } = await create();
        const id = await aLicenseIn(unitOfWork);
        const { key } = await accepted(unitOfWork, id);

        const other = generate(unitOfWork, { ...aGeneration(id, march, 2), key });

        await expect(other).rejects.toBeInstanceOf(KeyReused);
        expect(await historyOf(id)).toHaveLength(2);
      });

      it('sent again with another payload is refused, also when that is stale', async () => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork);
        const { key } = await accepted(unitOfWork, id);

        const other = generate(unitOfWork, { ...aGeneration(id, march, 1), key });

        await expect(other).rejects.toBeInstanceOf(KeyReused);
      });

      it('sent again for another license is refused', async () => {
        const { unitOfWork, historyOf } = await create();
        const { key } = await accepted(unitOfWork, await aLicenseIn(unitOfWork));
        const other = await aLicenseIn(unitOfWork);

        const reuse = generate(unitOfWork, { ...aGeneration(other), key });

        await expect(reuse).rejects.toBeInstanceOf(KeyReused);
        expect(await historyOf(other)).toHaveLength(1);
      });

      it('sent again by somebody else is refused', async () => {
        const { unitOfWork } = await create();
        const command = await accepted(unitOfWork, await aLicenseIn(unitOfWork));

        const others = generate(unitOfWork, { ...command, actor: actor('Somebody Else') });

        await expect(others).rejects.toMatchObject({ code: 'key-reused', key: command.key });
      });

      it('of a refused command is free to be sent again', async () => {
        const { unitOfWork } = await create();
        const id = await aLicenseIn(unitOfWork);
        const command = aGeneration(id, january, 2);
        await expect(generate(unitOfWork, command)).rejects.toBeInstanceOf(Stale);
        await changed(unitOfWork, id, (license) => license.generate([anOffer(march)]));

        const answer = await generate(unitOfWork, command);

        expect(answer.replayed).toBe(false);
        expect(await stateOf(unitOfWork, id)).toMatchObject({ version: 3 });
      });
    });
  });
}

const january = { window: days('2026-01-01', '2026-01-31'), name: 'january' };
const march = { window: days('2026-03-01', '2026-03-31'), name: 'march' };

interface Generation extends Command {
  readonly licenseId: string;
  readonly expectedVersion: number;
  readonly offer: OfferData;
}

function aGeneration(
  licenseId: string,
  parts: Partial<OfferData> = january,
  expectedVersion = 1,
): Generation {
  return { ...aCommand(), licenseId, expectedVersion, offer: anOfferData(parts) };
}

/** As a service would: compares the version, changes, saves. */
function generate(
  unitOfWork: UnitOfWork,
  command: Generation,
  beforeSaving: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Outcome<LicenseSaved>> {
  return unitOfWork.run(command, async ({ licenses }) => {
    const { licenseId, expectedVersion, offer } = command;
    const license = await found(licenses.get(licenseId));
    await beforeSaving();
    if (license.version !== expectedVersion) throw new Stale('license', licenseId, expectedVersion);
    license.generate([Offer.of(offer)]);
    licenses.save(license);
    return { id: licenseId, version: expectedVersion + 1, offers: [offer] };
  });
}

async function accepted(unitOfWork: UnitOfWork, licenseId: string): Promise<Generation> {
  const command = aGeneration(licenseId);
  await generate(unitOfWork, command);
  return command;
}

import { describe, expect, it } from 'vitest';
import type { UnitOfWork } from '../../../src/service/unit-of-work';
import { License } from '../../../src/domain/license/license';
import { isoDate } from '../../../src/domain/values/date-range';
import { correctContent } from '../../../src/service/content/content-service';
import { amendLicense, withdrawOffers } from '../../../src/service/license/license-service';
import { aCommand } from '../../builders/command-builders';
import { someContentDetails } from '../../builders/content-builders';
import { aName, anId, someDetails } from '../../builders/license-builders';
import { meeting } from '../gate';
import type { Storage } from './storage';
import { look } from './storage';
import {
  january,
  march,
  year,
  aLicense,
  anotherLicense,
  aTitle,
  assign,
  onTitle,
  onLicense,
  refusals,
  startsOf,
} from './stored-titles';

/** Commands that are legal alone leave no title with two prices or with none together (C1, C2, C3). */
export function titleWritersContract(name: string, create: () => Promise<Storage>): void {
  describe(`${name} keeps the contract of a unit of work for titles:`, () => {
    it('of two corrections of one title at once one wins, and the other is stale', async () => {
      const { unitOfWork, historyOf } = await create();
      const id = await aTitle(unitOfWork, [[await aLicense(unitOfWork), march]]);
      const both = meeting(unitOfWork);

      const outcomes = await Promise.allSettled(
        [1, 2].map(() => {
          const details = someContentDetails();
          return correctContent({ ...onTitle(id), details }, both);
        }),
      );

      expect(refusals(outcomes)).toEqual(['stale']);
      expect(await historyOf(id)).toHaveLength(2);
    });

    it('a decision is made again when a license that it rests on has moved on', async () => {
      const { unitOfWork } = await create();
      const licenseId = await aLicense(unitOfWork);
      const id = await aTitle(unitOfWork, [[licenseId, march]]);
      const versions: number[] = [];

      await unitOfWork.run(aCommand(), async ({ contents }) => {
        const title = await contents.get(id);
        if (title === null) throw new Error('It is not there.');
        versions.push(...title.assignments.map(({ licenseVersion }) => licenseVersion));
        const [first] = title.assignments;
        if (first === undefined) throw new Error('It has no offer.');
        if (versions.length === 1)
          await amendLicense({ ...onLicense(licenseId), details: renamed() }, unitOfWork);
        const [other] = await contents.candidates(id, isoDate('2025-01-01'));
        if (other !== undefined) title.assign(other);
        contents.save([title]);
        return {};
      });

      expect(versions).toEqual([2, 3]);
      expect(await startsOf(unitOfWork, id)).toEqual(['2026-01-01', '2026-03-01']);
    });

    it('a copy is decided again when the license that it is made from has moved on', async () => {
      const { unitOfWork } = await create();
      const [licenseId, copyId] = [await aLicense(unitOfWork), anId()];
      const versions: number[] = [];

      await unitOfWork.run(aCommand(), async ({ licenses }) => {
        const original = await licenses.get(licenseId);
        if (original === null) throw new Error('It is not there.');
        versions.push(original.version);
        if (versions.length === 1)
          await amendLicense({ ...onLicense(licenseId), details: renamed() }, unitOfWork);
        const copy = License.grant(copyId, original.contractId, someDetails());
        licenses.add(copy, new Map([[licenseId, original.version]]));
        return {};
      });

      expect(versions).toEqual([2, 3]);
      const { found: copied } = await unitOfWork.run(aCommand(), async ({ licenses }) => ({
        found: (await licenses.get(copyId))?.version,
      }));
      expect(copied).toBe(1);
    });

    it('a withdrawal is decided again when a title that has nothing else has moved on', async () => {
      const { unitOfWork } = await create();
      const licenseId = await aLicense(unitOfWork);
      const id = await aTitle(unitOfWork, [
        [licenseId, march],
        [licenseId, january],
      ]);
      let tries = 0;
      const meanwhile: UnitOfWork = {
        run: (command, work) =>
          unitOfWork.run(command, async (transaction) => {
            const result = await work(transaction);
            tries += 1;
            const details = someContentDetails();
            if (tries === 1) await correctContent({ ...onTitle(id, 2), details }, unitOfWork);
            return result;
          }),
      };

      await withdrawOffers({ ...onLicense(licenseId), offers: [march] }, meanwhile);

      expect(tries).toBe(2);
      expect(await startsOf(unitOfWork, id)).toEqual(['2026-01-01']);
    });

    it('of two licenses amended at once into one price each for a title, one is (C2)', async () => {
      const { unitOfWork } = await create();
      const [one, other] = [await aLicense(unitOfWork), await anotherLicense(unitOfWork)];
      const id = await aTitle(unitOfWork, [
        [one, march],
        [other, march],
      ]);
      const both = meeting(unitOfWork);
      const details = someDetails({ terms: { territories: ['JP'], window: year } });

      const outcomes = await Promise.allSettled(
        [one, other].map((licenseId) => amendLicense({ ...onLicense(licenseId), details }, both)),
      );

      expect(refusals(outcomes)).toEqual(['titles-clash']);
      expect(await startsOf(unitOfWork, id)).toEqual(['2026-03-01', '2026-03-01']);
    });

    it('of two withdrawals at once that would leave a title without offers, one is done (C1)', async () => {
      const { unitOfWork } = await create();
      const [one, other] = [await aLicense(unitOfWork), await anotherLicense(unitOfWork)];
      const id = await aTitle(unitOfWork, [
        [one, march],
        [other, january],
      ]);
      const both = meeting(unitOfWork);

      const outcomes = await Promise.allSettled([
        withdrawOffers({ ...onLicense(one), offers: [march] }, both),
        withdrawOffers({ ...onLicense(other), offers: [january] }, both),
      ]);

      expect(refusals(outcomes)).toEqual(['titles-stranded']);
      expect(await startsOf(unitOfWork, id)).toHaveLength(1);
    });

    it('an offer that is assigned and withdrawn at once is never assigned and gone (C3)', async () => {
      const { unitOfWork } = await create();
      const [one, other] = [await aLicense(unitOfWork), await anotherLicense(unitOfWork)];
      const id = await aTitle(unitOfWork, [[one, march]]);
      const both = meeting(unitOfWork);

      await Promise.allSettled([
        assign(both, id, [other, january]),
        withdrawOffers({ ...onLicense(other), offers: [january] }, both),
      ]);

      const offers = await look(
        unitOfWork,
        async ({ licenses }) => (await licenses.get(other))?.timeline.offers ?? [],
      );
      const isThere = offers.some(({ name: called }) => called === 'january');
      const isAssigned = (await startsOf(unitOfWork, id)).includes('2026-01-01');
      expect(isAssigned && !isThere).toBe(false);
    });

    it('a withdrawal that forgets its titles is not stored (C3)', async () => {
      const { unitOfWork } = await create();
      const licenseId = await aLicense(unitOfWork);
      const id = await aTitle(unitOfWork, [[licenseId, march]]);

      const forgetful = unitOfWork.run(aCommand(), async ({ licenses }) => {
        const license = await licenses.get(licenseId);
        if (license === null) throw new Error('It is not there.');
        license.withdraw(license.timeline.offers.filter(({ name: called }) => called === 'march'));
        licenses.save(license);
        return {};
      });

      await expect(forgetful).rejects.toMatchObject({ code: 'busy' });
      expect(await startsOf(unitOfWork, id)).toEqual(['2026-03-01']);
    });
  });
}

function renamed() {
  return someDetails({ name: aName('Renamed'), terms: { window: year } });
}

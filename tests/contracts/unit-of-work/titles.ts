import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../src/domain/values/date-range';
import { correctContent, registerContent } from '../../../src/service/content/content-service';
import { replaceOffer, withdrawOffers } from '../../../src/service/license/license-service';
import { aCommand } from '../../builders/command-builders';
import { someContentDetails } from '../../builders/content-builders';
import { aName, anId, days } from '../../builders/license-builders';
import { meeting } from '../gate';
import type { Storage } from './storage';
import { look } from './storage';
import {
  january,
  march,
  aLicense,
  anotherLicense,
  aTitle,
  assign,
  onTitle,
  onLicense,
  refusals,
  found,
  startsOf,
} from './stored-titles';

/** Titles are kept with their offers and identifiers, as their licenses hold them now. */
export function titlesContract(name: string, create: () => Promise<Storage>): void {
  describe(`${name} keeps the contract of a unit of work for titles:`, () => {
    it('a title that was added is returned with its offers, as their licenses hold them now', async () => {
      const { unitOfWork, historyOf } = await create();
      const [one, other] = [await aLicense(unitOfWork), await anotherLicense(unitOfWork)];
      const details = someContentDetails({ identifiers: [house()] });
      const id = await aTitle(unitOfWork, [[one, march]], details);
      await assign(unitOfWork, id, [other, january]);

      const title = await found(unitOfWork, id);

      expect(title.version).toBe(2);
      expect(title.details.toData()).toEqual(details);
      expect(
        title.assignments.map(({ licenseId, licenseVersion, offer }) => [
          licenseId,
          licenseVersion,
          offer.name,
        ]),
      ).toEqual([
        [other, 2, 'january'],
        [one, 2, 'march'],
      ]);
      expect((await historyOf(id)).map(({ version, change }) => [version, change.kind])).toEqual([
        [1, 'content-registered'],
        [2, 'offer-assigned'],
      ]);
    });

    it('titles are found by what they have', async () => {
      const { unitOfWork } = await create();
      const [mine, other] = [await aLicense(unitOfWork), await anotherLicense(unitOfWork)];
      const identifier = house();
      const details = someContentDetails({ title: aName('Found'), identifiers: [identifier] });
      const both = await aTitle(
        unitOfWork,
        [
          [mine, march],
          [other, january],
        ],
        details,
      );
      const single = await aTitle(unitOfWork, [[mine, january]]);

      const seen = await look(unitOfWork, async ({ contents }) => ({
        all: (await contents.getAll([both, single, both, anId()])).map(({ id }) => id).sort(),
        kinds: await contents.kindsOf([both, anId()]),
        taken: await contents.takenBy([house(), identifier], []),
        own: await contents.takenBy([identifier], [both]),
        inMarch: await contents.assignedTo([{ licenseId: mine, startsOn: '2026-03-01' }]),
        none: await contents.assignedTo([{ licenseId: mine, startsOn: '2026-03-02' }]),
        neighbors: await contents.neighbors(mine),
        fewer: await contents.neighbors(mine, [isoDate('2026-01-01')]),
        candidates: await contents.candidates(both, isoDate('2026-02-01')),
      }));

      expect(seen.all).toEqual([both, single].sort());
      expect([...seen.kinds]).toEqual([[both, 'movie']]);
      expect(seen.taken).toEqual(identifier);
      expect(seen.own).toBeNull();
      expect(seen.inMarch).toEqual([both]);
      expect(seen.none).toEqual([]);
      expect(
        seen.neighbors.map(({ startsOn, other: neighbor, titles, example }) => ({
          at: `${startsOn} ${neighbor.licenseId} ${neighbor.offer.name}`,
          titles,
          example,
        })),
      ).toEqual([{ at: `2026-03-01 ${other} january`, titles: 1, example: details.title }]);
      expect(seen.fewer).toEqual([]);
      expect(seen.candidates.map(({ licenseId, offer }) => [licenseId, offer.name])).toEqual([
        [other, 'march'],
      ]);
    });

    it('titles that share a neighbor are counted', async () => {
      const { unitOfWork } = await create();
      const [mine, other] = [await aLicense(unitOfWork), await anotherLicense(unitOfWork)];
      for (let count = 0; count < 3; count += 1)
        await aTitle(unitOfWork, [
          [mine, march],
          [other, march],
        ]);

      const neighbors = await look(unitOfWork, ({ contents }) => contents.neighbors(mine));

      expect(neighbors.map(({ titles }) => titles)).toEqual([3]);
    });

    it('an offer that begins on another day takes its assignments along', async () => {
      const { unitOfWork } = await create();
      const licenseId = await aLicense(unitOfWork);
      const id = await aTitle(unitOfWork, [[licenseId, march]]);
      const after = { ...march, window: days('2026-03-10', '2026-04-10') };

      await replaceOffer({ ...onLicense(licenseId), before: march, after }, unitOfWork);

      expect(await startsOf(unitOfWork, id)).toEqual(['2026-03-10']);
      expect((await found(unitOfWork, id)).version).toBe(1);
    });

    it('titles that a withdrawal took offers from are known by its version', async () => {
      const { unitOfWork } = await create();
      const licenseId = await aLicense(unitOfWork);
      const id = await aTitle(unitOfWork, [
        [licenseId, january],
        [licenseId, march],
      ]);
      await withdrawOffers({ ...onLicense(licenseId), offers: [march] }, unitOfWork);

      const released = await look(unitOfWork, async ({ contents }) => [
        await contents.releasedBy([{ licenseId, version: 3 }]),
        await contents.releasedBy([{ licenseId, version: 2 }]),
      ]);

      expect(released).toEqual([
        [{ licenseId, contentId: id, version: 3, closing: null, startsOn: ['2026-03-01'] }],
        [],
      ]);
      expect(await startsOf(unitOfWork, id)).toEqual(['2026-01-01']);
    });

    it('an identifier that two titles ask for at once is had by one', async () => {
      const { unitOfWork } = await create();
      const first = { licenseId: await aLicense(unitOfWork), offer: march };
      const details = someContentDetails({ identifiers: [house()] });
      const both = meeting(unitOfWork);

      const outcomes = await Promise.allSettled(
        [anId(), anId()].map((contentId) =>
          registerContent({ ...aCommand(), contentId, details, first }, both),
        ),
      );

      expect(refusals(outcomes)).toEqual(['identifier-taken']);
    });

    it('an identifier that a title gives up is free for another', async () => {
      const { unitOfWork } = await create();
      const licenseId = await aLicense(unitOfWork);
      const identifiers = [house()];
      const id = await aTitle(
        unitOfWork,
        [[licenseId, march]],
        someContentDetails({ identifiers }),
      );
      await correctContent({ ...onTitle(id), details: someContentDetails() }, unitOfWork);

      const other = await aTitle(
        unitOfWork,
        [[licenseId, march]],
        someContentDetails({ identifiers }),
      );

      expect((await found(unitOfWork, other)).details.identifiers).toEqual(identifiers);
    });

    it('what is removed is gone, its offers are free, and its history says so', async () => {
      const { unitOfWork, historyOf } = await create();
      const licenseId = await aLicense(unitOfWork);
      const identifiers = [house()];
      const details = someContentDetails({ identifiers });
      const id = await aTitle(unitOfWork, [[licenseId, march]], details);

      await unitOfWork.run(aCommand(), async ({ licenses, contents }) => {
        contents.remove(await contents.getAll([id]));
        const license = await licenses.get(licenseId);
        if (license !== null) licenses.remove(license);
        return {};
      });

      const seen = await look(unitOfWork, async ({ licenses, contents }) => [
        await contents.get(id),
        await licenses.get(licenseId),
        await contents.takenBy(identifiers, []),
        await contents.assignedTo([{ licenseId, startsOn: '2026-03-01' }]),
      ]);
      expect(seen).toEqual([null, null, null, []]);
      const removal = { kind: 'content-removed', name: details.title };
      expect((await historyOf(id)).at(-1)).toMatchObject({ version: 2, change: removal });
    });

    it('what others have is not removed', async () => {
      const { unitOfWork } = await create();
      const licenseId = await aLicense(unitOfWork);
      await aTitle(unitOfWork, [[licenseId, march]]);
      const contractId = await look(
        unitOfWork,
        async ({ licenses }) => (await licenses.get(licenseId))?.contractId ?? '',
      );

      const license = unitOfWork.run(aCommand(), async ({ licenses }) => {
        const read = await licenses.get(licenseId);
        if (read !== null) licenses.remove(read);
        return {};
      });
      await expect(license).rejects.toMatchObject({ code: 'busy' });
      const contract = unitOfWork.run(aCommand(), async ({ contracts }) => {
        const read = await contracts.get(contractId);
        if (read !== null) contracts.remove(read);
        return {};
      });
      await expect(contract).rejects.toMatchObject({ code: 'busy' });
    });

    it('a removal of what has moved on is stale', async () => {
      const { unitOfWork } = await create();
      const id = await aTitle(unitOfWork, [[await aLicense(unitOfWork), march]]);

      const late = unitOfWork.run(aCommand(), async ({ contents }) => {
        const read = await contents.getAll([id]);
        await correctContent({ ...onTitle(id), details: someContentDetails() }, unitOfWork);
        contents.remove(read);
        return {};
      });

      await expect(late).rejects.toMatchObject({ code: 'stale', what: 'content', id });
    });
  });
}

function house() {
  return { scheme: 'house', value: anId() } as const;
}

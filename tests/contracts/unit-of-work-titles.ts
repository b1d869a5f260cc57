import { describe, expect, it } from 'vitest';
import type { OfferData } from '../../src/domain/license/offer';
import type { ContentDetailsData } from '../../src/domain/content/content-details';
import type { Content } from '../../src/domain/content/content';
import type { Transaction, UnitOfWork } from '../../src/service/unit-of-work';
import type { Storage } from './unit-of-work-contract';
import { License } from '../../src/domain/license/license';
import { isoDate } from '../../src/domain/values/date-range';
import {
  assignOffer,
  correctContent,
  registerContent,
} from '../../src/service/content/content-service';
import { recordContract } from '../../src/service/contract/contract-service';
import {
  amendLicense,
  grantLicense,
  replaceOffer,
  withdrawOffers,
} from '../../src/service/license/license-service';
import { generateOffers } from '../../src/service/license/generate-offers';
import { LicenseVoid } from '../../src/domain/license/closing-errors';
import { TitleClosed } from '../../src/domain/content/content-errors';
import { closeTitle, reopenTitle } from '../../src/service/content/close-title';
import { closeLicense, closeLicenses } from '../../src/service/license/close-license';
import { reopenLicenses } from '../../src/service/license/reopen-licenses';
import { undoChange } from '../../src/service/license/undo-change';
import { aCommand, contractDetails } from '../builders/command-builders';
import { someContentDetails } from '../builders/content-builders';
import { aName, anId, anOfferData, days, someDetails } from '../builders/license-builders';
import { meeting } from './gate';

const january = anOfferData({ name: 'january', window: days('2026-01-01', '2026-01-31') });
const march = anOfferData({ name: 'march', window: days('2026-03-01', '2026-03-31') });

type Chosen = readonly [licenseId: string, offer: OfferData];

/** What holds for the titles of every unit of work, whatever it stores in. */
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

    it('a license that ends cuts and withdraws its offers, and retires a title without another', async () => {
      const { unitOfWork, historyOf } = await create();
      const licenseId = await aLicense(unitOfWork);
      const both = await aTitle(unitOfWork, [
        [licenseId, january],
        [licenseId, march],
      ]);
      const late = await aTitle(unitOfWork, [[licenseId, march]]);
      const plan = { kind: 'ended', lastDay: '2026-01-15', reason: 'Terminated' } as const;

      await closeLicense({ ...onLicense(licenseId), plan }, unitOfWork);

      const license = await look(unitOfWork, ({ licenses }) => licenses.get(licenseId));
      expect(license?.closing).toEqual({ kind: 'ended', reason: 'Terminated' });
      expect(license?.window.lastDay).toBe('2026-01-15');
      expect(license?.timeline.offers.map(({ window }) => window.lastDay)).toEqual(['2026-01-15']);
      expect(await startsOf(unitOfWork, both)).toEqual(['2026-01-01']);
      const retired = await found(unitOfWork, late);
      expect([retired.closing, retired.assignments]).toEqual([
        { kind: 'retired', reason: 'Terminated' },
        [],
      ]);
      expect((await historyOf(late)).map(({ change }) => change.kind)).toEqual([
        'content-registered',
        'title-closed',
      ]);
    });

    it('undoing the end of a license gives everything back', async () => {
      const { unitOfWork } = await create();
      const licenseId = await aLicense(unitOfWork);
      const both = await aTitle(unitOfWork, [
        [licenseId, january],
        [licenseId, march],
      ]);
      const late = await aTitle(unitOfWork, [[licenseId, march]]);
      const before = await look(unitOfWork, ({ licenses }) => licenses.get(licenseId));
      const plan = { kind: 'ended', lastDay: '2026-01-15', reason: 'Terminated' } as const;
      await closeLicense({ ...onLicense(licenseId), plan }, unitOfWork);

      await undoChange({ ...onLicense(licenseId, 3) }, unitOfWork);

      const after = await look(unitOfWork, ({ licenses }) => licenses.get(licenseId));
      expect(after?.closing).toBeNull();
      expect(after?.details.toData()).toEqual(before?.details.toData());
      expect(after?.timeline.offers).toEqual(before?.timeline.offers);
      expect(await startsOf(unitOfWork, both)).toEqual(['2026-01-01', '2026-03-01']);
      expect(await startsOf(unitOfWork, late)).toEqual(['2026-03-01']);
      expect((await found(unitOfWork, late)).closing).toBeNull();
    });

    it('several licenses are read, closed and brought back together', async () => {
      const { unitOfWork } = await create();
      const ids = [await aLicense(unitOfWork), await anotherLicense(unitOfWork)];
      const all = () =>
        look(unitOfWork, async ({ licenses }) =>
          (await licenses.getAll([...ids, anId()])).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        );
      const before = await all();
      const at = (expectedVersion: number) =>
        ids.map((licenseId) => ({ licenseId, expectedVersion }));
      const plan = { kind: 'ended', lastDay: '2026-01-15', reason: 'Terminated' } as const;

      await closeLicenses({ ...aCommand(), licenses: at(2), plan }, unitOfWork);

      const names = (await all()).map(({ version, closing, timeline }) => [
        ...[
          version,
          closing?.kind,
          timeline.offers.map(({ name, window }) => [name, window.lastDay]),
        ],
      ]);
      expect(names).toEqual(ids.map(() => [3, 'ended', [['january', '2026-01-15']]]));
      const changes = await look(unitOfWork, async ({ licenses }) => [
        ...(await licenses.changesTo(ids.map((licenseId) => ({ licenseId, version: 3 })))),
        ...(await licenses.changesTo([{ licenseId: ids[0] ?? '', version: 4 }])),
      ]);
      expect(new Map(changes.map(([id, { kind }]) => [id, kind]))).toEqual(
        new Map(ids.map((id) => [id, 'license-closed'])),
      );
      await reopenLicenses({ ...aCommand(), licenses: at(3) }, unitOfWork);
      const after = await all();
      expect(after.map(({ closing, details, timeline }) => [closing, details, timeline])).toEqual(
        before.map(({ closing, details, timeline }) => [closing, details, timeline]),
      );
    });

    it('of several licenses that are written together, one that has changed stops all', async () => {
      const { unitOfWork } = await create();
      const ids = [await aLicense(unitOfWork), await anotherLicense(unitOfWork)];
      const [first = '', second = ''] = ids;
      const plan = { kind: 'void', reason: 'Recorded twice' } as const;
      const closing = unitOfWork.run(aCommand(), async ({ licenses }) => {
        const read = await licenses.getAll(ids);
        for (const license of read) license.close(plan);
        licenses.saveTogether(read);
        await closeLicense({ ...onLicense(second), plan }, unitOfWork);
        return {};
      });

      await expect(closing).rejects.toMatchObject({ code: 'stale', id: second });
      const version = (id: string) =>
        look(unitOfWork, async ({ licenses }) => (await licenses.get(id))?.version);
      expect([await version(first), await version(second)]).toEqual([2, 3]);
    });

    it('a void license has no offers, and cannot get any until it is brought back', async () => {
      const { unitOfWork } = await create();
      const licenseId = await aLicense(unitOfWork);
      const plan = { kind: 'void', reason: 'Recorded twice' } as const;
      await closeLicense({ ...onLicense(licenseId), plan }, unitOfWork);

      const generation = generateOffers(
        { ...onLicense(licenseId, 3), plan: { kind: 'at', offers: [march] } },
        unitOfWork,
      );

      await expect(generation).rejects.toThrow(LicenseVoid);
      const license = await look(unitOfWork, ({ licenses }) => licenses.get(licenseId));
      expect([license?.version, license?.closing?.kind, license?.timeline.offers]).toEqual([
        ...[3, 'void', []],
      ]);
      await undoChange(onLicense(licenseId, 3), unitOfWork);
      const back = await look(unitOfWork, ({ licenses }) => licenses.get(licenseId));
      expect(back?.timeline.offers.map(({ name }) => name)).toEqual(['january', 'march']);
    });

    it('a retired title has no offers until it is brought back with some', async () => {
      const { unitOfWork } = await create();
      const licenseId = await aLicense(unitOfWork);
      const id = await aTitle(unitOfWork, [[licenseId, march]]);
      const closing = { kind: 'retired', reason: 'Rights reverted' } as const;
      await closeTitle({ ...onTitle(id), closing }, unitOfWork);
      const chosen = { licenseId, offer: january };

      const assigning = assignOffer({ ...onTitle(id, 2), chosen }, unitOfWork);

      await expect(assigning).rejects.toThrow(TitleClosed);
      const retired = await found(unitOfWork, id);
      expect([retired.version, retired.closing, retired.assignments]).toEqual([2, closing, []]);
      await reopenTitle({ ...onTitle(id, 2), chosen: [chosen] }, unitOfWork);
      const back = await found(unitOfWork, id);
      expect([back.version, back.closing]).toEqual([3, null]);
      expect(await startsOf(unitOfWork, id)).toEqual(['2026-01-01']);
    });

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
        licenses.add(License.grant(copyId, original.contractId, someDetails()), original);
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

const year = days('2026-01-01', '2026-12-31');

function house() {
  return { scheme: 'house', value: anId() } as const;
}

function renamed() {
  return someDetails({ name: aName('Renamed'), terms: { window: year } });
}

/** A license with both offers, at version 2. */
async function aLicense(unitOfWork: UnitOfWork, territories?: readonly string[]): Promise<string> {
  const [contractId, licenseId] = [anId(), anId()];
  await recordContract({ ...aCommand(), contractId, details: contractDetails() }, unitOfWork);
  const terms = { window: year, ...(territories === undefined ? {} : { territories }) };
  const details = someDetails({ terms });
  await grantLicense({ ...aCommand(), licenseId, contractId, details }, unitOfWork);
  const plan = { kind: 'at', offers: [january, march] } as const;
  await generateOffers({ ...aCommand(), licenseId, expectedVersion: 1, plan }, unitOfWork);
  return licenseId;
}

/** One that shares no territory with the others. */
function anotherLicense(unitOfWork: UnitOfWork): Promise<string> {
  return aLicense(unitOfWork, ['NZ']);
}

/** A title with these offers: at version 1 with one, one more for each other. */
async function aTitle(
  unitOfWork: UnitOfWork,
  [first, ...further]: readonly [Chosen, ...Chosen[]],
  details: ContentDetailsData = someContentDetails(),
): Promise<string> {
  const contentId = anId();
  const chosen = ([licenseId, offer]: Chosen) => ({ licenseId, offer });
  await registerContent({ ...aCommand(), contentId, details, first: chosen(first) }, unitOfWork);
  for (const [index, one] of further.entries())
    await assignOffer({ ...onTitle(contentId, index + 1), chosen: chosen(one) }, unitOfWork);
  return contentId;
}

async function assign(unitOfWork: UnitOfWork, id: string, [licenseId, offer]: Chosen) {
  return assignOffer({ ...onTitle(id), chosen: { licenseId, offer } }, unitOfWork);
}

function onTitle(contentId: string, expectedVersion = 1) {
  return { ...aCommand(), contentId, expectedVersion };
}

function onLicense(licenseId: string, expectedVersion = 2) {
  return { ...aCommand(), licenseId, expectedVersion };
}

/** The codes of what was refused; at least one has to be done. */
function refusals(outcomes: readonly PromiseSettledResult<unknown>[]): unknown[] {
  expect(outcomes.map(({ status }) => status)).toContain('fulfilled');
  return outcomes.flatMap((outcome): unknown[] =>
    outcome.status === 'fulfilled' ? [] : [Reflect.get(outcome.reason as object, 'code')],
  );
}

async function look<T>(
  unitOfWork: UnitOfWork,
  read: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const { seen } = await unitOfWork.run(aCommand(), async (transaction) => ({
    seen: await read(transaction),
  }));
  return seen;
}

async function found(unitOfWork: UnitOfWork, id: string): Promise<Content> {
  const title = await look(unitOfWork, ({ contents }) => contents.get(id));
  if (title === null) throw new Error('It is not there.');
  return title;
}

async function startsOf(unitOfWork: UnitOfWork, id: string): Promise<string[]> {
  const { assignments } = await found(unitOfWork, id);
  return assignments.map(({ offer }) => offer.window.startsOn);
}

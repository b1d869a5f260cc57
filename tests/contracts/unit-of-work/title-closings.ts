import { describe, expect, it } from 'vitest';
import { assignOffer } from '../../../src/service/content/content-service';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { LicenseVoid } from '../../../src/domain/license/closing-errors';
import { TitleClosed } from '../../../src/domain/content/content-errors';
import { closeTitle, reopenTitle } from '../../../src/service/content/close-title';
import { closeLicense, closeLicenses } from '../../../src/service/license/close-license';
import { reopenLicenses } from '../../../src/service/license/reopen-licenses';
import { undoChange } from '../../../src/service/license/undo-change';
import { aCommand } from '../../builders/command-builders';
import { anId } from '../../builders/license-builders';
import type { Storage } from './storage';
import { look } from './storage';
import {
  january,
  march,
  aLicense,
  anotherLicense,
  aTitle,
  onTitle,
  onLicense,
  found,
  startsOf,
} from './stored-titles';

/** A license that ends or is void, and a title that is retired, take their offers with them and give them back. */
export function titleClosingsContract(name: string, create: () => Promise<Storage>): void {
  describe(`${name} keeps the contract of a unit of work for titles:`, () => {
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
  });
}

import { beforeAll, describe, expect, it } from 'vitest';
import type { LicenseFilter } from '../../../../src/service/license/license-views';
import { PrismaContractViews } from '../../../../src/adapters/postgres/contract/contract-views';
import { PrismaHistoryViews } from '../../../../src/adapters/postgres/history-views';
import { PrismaLicenseViews } from '../../../../src/adapters/postgres/license/license-views';
import { closeContract } from '../../../../src/service/contract/close-contract';
import { closeLicense } from '../../../../src/service/license/close-license';
import { grantLicense } from '../../../../src/service/license/license-service';
import { aCommand } from '../../../builders/command-builders';
import { aName, anId, days, someDetails } from '../../../builders/license-builders';
import { testDatabase } from '../../support';
import { offerFor, SeedData } from '../../support-titles';

const database = await testDatabase();
const { unitOfWork } = database;
const licenses = new PrismaLicenseViews(database.prisma);
const contracts = new PrismaContractViews(database.prisma);
const history = new PrismaHistoryViews(database.prisma);
const seed = new SeedData(unitOfWork);

const TODAY = '2026-06-10';
const REASON = 'Rights reverted';
const summer = offerFor('Summer', days('2026-06-01', '2026-08-31'));

describe('a license that is closed', () => {
  const studio = aName('Studio');
  const names = { kept: aName('Kept'), ended: aName('Ended'), void: aName('Void') };
  let contractId = '';
  let kept = '';
  beforeAll(async () => {
    kept = await seed.license({ studio, name: names.kept, offers: [summer] });
    contractId = (await licenses.license(kept))?.contract.id ?? '';
    const grant = async (name: string) => {
      const licenseId = anId();
      const terms = { window: days('2026-01-01', '2026-12-31') };
      const details = someDetails({ name, terms });
      await grantLicense({ ...aCommand(), licenseId, contractId, details }, unitOfWork);
      return { ...aCommand(), licenseId, expectedVersion: 1 };
    };
    const plan = { kind: 'ended', lastDay: '2026-05-31', reason: REASON } as const;
    await closeLicense({ ...(await grant(names.ended)), plan }, unitOfWork);
    await closeLicense(
      { ...(await grant(names.void)), plan: { kind: 'void', reason: 'Granted twice' } },
      unitOfWork,
    );
  });

  const listed = async (filter: LicenseFilter) => {
    const page = await licenses.list({
      ...{ filter: { studio, ...filter }, sort: 'name', descending: false, today: TODAY },
      ...{ strip: { startsOn: TODAY, endsOn: '2027-06-10' }, pageSize: 10 },
    });
    expect(page.total).toBe(page.rows.length);
    return page.rows;
  };

  it('is listed as ended, and not at all when it is void', async () => {
    const rows = await listed({});
    expect(rows.map(({ name, closing }) => [name, closing])).toEqual([
      [names.ended, { kind: 'ended', reason: REASON }],
      [names.kept, null],
    ]);
    expect(rows[0]?.nextChange).toEqual({ kind: 'ended', day: '2026-06-01' });
    expect(await listed({ text: names.void })).toEqual([]);
  });

  it('is listed when it is asked for', async () => {
    expect((await listed({ closed: 'ended' })).map(({ name }) => name)).toEqual([names.ended]);
    expect(await listed({ closed: 'void' })).toMatchObject([
      { name: names.void, closing: { kind: 'void', reason: 'Granted twice' } },
    ]);
  });

  it('does not count in its contract once it is void', async () => {
    const expected = { licenses: 2, current: 1, nextEnd: null };
    expect(await contracts.contract(contractId, TODAY)).toMatchObject(expected);
    const { rows } = await contracts.list({ text: studio, today: TODAY, pageSize: 10 });
    expect(rows).toMatchObject([expected]);
    expect(await licenses.siblings(kept)).toBe(2);
  });
});

describe('a void contract', () => {
  it('is out of lists and studios, is found by asking for it, and is marked where it is named', async () => {
    const studio = aName('Studio');
    const [kept, gone] = [await seed.contract(), await seed.contract(studio)];
    const license = await seed.license({ contractId: gone, offers: [summer] });
    const list = async (closed?: 'void') => {
      const page = await contracts.list({ text: studio, closed, today: TODAY, pageSize: 10 });
      expect(page.total).toBe(page.rows.length);
      return page.rows.map(({ id }) => id);
    };
    const named = async () => {
      const { rows } = await licenses.list({
        ...{ filter: { contractId: gone, closed: 'void' }, sort: 'name', descending: false },
        ...{ today: TODAY, strip: days('2026-01-01', '2026-12-31'), pageSize: 10 },
      });
      const view = await licenses.license(license);
      return [rows.map(({ isContractVoid }) => isContractVoid), view?.contract.isVoid];
    };
    expect([await list(), await list('void'), await named()]).toEqual([[gone], [], [[], false]]);
    expect(await contracts.studios()).toContain(studio);

    await closeContract(
      {
        ...{ ...aCommand(), contractId: gone, expectedVersion: 1, reason: REASON },
        licenses: [{ licenseId: license, expectedVersion: 2 }],
      },
      unitOfWork,
    );

    expect([await list(), await list('void'), await named()]).toEqual([
      ...[[], [gone], [[true], true]],
    ]);
    expect(await contracts.studios()).not.toContain(studio);
    const closing = { kind: 'void', reason: REASON, licenses: [license] };
    expect(await contracts.contract(gone, TODAY)).toMatchObject({ closing, licenses: 0 });
    expect(await contracts.contractSince(gone, 1)).toMatchObject({
      ...{ version: 2, closing, changes: [{ kind: 'contract-closed', closing }] },
    });
    expect(await contracts.contract(kept, TODAY)).toMatchObject({ closing: null });
    const { entries } = await history.history({ aggregateId: gone, pageSize: 10 });
    expect(entries[0]?.closing).toEqual({ kind: 'void', reason: REASON });
  });
});

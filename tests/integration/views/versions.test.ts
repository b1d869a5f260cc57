import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import type { OfferData } from '../../../src/domain/license/offer';
import { PrismaContentViews } from '../../../src/adapters/postgres/content/content-views';
import { PrismaLicenseViews } from '../../../src/adapters/postgres/license/license-views';
import { replay } from '../../../src/domain/license/license-change';
import { closeLicense } from '../../../src/service/license/close-license';
import { amendLicense, replaceOffer } from '../../../src/service/license/license-service';
import { undoChange } from '../../../src/service/license/undo-change';
import { aCommand } from '../../builders/command-builders';
import { days, prices } from '../../builders/license-builders';
import { testDatabase } from '../support';
import { offerFor, SeedData } from '../support-titles';

const database = await testDatabase();
const seed = new SeedData(database.unitOfWork);
const licenses = new PrismaLicenseViews(database.prisma);
const contents = new PrismaContentViews(database.prisma);

const OFFER = offerFor('Always', days('2026-06-01', '2026-12-31'));

function priced(cents: number): OfferData {
  return { ...OFFER, prices: prices(`${cents}.99`) };
}

/** Changes the price of a license's offer so often. */
async function reprice(licenseId: string, times: number): Promise<void> {
  for (let change = 1; change <= times; change += 1)
    await replaceOffer(
      {
        ...{ ...aCommand(), licenseId, expectedVersion: change + 1 },
        before: change === 1 ? OFFER : priced(change - 1),
        after: priced(change),
      },
      database.unitOfWork,
    );
}

/** How many lines of history the database sends for an answer. */
async function linesSent(ask: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Pool.prototype, 'query');
  expect(await ask()).not.toBeNull();
  const answers = (await Promise.all(sent.mock.results.map(({ value }) => value as unknown))) as {
    rows?: readonly unknown[];
  }[];
  sent.mockRestore();
  return JSON.stringify(answers.map(({ rows }) => rows)).split('command_key').length - 1;
}

describe('a license as of a version', () => {
  it('is what its changes had made of it, from whichever side it is read', async () => {
    const licenseId = await seed.license({ offers: [OFFER] });
    await reprice(licenseId, 3);
    const latest = await licenses.license(licenseId);
    if (latest === null) throw new Error('There is no license.');
    const at = (expectedVersion: number) => ({ ...aCommand(), licenseId, expectedVersion });
    const { details } = latest;
    const amended = { ...details, notes: 'Amended' };
    await amendLicense({ ...at(5), details: amended }, database.unitOfWork);
    const plan = { kind: 'ended', lastDay: '2026-08-31', reason: 'Reverted' } as const;
    await closeLicense({ ...at(6), plan }, database.unitOfWork);
    await undoChange({ ...at(7), undoes: 7 }, database.unitOfWork);

    const story = (await licenses.licenseSince(licenseId, 0))?.changes ?? [];
    expect(story).toHaveLength(8);
    for (let version = 1; version <= 8; version += 1)
      expect(await licenses.licenseAsOf(licenseId, version)).toMatchObject({
        ...replay(story.slice(0, version)),
        version,
        lastChange: { version },
      });
    expect(await licenses.licenseAsOf(licenseId, 9)).toBeNull();
    expect(await licenses.licenseAsOf(licenseId, 0)).toBeNull();
  });

  it('reads as many changes of a license that has changed often since', async () => {
    const [seldom, often] = [
      await seed.license({ offers: [OFFER] }),
      await seed.license({ offers: [OFFER] }),
    ];
    await reprice(seldom, 4);
    await reprice(often, 12);

    for (const [id, versions] of [
      [seldom, 6],
      [often, 14],
    ] as const) {
      expect(await linesSent(() => licenses.licenseAsOf(id, 2))).toBe(2);
      expect(await linesSent(() => licenses.licenseAsOf(id, versions - 1))).toBe(2);
    }
  });
});

describe('a title as of a version', () => {
  it('is what its license was then, however often that has changed since', async () => {
    const licenseId = await seed.license({ offers: [OFFER] });
    const other = offerFor('Later', days('2027-06-01', '2027-12-31'));
    const otherId = await seed.license({ offers: [other] });
    const id = await seed.title({
      offers: [
        [licenseId, OFFER],
        [otherId, other],
      ],
    });
    await reprice(licenseId, 3);

    const first = await contents.contentAsOf(id, 1);
    expect(first?.assigned.map(({ offer }) => offer)).toEqual([OFFER]);
    const second = await contents.contentAsOf(id, 2);
    expect(second?.assigned.map(({ offer }) => offer)).toEqual([priced(3), other]);
  });
});

import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import type { OfferData } from '../../../src/domain/license/offer';
import { PrismaContentViews } from '../../../src/adapters/postgres/content/content-views';
import { PrismaLicenseViews } from '../../../src/adapters/postgres/license/license-views';
import { PrismaContractViews } from '../../../src/adapters/postgres/contract/contract-views';
import { replay } from '../../../src/domain/license/license-change';
import { isoDate } from '../../../src/domain/values/date-range';
import { MAX_SINCE } from '../../../src/service/conflict/conflict';
import { explainContentConflict } from '../../../src/service/content/conflict/content-conflict';
import {
  assignOffer,
  correctContent,
  unassignOffer,
} from '../../../src/service/content/content-service';
import { explainContractConflict } from '../../../src/service/contract/contract-conflict';
import { correctContract } from '../../../src/service/contract/contract-service';
import { READ_SINCE } from '../../../src/service/history-views';
import { explainConflict } from '../../../src/service/license/conflict-explanation';
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

/** More changes than are read one by one. */
const MANY = READ_SINCE + 12;

describe('what happened since a version that was long ago', () => {
  it('to a license are the newest changes and a sum of those before, however many there are', async () => {
    const [often, oftener] = [
      await seed.license({ offers: [OFFER] }),
      await seed.license({ offers: [OFFER] }),
    ];
    await reprice(often, MANY);
    await reprice(oftener, MANY + 5);
    const linesOf = (id: string) => linesSent(() => licenses.licenseSince(id, 2));
    expect(await linesOf(oftener)).toBe(await linesOf(often));

    const after = { ...OFFER, name: 'Mine' };
    const change = { kind: 'offer-replaced', before: OFFER, after } as const;
    const conflict = await explainConflict(often, 2, { kind: 'change', change }, licenses);
    expect(conflict).toMatchObject({ sinceTotal: MANY, latestVersion: MANY + 2 });
    expect(conflict.since).toHaveLength(MAX_SINCE);
    // Merged with the price that it has by now.
    expect(conflict.ways[0]?.change).toMatchObject({
      before: priced(MANY),
      after: { ...priced(MANY), name: 'Mine' },
    });
    const rest = conflict.rows.find(({ label }) => label === 'Before that');
    // Twenty stand there, and the one that changed the offer itself is told field by field.
    expect(rest?.theirs).toBe(`${(MANY - 21).toLocaleString('en-US')} more changes`);
  });

  it('to a title tells what its details were', async () => {
    const other = offerFor('Later', days('2027-06-01', '2027-12-31'));
    const licenseId = await seed.license({ offers: [OFFER, other] });
    const contentId = await seed.title({ offers: [[licenseId, OFFER]] });
    const first = await contents.content(contentId);
    if (first === null) throw new Error('There is no title.');
    const { details } = first;
    const at = (expectedVersion: number) => ({ ...aCommand(), contentId, expectedVersion });
    const theirs = { ...details, notes: 'Theirs' };
    await correctContent({ ...at(1), details: theirs }, database.unitOfWork);
    for (let version = 2; version < MANY; version += 2) {
      const chosen = { licenseId, offer: other };
      await assignOffer({ ...at(version), chosen }, database.unitOfWork);
      const assignment = { licenseId, startsOn: other.window.startsOn };
      await unassignOffer({ ...at(version + 1), assignment }, database.unitOfWork);
    }

    const mine = { ...details, notes: 'Mine' };
    const conflict = await explainContentConflict(
      ...([contentId, 1, { kind: 'correct', details: mine }] as const),
      { contents, licenses },
      isoDate('2026-06-10'),
    );
    expect(conflict).toMatchObject({ verdict: 'disputed', dispute: { fields: ['notes'] } });
    expect(conflict.sinceTotal).toBe(conflict.latestVersion - 1);
    expect(conflict.rows.find(({ field }) => field === 'notes')).toMatchObject({
      ...{ before: '–', yours: 'Mine', theirs: 'Theirs' },
    });
  });

  it('to a contract tells what its details were', async () => {
    const contracts = new PrismaContractViews(database.prisma);
    const contractId = await seed.contract();
    const since = await contracts.contractSince(contractId, 1);
    if (since === null) throw new Error('There is no contract.');
    for (let version = 1; version <= MANY; version += 1) {
      const details = { ...since.details, notes: `Note ${version}` };
      const command = { ...aCommand(), contractId, expectedVersion: version, details };
      await correctContract(command, database.unitOfWork);
    }

    const mine = { ...since.details, notes: 'Mine' };
    const intent = { kind: 'correct', details: mine } as const;
    const conflict = await explainContractConflict(contractId, 1, intent, contracts);
    expect(conflict).toMatchObject({ verdict: 'disputed', sinceTotal: MANY });
    expect(conflict.rows.find(({ field }) => field === 'notes')).toMatchObject({
      ...{ yours: 'Mine', theirs: `Note ${MANY}` },
    });
  });
});

import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { program } from '../../../scripts/bootstrap/prepare.mjs';
import { backUp } from '../../../scripts/database/cluster-backup';
import { startEmbeddedPostgres } from '../../../scripts/database/embedded-postgres';
import { applyMigrations } from '../../../scripts/database/schema-engine';
import type { Database } from '../../../src/adapters/postgres/connection/database';
import { readChanges } from '../../../src/adapters/postgres/events/change-reader';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import { correctContract, recordContract } from '../../../src/service/contract/contract-service';
import { aCommand, contractDetails } from '../../builders/command-builders';
import { anId, anOfferData } from '../../builders/license-builders';
import { SeedData } from '../support-titles';

const WRITERS = 6;
const run = promisify(execFile);
const home = mkdtempSync(path.join(tmpdir(), 'crms-backup-'));
// The server may run as another user, which needs access to the folder.
chmodSync(home, 0o711);
const dataDir = path.join(home, 'data');
const restoredDir = path.join(home, 'restored');
const target = path.join(home, 'backup');

afterAll(() => rmSync(home, { recursive: true, force: true }));

const placeIn = async ({ prisma }: Database) => (await readChanges(prisma, null, 1)).place;

/** Whoever followed before the restore is told to start over, also when as much was written since as had been lost. */
async function expectPlacesOfAnotherLife(
  restored: Database,
  inBackup: string,
  afterBackup: string,
): Promise<void> {
  const last = BigInt(/:(\d+):/.exec(afterBackup)?.[1] ?? '');
  const pass = 'SELECT pg_current_xact_id()::text AS id';
  for (let id = 0n; id < last;) {
    const { rows } = await restored.pool.query<{ id: string }>(pass);
    id = BigInt(rows[0]?.id ?? '');
  }
  const contractId = anId();
  const details = contractDetails({ reference: randomUUID() });
  const unitOfWork = new PrismaUnitOfWork(restored.prisma);
  await recordContract({ ...aCommand(), contractId, details }, unitOfWork);

  const isReset = async (place: string) => (await readChanges(restored.prisma, place, 1)).isReset;
  expect(await isReset(inBackup)).toBe(true);
  expect(await isReset(afterBackup)).toBe(true);
  // Without the epoch that the command sets, as where a copy of files was put in place: lines that are gone give it away.
  const [, epoch = ''] = /^\d+-\d+-(\w+)-/.exec(await placeIn(restored)) ?? [];
  const inThisLife = (place: string) => place.replace(/^(\d+-\d+-)-/, `$1${epoch}-`);
  expect(await isReset(inThisLife(inBackup))).toBe(false);
  expect(await isReset(inThisLife(afterBackup))).toBe(true);
}

describe('a backup', () => {
  it('of a database under write load contains every acknowledged change, and is consistent', async () => {
    await run('mkdir', ['-m', '711', dataDir, restoredDir]);
    const log = path.join(home, 'postgres.log');
    const server = await startEmbeddedPostgres({ dataDir, log });
    await applyMigrations(server.url);
    const database = openDatabase(server.url, { connections: WRITERS });
    const unitOfWork = new PrismaUnitOfWork(database.prisma);
    const acknowledged: string[] = [];
    const stopping = new AbortController();
    let tellEnough = () => {};
    const enough = new Promise<void>((resolve) => {
      tellEnough = resolve;
    });
    const writers = Array.from({ length: WRITERS }, async () => {
      while (!stopping.signal.aborted) {
        const contractId = anId();
        const first = contractDetails({ reference: randomUUID() });
        await recordContract({ ...aCommand(), contractId, details: first }, unitOfWork);
        const details = contractDetails({ reference: first.reference, notes: randomUUID() });
        await correctContract(
          { ...aCommand(), contractId, expectedVersion: 1, details },
          unitOfWork,
        );
        const offer = anOfferData({ devices: ['tv'] });
        const seed = new SeedData(unitOfWork);
        const licenseId = await seed.license({ offers: [offer] });
        await seed.title({ offers: [[licenseId, offer]] });
        acknowledged.push(contractId);
        if (acknowledged.length === 20) tellEnough();
      }
    });
    await enough;
    const before = [...acknowledged];
    const inBackup = await placeIn(database);
    const about = await backUp({ dataDir, url: server.url, target });
    const during = acknowledged.length - before.length;
    stopping.abort();
    await Promise.all(writers);
    const afterBackup = await placeIn(database);
    await database.close();
    await server.stop();
    expect(during, 'it was written to meanwhile').toBeGreaterThan(0);
    expect(about.firstLog <= about.lastLog).toBe(true);

    // As an operator does: into another folder, verified by the command itself.
    const { stdout } = await run(process.execPath, [...program('restore'), target], {
      env: { ...process.env, CRMS_DATA_DIR: restoredDir, DATABASE_URL: '' },
    });
    expect(stdout).toContain('0 findings');
    const restored = await startEmbeddedPostgres({ dataDir: restoredDir, log });
    const again = openDatabase(restored.url, { connections: 1 });
    try {
      const { rows } = await again.pool.query<{ id: string }>(
        `SELECT id::text FROM contracts WHERE version = 2 AND id = ANY ($1::uuid[])`,
        [before],
      );
      expect(rows).toHaveLength(before.length);
      // The restored database is writable.
      const contractId = anId();
      await recordContract(
        { ...aCommand(), contractId, details: contractDetails({ reference: randomUUID() }) },
        new PrismaUnitOfWork(again.prisma),
      );
      await expectPlacesOfAnotherLife(again, inBackup, afterBackup);
    } finally {
      await again.close();
      await restored.stop();
    }
  }, 240_000);

  it('does not overwrite anything', async () => {
    const failure = await run(process.execPath, [...program('backup'), home], {
      env: { ...process.env, CRMS_DATA_DIR: dataDir, DATABASE_URL: '' },
    }).catch((error: unknown) => error as { stderr: string; code: number });
    expect(failure).toMatchObject({ code: 1 });
    expect(failure.stderr).toContain('already: name one that is not there yet.');
  });

  it('keeps the data it replaces when restored, and nothing else can be restored', async () => {
    const restore = async (source: string) =>
      run(process.execPath, [...program('restore'), source], {
        env: { ...process.env, CRMS_DATA_DIR: restoredDir, DATABASE_URL: '' },
      });
    await expect(restore(home)).rejects.toMatchObject({
      stderr: expect.stringContaining('is no backup that npm run backup has made.') as string,
    });
    expect(existsSync(path.join(restoredDir, 'postgres', 'PG_VERSION'))).toBe(true);
    const { stdout } = await restore(target);
    const [, kept = ''] = /What was there before is in (.*)\./.exec(stdout) ?? [];
    expect(existsSync(path.join(kept, 'postgres', 'PG_VERSION'))).toBe(true);
  }, 120_000);

  it('of an external database is left to its own tools', async () => {
    await expect(
      run(process.execPath, [...program('backup'), path.join(home, 'other')], {
        env: { ...process.env, DATABASE_URL: 'postgresql://crms@db/crms' },
      }),
    ).rejects.toMatchObject({ stderr: expect.stringContaining('pg_basebackup') as string });
  });
});

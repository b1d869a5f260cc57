import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { Replicas } from '../../src/adapters/postgres/connection/replicas';
import { asOfOneMoment } from '../../src/adapters/postgres/connection/snapshot';
import { PrismaUnitOfWork } from '../../src/adapters/postgres/prisma-unit-of-work';
import { recordContract } from '../../src/service/contract/contract-service';
import { checkDatabase } from '../../scripts/database/check-database';
import { aCommand, contractDetails } from '../builders/command-builders';
import { anId } from '../builders/license-builders';
import { Site } from './site';

let site: Site;

beforeAll(async () => {
  site = await Site.begin({ isSynchronous: false });
}, 180_000);

afterAll(() => site.end());

async function recorded(): Promise<string> {
  const database = openDatabase(site.url, { connections: 1 });
  const contractId = anId();
  const command = { ...aCommand(), contractId, details: contractDetails() };
  await recordContract(command, new PrismaUnitOfWork(database.prisma));
  await database.close();
  return contractId;
}

function replicas(): Replicas {
  const database = openDatabase(site.primary.url(), { connections: 1 });
  onTestFinished(() => database.close());
  return new Replicas([site.standby.url()], site.primary.url(), database.pool);
}

describe('an asynchronous standby', () => {
  it('is read from when it has everything that was saved', async () => {
    const id = await recorded();
    const url = await replicas().upToDate();
    expect(url).toBe(site.standby.url());
    const seen = await asOfOneMoment(
      url,
      (queries) => queries.$queryRaw`SELECT version FROM contracts WHERE id = ${id}::uuid`,
    );
    expect(seen).toEqual([{ version: 1 }]);
  });

  it('is not read from while it lags', async () => {
    await site.standby.sql('SELECT pg_wal_replay_pause()');
    onTestFinished(() => site.standby.sql('SELECT pg_wal_replay_resume()').then(() => undefined));
    await recorded();
    expect(await replicas().upToDate()).toBe(site.primary.url());
  });

  it('can be checked, while the primary is written to', async () => {
    vi.spyOn(console, 'log').mockReturnValue(undefined);
    await recorded();
    expect(await checkDatabase(site.standby.url())).toBe(0);
  });

  it('is not read from when it is gone, nor when it was promoted', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    await site.standby.stop();
    expect(await replicas().upToDate()).toBe(site.primary.url());
    await site.standby.start();
    await site.standby.promote();
    expect(await replicas().upToDate()).toBe(site.primary.url());
  });
});

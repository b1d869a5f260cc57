import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ReadingRequest } from '../../src/adapters/postgres/connection/reads';
import type { Database } from '../../src/adapters/postgres/connection/database';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { PrismaContractViews } from '../../src/adapters/postgres/contract/contract-views';
import { ReplicatedReads } from '../../src/adapters/postgres/connection/reads';
import { Replicas } from '../../src/adapters/postgres/connection/replicas';
import { asOfOneMoment } from '../../src/adapters/postgres/connection/snapshot';
import { PrismaUnitOfWork } from '../../src/adapters/postgres/prisma-unit-of-work';
import { recordContract } from '../../src/service/contract/contract-service';
import { checkDatabase } from '../../scripts/database/check-database';
import { aCommand, contractDetails } from '../builders/command-builders';
import { anId } from '../builders/license-builders';
import type { PostgresServer } from './postgres-server';
import { Site } from './site';

let site: Site;

beforeAll(async () => {
  site = await Site.begin({ isSynchronous: false });
}, 180_000);

afterAll(() => site.end());

async function recorded({ prisma }: Pick<Database, 'prisma'>): Promise<string> {
  const contractId = anId();
  const command = { ...aCommand(), contractId, details: contractDetails() };
  await recordContract(command, new PrismaUnitOfWork(prisma));
  return contractId;
}

/** What one process of the product reads and writes through. */
function appOn(primary: PostgresServer, replica: PostgresServer, url = replica.url()) {
  const database = openDatabase(primary.url(), { connections: 4 });
  const replicas = new Replicas([url], database.pool, 4);
  onTestFinished(async () => {
    await replicas.close();
    await database.close();
  });
  const answered = { primary: 0, replica: 0 };
  let request: ReadingRequest | undefined;
  const reads = new ReplicatedReads(
    database.prisma,
    replicas,
    () => request,
    (server) => {
      answered[server] += 1;
    },
  );
  return {
    ...{ database, replicas, reads, answered },
    contracts: new PrismaContractViews(reads),
    beginRequest: () => {
      request = {};
    },
  };
}

const PATIENCE = 2_000;
const TODAY = '2026-06-10';

describe('an asynchronous standby', () => {
  it('is read from when it has everything that was saved', async () => {
    const { database, replicas } = appOn(site.primary, site.standby);
    const id = await recorded(database);
    const replica = await replicas.upToDate(PATIENCE);
    expect(replica?.url).toBe(site.standby.url());
    const seen = await asOfOneMoment(
      replica?.url ?? '',
      (queries) => queries.$queryRaw`SELECT version FROM contracts WHERE id = ${id}::uuid`,
    );
    expect(seen).toEqual([{ version: 1 }]);
  });

  it('shows at once what was written, to whoever wrote it and to others', async () => {
    const { database, contracts, answered } = appOn(site.primary, site.standby);
    const other = appOn(site.primary, site.standby);
    for (let count = 0; count < 200; count += 1) {
      const id = await recorded(database);
      const [own, others] = await Promise.all([
        contracts.contract(id, TODAY),
        other.contracts.contract(id, TODAY),
      ]);
      expect(own?.version).toBe(1);
      expect(others?.version).toBe(1);
    }
    expect(answered.replica).toBeGreaterThan(60);
  });

  it('is read from by a whole request, which chooses anew after a change of its own', async () => {
    const { database, contracts, reads, answered, beginRequest } = appOn(
      site.primary,
      site.standby,
    );
    await contracts.studios();
    beginRequest();
    await contracts.studios();
    expect(answered).toEqual({ primary: 0, replica: 2 });
    await site.standby.sql('SELECT pg_wal_replay_pause()');
    onTestFinished(() => site.standby.sql('SELECT pg_wal_replay_resume()').then(() => undefined));
    const id = await recorded(database);
    // The request began before, and goes on where it reads.
    expect(await contracts.contract(id, TODAY)).toBeNull();
    reads.chooseAnew();
    expect(await contracts.contract(id, TODAY)).not.toBeNull();
    expect(answered).toEqual({ primary: 1, replica: 3 });
  });

  it('is not read from while it lags', async () => {
    await site.standby.sql('SELECT pg_wal_replay_pause()');
    onTestFinished(() => site.standby.sql('SELECT pg_wal_replay_resume()').then(() => undefined));
    const { database, replicas, contracts, answered } = appOn(site.primary, site.standby);
    const id = await recorded(database);
    expect((await contracts.contract(id, TODAY))?.version).toBe(1);
    expect(answered).toEqual({ primary: 1, replica: 0 });
    expect(await replicas.upToDate(PATIENCE)).toBeNull();
  });

  it('is left by what it does not answer any more, which the primary answers', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const { standbyNetwork } = site;
    const { contracts, answered } = appOn(site.primary, site.standby, standbyNetwork.url);
    await contracts.studios();
    standbyNetwork.fallSilent();
    onTestFinished(() => {
      standbyNetwork.speakAgain();
    });
    expect(await Promise.all([contracts.studios(), contracts.studios()])).toHaveLength(2);
    expect(answered).toEqual({ primary: 2, replica: 1 });
    await contracts.studios();
    expect(answered).toEqual({ primary: 3, replica: 1 });
  });

  it('can be checked, while the primary is written to', async () => {
    vi.spyOn(console, 'log').mockReturnValue(undefined);
    await recorded(appOn(site.primary, site.standby).database);
    expect(await checkDatabase(site.standby.url())).toBe(0);
  });

  it('is not read from when it has what the new primary has never had', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const behind = await site.another();
    await behind.stop();
    const { database } = appOn(site.primary, site.standby);
    const lost = await recorded(database);
    await site.waitUntilStandbyHas(lost);
    await site.primary.kill();
    await behind.start();
    await behind.promote();

    const { contracts, replicas, answered } = appOn(behind, site.standby);
    expect(await contracts.contract(lost, TODAY)).toBeNull();
    expect(await replicas.upToDate(PATIENCE)).toBeNull();
    expect(answered).toEqual({ primary: 1, replica: 0 });
  });

  it('is not read from when it is gone, nor when it was promoted', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    await site.primary.start();
    await site.standby.stop();
    const { contracts, answered } = appOn(site.primary, site.standby);
    await contracts.studios();
    expect(answered).toEqual({ primary: 1, replica: 0 });
    await site.standby.start();
    await site.standby.promote();
    expect(await appOn(site.primary, site.standby).replicas.upToDate(PATIENCE)).toBeNull();
  });
});

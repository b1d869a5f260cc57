import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ReadingRequest } from '../../../../src/adapters/postgres/connection/reads';
import { ReplicatedReads } from '../../../../src/adapters/postgres/connection/reads';
import { Replicas } from '../../../../src/adapters/postgres/connection/replicas';
import { PrismaContractViews } from '../../../../src/adapters/postgres/contract/contract-views';
import { SilentProxy } from '../../../race/faults/silent-proxy';
import { aName } from '../../../builders/license-builders';
import { SeedData } from '../../support-titles';
import { testDatabase } from '../../support';

// Standbys that follow are in `tests/beyond`: they need programs that have to be installed.

const database = await testDatabase({ connections: 4 });
const TODAY = '2026-06-10';
const seed = new SeedData(database.unitOfWork);

/** The contracts of an app whose replica is at an address, and where they were read. */
function readingFrom(replicaUrl: string) {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  const replicas = new Replicas([replicaUrl], database.pool, 2);
  onTestFinished(() => replicas.close());
  const answeredBy: string[] = [];
  const request: ReadingRequest = {};
  const reads = new ReplicatedReads(
    database.prisma,
    replicas,
    () => request,
    (server) => answeredBy.push(server),
  );
  return { contracts: new PrismaContractViews(reads), answeredBy };
}

describe('a replica that will not do leaves reads to the primary', () => {
  it('because it is no standby', async () => {
    const studio = aName('Studio');
    await seed.contract(studio);
    const { contracts, answeredBy } = readingFrom(database.url);
    expect(await contracts.studios()).toContain(studio);
    expect(answeredBy).toEqual(['primary']);
    expect(console.error).toHaveBeenCalledWith('A replica:', 'It is no standby.');
  });

  it('because nobody is there', async () => {
    const studio = aName('Studio');
    await seed.contract(studio);
    const gone = new URL(database.url);
    gone.port = '1';
    const { contracts, answeredBy } = readingFrom(gone.href);
    expect(await contracts.studios()).toContain(studio);
    expect(answeredBy).toEqual(['primary']);
  });

  it('because its host is silent', async () => {
    const studio = aName('Studio');
    await seed.contract(studio);
    const proxy = await SilentProxy.before(database.url);
    onTestFinished(() => proxy.close());
    proxy.fallSilent();
    const { contracts, answeredBy } = readingFrom(proxy.url);
    expect(await contracts.studios()).toContain(studio);
    expect(answeredBy).toEqual(['primary']);
  });

  it('but not what fails for another reason', async () => {
    const { contracts, answeredBy } = readingFrom(database.url);
    await expect(contracts.contract('no id', TODAY)).rejects.toThrow(/uuid/);
    expect(answeredBy).toEqual(['primary']);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import getPort from 'get-port';
import { Readiness } from '../../../src/adapters/operations/readiness';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { testDatabase } from '../support';

const database = await testDatabase({ connections: 2 });
const processWide = globalThis as { crmsIsDraining?: boolean };

afterEach(() => {
  processWide.crmsIsDraining = false;
});

describe('a process', () => {
  it('is ready if its database responds and is migrated', async () => {
    expect(await new Readiness(database.prisma).notReadyReason()).toBeNull();
  });

  it('is not ready while it shuts down', async () => {
    processWide.crmsIsDraining = true;
    expect(await new Readiness(database.prisma).notReadyReason()).toContain('about to end');
  });

  it('is not ready while its database is unavailable', async () => {
    const gone = openDatabase(`postgresql://nobody@127.0.0.1:${await getPort()}/gone`);
    const readiness = new Readiness(gone.prisma);
    expect(await readiness.notReadyReason()).toBe('The database does not answer.');
    await gone.close();
  });

  it('is not ready while no connection is free', async () => {
    const held = [await database.pool.connect(), await database.pool.connect()];
    const obstacle = await new Readiness(database.prisma).notReadyReason();
    for (const connection of held) connection.release();
    expect(obstacle).toBe('The database does not answer in time.');
  });

  it('is not ready while a migration is missing, and ready once it was run', async () => {
    const readiness = new Readiness(database.prisma);
    const [last] = await database.rows<{ name: string }>(
      'SELECT max(migration_name) AS name FROM _prisma_migrations',
    );
    const finish = (at: string) =>
      database.rows(`UPDATE _prisma_migrations SET finished_at = ${at} WHERE migration_name = $1`, [
        last?.name,
      ]);
    await finish('NULL');
    expect(await readiness.notReadyReason()).toBe('The database is still to be migrated.');
    await finish('now()');
    expect(await readiness.notReadyReason()).toBeNull();
  });
});

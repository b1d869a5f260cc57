import { describe, expect, it } from 'vitest';
import { PrismaUnitOfWork } from '../../../../src/adapters/postgres/prisma-unit-of-work';
import { Contract } from '../../../../src/domain/contract/contract';
import { Busy, OutcomeUnknown } from '../../../../src/service/errors';
import { recordContract } from '../../../../src/service/contract/contract-service';
import { aCommand, contractDetails } from '../../../builders/command-builders';
import { anId } from '../../../builders/license-builders';
import { refusalFrom } from '../../../builders/refusal';
import { testDatabase } from '../../support';
import { opened, unusedPort } from './support-failures';

const database = await testDatabase();
const { prisma } = database;

describe('a command', () => {
  it('is busy when no connection becomes free, after waiting once', async () => {
    const small = opened(database.url, 1);
    const held = await small.pool.connect();
    const [id, unitOfWork] = [anId(), new PrismaUnitOfWork(small.prisma)];
    let tries = 0;

    const busy = unitOfWork.run(aCommand(), async ({ contracts }) => {
      tries += 1;
      await contracts.get(id);
      contracts.add(Contract.record(id, contractDetails()));
      return {};
    });

    await refusalFrom(Busy, busy).finally(() => held.release());
    expect(tries).toBe(1);
    expect(await stored(id)).toBe(0);
  });

  it('is busy when the database is unavailable', async () => {
    const url = new URL(database.url);
    url.port = String(await unusedPort());
    const unitOfWork = new PrismaUnitOfWork(opened(url.href).prisma);
    const command = { ...aCommand(), contractId: anId(), details: contractDetails() };

    await refusalFrom(Busy, recordContract(command, unitOfWork));
  });

  it('is retried after a lost connection, and runs once', async () => {
    const id = anId();
    const [command, details] = [aCommand(), contractDetails()];
    let tries = 0;
    const unitOfWork = database.unitOfWork;

    await unitOfWork.run(command, async ({ contracts }) => {
      tries += 1;
      if (tries === 1) await prisma.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`;
      contracts.add(Contract.record(id, details));
      return { id };
    });

    expect(tries).toBe(2);
    expect(await stored(id)).toBe(1);
  });

  it('has an unknown outcome when its connection is lost repeatedly', async () => {
    const lost = database.unitOfWork.run(aCommand(), async () => {
      await prisma.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())::text`;
      return {};
    });

    const error = await refusalFrom(OutcomeUnknown, lost);
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('fails with an unexpected error, without a retry', async () => {
    let tries = 0;
    const buggy = database.unitOfWork.run(aCommand(), () => {
      tries += 1;
      throw new TypeError('a bug');
    });

    await refusalFrom(TypeError, buggy);
    expect(tries).toBe(1);
  });
});

describe('an idle connection', () => {
  it('that is terminated affects nothing else', async () => {
    const own = opened(database.url, 1);
    const { rows } = await own.pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const gone = new Promise((resolve) => own.pool.once('remove', resolve));

    await database.rows('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await gone;

    expect(await own.prisma.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  });
});

async function stored(contractId: string): Promise<number> {
  const [row] = await database.rows<{ count: number }>(
    `SELECT (SELECT count(*)::int FROM contracts WHERE id = $1) AS count`,
    [contractId],
  );
  return row?.count ?? -1;
}

import { expect, it } from 'vitest';
import { PrismaUnitOfWork } from '../../src/adapters/postgres/prisma-unit-of-work';
import { recordContract } from '../../src/service/contract-service';
import { Busy } from '../../src/service/errors';
import { aCommand, contractDetails } from '../builders/command-builders';
import { aName, anId } from '../builders/license-builders';
import { testDatabase } from './support';

const CONNECTIONS = 8;
const CLIENTS = 200;
const database = await testDatabase({ connections: CONNECTIONS });
const unitOfWork = new PrismaUnitOfWork(database.prisma);

it('200 clients on a pool that is used up are all told to try again, and all served when it is free', async () => {
  const commands = Array.from({ length: CLIENTS }, () => ({
    ...aCommand(),
    contractId: anId(),
    details: contractDetails({ reference: aName('R') }),
  }));
  const held = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => database.pool.connect()),
  );

  const answers = await Promise.allSettled(
    commands.map((command) => recordContract(command, unitOfWork)),
  );
  expect(
    answers.every((answer) => answer.status === 'rejected' && answer.reason instanceof Busy),
  ).toBe(true);

  for (const connection of held) connection.release();
  const again = await Promise.all(commands.map((command) => recordContract(command, unitOfWork)));
  expect(again.every(({ replayed }) => !replayed)).toBe(true);
  const [{ idle } = { idle: null }] = await database.rows<{ idle: number }>(
    `SELECT count(*)::int AS idle FROM pg_stat_activity
     WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
  );
  expect(idle).toBe(0);
});

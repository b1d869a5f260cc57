import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { actor } from '../../../src/domain/people/actor';
import type { PrismaTransaction } from '../../../src/adapters/postgres/connection/transaction';
import { runOnce } from '../../../src/adapters/postgres/idempotent';
import { inTransaction } from '../../../src/adapters/postgres/connection/transaction';
import { gate } from '../../contracts/gate';
import { testDatabase } from '../support';

const database = await testDatabase();
await database.rows('CREATE TABLE lines (text text)');

function write(transaction: PrismaTransaction, text: string) {
  return transaction.$executeRaw`INSERT INTO lines VALUES (${text})`;
}

async function lines(text: string): Promise<number> {
  return (await database.rows('SELECT FROM lines WHERE text = $1', [text])).length;
}

describe('a transaction', () => {
  it('commits when the work returns, and returns its result', async () => {
    const text = randomUUID();

    const answer = await inTransaction(database.prisma, async (transaction) => {
      await write(transaction, text);
      expect(await lines(text)).toBe(0);
      return 'answer';
    });

    expect(answer).toBe('answer');
    expect(await lines(text)).toBe(1);
  });

  it('rolls back when the work throws, and passes the error on', async () => {
    const text = randomUUID();
    const refusal = new Error('refused');

    const work = inTransaction(database.prisma, async (transaction) => {
      await write(transaction, text);
      throw refusal;
    });

    await expect(work).rejects.toBe(refusal);
    expect(await lines(text)).toBe(0);
  });

  it('is restarted when the database asks for a retry', async () => {
    const text = randomUUID();
    let attempts = 0;

    await inTransaction(database.prisma, async (transaction) => {
      attempts += 1;
      await write(transaction, text);
      if (attempts === 1) await transaction.$executeRaw`DO $$ BEGIN RAISE SQLSTATE '40001'; END $$`;
    });

    expect([attempts, await lines(text)]).toEqual([2, 1]);
  });

  it('has an unknown outcome when its connection is lost', async () => {
    const work = inTransaction(database.prisma, async (transaction) => {
      const [own] = await transaction.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      await database.rows('SELECT pg_terminate_backend($1)', [own?.pid]);
      await write(transaction, 'lost');
    });

    await expect(work).rejects.toMatchObject({ code: 'outcome-unknown' });
  });
});

describe('a command with a key', () => {
  const at = '2026-01-02T03:04:05.000Z';
  const intent = () => ({ key: randomUUID(), actor: actor('Ada'), at });

  function order(text: string, once: ReturnType<typeof intent>, meet = async () => {}) {
    const command = { ...once, kind: 'order', text };
    return runOnce(database.prisma, command, async (transaction) => {
      await meet();
      await write(transaction, text);
      return { importId: text, revision: 1, replayed: false };
    });
  }

  it('is decided once, and gets the same answer again', async () => {
    const [text, once] = [randomUUID(), intent()];

    const answers = [await order(text, once), await order(text, once)];

    expect(answers).toEqual([
      { importId: text, revision: 1, replayed: false },
      { importId: text, revision: 1, replayed: true },
    ]);
    expect(await lines(text)).toBe(1);
  });

  it('sent twice at the same time is decided once', async () => {
    const [text, once, meet] = [randomUUID(), intent(), gate(2)];

    const answers = await Promise.all([order(text, once, meet), order(text, once, meet)]);

    expect(answers.map(({ replayed }) => replayed).sort()).toEqual([false, true]);
    expect(await lines(text)).toBe(1);
  });

  it('is refused with another payload or from another person', async () => {
    const [text, once] = [randomUUID(), intent()];
    await order(text, once);

    await expect(order(randomUUID(), once)).rejects.toMatchObject({ code: 'key-reused' });
    const other = { ...once, actor: actor('Otto') };
    await expect(order(text, other)).rejects.toMatchObject({ code: 'key-reused' });
  });

  it('that was refused can be sent again', async () => {
    const [text, once] = [randomUUID(), intent()];
    const refused = order(text, once, () => Promise.reject(new Error('refused')));
    await expect(refused).rejects.toThrow('refused');

    expect(await order(text, once)).toEqual({ importId: text, revision: 1, replayed: false });
  });
});

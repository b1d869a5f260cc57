import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { JobQueue } from '../../../src/adapters/jobs/job-queue';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { inTransaction } from '../../../src/adapters/postgres/connection/transaction';
import { testDatabase } from '../support';

const database = await testDatabase();
const queues: JobQueue[] = [];

function aQueue(pool = database.pool): JobQueue {
  const queue = new JobQueue(pool, { isWorker: true });
  queues.push(queue);
  return queue;
}

afterEach(async () => {
  for (const queue of queues.splice(0)) await queue.stop();
});

function aGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

/** Give-up handler for jobs that must not be given up. */
function never(): Promise<void> {
  throw new Error('This job must not be given up.');
}

async function statesOf(name: string): Promise<readonly string[]> {
  const rows = await database.rows<{ state: string }>(
    `SELECT state::text FROM jobs.job WHERE data ->> 'name' = $1`,
    [name],
  );
  return rows.map(({ state }) => state);
}

describe('a job', () => {
  it('is visible once the transaction that sent it commits, and not before', async () => {
    const [kept, dropped] = [randomUUID(), randomUUID()];
    const queue = aQueue();
    const refused = inTransaction(database.prisma, async (transaction) => {
      await queue.send('imports', { name: dropped }, transaction);
      throw new Error('Decided otherwise.');
    });
    await expect(refused).rejects.toThrow('Decided otherwise.');
    await inTransaction(database.prisma, async (transaction) => {
      await queue.send('imports', { name: kept }, transaction);
      expect(await statesOf(kept)).toEqual([]);
    });

    expect(await statesOf(kept)).toEqual(['created']);
    expect(await statesOf(dropped)).toEqual([]);
    await database.rows('DELETE FROM jobs.job');
  });

  it('is run once by one of several processes', async () => {
    const done: string[] = [];
    const sent = Array.from({ length: 6 }, () => randomUUID());
    const [first, second] = [aQueue(), aQueue()];
    const all = aGate();
    const note = (job: object) => {
      done.push((job as { name: string }).name);
      if (done.length === sent.length) all.open();
      return Promise.resolve();
    };
    for (const name of sent) await first.send('imports', { name });
    await first.work('imports', note, never);
    await second.work('imports', note, never);
    await all.opened;

    expect([...done].sort()).toEqual([...sent].sort());
  });

  it('that fails is retried', async () => {
    const name = randomUUID();
    const tries: number[] = [];
    const again = aGate();
    const queue = aQueue();
    await queue.send('exports', { name });
    await queue.work(
      'exports',
      () => {
        tries.push(tries.length + 1);
        if (tries.length === 1) throw new Error('The first try fails.');
        again.open();
        return Promise.resolve();
      },
      never,
    );
    await again.opened;

    expect(tries).toEqual([1, 2]);
  });

  it('that has used up its retries fails permanently and is deleted', async () => {
    const name = randomUUID();
    const given: object[] = [];
    const up = aGate();
    const queue = aQueue();
    await queue.send('exports', { name });
    await database.rows(`UPDATE jobs.job SET retry_limit = 0 WHERE data ->> 'name' = $1`, [name]);
    await queue.work(
      'exports',
      () => Promise.reject(new Error('It fails.')),
      (job) => {
        given.push(job);
        up.open();
        return Promise.resolve();
      },
    );
    await up.opened;

    expect(given).toEqual([{ name }]);
    await vi.waitFor(async () => {
      expect(await statesOf(name)).toEqual([]);
    });
  });

  it('whose process died is retried by another', async () => {
    const name = randomUUID();
    const dying = openDatabase(database.url, { connections: 3 });
    const first = new JobQueue(dying.pool, { isWorker: true });
    const [begun, end] = [aGate(), aGate()];
    await first.send('imports', { name });
    await first.work(
      'imports',
      () => {
        begun.open();
        // The job counts as active until the connections of its process are gone.
        return end.opened;
      },
      never,
    );
    await begun.opened;
    expect(await statesOf(name)).toEqual(['active']);
    await database.rows(
      `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
       WHERE locktype = 'advisory' AND pid <> pg_backend_pid()`,
    );
    const taken = aGate();
    await aQueue().work(
      'imports',
      () => {
        taken.open();
        return Promise.resolve();
      },
      never,
    );
    await taken.opened;

    expect(await statesOf(name)).not.toContain('created');
    end.open();
    await first.stop();
    await dying.close();
  });
});

import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { campaign } from '../builders/effort';
import { underFaults } from '../race/faults/under-faults';
import { Random } from '../race/random';
import { until } from '../race/until';
import { FAULTS } from './faults';
import { JobsProcess, tell } from './jobs';
import { PgBouncer } from './pgbouncer';
import { pgBouncer } from './programs';
import { bothOf, Site } from './site';
import { allLines, Follower, receiver } from './told';

/** What failed with the database waits for longer and longer until it is sent again; not here. */
const SEND_AGAIN_NOW = `
  UPDATE jobs.job SET start_after = now() WHERE name = 'webhooks' AND state = 'retry' AND start_after > now()`;

let site: Site;
let poolers: PgBouncer[];

beforeAll(async () => {
  const program = await pgBouncer();
  site = await Site.begin({ isSynchronous: true, hasVolumes: true });
  poolers = await Promise.all(
    site.appUrls.map((url, index) =>
      PgBouncer.before(url, path.join(site.folder, `pooler-${index}`), program),
    ),
  );
}, 180_000);

afterAll(async () => {
  for (const pooler of poolers) await pooler.stop();
  await site.end();
});

it('loses nothing, and leaves nothing out, whatever fails', { timeout: 7_200_000 }, async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  const kinds = Object.entries(FAULTS);
  const faults = campaign('Faults beyond one machine', { usual: kinds.length, full: 100 });
  const random = new Random(faults.seed);
  const direct = bothOf(site.appUrls);
  const jobs = new JobsProcess(direct, path.join(site.folder, 'jobs.log'));
  const follower = new Follower(direct);
  const webhook = await receiver();
  const done = new Map<string, number>();
  let wrongFor: readonly number[] = [];
  try {
    await tell(direct, webhook.url);
    await jobs.start();
    // One process goes the direct way and one through the poolers.
    const ways = [direct, bothOf(poolers.map(({ url }) => url))];
    await underFaults(ways, faults, async (fault, apps) => {
      // Each kind once, and then any.
      const [name, fail] = kinds[fault < kinds.length ? fault : random.below(kinds.length)] ?? [];
      if (name === undefined || fail === undefined) throw new Error('There are faults.');
      done.set(name, (done.get(name) ?? 0) + 1);
      await fail({ site, apps, poolers, jobs, random });
      ({ wrongFor } = apps);
    });
    console.info([...done].map(([name, count]) => `${count} × ${name}`).join(', '));
    console.info(
      `Readiness was wrong for ${Math.max(...wrongFor).toFixed(0)} ms at most; a follower was reset ${follower.resets} times.`,
    );

    expect(await follower.differences()).toEqual([]);
    const database = openDatabase(direct, { connections: 1 });
    const lines = await allLines(database);
    await database.close();
    const untold = () => [...lines].filter((line) => !webhook.got.has(line)).length;
    for (let left = untold(); left > 0; left = untold())
      await until('the webhook is told of more', async () => {
        await site.primary.sql(SEND_AGAIN_NOW);
        return untold() < left;
      });
    expect(jobs.ended).toBe(0);
  } finally {
    webhook.close();
    await jobs.kill();
    await follower.close();
  }
});

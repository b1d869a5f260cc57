import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Readiness } from '../../src/adapters/operations/readiness';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { readChanges } from '../../src/adapters/postgres/events/change-reader';
import { campaign } from '../builders/effort';
import { Random } from '../race/random';
import { underFaults } from '../race/faults/under-faults';
import { until } from '../race/until';
import { Site } from './site';

let site: Site;

beforeAll(async () => {
  site = await Site.begin({ isSynchronous: true });
}, 180_000);

afterAll(() => site.end());

/** In milliseconds, longer than a statement is waited for. */
const LONG = 6_500;

describe('a primary with a synchronous standby', () => {
  it('is found among several hosts, also when it is another one; places of before are reset', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const database = openDatabase(site.url, { connections: 2 });
    onTestFinished(() => database.close());
    const readiness = new Readiness(database.prisma);
    expect((await readiness.state()).reason).toBeNull();
    const { place } = await readChanges(database.prisma, null, 1);
    await site.failOver();
    const begun = performance.now();

    await until('it is ready', async () => (await readiness.state()).reason === null);

    expect(performance.now() - begun).toBeLessThan(5_000);
    expect((await readChanges(database.prisma, place, 1)).isReset).toBe(true);
  });

  it('loses nothing, whatever fails', { timeout: 3_600_000 }, async () => {
    const faults = campaign('Faults beyond one machine', { usual: 8, full: 100 });
    const random = new Random(faults.seed);
    const done = new Map<string, number>();
    const kinds = Object.entries(FAULTS);
    await underFaults(site.url, faults, async (fault, apps) => {
      // Each kind once, and then any.
      const [name, fail] = kinds[fault < kinds.length ? fault : random.below(kinds.length)] ?? [];
      if (name === undefined || fail === undefined) throw new Error('There are faults.');
      done.set(name, (done.get(name) ?? 0) + 1);
      await fail(random, apps);
    });
    console.info([...done].map(([name, count]) => `${count} × ${name}`).join(', '));
  });
});

const FAULTS: Readonly<
  Record<
    string,
    (random: Random, apps: Parameters<Parameters<typeof underFaults>[2]>[1]) => Promise<unknown>
  >
> = {
  'a silent host': async () => {
    site.network.fallSilent();
    await setTimeout(LONG);
    site.network.speakAgain();
  },
  'a failover': () => site.failOver(),
  'sessions that are terminated': () =>
    site.primary.sql(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    ),
  'a lost standby': async () => {
    await site.standby.kill();
    await setTimeout(LONG);
    await site.standby.start();
    await site.waitForStandby();
  },
  'a read-only database': async () => {
    await site.primary.set('default_transaction_read_only', 'on');
    await setTimeout(1_000);
    await site.primary.set('default_transaction_read_only', 'off');
  },
  'a frozen server': async (random) => {
    const { primary } = site;
    primary.freeze();
    await setTimeout(500 + random.below(LONG));
    primary.wake();
  },
  'a restart of the primary': async () => {
    const { primary } = site;
    await primary.stop();
    await primary.start();
    await site.waitForStandby();
  },
  'a killed app process': (random, apps) => apps.replaceOne(random),
};

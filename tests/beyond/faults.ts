import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import { beginNewLife } from '../../scripts/database/new-life';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { failureOf, sqlStateOf } from '../../src/adapters/postgres/connection/database-errors';
import { readChanges } from '../../src/adapters/postgres/events/change-reader';
import type { AppsUnderLoad } from '../race/faults/under-faults';
import type { Random } from '../race/random';
import { until } from '../race/until';
import type { JobsProcess } from './jobs';
import type { PgBouncer } from './pgbouncer';
import type { Site } from './site';

/** What faults happen to. */
export interface Scene {
  readonly site: Site;
  readonly apps: AppsUnderLoad;
  readonly poolers: readonly PgBouncer[];
  readonly jobs: JobsProcess;
  readonly random: Random;
}

/** In milliseconds, longer than a statement is waited for. */
const LONG = 6_500;
/** In milliseconds, for what is over before anybody gives up. */
const SHORT = 1_500;
/** In milliseconds, by which clocks are wrong. */
const CLOCK_STEP = 3_600_000;

/**
 * What can fail beyond one machine. Each says when readiness has to follow, and leaves everything at work: the truth is known
 * here, and processes have to know it within 5 s.
 */
export const FAULTS: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  'a silent host': async ({ site, apps }) => {
    site.network.fallSilent();
    await Promise.all([apps.areReady(false), setTimeout(LONG)]);
    site.network.speakAgain();
    await apps.areReady(true);
  },
  'connections that are reset': async ({ site, apps }) => {
    site.network.reset();
    await apps.areReady(true);
  },
  'a failover': async ({ site, apps }) => {
    await site.failOver(() => apps.areReady(true));
  },
  'a failover to a standby that lags': async (scene) => {
    const { site, apps } = scene;
    await apps.pause();
    await site.waitUntilCaughtUp();
    await site.beAsynchronous();
    await site.standby.stop();
    const forgetLost = apps.remember();
    const lost = await moreThatIsLost(scene);
    await site.primary.kill();
    await site.standby.start();
    await site.failOver(() => site.primary.set('synchronous_standby_names', '*'));
    forgetLost();
    await goOn(scene, lost);
  },
  'a restored backup': async (scene) => {
    const { site, apps } = scene;
    await apps.pause();
    const backup = await site.backUp();
    const forgetLost = apps.remember();
    const lost = await moreThatIsLost(scene);
    await site.restore(backup);
    // As docs/operations.md says of files that are put back without a recovery.
    await beginNewLife(site.primary.url());
    forgetLost();
    await goOn(scene, lost);
  },
  'a recovery to a point in time': async (scene) => {
    const { site, apps } = scene;
    await apps.pause();
    const backup = await site.backUp();
    apps.resume();
    await apps.moreAccepted();
    await apps.pause();
    const point = await site.restorePoint();
    const forgetLost = apps.remember();
    const lost = await moreThatIsLost(scene);
    await site.untilArchived();
    await site.restore(backup, point);
    forgetLost();
    await goOn(scene, lost);
  },
  'sessions that are terminated': async ({ site, apps }) => {
    await site.primary.sql(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await apps.areReady(true);
  },
  'a lost standby': async ({ site, apps }) => {
    await site.standby.kill();
    // What is read does not wait.
    await Promise.all([setTimeout(LONG), apps.areReady(true)]);
    await site.standby.start();
    await site.waitForStandby();
    await apps.areReady(true);
  },
  'a read-only database': async ({ site, apps }) => {
    await site.primary.set('default_transaction_read_only', 'on');
    await apps.areReady(false);
    await site.primary.set('default_transaction_read_only', 'off');
    await apps.areReady(true);
  },
  'a frozen server': async ({ site, apps, random }) => {
    const { primary } = site;
    primary.freeze();
    await setTimeout(SHORT + random.below(LONG));
    primary.wake();
    await apps.areReady(true);
  },
  'a slow disk': async ({ site, apps, random }) => {
    for (let times = 0; times < 3; times += 1) {
      const disk = random.one(site.allDisks);
      await disk?.freeze();
      try {
        await setTimeout(random.chance(0.3) ? LONG : random.below(SHORT));
      } finally {
        await disk?.thaw();
      }
    }
    await apps.areReady(true);
  },
  'a full disk of data': async ({ site, apps }) => {
    const { data } = site.disks;
    data.fill();
    try {
      await until('the server finds its disk full', () =>
        site.primary
          .sql("CREATE TABLE full_disk AS SELECT repeat('x', 999) FROM generate_series(1, 20000)")
          .then(
            () => false,
            (error: unknown) => sqlStateOf(error) === '53100',
          ),
      );
      // What is read needs no room.
      await Promise.all([setTimeout(SHORT), apps.areReady(true)]);
    } finally {
      data.makeRoom();
    }
    await apps.areReady(true);
  },
  'a full disk of the log': async ({ site, apps }) => {
    const { log } = site.disks;
    log.fill();
    try {
      await until('the server gives up', async () => {
        await site.primary.sql('SELECT pg_switch_wal()').catch(failureOf);
        log.fill();
        return site.primary.hasEnded;
      });
      await apps.areReady(false);
    } finally {
      log.makeRoom();
    }
    await site.primary.start();
    await site.waitForStandby();
    await apps.areReady(true);
  },
  'a restart of the primary': async ({ site, apps }) => {
    const { primary } = site;
    await primary.stop();
    await apps.areReady(false);
    await primary.start();
    await apps.areReady(true);
    await site.waitForStandby();
  },
  'a crash of the primary': async ({ site, apps }) => {
    const { primary } = site;
    await primary.kill();
    await apps.areReady(false);
    await primary.start();
    await apps.areReady(true);
    await site.waitForStandby();
  },
  'a killed process of the primary': async ({ site, apps, random }) => {
    await site.primary.killOne(random);
    await site.waitForStandby();
    await apps.areReady(true);
  },
  'a killed process of the standby': async ({ site, apps, random }) => {
    await site.standby.killOne(random);
    await site.waitForStandby();
    await apps.areReady(true);
  },
  'a killed pooler': async ({ apps, poolers, random }) => {
    await random.one(poolers)?.restart();
    await apps.areReady(true);
  },
  'a killed app process': async ({ apps, random }) => {
    await apps.replaceOne(random);
    await apps.areReady(true);
  },
  'a killed process for jobs': async ({ jobs }) => {
    await jobs.kill();
    await jobs.start();
  },
  'clocks that are set': async ({ apps, random }) => {
    apps.setClocks(random, CLOCK_STEP);
    await apps.moreAccepted();
    await apps.areReady(true);
    apps.setClocks(random, 0);
  },
};

/** Places among events, by which a program goes on: of before and of within what is lost. */
type Places = readonly string[];

/** Goes on for a while with what will be lost, and pauses. @returns places that a program may hold by then */
async function moreThatIsLost({ site, apps }: Scene): Promise<Places> {
  const before = await placeOf(site);
  apps.resume();
  await apps.moreAccepted();
  await apps.pause();
  return [before, await placeOf(site)];
}

/** Goes on after something was lost, until more was written than that; expects that old places are told apart all the time. */
async function goOn({ site, apps }: Scene, lost: Places): Promise<void> {
  await apps.areReady(true);
  const areReset = async () => {
    const told = await onPrimary(site, (prisma) =>
      Promise.all(lost.map((place) => readChanges(prisma, place, 1))),
    );
    return told.map(({ isReset }) => isReset);
  };
  expect(await areReset()).toEqual(lost.map(() => true));
  apps.resume();
  const [, last = ''] = lost;
  await until('as much was written as was lost', async () => {
    const now = await placeOf(site);
    return endOf(now) > endOf(last);
  });
  expect(await areReset()).toEqual(lost.map(() => true));
}

/** The number of a transaction, which all that a place has seen came before. */
function endOf(place: string): bigint {
  return BigInt(/\/\d+:(\d+):/.exec(place)?.[1] ?? '');
}

async function placeOf(site: Site): Promise<string> {
  const { place } = await onPrimary(site, (prisma) => readChanges(prisma, null, 1));
  return place;
}

async function onPrimary<T>(
  { primary }: Site,
  work: (prisma: ReturnType<typeof openDatabase>['prisma']) => Promise<T>,
): Promise<T> {
  const database = openDatabase(primary.url(), { connections: 1 });
  try {
    return await work(database.prisma);
  } finally {
    await database.close();
  }
}

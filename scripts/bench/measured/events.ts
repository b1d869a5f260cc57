import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchCluster } from '../cluster';
import type { Heard } from '../follower-process';
import type { Measurement } from '../report';
import { inProject } from '../../bootstrap/prepare.mjs';
import { Announcer } from '../../../src/adapters/postgres/events/announcer';
import { openDatabase } from '../../../src/adapters/postgres/connection/database';
import { PrismaUnitOfWork } from '../../../src/adapters/postgres/prisma-unit-of-work';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { loadLicenses } from '../catalog';
import { CommandQueue } from '../command-queue';
import { percentile, rounded } from '../figures';

const LOADS = [
  { name: 'one change at a time', inFlight: 1, changes: 300, pauseMs: 20 },
  { name: '8 in flight without a pause', inFlight: 8, changes: 3_000, pauseMs: 0 },
];
const GOAL = { atMost: 250 };

/** How soon another process knows of a change: from the answer of the command, which comes right after its commit. */
export async function measureEvents(cluster: BenchCluster): Promise<Measurement[]> {
  const url = await cluster.database('events');
  const from = '2020-01-06';
  const licenses = await loadLicenses(url, {
    ...{ batch: 'events', licenses: 1_000, offersEach: 10, from, offerDays: 7, gapDays: 0 },
  });
  const queue = new CommandQueue(licenses, from, 10);
  const database = openDatabase(url, { connections: 8 });
  const announcer = new Announcer(database.prisma);
  const unitOfWork = new PrismaUnitOfWork(database.prisma, announcer.announce);
  const follower = fork(inProject('dist/follower-process.js'), [url]);
  const heard = new Map<string, number>();
  let noticed: () => void = () => undefined;
  follower.on('message', (told: readonly Heard[]) => {
    for (const { id, version, at } of told) heard.set(`${id} ${version}`, at);
    noticed();
  });
  try {
    await once(follower, 'message');
    const measurements: Measurement[] = [];
    for (const { name, inFlight, changes, pauseMs } of LOADS) {
      const committed = new Map<string, number>();
      let left = changes;
      const begun = performance.now();
      const work = async () => {
        while (left > 0) {
          left -= 1;
          const { id, version } = await generateOffers(queue.next(), unitOfWork);
          committed.set(`${id} ${version}`, performance.timeOrigin + performance.now());
          if (pauseMs > 0) await sleep(pauseMs);
        }
      };
      await Promise.all(Array.from({ length: inFlight }, work));
      const perSecond = (changes * 1_000) / (performance.now() - begun);
      while ([...committed.keys()].some((key) => !heard.has(key)))
        await new Promise<void>((resolve) => {
          noticed = resolve;
        });
      const latencies = [...committed].map(([key, at]) => (heard.get(key) ?? 0) - at);
      measurements.push(
        ...[0.5, 0.95].map((share) => ({
          name: `${name}: p${share * 100}`,
          figure: rounded(Math.max(0, percentile(latencies, share))),
          unit: 'ms',
          note: `${changes.toLocaleString('en-US')} changes, ${rounded(perSecond)} per second`,
          ...(share === 0.95 ? { goal: GOAL } : {}),
        })),
      );
    }
    return measurements;
  } finally {
    follower.disconnect();
    await once(follower, 'exit');
    await announcer.settled();
    await database.close();
  }
}

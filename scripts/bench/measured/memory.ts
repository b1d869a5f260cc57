import { setTimeout as sleep } from 'node:timers/promises';
import type { AppServer } from '../app-server';
import type { Measurement } from '../report';
import { fetchPage } from '../app-server';
import { inTurn, offerWeek } from '../server-action';
import { median, rounded } from '../figures';

const TIMES = 10_000;
/** On a machine too busy for that many, a run ends here and says how far it came. */
const MAX_MS = 150_000;
const IN_FLIGHT = 8;
const SAMPLE_EVERY = 50;
/** One page in so many is the list; the others are licenses. */
const LIST_EVERY = 10;

/**
 * Resident memory of the app: idle, through ten thousand pages, through ten thousand commands. What a run ends at says
 * little, because memory is taken in steps; what counts is that the last third needs no more than the one before.
 */
export async function measureMemory(
  app: AppServer,
  licenseIds: readonly string[],
): Promise<Measurement[]> {
  await fetchPage(app, '/licenses');
  await sleep(3_000);
  const idle = app.residentMegabytes();
  const pages = await sampled(app, (turn) =>
    fetchPage(app, turn % LIST_EVERY === 0 ? '/licenses' : `/licenses/${inTurn(licenseIds, turn)}`),
  );
  const commands = await sampled(app, (turn) => offerWeek(app, licenseIds, turn));
  return [
    { name: 'idle', figure: rounded(idle), unit: 'MB' },
    ...run('page requests', pages),
    ...run('commands', commands),
  ];
}

interface Run {
  readonly done: number;
  readonly perSecond: number;
  readonly samples: readonly number[];
  /** On a crowded machine a request can wait longer for a connection than the app lets it. */
  readonly failed: number;
}

function run(name: string, { done, samples, perSecond, failed }: Run): Measurement[] {
  const third = Math.floor(samples.length / 3);
  const middle = median(samples.slice(third, 2 * third));
  const last = median(samples.slice(2 * third));
  const growth = { name: `${name}: last third / the one before`, figure: rounded(last / middle) };
  return [
    {
      name: `after ${done.toLocaleString('en-US')} ${name}`,
      figure: rounded(samples.at(-1) ?? 0),
      unit: 'MB',
      rounds: samples.map(rounded),
      note: `${rounded(perSecond)} per second, ${failed} failed`,
    },
    { ...growth, unit: 'ratio', goal: { atMost: 1.05 } },
  ];
}

async function sampled(app: AppServer, request: (turn: number) => Promise<unknown>): Promise<Run> {
  const start = performance.now();
  const samples: number[] = [];
  let turn = 0;
  let failed = 0;
  const work = async () => {
    while (turn < TIMES && performance.now() - start < MAX_MS) {
      const mine = turn;
      turn += 1;
      await request(mine).catch((error: unknown) => {
        failed += 1;
        if (failed > TIMES / 100) throw error;
      });
      if (mine % SAMPLE_EVERY === 0) samples.push(app.residentMegabytes());
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return { samples, failed, done: turn, perSecond: (turn * 1000) / (performance.now() - start) };
}

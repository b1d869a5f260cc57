import { expect } from 'vitest';
import type { Campaign } from '../../builders/effort';
import type { Figures } from '../load';
import { AnswerLog } from '../answer-log';
import { AppClient } from '../app-client';
import { inWords, prepareLoad, runLoad } from '../load';
import { Random } from '../random';
import { until } from '../until';

/** App processes under load, of which faults can end some. */
export class AppsUnderLoad {
  readonly apps: AppClient[] = [];
  private readonly everStarted: AppClient[] = [];

  /** @param url the address of the database, as the apps know it */
  constructor(private readonly url: string) {}

  async start(): Promise<void> {
    const app = await AppClient.start(this.url, { connections: 4 });
    this.apps.push(app);
    this.everStarted.push(app);
  }

  /** Kills one of them, and starts another in its place. */
  async replaceOne(random: Random): Promise<void> {
    const [victim] = this.apps.splice(random.below(this.apps.length), 1);
    await victim?.kill();
    await this.start();
  }

  /** What processes reported that nothing has caught. */
  get uncaught(): readonly string[] {
    return this.everStarted.flatMap(({ uncaught }) => uncaught);
  }

  async stop(): Promise<void> {
    await Promise.all(this.everStarted.map((app) => app.stop()));
  }
}

/**
 * Runs two app processes under a small load and injects faults one after the other; expects that nothing was lost, doubled or
 * left open, and that no process ended by itself.
 *
 * @param url the address of the database, as the apps know it
 */
export async function underFaults(
  url: string,
  { size: faults, seed }: Campaign,
  breakSomething: (fault: number, apps: AppsUnderLoad) => Promise<unknown>,
): Promise<void> {
  const answerLog = new AnswerLog();
  const running = new AppsUnderLoad(url);
  try {
    await running.start();
    await running.start();
    const { apps } = running;
    const [first] = apps;
    if (first === undefined) throw new Error('No app was started.');
    const prepared = await prepareLoad(first, answerLog, 6);

    let through = false;
    const begun = performance.now();
    const load = runLoad({
      ...prepared,
      answerLog,
      apps: () => apps,
      clients: 8,
      random: new Random(seed),
      enough: () => through,
    });
    for (let fault = 0; fault < faults; fault += 1) {
      await moreAccepted(answerLog, 10);
      await breakSomething(fault, running);
    }
    await moreAccepted(answerLog, 10);
    through = true;
    const figures: Figures = await load;
    const seconds = (performance.now() - begun) / 1_000;
    console.info(`${faults} faults: ${inWords(figures, seconds)}`);

    expect(await answerLog.findings(url)).toEqual([]);
    expect(running.uncaught).toEqual([]);
    expect(apps.filter(({ alive }) => !alive)).toEqual([]);
    expect(answerLog.counts.accepted).toBeGreaterThan(10 * faults);
  } finally {
    await running.stop();
  }
}

/** Resolves when this many more commands were accepted, so the load runs and has recovered. */
async function moreAccepted(answerLog: AnswerLog, count: number): Promise<void> {
  const wanted = answerLog.counts.accepted + count;
  await until(`${count} more commands are accepted`, () => answerLog.counts.accepted >= wanted);
}

import { expect } from 'vitest';
import type { Campaign } from '../../builders/effort';
import type { Figures, Load } from '../load';
import { AnswerLog } from '../answer-log';
import { AppClient } from '../app-client';
import { inWords, noFigures, prepareLoad, runLoad } from '../load';
import { Random } from '../random';
import { until } from '../until';

/** In milliseconds: so soon a process has to know whether its database serves it. */
const READY_WITHIN = 5_000;
const CLIENTS = 8;
const LICENSES = 6;

/** App processes under load, of which faults can end some, and in which faults can look. */
export class AppsUnderLoad {
  readonly apps: AppClient[] = [];
  private readonly everStarted: AppClient[] = [];
  private readonly answerLog = new AnswerLog();
  private readonly figures: Figures = noFigures();
  private prepared: Awaited<ReturnType<typeof prepareLoad>> | null = null;
  private load: Promise<Figures> | null = null;
  private isPaused = true;
  private begun = 0;
  /** In milliseconds, how long readiness was wrong, each time. */
  readonly wrongFor: number[] = [];

  /** @param urls addresses of the database, as the apps know it: each app gets the next of them */
  constructor(
    private readonly urls: readonly string[],
    private readonly random: Random,
  ) {}

  async begin(): Promise<void> {
    await this.start();
    await this.start();
    const [first] = this.apps;
    if (first === undefined) throw new Error('No app was started.');
    this.prepared = await prepareLoad(first, this.answerLog, LICENSES);
    this.begun = performance.now();
    this.resume();
  }

  private async start(place = this.apps.length): Promise<void> {
    const url = this.urls[place % this.urls.length] ?? '';
    const app = await AppClient.start(url, { connections: 4 });
    this.apps.splice(place, 0, app);
    this.everStarted.push(app);
  }

  /** Kills one of them, and starts another in its place. */
  async replaceOne(random: Random): Promise<void> {
    const place = random.below(this.apps.length);
    const [victim] = this.apps.splice(place, 1);
    await victim?.kill();
    await this.start(place);
  }

  /** Sets the clock of each process to another time. @param off milliseconds by which clocks may be wrong */
  setClocks(random: Random, off: number): void {
    for (const app of this.apps) app.setClock(random.below(2 * off + 1) - off);
  }

  /** Begins no more commands, and resolves when every one that was begun is settled. */
  async pause(): Promise<void> {
    this.isPaused = true;
    await this.load;
  }

  resume(): void {
    if (this.prepared === null) throw new Error('There is nothing to do yet.');
    this.isPaused = false;
    const load: Load = {
      ...this.prepared,
      answerLog: this.answerLog,
      apps: () => this.apps,
      clients: CLIENTS,
      random: this.random,
      enough: () => this.isPaused,
    };
    this.load = runLoad(load, this.figures);
  }

  /** Resolves when so many more commands were accepted: the load runs, and has recovered. */
  async moreAccepted(count = 10): Promise<void> {
    const wanted = this.answerLog.counts.accepted + count;
    await until(
      `${count} more commands are accepted`,
      () => this.answerLog.counts.accepted >= wanted,
    );
  }

  /**
   * Keeps what was answered so far, while the load is paused.
   *
   * @returns what forgets all that was answered since, as a database does that is put back to this moment
   */
  remember(): () => void {
    const forget = this.answerLog.remember();
    const { contractVersion } = this.figures;
    return () => {
      forget();
      this.figures.contractVersion = contractVersion;
    };
  }

  /** Resolves when each of them says that it is ready, or that it is not. That may take 5 s; what takes longer is a problem. */
  async areReady(isTrue: boolean): Promise<void> {
    const begun = performance.now();
    await until(`every process is ${isTrue ? 'ready' : 'not ready'}`, async () => {
      const reasons = await Promise.all(this.apps.map((app) => app.unreadyBecause()));
      return reasons.every((reason) => (reason === null) === isTrue);
    });
    this.wrongFor.push(performance.now() - begun);
  }

  get accepted(): number {
    return this.answerLog.counts.accepted;
  }

  /** Ends the load. @returns its figures in words */
  async end(): Promise<string> {
    await this.pause();
    return inWords(this.figures, (performance.now() - this.begun) / 1_000);
  }

  /** What was lost, doubled or left open, and what processes reported that nothing has caught. */
  async problems(url: string): Promise<readonly string[]> {
    return [
      ...(await this.answerLog.findings(url)),
      ...this.everStarted.flatMap(({ uncaught }) => uncaught),
      ...this.apps.filter(({ alive }) => !alive).map(() => 'A process ended by itself.'),
      ...this.wrongFor
        .filter((milliseconds) => milliseconds > READY_WITHIN)
        .map((milliseconds) => `Readiness was wrong for ${milliseconds.toFixed(0)} ms.`),
    ];
  }

  async stop(): Promise<void> {
    this.isPaused = true;
    await Promise.all(this.everStarted.map((app) => app.stop()));
  }
}

/**
 * Runs two app processes under a small load and injects faults one after the other; expects that nothing was lost, doubled or
 * left open, and that no process ended by itself.
 *
 * @param urls addresses of the database, as the apps know it: each app gets the next of them
 */
export async function underFaults(
  urls: string | readonly string[],
  { size: faults, seed }: Campaign,
  breakSomething: (fault: number, apps: AppsUnderLoad) => Promise<unknown>,
): Promise<void> {
  const all = [urls].flat();
  const running = new AppsUnderLoad(all, new Random(seed));
  try {
    await running.begin();
    for (let fault = 0; fault < faults; fault += 1) {
      await running.moreAccepted();
      await breakSomething(fault, running);
    }
    await running.moreAccepted();
    const figures = await running.end();
    console.info(`${faults} faults: ${figures}`);

    expect(await running.problems(all[0] ?? '')).toEqual([]);
    expect(running.accepted).toBeGreaterThan(10 * faults);
  } finally {
    await running.stop();
  }
}

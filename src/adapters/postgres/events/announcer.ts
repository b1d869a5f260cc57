import { setTimeout } from 'node:timers/promises';
import type { Queries } from '../connection/transaction';
import { CHANNEL } from './change-feed';

/** In milliseconds, between two notifications of one process. */
const GAP = 25;

/**
 * Wakes those who follow history, in every process, after something was committed.
 *
 * Not by a trigger: PostgreSQL commits transactions that notify one at a time, each with its own write to disk, which cost a
 * quarter of all commands per second. One notification per process for whatever it has committed meanwhile, which waits for
 * no disk, costs nothing that could be measured. One that is lost is made up for by those who follow, who also look by
 * themselves.
 */
export class Announcer {
  private isDue = false;
  private telling: Promise<void> | null = null;

  constructor(private readonly queries: Queries) {}

  /** Something was committed. Never fails, and nobody waits for it. */
  readonly announce = (): void => {
    this.isDue = true;
    this.telling ??= this.tell().finally(() => {
      this.telling = null;
    });
  };

  /** Resolves when everything announced so far was told. */
  async settled(): Promise<void> {
    await this.telling;
  }

  private async tell(): Promise<void> {
    while (this.isDue) {
      this.isDue = false;
      const told = this.queries.$queryRaw`
        SELECT set_config('synchronous_commit', 'off', true), pg_notify(${CHANNEL}, '')::text`;
      await told.catch(() => undefined);
      await setTimeout(GAP, null, { ref: false });
    }
  }
}

import type pg from 'pg';
import { keepAsking } from '../postgres/connection/keep-asking';

/** In milliseconds: between two tries to listen again. */
const [FIRST_PAUSE, MAX_PAUSE] = [100, 5_000];

/** The channel on which it is told, with the queue as payload, that jobs were sent. */
const CHANNEL = 'jobs';

/** Tells that a queue has work, when the transaction of a connection commits. */
export const RING = `SELECT pg_notify('${CHANNEL}', $1)::text`;

/**
 * Wakes those who wait for work: whenever somebody sends a job in any process, and whenever what was sent meanwhile may have
 * been missed. It holds one connection of a pool; one that is lost is replaced.
 */
export class JobAlarm {
  private readonly sleepers = new Map<string, Set<() => void>>();
  private readonly rings = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private listener: pg.PoolClient | null = null;
  private pause = FIRST_PAUSE;
  private isOver = false;

  constructor(private readonly pool: pg.Pool) {}

  /** Begins to listen. Resolves when it does, or when that failed and is going to be tried again. */
  async listen(): Promise<void> {
    if (this.isOver) return;
    try {
      const client = await this.pool.connect();
      const lost = () => {
        if (this.listener !== client) return;
        this.listener = null;
        client.release(true);
        this.listenAgain();
      };
      client.on('notification', ({ payload }) => this.ring(payload ?? '')).on('end', lost);
      this.listener = client;
      await client.query(`LISTEN ${CHANNEL}`).catch((error: unknown) => {
        lost();
        throw error;
      });
      keepAsking(client);
      this.pause = FIRST_PAUSE;
      if (this.hasClosed()) this.close();
      else for (const queue of this.sleepers.keys()) this.ring(queue);
    } catch (error) {
      console.error('Listening for jobs:', error instanceof Error ? error.message : error);
      this.listenAgain();
    }
  }

  /** How often a queue was rung for. */
  rung(queue: string): number {
    return this.rings.get(queue) ?? 0;
  }

  /** Resolves when a queue is rung for again, or after so many milliseconds, or when it is over. */
  async after(rung: number, queue: string, longest: number): Promise<void> {
    if (this.isOver || this.rung(queue) !== rung) return;
    const sleepers = this.sleepers.get(queue) ?? new Set();
    this.sleepers.set(queue, sleepers);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => wake(), longest);
      const wake = () => {
        clearTimeout(timer);
        sleepers.delete(wake);
        resolve();
      };
      sleepers.add(wake);
    });
  }

  ring(queue: string): void {
    this.rings.set(queue, this.rung(queue) + 1);
    for (const wake of [...(this.sleepers.get(queue) ?? [])]) wake();
  }

  /** Wakes everybody, and lets nobody sleep any more. */
  close(): void {
    this.isOver = true;
    clearTimeout(this.timer);
    const { listener } = this;
    this.listener = null;
    listener?.release(true);
    for (const queue of this.sleepers.keys()) this.ring(queue);
  }

  /** It may have closed while something was awaited. */
  private hasClosed(): boolean {
    return this.isOver;
  }

  private listenAgain(): void {
    if (this.isOver || this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.listen();
    }, this.pause);
    this.pause = Math.min(this.pause * 2, MAX_PAUSE);
  }
}

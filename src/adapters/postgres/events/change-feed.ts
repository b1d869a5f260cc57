import type { Change, ChangeBatch, ChangeFeed } from '../../../service/events/events';
import type { PrismaClient } from '../../generated/prisma/client';
import type { ReadChanges, Snapshot } from './change-reader';
import { TooSlow } from '../../../service/events/events';
import { isSeen, readChanges, readNewest, snapshotOf } from './change-reader';
import { COMMAND_LIMITS } from '../connection/database';
import { newClient } from '../connection/driver';
import { keepAsking } from '../connection/keep-asking';

/** The channel on which processes tell each other that something was committed. */
export const CHANNEL = 'history';

const PAGE = 500;
/** So many changes wait in memory for one subscriber. */
const MAX_WAITING = 5_000;
/** In milliseconds. So long a change stays unnoticed that nobody told of, because its process died. */
const LOOK_EVERY = 2_000;
const FIRST_PAUSE = 100;
const MAX_PAUSE = 5_000;

/**
 * Follows history on PostgreSQL, for all subscribers of a process: it is woken by a notification, or by itself every two
 * seconds, and reads through Prisma what was committed since. It listens on one connection of the driver, because Prisma has
 * no LISTEN. There is such a connection only while somebody follows; a lost one is opened again, and then nothing was missed,
 * because what is read depends on the place alone.
 */
export class PostgresChangeFeed implements ChangeFeed {
  private readonly subscriptions = new Set<Subscription>();
  private following: Following | null = null;
  private isClosed = false;

  /**
   * @param prisma to read through
   * @param url of the same database, for the connection that listens
   * @param lookEvery milliseconds after which it looks without being told
   */
  constructor(
    private readonly prisma: PrismaClient,
    private readonly url: string,
    private readonly lookEvery = LOOK_EVERY,
  ) {}

  async *subscribe(since: string | null, signal: AbortSignal): AsyncGenerator<ChangeBatch> {
    let place = since;
    // What is long past is read before anything new is held in memory.
    for (let hasMore = since !== null; hasMore && !signal.aborted;) {
      const read = await readChanges(this.prisma, place, PAGE);
      ({ place, hasMore } = read);
      yield batchOf(read);
    }
    const subscription = new Subscription(signal);
    try {
      await this.add(subscription, signal);
      for (let hasMore = true; hasMore && !signal.aborted;) {
        const read = await readChanges(this.prisma, place, PAGE);
        ({ place, hasMore } = read);
        if (since === null || read.changes.length > 0) yield batchOf(read);
      }
      if (place !== null) yield* subscription.after(snapshotOf(place));
    } finally {
      this.remove(subscription);
    }
  }

  newest(ids: readonly string[]): Promise<readonly Change[]> {
    return readNewest(this.prisma, ids);
  }

  /** How many follow in this process. */
  get size(): number {
    return this.subscriptions.size;
  }

  /** Ends every subscription, and lets nobody follow any more. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const subscription of this.subscriptions) subscription.end();
    await this.following?.stop();
  }

  /** From when on everything new is told to a subscription. */
  private async add(subscription: Subscription, signal: AbortSignal): Promise<void> {
    if (this.isClosed) subscription.end();
    else {
      this.subscriptions.add(subscription);
      this.following ??= new Following(this.prisma, this.url, this.lookEvery, (read) => {
        for (const one of this.subscriptions) one.take(read);
      });
      await this.following.begun(signal);
    }
  }

  private remove(subscription: Subscription): void {
    this.subscriptions.delete(subscription);
    if (this.subscriptions.size > 0) return;
    void this.following?.stop();
    this.following = null;
  }
}

/** What one subscriber was not given yet. */
class Subscription {
  private readonly waiting: ReadChanges[] = [];
  private count = 0;
  private isOver = false;
  private isTooSlow = false;
  private wake: () => void = () => undefined;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.end(), { once: true });
    if (signal.aborted) this.end();
  }

  take(read: ReadChanges): void {
    if (this.isTooSlow || this.isOver) return;
    this.count += read.changes.length;
    if (this.count > MAX_WAITING) {
      this.isTooSlow = true;
      this.waiting.length = 0;
    } else this.waiting.push(read);
    this.wake();
  }

  end(): void {
    this.isOver = true;
    this.wake();
  }

  /** Whatever a snapshot does not see, as it comes. */
  async *after(seen: Snapshot): AsyncGenerator<ChangeBatch> {
    while (!this.isOver) {
      if (this.isTooSlow) throw new TooSlow();
      const read = this.waiting.shift();
      if (read === undefined) {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
        continue;
      }
      this.count -= read.changes.length;
      const changes = read.changes.filter(({ transaction }) => !isSeen(seen, transaction));
      // What holds nothing new was read before this snapshot was taken, elsewhere.
      if (changes.length === 0 && !read.isReset) continue;
      if (!read.hasMore) seen = snapshotOf(read.place);
      yield batchOf({ ...read, changes });
    }
  }
}

/** The connection of a process that listens, and reads on whenever something may have happened. */
class Following {
  private place: string | null = null;
  private readonly stopping = new AbortController();
  private wake: () => void = () => undefined;
  private isWoken = false;
  private tellBegun: () => void = () => undefined;
  private readonly hasBegun = new Promise<void>((resolve) => {
    this.tellBegun = resolve;
  });
  private readonly running: Promise<void>;

  constructor(
    private readonly prisma: PrismaClient,
    private readonly url: string,
    private readonly lookEvery: number,
    private readonly tell: (read: ReadChanges) => void,
  ) {
    this.running = this.run();
  }

  /** Resolves when everything committed from now on will be told. */
  async begun(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const aborted = new Promise((resolve) => {
      signal.addEventListener('abort', resolve, { once: true });
    });
    await Promise.race([this.hasBegun, aborted]);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.tellBegun();
    this.rouse();
    await this.running;
  }

  private async run(): Promise<void> {
    let pause = FIRST_PAUSE;
    while (!this.stopping.signal.aborted) {
      const client = newClient(this.url, {
        limits: COMMAND_LIMITS,
        connectionWait: 5_000,
        name: 'crms changes',
      });
      try {
        const lost = new AbortController();
        const over = AbortSignal.any([lost.signal, this.stopping.signal]);
        const noteLost = () => {
          lost.abort();
          this.rouse();
        };
        client.on('error', noteLost).on('end', noteLost);
        client.on('notification', () => this.rouse());
        await client.connect();
        await client.query(`LISTEN ${CHANNEL}`);
        keepAsking(client);
        while (!over.aborted) {
          await this.readOn();
          pause = FIRST_PAUSE;
          await this.woken(this.lookEvery);
        }
      } catch (error) {
        console.error('Following history:', error instanceof Error ? error.message : error);
        // What woke it was the loss itself.
        this.isWoken = this.stopping.signal.aborted;
        await this.woken(pause);
        pause = Math.min(pause * 2, MAX_PAUSE);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }

  private async readOn(): Promise<void> {
    for (let hasMore = true; hasMore && !this.stopping.signal.aborted;) {
      const read = await readChanges(this.prisma, this.place, PAGE);
      const isFirst = this.place === null;
      ({ place: this.place, hasMore } = read);
      if (isFirst) this.tellBegun();
      else if (read.changes.length > 0 || read.isReset) this.tell(read);
    }
  }

  /** A call that comes while nobody waits is not lost. */
  private rouse(): void {
    this.isWoken = true;
    this.wake();
  }

  private async woken(longest: number): Promise<void> {
    if (!this.isWoken)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, longest);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.isWoken = false;
  }
}

function batchOf({ changes, place, isReset }: ReadChanges): ChangeBatch {
  return { changes: changes.map(({ change }) => change), place, isReset };
}

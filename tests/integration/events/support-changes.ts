import { onTestFinished } from 'vitest';
import type { PostgresChangeFeed } from '../../../src/adapters/postgres/events/change-feed';
import type { Change, ChangeBatch } from '../../../src/service/events/events';
import { generateOffers } from '../../../src/service/license/generate-offers';
import { aCommand } from '../../builders/command-builders';
import { offerFor, SeedData } from '../support-titles';
import type { TestDatabase } from '../support';

/** Records the changes that a subscriber received. */
export class Follower {
  readonly changes: Change[] = [];
  readonly batches: ChangeBatch[] = [];
  private readonly stopping = new AbortController();
  private readonly running: Promise<unknown>;
  private noticed: () => void = () => undefined;
  error: unknown = null;

  constructor(feed: PostgresChangeFeed, since: string | null = null) {
    this.running = this.follow(feed, since);
    onTestFinished(() => this.stop());
  }

  /** Resolves when every later commit will be delivered. */
  static async of(feed: PostgresChangeFeed, since: string | null = null): Promise<Follower> {
    const follower = new Follower(feed, since);
    await follower.until(() => follower.batches.length > 0);
    return follower;
  }

  get place(): string {
    return this.batches.at(-1)?.place ?? '';
  }

  versionsOf(id: string): readonly number[] {
    return this.changes.filter((change) => change.id === id).map(({ version }) => version);
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.error !== null) throw this.error as Error;
      await new Promise<void>((resolve) => {
        this.noticed = resolve;
      });
    }
  }

  /** Resolves when the subscription has ended. */
  async ended(): Promise<void> {
    await this.running;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended();
  }

  private async follow(feed: PostgresChangeFeed, since: string | null): Promise<void> {
    try {
      for await (const batch of feed.subscribe(since, this.stopping.signal)) {
        this.batches.push(batch);
        this.changes.push(...batch.changes);
        this.noticed();
      }
    } catch (error) {
      this.error = error;
    }
    this.noticed();
  }
}

function weeksOffer(week: number) {
  const start = new Date(Date.UTC(2026, 0, 5 + week * 7)).toISOString().slice(0, 10);
  const end = new Date(Date.UTC(2026, 0, 12 + week * 7)).toISOString().slice(0, 10);
  return offerFor(`Week ${week}`, { startsOn: start, endsOn: end });
}

/** Licenses that change, in a test file’s own database. */
export function changingLicensesOn(database: TestDatabase) {
  const seed = new SeedData(database.unitOfWork);

  /** A license at version 2; every call of `change` makes its next version. */
  async function aLicense(unitOfWork = database.unitOfWork) {
    const id = await seed.license({ offers: [weeksOffer(0)] });
    let version = 2;
    return {
      id,
      change: async () => {
        const plan = { kind: 'at' as const, offers: [weeksOffer(version)] };
        await generateOffers(
          { ...aCommand(), licenseId: id, expectedVersion: version, plan },
          unitOfWork,
        );
        version += 1;
      },
    };
  }

  return { aLicense };
}

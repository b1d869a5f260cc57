import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Database } from '../../src/adapters/postgres/connection/database';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { readChanges } from '../../src/adapters/postgres/events/change-reader';

/** A line of history, by what tells it from every other. */
type Line = string;

const lineOf = ({ id, version }: { readonly id: string; readonly version: number }): Line =>
  `${id} ${version}`;

/** In milliseconds. */
const PAUSE = 50;

/** Every line of history. */
export async function allLines({ pool }: Pick<Database, 'pool'>): Promise<ReadonlySet<Line>> {
  const { rows } = await pool.query<{ id: string; version: number }>(
    'SELECT aggregate_id AS id, version FROM history',
  );
  return new Set(rows.map(lineOf));
}

/**
 * A program that follows what happens, as docs/api.md tells it to: it goes on from the last place it knows, whatever fails,
 * and reads everything anew when it is told to start over.
 */
export class Follower {
  private readonly database: Database;
  private known = new Set<Line>();
  private place: string | null = null;
  private isOver = false;
  private readonly running: Promise<void>;
  /** How often it was told to start over. */
  resets = 0;

  constructor(url: string) {
    this.database = openDatabase(url, { connections: 2 });
    this.running = this.run();
  }

  /**
   * Reads on to the end of what is there, while nothing is written.
   *
   * @returns lines that it was never told, and such as it was told and that are not there
   */
  async differences(): Promise<readonly string[]> {
    await this.stop();
    while (await this.readOn());
    const stored = await allLines(this.database);
    return [
      ...[...stored].filter((line) => !this.known.has(line)).map((line) => `never told: ${line}`),
      ...[...this.known].filter((line) => !stored.has(line)).map((line) => `not there: ${line}`),
    ];
  }

  async close(): Promise<void> {
    await this.stop();
    await this.database.close();
  }

  private async stop(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  /** Never rejects: whatever fails is tried again. */
  private async run(): Promise<void> {
    while (!this.isOver) {
      const hasMore = await this.readOn().catch(() => false);
      if (!hasMore) await setTimeout(PAUSE);
    }
  }

  private async readOn(): Promise<boolean> {
    const read = await readChanges(this.database.prisma, this.place, 500);
    if (this.place === null || read.isReset) {
      if (read.isReset) this.resets += 1;
      this.known = new Set(await allLines(this.database));
    }
    for (const { change } of read.changes) this.known.add(lineOf(change));
    this.place = read.place;
    return read.hasMore;
  }
}

/** A receiver of webhooks, which takes everything. */
export async function receiver(): Promise<{
  readonly url: string;
  readonly got: ReadonlySet<Line>;
  close(): void;
}> {
  const got = new Set<Line>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { data } = JSON.parse(Buffer.concat(parts).toString()) as {
        data: { id: string; version: number };
      };
      got.add(lineOf(data));
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/changes`,
    got,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

import pg from 'pg';
import type { Database } from '../../src/adapters/postgres/connection/database';
import type { GenerateOffers } from '../../src/service/license/generate-offers';
import { openDatabase } from '../../src/adapters/postgres/connection/database';

/** A statement as it went over the wire. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Listens to what the product sends to the database for some work, so that the bare driver can be given the very same SQL
 * instead of a copy that grows apart.
 */
export async function recordStatements(
  url: string,
  work: (prisma: Database['prisma']) => Promise<unknown>,
): Promise<Statement[]> {
  const database = openDatabase(url, { connections: 1 });
  const { prisma, pool } = database;
  const recorded: Statement[] = [];
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (config: unknown, ...rest: unknown[]) => unknown;
    const listening = (config: unknown, ...rest: unknown[]) => {
      recorded.push(config as Statement);
      return query(config, ...rest);
    };
    Reflect.set(client, 'query', listening);
  });
  try {
    await work(prisma);
    return recorded;
  } finally {
    await database.close();
  }
}

/** What tells one generated offer from another. */
export interface RepeatedCommand {
  readonly key: string;
  readonly licenseId: string;
  readonly expectedVersion: number;
  readonly window: { readonly startsOn: string; readonly endsOn: string | null };
}

/** @throws when the command generates no offer at a window of its own */
export function repeated({
  key,
  licenseId,
  expectedVersion,
  plan,
}: GenerateOffers): RepeatedCommand {
  const [offer] = plan.kind === 'at' ? plan.offers : [];
  if (offer === undefined) throw new Error('Only offers at their windows are repeated.');
  const { startsOn, endsOn } = offer.window;
  return { key, licenseId, expectedVersion, window: { startsOn, endsOn } };
}

/** Gives the one recorded statement of a read for other ids. */
export class BareReads {
  private readonly pool: pg.Pool;

  constructor(
    url: string,
    private readonly recorded: readonly Statement[],
    private readonly id: string,
    connections: number,
  ) {
    if (recorded.length !== 1) throw new Error('A read of the product is one statement.');
    this.pool = new pg.Pool({ connectionString: url, max: connections });
  }

  async rows(id: string): Promise<readonly object[]> {
    const [{ text, values } = { text: '', values: [] }] = this.recorded;
    const own = values.map((value) => (value === this.id ? id : value));
    return (await this.pool.query<object>({ name: 'read', text, values: own })).rows;
  }
}

/**
 * Gives the recorded statements for other commands of the same kind: wherever the recorded command's key, license, days or
 * version stood, the other command's stand.
 */
export class BareDriver {
  private readonly pool: pg.Pool;

  constructor(
    url: string,
    private readonly recorded: readonly Statement[],
    private readonly model: RepeatedCommand,
    connections: number,
  ) {
    this.pool = new pg.Pool({ connectionString: url, max: connections });
  }

  /** The reads and the write between BEGIN and COMMIT, on one connection. */
  async inTransaction(command: RepeatedCommand): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      await this.send(client, command);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  }

  /** As the product sends them: each statement a transaction by itself. */
  async oneByOne(command: RepeatedCommand): Promise<void> {
    await this.send(this.pool, command);
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async send(on: pg.Pool | pg.PoolClient, command: RepeatedCommand): Promise<void> {
    const swaps = swapsBetween(this.model, command);
    let written: unknown[] = [];
    for (const [index, { text, values }] of this.recorded.entries()) {
      const own = values.map((value) => swapped(value, swaps));
      ({ rows: written } = await on.query<object>({ name: `s${index}`, text, values: own }));
    }
    if (written.length !== 1) throw new Error('The bare driver was refused what the product did.');
  }
}

/** What stands for what: in numbers the version that guards the write, in texts everything else. */
interface Swaps {
  readonly version: readonly [from: number, to: number];
  readonly texts: ReadonlyMap<string, string>;
  /** Finds any of the texts. */
  readonly any: RegExp;
}

function swapsBetween(model: RepeatedCommand, command: RepeatedCommand): Swaps {
  const texts = new Map([
    [model.key, command.key],
    [model.licenseId, command.licenseId],
    [model.window.startsOn, command.window.startsOn],
    [model.window.endsOn ?? '', command.window.endsOn ?? ''],
    [`"version":${model.expectedVersion + 1}`, `"version":${command.expectedVersion + 1}`],
  ]);
  const version = [model.expectedVersion, command.expectedVersion] as const;
  return { version, texts, any: new RegExp([...texts.keys()].join('|'), 'g') };
}

function swapped(value: unknown, { version, texts, any }: Swaps): unknown {
  if (value === version[0]) return version[1];
  if (typeof value !== 'string') return value;
  return value.replace(any, (text) => texts.get(text) ?? text);
}

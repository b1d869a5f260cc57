import pg from 'pg';
import { sqlStateOf } from './database-errors';
import { hostAnswers } from './host-answers';
import type { Primary } from './primary';
import { requireWritable } from './primary';

/** What a connection is watched for, beside what the driver is told. */
export interface WatchedConfig extends pg.ClientConfig {
  /** In milliseconds, the server's own limit for a statement; without it, or at 0, a statement takes as long as it takes. */
  readonly statementLimit?: number | undefined;
  /** In milliseconds: so often it is looked whether a host still answers whose statement takes long. */
  readonly lookEvery?: number | undefined;
  /** Which of several hosts takes writes; without it the address names one. */
  readonly primary?: Primary | undefined;
}

/**
 * In milliseconds: so long after the server's own limit its answer is still waited for. A process that was stopped for a
 * while reads in this time what came meanwhile.
 */
const GRACE = 300;
const LOOK_EVERY = 5_000;
/** So many looks in a row that nobody answers mean that the host is silent. */
const SILENCES = 2;

/**
 * Raises the limits of the server for the rest of a transaction, to `$1` milliseconds for a statement and `$2` for all of it.
 * A connection that sends it waits as much longer. A transaction's limit that runs already is not extended, only set anew.
 */
export const RAISE_LIMITS = `
  SELECT set_config('statement_timeout', $1, true), set_config('transaction_timeout', '0', true),
    set_config('transaction_timeout', $2, true)`;

/**
 * A connection that does not wait for ever. A host that loses its power or its network says nothing, and TCP waits for a
 * quarter of an hour: so each statement has a limit on this side too, a little beyond the server's. Whoever asks gets the
 * error of a lost connection, and the connection is never used again. Where a statement may take minutes, it is also looked
 * every few seconds whether the host answers anybody.
 *
 * A connection to a server that takes no writes is of no use either: it is given up when it comes back to its pool.
 */
export class WatchedClient extends pg.Client {
  private readonly statementLimit: number;
  private readonly lookEvery: number;
  private readonly primary: Primary | undefined;
  private raisedLimit: number | null = null;
  private waiting = 0;
  private since = 0;
  private silences = 0;
  /** Changes with every answer. */
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isReadOnly = false;

  constructor(config: WatchedConfig) {
    super(config);
    this.statementLimit = (config.statementLimit ?? 0) || Infinity;
    this.lookEvery = config.lookEvery ?? LOOK_EVERY;
    this.primary = config.primary;
    const { primary } = this;
    if (primary !== undefined) {
      this.connect = connectTo(this, primary, this.connect.bind(this));
      this.on('error', () => primary.forget());
    }
    this.query = this.watched(this.query.bind(this)) as pg.Client['query'];
    this.end = ending(this, this.end.bind(this));
    this.on('end', () => clearTimeout(this.timer));
  }

  /** Whether a pool may give it to the next one who asks; what was raised for one transaction is lowered. */
  isFit(): boolean {
    this.raisedLimit = null;
    return !this.isReadOnly;
  }

  private watched(send: Send): Send {
    return (...args) => {
      this.asked(args[0]);
      const last = args.at(-1);
      if (typeof last === 'function')
        return send(...args.slice(0, -1), (error: unknown, result: unknown) => {
          this.answered(error);
          (last as Callback)(error, result);
        });
      const result = send(...args);
      Promise.resolve(result).then(
        () => this.answered(null),
        (error: unknown) => this.answered(error),
      );
      return result;
    };
  }

  private asked(statement: unknown): void {
    if (textOf(statement) === RAISE_LIMITS)
      this.raisedLimit = Number((statement as pg.QueryConfig).values?.[0]);
    this.waiting += 1;
    if (this.waiting === 1) this.watch();
  }

  private answered(error: unknown): void {
    this.turn += 1;
    this.waiting -= 1;
    clearTimeout(this.timer);
    if (error !== null && error !== undefined && sqlStateOf(error) === READ_ONLY) {
      this.isReadOnly = true;
      this.primary?.forget();
    }
    if (this.waiting > 0) this.watch();
  }

  private watch(): void {
    this.since = performance.now();
    this.silences = 0;
    this.lookLater();
  }

  private lookLater(): void {
    const left = this.limit - (performance.now() - this.since);
    this.timer = setTimeout(() => void this.look(), Math.max(0, Math.min(left, this.lookEvery)));
  }

  private get limit(): number {
    return this.raisedLimit ?? this.statementLimit;
  }

  /** Never rejects. */
  private async look(): Promise<void> {
    const waited = performance.now() - this.since;
    if (waited >= this.limit - 1) {
      this.timer = setTimeout(() => this.giveUp(waited + GRACE), GRACE);
      return;
    }
    const { turn } = this;
    const answers = await hostAnswers(this.host, this.port, this.lookEvery / 2);
    if (turn !== this.turn) return;
    this.silences = answers ? 0 : this.silences + 1;
    if (this.silences === SILENCES) this.giveUp(performance.now() - this.since);
    else this.lookLater();
  }

  private giveUp(waited: number): void {
    this.primary?.forget();
    const seconds = (waited / 1_000).toFixed(1);
    this.connection.stream.destroy(
      new Error(`Connection terminated: the database was silent for ${seconds} s`),
    );
  }
}

/** In milliseconds: so long a host has time to say that it has ended a connection. */
const PARTING = 1_000;

/** read_only_sql_transaction: a standby, or a server that was set to take no writes. */
const READ_ONLY = '25006';

type Send = (...args: unknown[]) => unknown;
type Callback = (error: unknown, result?: unknown) => void;

function textOf(statement: unknown): unknown {
  return typeof statement === 'object' && statement !== null
    ? (Reflect.get(statement, 'text') as unknown)
    : statement;
}

/** The driver's own way to end, which would wait for a host for ever. */
function ending(client: pg.Client, end: pg.Client['end']): pg.Client['end'] {
  return ((callback?: (error: Error) => void) => {
    const timer = setTimeout(() => client.connection.stream.destroy(), PARTING);
    timer.unref();
    client.once('end', () => clearTimeout(timer));
    return callback === undefined ? end() : end(callback);
  }) as pg.Client['end'];
}

/** The driver's own way to connect, after it was found out which host takes writes. */
function connectTo(
  client: pg.Client,
  primary: Primary,
  connect: pg.Client['connect'],
): pg.Client['connect'] {
  const begin = async () => {
    ({ host: client.host, port: client.port } = await primary.find());
    try {
      await connect();
      // It may have come back as a standby since it was found.
      await requireWritable(client);
    } catch (error) {
      primary.forget();
      client.end().catch(() => undefined);
      throw error;
    }
    return client;
  };
  return ((callback?: Callback) => {
    if (callback === undefined) return begin();
    begin().then(
      () => callback(null, client),
      (error: unknown) => callback(error),
    );
  }) as pg.Client['connect'];
}

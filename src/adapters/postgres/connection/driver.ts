import pg from 'pg';
import type { DatabaseAddress } from './address';
import type { WatchedConfig } from './watched-client';
import { readAddress, withSettings } from './address';
import { Primary } from './primary';
import { WatchedClient } from './watched-client';

/** Settings of PostgreSQL by their names; times in milliseconds. */
export type SessionSettings = Readonly<Record<string, number | string>>;

/** How connections are made. */
export interface ConnectionOptions {
  /** Settings of each session; `statement_timeout` is also watched from this side. */
  readonly limits?: SessionSettings;
  /** Milliseconds after which a connection that does not come about is given up. */
  readonly connectionWait: number;
  /** In milliseconds: so often it is looked whether a host still answers whose statement takes long. */
  readonly lookEvery?: number;
  /** What the database calls these connections. */
  readonly name?: string;
}

/** In milliseconds: so long nothing is said on a connection before it is asked whether the other side is there. */
const KEEPALIVE_AFTER = 5_000;

/**
 * One connection, to be opened with `connect`. Whatever listens to its events, an error without a listener would end the
 * process: add one.
 */
export function newClient(url: string, options: ConnectionOptions): WatchedClient {
  return new WatchedClient(configOf(url, options));
}

/** A pool of connections; those that are of no use any more leave it when they come back. */
export function newPool(
  url: string,
  { connections, ...options }: ConnectionOptions & { readonly connections: number },
): pg.Pool {
  const pool = new pg.Pool({
    ...configOf(url, options),
    Client: WatchedClient as typeof pg.Client,
    max: connections,
  });
  pool.on('release', (_error, client) => {
    if ((client as pg.PoolClient & Fit).isFit()) return;
    void client.end();
    closeIdle(pool);
  });
  return pool;
}

/** They lead to the same server as one that turned out to be of no use. */
function closeIdle(pool: pg.Pool): void {
  for (let left = pool.idleCount; left > 0; left -= 1)
    pool.connect((_error, client, release) => {
      if (client !== undefined) release(true);
    });
}

/** What every connection of such a pool is beside what the driver declares. */
type Fit = Pick<WatchedClient, 'isFit'>;

function configOf(url: string, options: ConnectionOptions): WatchedConfig {
  const { limits = {}, connectionWait, name, lookEvery } = options;
  const address = requireAddress(url);
  const config = {
    connectionString: withSettings(address, limits),
    connectionTimeoutMillis: connectionWait,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEPALIVE_AFTER,
    application_name: name ?? 'crms',
  };
  const { hosts } = address;
  return {
    ...config,
    lookEvery,
    statementLimit:
      limits.statement_timeout === undefined ? undefined : Number(limits.statement_timeout),
    primary: hosts.length === 0 ? undefined : new Primary(hosts, config),
  };
}

function requireAddress(url: string): DatabaseAddress {
  const address = readAddress(url);
  if (address === null) throw new Error('This is no address of a PostgreSQL database.');
  return address;
}

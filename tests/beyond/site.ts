import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyMigrations } from '../../scripts/database/schema-engine';
import { SilentProxy } from '../race/faults/silent-proxy';
import { until } from '../race/until';
import { postgresPrograms } from './programs';
import { PostgresServer } from './postgres-server';

/** A primary with a standby, each behind a network that can fall silent. */
export class Site {
  private constructor(
    private readonly folder: string,
    private readonly servers: readonly [PostgresServer, PostgresServer],
    private readonly networks: readonly [SilentProxy, SilentProxy],
    private primaryIs: 0 | 1,
  ) {}

  private readonly others: PostgresServer[] = [];

  static async begin({ isSynchronous }: { readonly isSynchronous: boolean }): Promise<Site> {
    const programs = await postgresPrograms();
    const folder = mkdtempSync(path.join(tmpdir(), 'crms-site-'));
    // The servers may run as another user.
    chmodSync(folder, 0o777);
    const primary = await PostgresServer.primary(programs, path.join(folder, 'one'));
    await primary.sql('CREATE DATABASE crms', 'postgres');
    await applyMigrations(primary.url());
    const standby = await primary.standby(path.join(folder, 'two'));
    const networks = [
      await SilentProxy.before(primary.url()),
      await SilentProxy.before(standby.url()),
    ] as const;
    const site = new Site(folder, [primary, standby], networks, 0);
    await site.waitForStandby();
    // Each of them is to wait for the other once it is the primary.
    if (isSynchronous)
      for (const server of site.servers) await server.set('synchronous_standby_names', '*');
    return site;
  }

  get primary(): PostgresServer {
    return this.servers[this.primaryIs];
  }

  get standby(): PostgresServer {
    return this.servers[this.other];
  }

  private get other(): 0 | 1 {
    return this.primaryIs === 0 ? 1 : 0;
  }

  /** The network before the primary. */
  get network(): SilentProxy {
    return this.networks[this.primaryIs];
  }

  /** The network before the standby. */
  get standbyNetwork(): SilentProxy {
    return this.networks[this.other];
  }

  /** The address of both, as the product is told it. */
  get url(): string {
    const [one, two] = this.networks.map(({ url }) => new URL(url));
    const { username, password } = one ?? new URL('none:');
    return `postgresql://${username}:${password}@${one?.host ?? ''},${two?.host ?? ''}/crms?target_session_attrs=read-write`;
  }

  /** The primary is lost, the standby takes over, and then gets a standby again. */
  async failOver(): Promise<void> {
    const lost = this.primary;
    await lost.kill();
    await this.standby.promote();
    this.primaryIs = this.other;
    await lost.becomeStandbyOf(this.primary);
    await this.waitForStandby();
  }

  /** One more standby of the primary. */
  async another(): Promise<PostgresServer> {
    const standby = await this.primary.standby(
      path.join(this.folder, `more ${this.others.length}`),
    );
    this.others.push(standby);
    return standby;
  }

  async waitUntilStandbyHas(contractId: string): Promise<void> {
    await until('the standby has a contract', async () => {
      const rows = await this.standby.sql(`SELECT FROM contracts WHERE id = '${contractId}'`);
      return rows.length > 0;
    });
  }

  /** Until every standby shows what the primary has now. */
  async waitUntilCaughtUp(): Promise<void> {
    const [row] = await this.primary.sql<{ place: string }>(
      'SELECT pg_current_wal_flush_lsn()::text AS place',
    );
    for (const server of [this.standby, ...this.others])
      await until('a standby has caught up', async () => {
        const [shown] = await server.sql<{ has: boolean }>(
          `SELECT pg_last_wal_replay_lsn() >= '${row?.place ?? ''}'::pg_lsn AS has`,
        );
        return shown?.has === true;
      });
  }

  async waitForStandby(): Promise<void> {
    await until('the standby follows', async () => {
      const rows = await this.primary.sql<{ state: string }>(
        `SELECT state FROM pg_stat_replication WHERE state = 'streaming'`,
        'postgres',
      );
      return rows.length > 0;
    });
  }

  async end(): Promise<void> {
    for (const network of this.networks) await network.close();
    for (const server of [...this.servers, ...this.others]) await server.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { asRole, grantToApp, makeAppRole } from '../../scripts/database/database-roles';
import { postgresAccount } from '../../scripts/database/postgres-account';
import { applyMigrations } from '../../scripts/database/schema-engine';
import { COMMAND_LIMITS } from '../../src/adapters/postgres/connection/database';
import { SilentProxy } from '../race/faults/silent-proxy';
import { until } from '../race/until';
import { postgresPrograms } from './programs';
import { SmallVolume } from './small-volume';
import type { Folders } from './postgres-server';
import { PostgresServer } from './postgres-server';

/** The disks of a server. */
export interface Volumes {
  readonly data: SmallVolume;
  readonly log: SmallVolume;
}

interface SiteOptions {
  readonly isSynchronous: boolean;
  /** Whether the servers are on disks of their own, and archive their logs. */
  readonly hasVolumes?: boolean;
}

/** The role of the app, as an operator makes it. */
const APP = { role: 'crms_app', password: 'only-for-tests' };

/** In megabytes; what the servers of a site need is a fraction of it. */
const VOLUME = { data: 400, log: 96 };

/** For a log on a small disk. */
const SMALL_LOG = `
wal_keep_size = '24MB'
min_wal_size = '4MB'
max_wal_size = '32MB'
archive_mode = on
`;

/** A primary with a standby, each behind a network that can fall silent. */
export class Site {
  private constructor(
    readonly folder: string,
    private readonly servers: readonly [PostgresServer, PostgresServer],
    private readonly volumes: readonly Volumes[],
    private readonly networks: readonly [SilentProxy, SilentProxy],
    private primaryIs: 0 | 1,
  ) {}

  private readonly others: PostgresServer[] = [];

  static async begin({ isSynchronous, hasVolumes = false }: SiteOptions): Promise<Site> {
    const programs = await postgresPrograms();
    const folder = mkdtempSync(path.join(tmpdir(), 'crms-site-'));
    // The servers may run as another user.
    chmodSync(folder, 0o777);
    const volumes = hasVolumes
      ? [await volumesIn(folder, 'one'), await volumesIn(folder, 'two')]
      : [];
    const names = [path.join(folder, 'one'), path.join(folder, 'two')] as const;
    const places = [foldersOn(volumes[0]), foldersOn(volumes[1])] as const;
    const primary = await PostgresServer.primary(
      programs,
      names[0],
      places[0],
      hasVolumes ? SMALL_LOG + archivingTo(folder) : '',
    );
    await primary.sql('CREATE DATABASE crms', 'postgres');
    await applyMigrations(primary.url());
    await makeAppRole(primary.url(), APP);
    await grantToApp(primary.url(), APP.role);
    for (const [name, value] of Object.entries(COMMAND_LIMITS))
      await primary.sql(`ALTER ROLE ${APP.role} SET ${name} TO '${value}ms'`);
    const standby = await primary.standby(names[1], places[1]);
    const networks = [
      await SilentProxy.before(primary.url()),
      await SilentProxy.before(standby.url()),
    ] as const;
    const site = new Site(folder, [primary, standby], volumes, networks, 0);
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
    return bothOf(this.networks.map(({ url }) => url));
  }

  /** The addresses of the servers through their networks, with the role of the app. */
  get appUrls(): readonly string[] {
    return this.networks.map(({ url }) => asRole(url, APP));
  }

  /** The disks of the primary. */
  get disks(): Volumes {
    const own = this.volumes[this.primaryIs];
    if (own === undefined) throw new Error('These servers have no disks of their own.');
    return own;
  }

  /** All disks of the site. */
  get allDisks(): readonly SmallVolume[] {
    return this.volumes.flatMap(({ data, log }) => [data, log]);
  }

  /** The primary is lost, the standby takes over, and then gets a standby again. */
  async failOver(whenTakenOver: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    const lost = this.primary;
    await lost.kill();
    await this.takeOver();
    await whenTakenOver();
    await lost.becomeStandbyOf(this.primary);
    await this.waitForStandby();
  }

  /** The standby becomes the primary. */
  async takeOver(): Promise<void> {
    await this.standby.promote();
    this.primaryIs = this.other;
  }

  /** From now on what is acknowledged may not be on the standby yet. */
  async beAsynchronous(): Promise<void> {
    for (const server of this.servers) await server.set('synchronous_standby_names', '');
  }

  /** A base backup of the primary. @returns where it is */
  async backUp(): Promise<string> {
    const folder = path.join(this.folder, 'backup');
    await this.primary.backUpTo(folder);
    return folder;
  }

  /** Names the moment that it is now. @returns its name */
  async restorePoint(): Promise<string> {
    const name = `point_${randomUUID().replaceAll('-', '')}`;
    await this.primary.sql(`SELECT pg_create_restore_point('${name}')`);
    return name;
  }

  /** Resolves when everything that was written by now is in the archive. */
  async untilArchived(): Promise<void> {
    const [row] = await this.primary.sql<{ file: string }>(
      'SELECT pg_walfile_name(pg_switch_wal()) AS file',
    );
    await until('the log is archived', () =>
      existsSync(path.join(archiveIn(this.folder), row?.file ?? '')),
    );
  }

  /**
   * Both servers lose all they have. The primary goes on from a base backup, and the standby from it.
   *
   * @param point the name of a moment up to which the archive is applied; without it only the backup is
   */
  async restore(backup: string, point?: string): Promise<void> {
    const { primary, standby } = this;
    await primary.kill();
    await standby.kill();
    const archive = archiveIn(this.folder);
    await primary.restore(
      backup,
      point === undefined
        ? undefined
        : `restore_command = 'cp "${archive}/%f" "%p"'
           recovery_target_name = '${point}'
           recovery_target_timeline = 'current'
           recovery_target_action = 'promote'
          `,
    );
    await standby.becomeStandbyOf(primary);
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

  /** Resolves when the standby follows. One that ended, as it does without the process that recovers, is started again. */
  async waitForStandby(): Promise<void> {
    await until('the standby follows', async () => {
      if (this.standby.hasEnded) await this.standby.start();
      return this.primary
        .sql(`SELECT FROM pg_stat_replication WHERE state = 'streaming'`, 'postgres')
        .then(
          (rows) => rows.length > 0,
          () => false,
        );
    });
  }

  async end(): Promise<void> {
    for (const network of this.networks) await network.close();
    for (const disk of this.allDisks) await disk.thaw();
    for (const server of [...this.servers, ...this.others]) await server.kill();
    for (const disk of this.allDisks) await disk.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** One address of several hosts, of which the one that takes writes is used. */
export function bothOf(urls: readonly string[]): string {
  const [first = new URL('none:'), ...more] = urls.map((url) => new URL(url));
  const hosts = [first, ...more].map(({ host }) => host).join(',');
  return `postgresql://${first.username}:${first.password}@${hosts}${first.pathname}?target_session_attrs=read-write`;
}

async function volumesIn(folder: string, name: string): Promise<Volumes> {
  const account = postgresAccount(path.join(folder, name));
  const volume = (part: keyof Volumes) =>
    SmallVolume.at(path.join(folder, `${name}-${part}`), { megabytes: VOLUME[part], account });
  return { data: await volume('data'), log: await volume('log') };
}

function foldersOn(volumes: Volumes | undefined): Folders | undefined {
  if (volumes === undefined) return undefined;
  return {
    data: path.join(volumes.data.folder, 'cluster'),
    log: path.join(volumes.log.folder, 'pg_wal'),
  };
}

/** Where a server of a site keeps copies of its log, for recoveries to a point in time. */
export function archiveIn(folder: string): string {
  return path.join(folder, 'archive');
}

function archivingTo(folder: string): string {
  const archive = archiveIn(folder);
  mkdirSync(archive);
  chmodSync(archive, 0o777);
  return `archive_command = 'cp "%p" "${archive}/%f"'\n`;
}

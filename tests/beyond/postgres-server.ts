import { execFile } from 'node:child_process';
import {
  appendFileSync,
  chownSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import getPort from 'get-port';
import type { ProcessGroup } from '../../scripts/processes/process-group';
import type { PostgresAccount } from '../../scripts/database/postgres-account';
import { processorTime } from '../../scripts/bench/processor-time';
import { withClient } from '../../scripts/database/client';
import { postgresAccount } from '../../scripts/database/postgres-account';
import { startProcessGroup } from '../../scripts/processes/process-group';
import type { Random } from '../race/random';
import { until } from '../race/until';

const run = promisify(execFile);

const PASSWORD = 'only-for-tests';
const SUPERUSER = 'postgres';

/** In milliseconds, after one of its processes was killed. */
const NOTICED_WITHIN = 1_000;

/** Fast, and safe against the end of processes, which is what tests end; not against the loss of power. */
const SETTINGS = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
shared_buffers = '64MB'
wal_keep_size = '512MB'
hot_standby_feedback = on
timezone = 'UTC'
`;

/** Where a server keeps what. */
export interface Folders {
  readonly data: string;
  /** Of the write-ahead log; within the data without one. */
  readonly log?: string;
}

/** A server of PostgreSQL with a data directory and a port of its own, which it keeps when it is started again. */
export class PostgresServer {
  private group: ProcessGroup | null = null;

  private constructor(
    private readonly programs: string,
    /** What it says of itself is beside its folders, under this name. */
    private readonly name: string,
    private readonly folders: Folders,
    private readonly account: PostgresAccount,
    readonly port: number,
  ) {}

  /**
   * A primary, empty.
   *
   * @param settings beside those of all tests, as lines of its configuration
   */
  static async primary(
    programs: string,
    name: string,
    folders: Folders = { data: name },
    settings = '',
  ): Promise<PostgresServer> {
    const server = await PostgresServer.in(programs, name, folders);
    const passwordFile = `${name}.password`;
    writeFileSync(passwordFile, PASSWORD);
    server.give(passwordFile);
    const { data, log } = folders;
    await server.tool('initdb', [
      ...['-D', data, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale=C', '--no-sync'],
      // Files of 1 MB, so that a small volume holds some.
      ...(log === undefined ? [] : ['-X', log, '--wal-segsize=1']),
    ]);
    appendFileSync(
      path.join(data, 'postgresql.conf'),
      `${SETTINGS}port = ${server.port}\n${settings}`,
    );
    await server.start();
    return server;
  }

  private static async in(
    programs: string,
    name: string,
    folders: Folders,
  ): Promise<PostgresServer> {
    const account = postgresAccount(folders.data);
    const server = new PostgresServer(programs, name, folders, account, await getPort());
    server.makeFolders();
    return server;
  }

  /** A standby of this server, that follows it. */
  async standby(name: string, folders: Folders = { data: name }): Promise<PostgresServer> {
    const standby = await PostgresServer.in(this.programs, name, folders);
    await standby.copyFrom(this);
    await standby.start();
    return standby;
  }

  /** What this server had is thrown away, and it becomes a standby of another. */
  async becomeStandbyOf(primary: PostgresServer): Promise<void> {
    this.makeFolders();
    await this.copyFrom(primary);
    await this.start();
  }

  private async copyFrom(primary: PostgresServer): Promise<void> {
    await this.backUp(primary, ['-R']);
    const conf = path.join(this.folders.data, 'postgresql.conf');
    const text = readFileSync(conf, 'utf8').replaceAll(/^port = .*$/gm, `port = ${this.port}`);
    writeFileSync(conf, text);
  }

  /** Makes a base backup of a server where this one has its data. */
  private async backUp(server: PostgresServer, options: readonly string[]): Promise<void> {
    const { data, log } = this.folders;
    await this.tool('pg_basebackup', [
      ...['-D', data, '-d', server.url('postgres'), '-X', 'stream', '-c', 'fast', '--no-sync'],
      ...(log === undefined ? [] : ['--waldir', log]),
      ...options,
    ]);
  }

  /** A base backup in a folder, for `restore`. */
  async backUpTo(folder: string): Promise<void> {
    rmSync(folder, { recursive: true, force: true });
    await this.tool('pg_basebackup', [
      ...['-D', folder, '-d', this.url('postgres'), '-X', 'stream', '-c', 'fast', '--no-sync'],
    ]);
  }

  /**
   * What this server had is thrown away, and it goes on from a base backup of its own.
   *
   * @param recovery settings of a recovery from an archive, as lines; without them it goes on where the backup ends
   */
  async restore(folder: string, recovery?: string): Promise<void> {
    this.makeFolders();
    const { data, log } = this.folders;
    await run('cp', ['-a', `${folder}/.`, data]);
    if (log !== undefined) {
      const own = path.join(data, 'pg_wal');
      await run('cp', ['-a', `${own}/.`, log]);
      rmSync(own, { recursive: true });
      symlinkSync(log, own);
    }
    if (recovery !== undefined) {
      writeFileSync(path.join(data, 'recovery.signal'), '');
      this.give(path.join(data, 'recovery.signal'));
      appendFileSync(path.join(data, 'postgresql.auto.conf'), recovery);
    }
    await this.start();
    await until('it has recovered', async () => {
      const [row] = await this.sql<{ is_over: boolean }>(
        'SELECT NOT pg_is_in_recovery() AS is_over',
        'postgres',
      );
      return row?.is_over === true;
    });
    // A standby that is copied from here could otherwise not be promoted: it would look for the target in vain.
    for (const [, name = ''] of (recovery ?? '').matchAll(/^\s*(recovery_target\w*) = /gm))
      await this.sql(`ALTER SYSTEM RESET ${name}`, 'postgres');
  }

  private makeFolders(): void {
    for (const folder of Object.values(this.folders) as string[]) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { mode: 0o700 });
      this.give(folder);
    }
  }

  private give(file: string): void {
    const { uid, gid = 0 } = this.account;
    if (uid !== undefined) chownSync(file, uid, gid);
  }

  url(database = 'crms'): string {
    return `postgresql://${SUPERUSER}:${PASSWORD}@127.0.0.1:${this.port}/${database}`;
  }

  async start(): Promise<void> {
    const group = await startProcessGroup(
      path.join(this.programs, 'postgres'),
      ['-D', this.folders.data],
      { ...this.account, log: `${this.name}.log`, cwd: '/' },
    );
    this.group = group;
    void group.exited.then(() => {
      if (this.group === group) this.group = null;
    });
    await until(`the server at ${this.port} takes connections`, () =>
      this.sql('SELECT 1', 'postgres').then(
        () => true,
        () => false,
      ),
    );
  }

  /** Ends at once, as a machine does that loses its power. */
  async kill(): Promise<void> {
    if (this.group === null) return;
    const { group } = this;
    this.group = null;
    await group.stop({ signal: 'SIGKILL' });
    await group.exited;
  }

  /** Kills one of the processes that it consists of, beside the first. Resolves when it has noticed, and begins anew. */
  async killOne(random: Random): Promise<void> {
    const parent = String(this.group?.pid ?? 0);
    await withClient(this.url('postgres'), async (witness) => {
      const server = { hasNoticed: false };
      witness.once('end', () => (server.hasNoticed = true));
      while (!server.hasNoticed) {
        const { stdout } = await run('ps', ['-o', 'pid=', '--ppid', parent]);
        process.kill(Number(random.one(stdout.trim().split('\n'))), 'SIGKILL');
        // One that was about to end anyway is not missed.
        await setTimeout(NOTICED_WITHIN);
      }
    });
  }

  /** Whether it was ended, or ended by itself. */
  get hasEnded(): boolean {
    return this.group === null;
  }

  /** Ends in order; sessions are cut off. */
  async stop(): Promise<void> {
    if (this.group === null) return;
    const { group } = this;
    this.group = null;
    process.kill(group.pid, 'SIGINT');
    await group.exited;
  }

  /** Nothing of it does anything until `wake`. */
  freeze(): void {
    if (this.group !== null) process.kill(-this.group.pid, 'SIGSTOP');
  }

  wake(): void {
    if (this.group !== null) process.kill(-this.group.pid, 'SIGCONT');
  }

  async promote(): Promise<void> {
    await this.sql('SELECT pg_promote(true, 60)', 'postgres');
  }

  /** Sets something for all sessions, those that are open too. */
  async set(name: string, value: string): Promise<void> {
    await this.sql(`ALTER SYSTEM SET ${name} TO '${value}'`, 'postgres');
    await this.sql('SELECT pg_reload_conf()', 'postgres');
  }

  /** In milliseconds: what it and its sessions have used of the processors since it began. */
  processorTime(): number {
    return this.group === null ? 0 : processorTime(this.group.pid);
  }

  async sql<Row extends object>(text: string, database = 'crms'): Promise<Row[]> {
    const { rows } = await withClient(this.url(database), (client) => client.query<Row>(text));
    return rows;
  }

  private async tool(name: string, args: readonly string[]): Promise<void> {
    await run(path.join(this.programs, name), [...args], { ...this.account, cwd: '/' });
  }
}

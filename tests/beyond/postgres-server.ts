import { execFile } from 'node:child_process';
import { appendFileSync, chownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import getPort from 'get-port';
import type { ProcessGroup } from '../../scripts/processes/process-group';
import type { PostgresAccount } from '../../scripts/database/postgres-account';
import { processorTime } from '../../scripts/bench/processor-time';
import { withClient } from '../../scripts/database/client';
import { postgresAccount } from '../../scripts/database/postgres-account';
import { startProcessGroup } from '../../scripts/processes/process-group';
import { until } from '../race/until';

const run = promisify(execFile);

const PASSWORD = 'only-for-tests';
const SUPERUSER = 'postgres';

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

/** A server of PostgreSQL with a data directory and a port of its own, which it keeps when it is started again. */
export class PostgresServer {
  private group: ProcessGroup | null = null;

  private constructor(
    private readonly programs: string,
    private readonly folder: string,
    private readonly account: PostgresAccount,
    readonly port: number,
  ) {}

  /** A primary, empty. */
  static async primary(programs: string, folder: string): Promise<PostgresServer> {
    const server = await PostgresServer.in(programs, folder);
    const passwordFile = `${folder}.password`;
    writeFileSync(passwordFile, PASSWORD);
    if (server.account.uid !== undefined)
      chownSync(passwordFile, server.account.uid, server.account.gid ?? 0);
    await server.tool('initdb', [
      ...['-D', folder, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale=C', '--no-sync'],
    ]);
    appendFileSync(path.join(folder, 'postgresql.conf'), `${SETTINGS}port = ${server.port}\n`);
    await server.start();
    return server;
  }

  private static async in(programs: string, folder: string): Promise<PostgresServer> {
    const account = postgresAccount(folder);
    mkdirSync(folder, { mode: 0o700 });
    if (account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? 0);
    return new PostgresServer(programs, folder, account, await getPort());
  }

  /** A standby of this server, that follows it. */
  async standby(folder: string): Promise<PostgresServer> {
    const standby = await PostgresServer.in(this.programs, folder);
    await standby.copyFrom(this);
    await standby.start();
    return standby;
  }

  /** What this server had is thrown away, and it becomes a standby of another. */
  async becomeStandbyOf(primary: PostgresServer): Promise<void> {
    rmSync(this.folder, { recursive: true });
    mkdirSync(this.folder, { mode: 0o700 });
    if (this.account.uid !== undefined)
      chownSync(this.folder, this.account.uid, this.account.gid ?? 0);
    await this.copyFrom(primary);
    await this.start();
  }

  private async copyFrom(primary: PostgresServer): Promise<void> {
    await this.tool('pg_basebackup', [
      ...['-D', this.folder, '-d', primary.url('postgres'), '-X', 'stream', '-c', 'fast', '-R'],
      '--no-sync',
    ]);
    const conf = path.join(this.folder, 'postgresql.conf');
    const text = readFileSync(conf, 'utf8').replaceAll(/^port = .*$/gm, `port = ${this.port}`);
    writeFileSync(conf, text);
  }

  url(database = 'crms'): string {
    return `postgresql://${SUPERUSER}:${PASSWORD}@127.0.0.1:${this.port}/${database}`;
  }

  async start(): Promise<void> {
    this.group = await startProcessGroup(
      path.join(this.programs, 'postgres'),
      ['-D', this.folder],
      { ...this.account, log: `${this.folder}.log`, cwd: '/' },
    );
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
    process.kill(-group.pid, 'SIGKILL');
    await group.exited;
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

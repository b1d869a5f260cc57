import { chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import type { ProcessGroup } from '../../scripts/processes/process-group';
import { postgresAccount } from '../../scripts/database/postgres-account';
import { startProcessGroup } from '../../scripts/processes/process-group';
import { hostAnswers } from '../../src/adapters/postgres/connection/host-answers';
import { until } from '../race/until';

/** As an operator is told to set it up. */
const SETTINGS = settingsOf(fileURLToPath(new URL('../../deploy/pgbouncer.ini', import.meta.url)));

function settingsOf(file: string): Readonly<Record<string, string>> {
  const [, section = ''] = readFileSync(file, 'utf8').split('[pgbouncer]');
  return Object.fromEntries(
    [...section.matchAll(/^(\w+) = (.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** PgBouncer before a database, which pools transactions. */
export class PgBouncer {
  private constructor(
    private readonly start: () => Promise<ProcessGroup>,
    private group: ProcessGroup,
    /** The address of the database through the pooler. */
    readonly url: string,
  ) {}

  /**
   * @param settings beside those of the docs, or instead of them
   */
  static async before(
    databaseUrl: string,
    folder: string,
    program: string,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<PgBouncer> {
    const { hostname, port, username, password, pathname } = new URL(databaseUrl);
    const account = postgresAccount(folder);
    mkdirSync(folder, { mode: 0o700 });
    const own = await getPort();
    const ini = path.join(folder, 'pgbouncer.ini');
    const users = path.join(folder, 'users.txt');
    const lines = Object.entries({
      ...SETTINGS,
      // Fewer sessions than clients, so that they are shared.
      default_pool_size: '4',
      listen_addr: '127.0.0.1',
      listen_port: String(own),
      unix_socket_dir: '',
      auth_type: 'scram-sha-256',
      auth_file: users,
      ...settings,
    }).map(([name, value]) => `${name} = ${value}`);
    writeFileSync(users, `"${username}" "${decodeURIComponent(password)}"\n`);
    writeFileSync(
      ini,
      `[databases]\n* = host=${hostname} port=${port}\n[pgbouncer]\n${lines.join('\n')}\n`,
    );
    if (account.uid !== undefined)
      for (const file of [folder, ini, users]) chownSync(file, account.uid, account.gid ?? 0);
    const start = async () => {
      const group = await startProcessGroup(program, [ini], {
        ...account,
        log: `${folder}.log`,
        cwd: '/',
      });
      await until('the pooler answers', () => hostAnswers('127.0.0.1', own, 1_000));
      return group;
    };
    const url = `postgresql://${username}:${password}@127.0.0.1:${own}${pathname}`;
    return new PgBouncer(start, await start(), url);
  }

  async restart(): Promise<void> {
    await this.stop();
    this.group = await this.start();
  }

  async stop(): Promise<void> {
    await this.group.stop({ signal: 'SIGKILL' });
    await this.group.exited;
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, request, type APIRequestContext, type Browser } from '@playwright/test';
import getPort from 'get-port';
import pg from 'pg';
import { PASSWORD, PEOPLE, type Worker } from '../people';

const DATABASE = 'crms_sweep';

/** Tables of attempts, sessions and visits of Today, which every request may change. */
const REQUEST_TABLES = new Set(['rate_limits', 'sessions', 'today_visits']);

/** An app process of its own with a database of its own, whose every write shows. */
export class SweptApp {
  private constructor(
    readonly address: string,
    private readonly url: string,
    private readonly server: ChildProcess,
  ) {}

  static async spawned(): Promise<SweptApp> {
    const port = await getPort();
    const address = `http://127.0.0.1:${port}`;
    const { TEST_DATABASE_URL: cluster = '' } = process.env;
    const url = Object.assign(new URL(cluster), { pathname: `/${DATABASE}` }).href;
    const server = spawn(process.execPath, ['--import', 'tsx', 'server.ts'], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      env: {
        ...process.env,
        CRMS_E2E_PORT: String(port),
        CRMS_E2E_DATABASE: DATABASE,
      },
      stdio: 'ignore',
    });
    return new SweptApp(address, url, server);
  }

  async isUp(): Promise<void> {
    await expect
      .poll(
        () =>
          fetch(`${this.address}/healthz`).then(
            ({ status }) => status,
            () => 0,
          ),
        {
          timeout: 60_000,
        },
      )
      .toBe(200);
  }

  stop(): void {
    this.server.kill('SIGTERM');
  }

  caller(cookie = '', headers: Record<string, string> = {}): Promise<APIRequestContext> {
    return request.newContext({
      baseURL: this.address,
      extraHTTPHeaders: {
        ...(headers.origin === '' ? {} : { origin: this.address }),
        ...(cookie === '' ? {} : { cookie }),
        ...withoutEmpty(headers),
      },
    });
  }

  async sessionOf(browser: Browser, worker: Worker): Promise<string> {
    const context = await browser.newContext({ baseURL: this.address });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.waitForLoadState('networkidle');
    await page.getByLabel('E-mail address').fill(PEOPLE[worker].email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL('**/today');
    const cookies = await context.cookies();
    await context.close();
    return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  async token(role: string): Promise<string> {
    const made = `crms_${randomBytes(32).toString('base64url')}`;
    await this.inDatabase((client) =>
      client.query(
        `INSERT INTO api_tokens (id, name, role, token_digest, made_by, made_at, expires_at)
         VALUES ($1, 'Sweep', $2, $3, 'Sweep', now(), now() + interval '1 day')`,
        [randomUUID(), role, createHash('sha256').update(made).digest('hex')],
      ),
    );
    return made;
  }

  /** Checksum of each table, to detect writes. */
  async checksums(): Promise<Record<string, string>> {
    return this.inDatabase(async (client) => {
      const { rows: tables } = await client.query<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.tables
         WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
      );
      const sums: Record<string, string> = {};
      for (const { name } of tables.filter(({ name: table }) => !REQUEST_TABLES.has(table))) {
        const { rows } = await client.query<{ sum: string }>(
          `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS sum FROM ${name} t`,
        );
        sums[name] = rows[0]?.sum ?? '';
      }
      return sums;
    });
  }

  private async inDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}

function withoutEmpty(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
}

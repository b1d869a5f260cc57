import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import getPort from 'get-port';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ThrowawayPostgres } from '../../scripts/database/throwaway-postgres';
import { asRole, grantToApp, makeAppRole } from '../../scripts/database/database-roles';
import { withClient } from '../../scripts/database/client';
import { startThrowawayPostgres } from '../../scripts/database/throwaway-postgres';
import { applyMigrations } from '../../scripts/database/schema-engine';
import { startProcessGroup } from '../../scripts/processes/process-group';
import { until } from '../race/until';

const run = promisify(execFile);
const folder = mkdtempSync(path.join(tmpdir(), 'crms-bundle-'));
const bundle = path.join(folder, 'app');
const APP = { role: 'crms_bundle_app', password: 'only-for-tests' };
const MOST_BYTES = 400e6;
let postgres: ThrowawayPostgres;

beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  // Builds the product first, where nobody has.
  await run(process.execPath, ['scripts/bootstrap/run.mjs', 'bundle', bundle]);
}, 600_000);

afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

function bytesIn(place: string): number {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0);
}

it('has what runs, and nothing that builds', () => {
  expect(bytesIn(bundle)).toBeLessThan(MOST_BYTES);
  for (const builder of [
    'prisma/build',
    'typescript/lib',
    'esbuild/lib',
    'tailwindcss/dist',
    'eslint/lib',
  ])
    expect(existsSync(path.join(bundle, 'node_modules', builder)), builder).toBe(false);
});

it('runs away from its sources: the database is made ready, pages, data and jobs are there, and it is checked', async () => {
  await withClient(postgres.url, (client) => client.query('CREATE DATABASE bundled'));
  const url = new URL(postgres.url);
  url.pathname = '/bundled';
  await applyMigrations(url.href);
  await makeAppRole(url.href, APP);
  await grantToApp(url.href, APP.role);
  const port = await getPort();
  const env = {
    PATH: process.env.PATH,
    CRMS_DIST_DIR: process.env.CRMS_DIST_DIR,
    NODE_ENV: 'production' as const,
    DATABASE_URL: asRole(url.href, APP),
    // Of a cluster that need not survive a power cut.
    CRMS_EMBEDDED_DATABASE: '1',
    CRMS_SECRET: 'only-for-tests-1zXw7Lr0PvB4nTy6HcJ2mGfA9e',
    PORT: String(port),
  };
  const { stdout: link } = await run(process.execPath, ['dist/prepare-database.js'], {
    cwd: bundle,
    env,
  });
  const log = path.join(folder, 'log');
  const processes = await Promise.all(
    ['dist/serve.js', 'dist/jobs.js'].map((program) =>
      startProcessGroup(process.execPath, [program], { cwd: bundle, env, log }),
    ),
  );
  try {
    const address = `http://127.0.0.1:${port}`;
    const at = (place: string) => fetch(`${address}${place}`);
    await until('it is ready, with jobs', async () => {
      const words = await at('/readyz').then(
        (answer) => answer.text(),
        () => '',
      );
      return words.trim() === 'ready';
    });
    const page = await at(link.trim());
    expect(page.status).toBe(200);
    const [, script = ''] = /src="(\/_next\/static\/[^"]+\.js)"/.exec(await page.text()) ?? [];
    expect((await at(script)).status).toBe(200);
    expect((await at('/api/v1/licenses')).status).toBe(401);
    expect((await at('/api/v1/openapi.json')).status).toBe(200);
  } finally {
    await Promise.all(processes.map((one) => one.stop()));
  }
  const { stdout: said } = await run(process.execPath, ['dist/check.js'], { cwd: bundle, env });
  expect(said).toContain('0 findings');
}, 120_000);

import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { program } from '../../../scripts/bootstrap/prepare.mjs';
import getPort from 'get-port';
import { testDatabase } from '../support';

const run = promisify(execFile);
const database = await testDatabase();
const dataDir = mkdtempSync(path.join(tmpdir(), 'crms-start-'));
// The product may be in use on this machine.
const PORT = String(await getPort());
const SECRET = `${randomUUID()}${randomUUID()}`;

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Output lines of a program that fails to start. */
async function refusalOf(script: string, env: Record<string, string>): Promise<string[]> {
  const outcome = await run(process.execPath, program(script), {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      CRMS_DATA_DIR: dataDir,
      PORT,
      ...env,
    },
  }).catch((error: unknown) => error as { code: number; stdout: string; stderr: string });
  expect(outcome).toMatchObject({ code: 1, stdout: '' });
  return outcome.stderr.trimEnd().split('\n');
}

describe('a start', () => {
  it('on an invalid configuration reports every error, and changes nothing', async () => {
    const said = await refusalOf('start', {
      CRMS_TIME_ZONE: 'Mars/Olympus',
      CRMS_POOL_SIZE: 'many',
      CRMS_OIDC_ISSUER: 'https://login.example.com',
    });
    expect(said).toEqual([
      expect.stringMatching(/^CRMS_TIME_ZONE must be the name of a time zone.*\.$/),
      expect.stringMatching(/^CRMS_POOL_SIZE must be a whole number.*\.$/),
      expect.stringMatching(/^CRMS_OIDC_CLIENT_ID and CRMS_OIDC_CLIENT_SECRET are missing.*\.$/),
    ]);
    expect(existsSync(path.join(dataDir, 'postgres'))).toBe(false);
    expect(existsSync(path.join(dataDir, 'instance.lock'))).toBe(false);
  });

  it('creates a secret once, readable only by its user', async () => {
    const wrong = { CRMS_POOL_SIZE: 'many' };
    await refusalOf('start', wrong);
    const file = path.join(dataDir, 'secret');
    const made = readFileSync(file, 'utf8');
    expect(made.trim().length).toBeGreaterThanOrEqual(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await refusalOf('start', wrong);
    expect(readFileSync(file, 'utf8')).toBe(made);
  });

  it('on an external database requires a secret, and is not a demo', async () => {
    const env = { DATABASE_URL: database.url, CRMS_DEMO: '1' };
    expect(await refusalOf('start', env)).toEqual([
      expect.stringMatching(/^CRMS_SECRET is missing.*\.$/),
      expect.stringMatching(/^CRMS_DEMO must not be 1.*\.$/),
    ]);
  });

  it('of the job process alone is refused as a superuser', async () => {
    const said = await refusalOf('jobs', {
      DATABASE_URL: database.url,
      CRMS_SECRET: SECRET,
    });
    expect(said.at(-1)).toMatch(/is a superuser.*make a second role/);
    expect(await refusalOf('jobs', {})).toEqual([
      expect.stringMatching(/^DATABASE_URL is missing.*\.$/),
      expect.stringMatching(/^CRMS_SECRET is missing.*\.$/),
    ]);
  });
});

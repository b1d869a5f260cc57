import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const home = mkdtempSync(path.join(tmpdir(), 'crms-closed-'));

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

/** Starts a server on data in `TMPDIR`, runs a query and stops it. */
const ASK = `
  import pg from 'pg';
  import { startThrowawayPostgres } from './scripts/database/throwaway-postgres.ts';
  const server = await startThrowawayPostgres();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query('CREATE EXTENSION pg_trgm; SELECT 6 * 7 AS answer');
  await client.end();
  await server.stop();
`;

describe('the embedded database', () => {
  it('starts on data in a folder that only its owner can enter, with spaces and quotes in its name', async () => {
    const closed = path.join(home, `it's a "closed" place`);
    mkdirSync(closed);
    chmodSync(closed, 0o700);
    const outcome = await run(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', ASK],
      {
        env: { ...process.env, TMPDIR: closed },
      },
    );
    expect(outcome.stderr).toBe('');
  });
});

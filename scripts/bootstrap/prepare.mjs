import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { UserFacingError } from './failure.mjs';

/*
 * What has to be there before a program of the project can run: packages, the database client, the compiled programs. Each
 * is made when it is missing or no longer matches its sources, and otherwise left alone. No import from a package here, and
 * no TypeScript: in a fresh clone there is nothing yet.
 */

/** The project's folder, from its sources as from a compiled program. */
export const PROJECT = path.dirname(
  createRequire(import.meta.url).resolve('#project/package.json'),
);

const CLIENT = 'src/adapters/generated/prisma';
const CLIENT_SOURCES = ['prisma/schema.prisma', 'prisma/prisma.config.ts', 'package-lock.json'];

/** Programs by the names of their files in `dist`. */
const PROGRAMS = {
  ...Object.fromEntries(
    [
      ...['backup', 'bench', 'build', 'bundle', 'check', 'dev', 'migrate', 'prepare-database'],
      ...['restore', 'serve', 'start', 'test'],
    ].map((name) => [name, `scripts/${name}.ts`]),
  ),
  'check-process': 'src/adapters/avails/check-process.ts',
  'ceiling-process': 'scripts/bench/ceiling-process.ts',
  'client-process': 'scripts/bench/client-process.ts',
  'follower-process': 'scripts/bench/follower-process.ts',
  'instance-lock': 'scripts/database/instance-lock.ts',
  jobs: 'src/jobs.ts',
  web: 'api/web.ts',
};
const PROGRAM_SOURCES = [
  ...['package-lock.json', 'tsconfig.json', 'prisma', 'scripts', 'src', 'api'],
  ...['app/files', 'app/words'],
];

/** How programs are compiled: each into one file, with packages beside it. */
export const COMPILED = /** @type {const} */ ({
  absWorkingDir: PROJECT,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  packages: 'external',
  // It only refuses to be part of what a browser loads.
  alias: { 'server-only': './node_modules/server-only/empty.js' },
  sourcemap: 'linked',
  sourcesContent: false,
});

const LAST_LINES = 15;

/**
 * An absolute path, from one within the project or an absolute one.
 *
 * @param {string} file
 */
export function inProject(file) {
  return path.resolve(PROJECT, file);
}

/**
 * What Node runs a compiled program with.
 *
 * @param {string} name
 */
export function program(name) {
  return ['--enable-source-maps', inProject(`dist/${name}.js`)];
}

/**
 * Installs packages when the lock file asks for others. Installing empties `node_modules` first, so it is refused while
 * the product runs here; `beside` is for commands that may run beside a product with another data directory, and install
 * only where no packages are.
 *
 * @param {{ beside: boolean }} how
 */
export async function preparePackages({ beside }) {
  if (installedPackagesMatchLock()) return;
  if (existsSync(inProject('node_modules'))) {
    if (beside)
      throw new UserFacingError(
        'The installed packages do not match package-lock.json. Stop the product, run npm ci, then try again.',
      );
    const lock = inProject('dist/instance-lock.js');
    if (existsSync(lock)) (await import(lock)).refuseWhileInUse();
  }
  console.log('Installing packages (about a minute) ...');
  const npm = process.env.npm_execpath;
  const [command, ...args] = npm === undefined ? ['npm'] : [process.execPath, npm];
  refuseUnlessWritable(inProject('node_modules'));
  await step(
    'The packages could not be installed',
    command ?? 'npm',
    [...args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    { PRISMA_SKIP_POSTINSTALL_GENERATE: '1' },
  );
}

export async function prepareDatabaseClient() {
  await unlessMade(`${CLIENT}/.made-from`, CLIENT_SOURCES, async () => {
    console.log('Generating the database client ...');
    refuseUnlessWritable(inProject('src/adapters/generated'), 'prisma');
    await step(
      'The database client could not be generated',
      process.execPath,
      [
        ...['node_modules/prisma/build/index.js', 'generate'],
        ...['--config', 'prisma/prisma.config.ts'],
      ],
      { PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1', NO_COLOR: '1' },
    );
  });
}

/** Compiles every program into one file of its own, so that a running one is never left with half of another version. */
export async function preparePrograms() {
  await unlessMade('dist/.made-from', PROGRAM_SOURCES, async () => {
    const { buildSync } = await import('esbuild');
    refuseUnlessWritable(inProject('dist'));
    const { outputFiles } = buildSync({
      ...COMPILED,
      entryPoints: PROGRAMS,
      outdir: 'dist',
      write: false,
    });
    for (const { path: file, contents } of outputFiles) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(`${file}.${process.pid}`, contents);
      renameSync(`${file}.${process.pid}`, file);
    }
  });
}

/**
 * Makes something, unless `stamp` says that it was made from these very sources.
 *
 * @param {string} stamp a file beside what is made
 * @param {readonly string[]} sources files and folders
 * @param {() => Promise<void>} make
 */
export async function unlessMade(stamp, sources, make) {
  const file = inProject(stamp);
  const madeFrom = fingerprint(sources);
  if (existsSync(file) && readFileSync(file, 'utf8') === madeFrom) return;
  await make();
  writeFileSync(file, madeFrom);
}

/**
 * Refuses folders that belong to another user: after a start with sudo, say, they are root's.
 *
 * @param {string} folder
 * @param {string[]} parts of the folder, which are tried when they are there
 */
export function refuseUnlessWritable(folder, ...parts) {
  const made = [folder, ...parts.map((part) => path.resolve(folder, part))].filter(existsSync);
  const remedy =
    made.length > 0 ? 'remove it, or start as the user who made it' : 'start as its owner';
  for (const candidate of made.length > 0 ? made : [path.dirname(folder)]) {
    try {
      accessSync(candidate, constants.W_OK | constants.X_OK);
    } catch (cause) {
      throw new UserFacingError(
        `This user may not write to ${candidate} (${/** @type {NodeJS.ErrnoException} */ (cause).code}): ${remedy}.`,
        { cause },
      );
    }
  }
}

/**
 * One short text that changes when any of these files or folders does. Contents, not dates: a checkout gives old files
 * new dates, and a deleted file has none.
 *
 * @param {readonly string[]} sources
 */
function fingerprint(sources) {
  const hash = createHash('sha256');
  /** @param {string} file */
  const add = (file) => {
    if (file === inProject(CLIENT) || !existsSync(file)) return;
    if (statSync(file).isDirectory()) {
      for (const name of readdirSync(file).sort()) add(path.join(file, name));
      return;
    }
    const contents = readFileSync(file);
    hash.update(`${path.relative(PROJECT, file)}\0${contents.length}\0`).update(contents);
  };
  for (const source of sources) add(inProject(source));
  return hash.digest('hex');
}

/**
 * Compares what npm noted it has installed with what the lock file asks for, package by package. Packages for other
 * systems are in the lock file only, and are optional there.
 */
function installedPackagesMatchLock() {
  const installed = packagesIn('node_modules/.package-lock.json');
  const locked = packagesIn('package-lock.json');
  if (installed === null || locked === null) return false;
  return (
    Object.entries(locked).every(([name, { version, integrity, optional, devOptional, peer }]) => {
      const found = installed[name];
      if (found === undefined) return name === '' || Boolean(optional || devOptional || peer);
      return found.version === version && found.integrity === integrity;
    }) && Object.keys(installed).every((name) => name in locked)
  );
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} Package
 *
 * @param {string} file
 * @returns {Record<string, Package> | null}
 */
function packagesIn(file) {
  if (!existsSync(inProject(file))) return null;
  return JSON.parse(readFileSync(inProject(file), 'utf8')).packages;
}

/**
 * Runs a program to its end, in a process group of its own that ends with this process.
 *
 * @param {string} failure the beginning of the sentence that says that it failed
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} env beside the environment of this process
 */
async function step(failure, command, args, env) {
  const child = spawn(command, args, {
    cwd: PROJECT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.setEncoding('utf8').on('data', (text) => (said += text));
  const endGroup = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL');
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const end = () => {
    endGroup();
    process.exit(1);
  };
  for (const signal of signals) process.once(signal, end);
  const how = await new Promise((resolve, reject) => {
    child.once('error', (cause) =>
      reject(new UserFacingError(`${command} cannot be run: ${cause.message}.`, { cause })),
    );
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  for (const signal of signals) process.off(signal, end);
  if (how === 0) return;
  throw new UserFacingError(`${failure} (ended with ${how}).`, {
    details: said.trimEnd().split('\n').slice(-LAST_LINES).join('\n'),
  });
}

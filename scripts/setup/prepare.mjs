import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { lastLines, logFile } from '../processes/log-file.mjs';
import { UserFacingError } from '../processes/user-facing-error.mjs';
import { startProcessGroup } from '../processes/process-group.mjs';
import { inProject, PROJECT } from './project.mjs';

/*
 * What has to be there before the product can run: packages, the database client, a build. Each is made when it is
 * missing or no longer matches its sources, and otherwise left alone. Nothing here may import a package: on a fresh
 * clone there is none yet.
 */

const OLDEST_NODE = [20, 19];
const CLIENT = 'src/adapters/generated/prisma';
const CLIENT_SOURCES = ['prisma/schema.prisma', 'prisma/prisma.config.ts', 'package-lock.json'];
const API_CLIENT = 'tests/api-client';
const API_CLIENT_SOURCES = ['app/api', 'src', 'package-lock.json', `${API_CLIENT}/generate.ts`];
const BUILD_SOURCES = [
  'app',
  'src',
  'public',
  'prisma/schema.prisma',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'proxy.ts',
  'instrumentation.ts',
];

export function requireRecentNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new UserFacingError(
    `This needs Node ${OLDEST_NODE.join('.')} or newer, and this is Node ${process.versions.node}.`,
  );
}

/** The data directory, made when absent. */
export function prepareDataDir(dataDir) {
  try {
    const made = mkdirSync(dataDir, { recursive: true }) !== undefined;
    // Root's database runs as another user, who has to be able to pass through.
    if (made) chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new UserFacingError(
      `The data directory ${dataDir} cannot be written to by this user (${cause.code}); choose another with CRMS_DATA_DIR.`,
      { cause },
    );
  }
}

export async function prepareDependencies({ dataDir, say }) {
  if (installedPackagesMatchLock()) return;
  say('Installing packages (about a minute) ...');
  const [command, ...args] =
    process.env.npm_execpath === undefined ? ['npm'] : [process.execPath, process.env.npm_execpath];
  refuseUnlessWritable(inProject('node_modules'));
  await step('install', 'The packages could not be installed', {
    dataDir,
    command,
    args: [...args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    env: { PRISMA_SKIP_POSTINSTALL_GENERATE: '1' },
  });
}

/**
 * For commands that may run beside the product. Installing empties `node_modules` first, so these commands install only
 * where no packages are, and never under a product that runs.
 */
export async function requireDependencies(preparation) {
  if (!existsSync(inProject('node_modules'))) return prepareDependencies(preparation);
  if (installedPackagesMatchLock()) return;
  throw new UserFacingError(
    'The installed packages do not match package-lock.json. Stop the product, run npm ci, then try again.',
  );
}

export async function prepareDatabaseClient({ dataDir, say }) {
  await generated(CLIENT, CLIENT_SOURCES, async () => {
    say('Generating the database client ...');
    refuseUnlessWritable(inProject('src/adapters/generated'), 'prisma');
    await step('generate', 'The database client could not be generated', {
      dataDir,
      command: process.execPath,
      args: [
        ...['node_modules/prisma/build/index.js', 'generate'],
        ...['--config', 'prisma/prisma.config.ts'],
      ],
      env: { PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1', NO_COLOR: '1' },
    });
  });
}

/** The types of the API's client, which tests and their type check need. */
export async function prepareApiClient({ dataDir, say }) {
  await generated(API_CLIENT, API_CLIENT_SOURCES, async () => {
    say('Generating the client of the API ...');
    refuseUnlessWritable(inProject(API_CLIENT));
    await step('generate-api-client', 'The client of the API could not be generated', {
      dataDir,
      command: process.execPath,
      args: ['--import', 'tsx', `${API_CLIENT}/generate.ts`],
      env: {},
    });
  });
}

/** Generates code into a folder, unless it was generated from these very sources. */
async function generated(folder, sources, generate) {
  const stamp = inProject(`${folder}/.made-from`);
  const madeFrom = fingerprint(PROJECT, sources, { except: [CLIENT] });
  if (contents(stamp) === madeFrom) return;
  await generate();
  writeFileSync(stamp, madeFrom);
}

export async function prepareBuild({ dataDir, distDir, say }) {
  const output = inProject(distDir);
  const stamp = path.join(output, 'made-from');
  const sources = fingerprint(PROJECT, BUILD_SOURCES, { except: [CLIENT] });
  if (contents(stamp) === sources && existsSync(path.join(output, 'BUILD_ID'))) return;
  say('Building (about half a minute) ...');
  refuseUnlessWritable(output, 'server', 'cache');
  rmSync(stamp, { force: true });
  await step('build', 'The product could not be built', {
    dataDir,
    command: process.execPath,
    args: ['node_modules/next/dist/bin/next', 'build'],
    env: {
      CRMS_DIST_DIR: distDir,
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      NO_COLOR: '1',
    },
  });
  writeFileSync(stamp, sources);
}

/**
 * Compares what npm noted it has installed with what the lock file asks for, package by package. Packages for other
 * systems are in the lock file only, and are optional there.
 */
function installedPackagesMatchLock() {
  const installed = packagesIn(inProject('node_modules/.package-lock.json'));
  if (installed === null) return false;
  const locked = packagesIn(inProject('package-lock.json')) ?? {};
  const wanted = Object.entries(locked).filter(([name]) => name !== '');
  return (
    wanted.every(([name, { version, integrity, optional, devOptional, peer }]) => {
      const found = installed[name];
      if (found === undefined) return Boolean(optional || devOptional || peer);
      return found.version === version && found.integrity === integrity;
    }) && Object.keys(installed).every((name) => name in locked)
  );
}

function packagesIn(file) {
  const text = contents(file);
  return text === null ? null : JSON.parse(text).packages;
}

async function step(name, failure, { dataDir, command, args, env }) {
  const log = logFile(dataDir, name, { fresh: true });
  const group = await startProcessGroup(command, args, {
    log,
    cwd: PROJECT,
    env: { ...process.env, ...env },
  });
  const { code, signal } = await group.exited;
  if (code === 0) return;
  throw new UserFacingError(
    `${failure} (ended with ${signal ?? code}; all it said is in ${log}).`,
    {
      details: lastLines(log),
    },
  );
}

/** After somebody started once with sudo, say, these folders are root's. */
function refuseUnlessWritable(folder, ...parts) {
  const made = [folder, ...parts.map((part) => path.resolve(folder, part))].filter(existsSync);
  const mustBeWritable = made.length > 0 ? made : [path.dirname(folder)];
  for (const candidate of mustBeWritable) {
    try {
      accessSync(candidate, constants.W_OK | constants.X_OK);
    } catch (cause) {
      const remedy =
        made.length > 0
          ? 'remove it, or start as the user who made it'
          : 'start as the user who owns it';
      throw new UserFacingError(
        `This user may not write to ${candidate} (${cause.code}): ${remedy}.`,
        {
          cause,
        },
      );
    }
  }
}

function contents(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

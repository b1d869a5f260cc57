import { mkdirSync, rmSync } from 'node:fs';
import { PlainFailure, reportFailure } from './plain-failure.mjs';
import {
  prepareBuild,
  prepareDatabaseClient,
  prepareDependencies,
  requireRecentNode,
} from './prepare.mjs';
import {
  partFromEveryProcessGroup,
  startProcessGroup,
  stopEveryProcessGroup,
} from './process-group.mjs';
import { inProject, PROJECT } from './project.mjs';
import { countPlaywright, countVitest, filesMatching } from './test-report.mjs';

/*
 * `npm test`: everything there is to check, on a fresh clone, in one command. A step that fails does not keep the later
 * ones from running, so that one run shows all there is to repair. The last line says how many passed and failed: a
 * tool such as the linter counts as one, a test runner by its single tests.
 */

/** Calendar days must come out the same wherever the program runs: east of Greenwich, west of it, far west of it. */
const TIME_ZONES = ['Pacific/Auckland', 'America/New_York', 'Pacific/Honolulu'];
const TIME_ZONE_PROJECTS = ['unit', 'integration'];
/** Random cases differ by place in nearly every case or in none: a twentieth of them tells. */
const TIME_ZONE_EFFORT = '0.05';

const LONG = process.argv.includes('--long');
const STEP_TIMEOUT_MS = (LONG ? 120 : 30) * 60_000;
const RESULTS = inProject('test-results');
const DIST_DIR = '.next-test';

const steps = [];

/** The database server of this run, once it is up. */
let database = null;

let interrupted = false;

function environment(more = {}) {
  const env = {
    ...process.env,
    ...(LONG ? { CRMS_EFFORT: '10' } : {}),
    CRMS_DIST_DIR: DIST_DIR,
    NEXT_TELEMETRY_DISABLED: '1',
    ...more,
  };
  // Tests make and destroy; they must never meet a database somebody uses.
  delete env.DATABASE_URL;
  return env;
}

/** Runs one step, whatever becomes of it, and notes what it counted and how long it took. */
async function step(name, work) {
  if (interrupted) return;
  console.log(`\n== ${name}`);
  const startedAt = performance.now();
  const outcome = await work().catch((error) => {
    reportFailure(error);
    return { passed: 0, failed: 1 };
  });
  const seconds = (performance.now() - startedAt) / 1000;
  steps.push({ name, seconds, complaints: [], ...outcome });
}

/** For steps that either succeed or throw. */
async function succeeds(work) {
  await work();
  return { passed: 1, failed: 0 };
}

async function tool(args) {
  const exitCode = await run(args, environment());
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function run(args, env) {
  const group = await startProcessGroup(process.execPath, args, { cwd: PROJECT, env });
  const limit = setTimeout(() => {
    console.error(`This has taken ${STEP_TIMEOUT_MS / 60_000} minutes and is ended.`);
    void group.stop();
  }, STEP_TIMEOUT_MS);
  const { code } = await group.exited;
  clearTimeout(limit);
  // What it has left running, a browser say, would be in the way of the next step.
  await group.stop();
  return code ?? 1;
}

async function vitest({ projects = [], expectedFiles, env }) {
  const report = `${RESULTS}/vitest.json`;
  rmSync(report, { force: true });
  const exitCode = await run(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config=tests/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...projects.flatMap((project) => ['--project', project]),
    ],
    environment(env),
  );
  return countVitest(report, { exitCode, expectedFiles });
}

async function playwright({ databaseUrl }) {
  const { findBrowser } = await import('./browser.mjs');
  const { freePort } = await import('./free-port.mjs');
  const report = `${RESULTS}/e2e.json`;
  rmSync(report, { force: true });
  const exitCode = await run(
    ['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts'],
    environment({
      CRMS_BROWSER: findBrowser(),
      CRMS_E2E_PORT: process.env.CRMS_E2E_PORT ?? String(await freePort()),
      CRMS_E2E_REPORT: report,
      TEST_DATABASE_URL: databaseUrl,
    }),
  );
  return countPlaywright(report, {
    exitCode,
    expectedFiles: filesMatching(inProject('e2e'), /\.spec\.ts$/),
  });
}

async function everything() {
  requireRecentNode();
  mkdirSync(RESULTS, { recursive: true });
  const preparation = { dataDir: RESULTS, distDir: DIST_DIR, say: (line) => console.log(line) };
  await step('install', () => succeeds(() => prepareDependencies(preparation)));
  // Without packages no other step can say anything.
  if (steps.some(({ failed }) => failed > 0)) return;
  await step('database client', () => succeeds(() => prepareDatabaseClient(preparation)));
  await step('format', () => tool(['node_modules/prettier/bin/prettier.cjs', '--check', '.']));
  await step('lint', () =>
    tool([
      'node_modules/eslint/bin/eslint.js',
      '-c',
      'tests/architecture/eslint.config.mjs',
      '--max-warnings=0',
      '.',
    ]),
  );
  await step('types', async () => {
    // Types of pages that are gone would still be checked.
    rmSync(inProject(`${DIST_DIR}/types`), { recursive: true, force: true });
    const generated = await run(['node_modules/next/dist/bin/next', 'typegen'], environment());
    if (generated !== 0) throw new PlainFailure('The types of the routes could not be generated.');
    return tool(['node_modules/typescript/bin/tsc', '--noEmit']);
  });

  await step('database', () => succeeds(startDatabase));
  if (database === null) return;
  await step('tests', () =>
    vitest({
      expectedFiles: filesMatching(inProject('tests'), /\.test\.[cm]?tsx?$/),
      env: { TEST_DATABASE_URL: database.url },
    }),
  );
  for (const TZ of TIME_ZONES) {
    await step(`tests in ${TZ}`, () =>
      vitest({
        projects: TIME_ZONE_PROJECTS,
        env: { TZ, CRMS_EFFORT: TIME_ZONE_EFFORT, TEST_DATABASE_URL: database.url },
      }),
    );
  }
  await step('build', () => succeeds(() => prepareBuild(preparation)));
  await step('end to end', () => playwright({ databaseUrl: database.url }));
  await database.stop();
}

/** One for the whole run: its tests make databases of their own in it. */
async function startDatabase() {
  const { startThrowawayPostgres } = await import('./embedded-postgres.mjs');
  database = await startThrowawayPostgres();
}

async function interrupt() {
  interrupted = true;
  await Promise.all([stopEveryProcessGroup(), database?.stop()]);
  process.exit(1);
}

function report() {
  console.log('');
  // At the end, where somebody who sees only the last lines of a long run finds them.
  for (const { name, complaints } of steps) {
    for (const complaint of complaints) console.log(`${name}: ${complaint}\n`);
  }
  for (const { name, seconds, passed, failed } of steps) {
    const counts = failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} FAILED`;
    console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}: ${counts}`);
  }
  const passed = steps.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = steps.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => void interrupt());
}
process.on('exit', partFromEveryProcessGroup);

try {
  await everything();
} catch (error) {
  reportFailure(error);
  steps.push({ name: 'the run itself', seconds: 0, passed: 0, failed: 1, complaints: [] });
}
if (!interrupted) process.exit(report());

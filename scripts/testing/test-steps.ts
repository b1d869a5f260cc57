import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { Environment } from '../processes/process-group';
import type { Outcome } from './test-report';
import { inProject, PROJECT } from '../bootstrap/prepare.mjs';
import getPort from 'get-port';
import { startProcessGroup } from '../processes/process-group';
import { prepareApiClient, prepareBuild } from '../setup/build';
import { findBrowser } from './browser';
import { countPlaywright, countVitest, filesMatching } from './test-report';

/*
 * The steps of `npm test`. Each resolves to what it counted, `{ passed, failed, complaints }`, or rejects with the reason.
 */

const RESULTS = inProject('test-results');
const DIST_DIR = '.next-test';

/** Far east, far west and between; the first two also change their clocks. */
export const TIME_ZONES = ['Pacific/Auckland', 'America/New_York', 'Pacific/Honolulu'];

/**
 * The tests about days, which run once more in each of these zones. Lint forbids the getters and formatters that would
 * make any other code depend on the zone of its process; `tests/integration/operations/time-zones.test.ts` starts processes of its own.
 */
const TESTS_ABOUT_DAYS = [
  'tests/unit/adapters/avails/workbook-reader.test.ts',
  'tests/unit/app/calendar/feed-file.test.ts',
  'tests/unit/app/calendar/month.test.ts',
  'tests/unit/app/timeline/calendar.test.ts',
  'tests/unit/app/timeline/ticks.test.ts',
  'tests/unit/domain/avails/cell-text.test.ts',
  'tests/unit/domain/avails/checking/windows/any-windows.property.test.ts',
  'tests/unit/domain/avails/checking/windows/overlapping-windows.test.ts',
  'tests/unit/domain/avails/checking/windows/reduced-windows.test.ts',
  'tests/unit/domain/avails/checking/windows/touching-windows.test.ts',
  'tests/unit/domain/values/date-range.test.ts',
];

/** Of a step that counts as one. */
export const PASSED: Outcome = { passed: 1, failed: 0, complaints: [] };

interface TestRun {
  /** Parts of the names of the files to run; every file without one. */
  readonly filters?: readonly string[];
  readonly databaseUrl?: string;
}

/**
 * @param isLong full-size campaigns, and ten times the random cases
 * @returns the steps by name
 */
export function makeSteps({ isLong = false } = {}) {
  const timeoutMs = (isLong ? 120 : 30) * 60_000;
  mkdirSync(RESULTS, { recursive: true });
  const preparation = { dataDir: RESULTS, distDir: DIST_DIR };

  function environment(more: Environment = {}): Environment {
    // Tests make and destroy; they must never meet a database that is in use.
    return {
      ...process.env,
      ...(isLong ? { CRMS_EFFORT: '10', CRMS_CAMPAIGNS: 'full' } : {}),
      CRMS_DIST_DIR: DIST_DIR,
      NEXT_TELEMETRY_DISABLED: '1',
      ...more,
      DATABASE_URL: undefined,
    };
  }

  async function run(
    args: readonly string[],
    { env = environment(), log }: { env?: Environment; log?: string } = {},
  ): Promise<number> {
    const group = await startProcessGroup(process.execPath, args, { cwd: PROJECT, env, log });
    const limit = setTimeout(() => {
      console.error(`Stopped after ${timeoutMs / 60_000} minutes.`);
      void group.stop();
    }, timeoutMs);
    const { code, signal } = await group.exited;
    clearTimeout(limit);
    if (signal !== null) console.error(`${args[0] ?? ''} was ended by ${signal}.`);
    // A browser that it left running, for instance, would be in the way of the next step.
    await group.stop();
    return code ?? 1;
  }

  /** Its output is printed when it ends, because another step may be writing to the terminal meanwhile. */
  async function tool(name: string, args: readonly string[]): Promise<Outcome> {
    const log = `${RESULTS}/${name.replaceAll(' ', '-')}.log`;
    rmSync(log, { force: true });
    const exitCode = await run(args, { log });
    const output = readFileSync(log, 'utf8').trimEnd();
    if (exitCode === 0) return PASSED;
    console.log(`\n== ${name}\n${output}`);
    return { passed: 0, failed: 1, complaints: [`see above, under “== ${name}”`] };
  }

  async function withRouteTypes(check: () => Promise<Outcome>): Promise<Outcome> {
    // Types of pages that are gone would still be checked.
    rmSync(inProject(`${DIST_DIR}/types`), { recursive: true, force: true });
    const typegen = await tool('route types', ['node_modules/next/dist/bin/next', 'typegen']);
    return typegen.failed > 0 ? typegen : check();
  }

  async function vitest(
    projects: readonly string[],
    {
      filters,
      expectedFiles,
      env,
    }: {
      readonly filters: readonly string[];
      readonly expectedFiles: readonly string[];
      readonly env: Environment;
    },
  ): Promise<Outcome> {
    const report = `${RESULTS}/vitest-${projects.join('-')}.json`;
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
        ...filters,
      ],
      { env: environment(env) },
    );
    return countVitest(report, { exitCode, expectedFiles });
  }

  /** Every test of these projects, whose names are those of their folders, or only the files that the filters name. */
  function testsIn(...projects: readonly string[]) {
    return ({ filters = [], databaseUrl }: TestRun = {}) =>
      vitest(projects, {
        filters,
        expectedFiles:
          filters.length > 0
            ? []
            : projects.flatMap((project) =>
                filesMatching(inProject(`tests/${project}`), /\.test\.[cm]?tsx?$/),
              ),
        env: databaseUrl === undefined ? {} : { TEST_DATABASE_URL: databaseUrl },
      });
  }

  return {
    apiClient: () => succeeds(() => prepareApiClient(preparation)),
    build: () => succeeds(() => prepareBuild(preparation)),

    format: () =>
      tool('format', [
        ...['node_modules/prettier/bin/prettier.cjs', '--check', '.'],
        ...['--cache', '--cache-location', `${RESULTS}/prettier-cache`],
      ]),

    lint: () =>
      tool('lint', [
        ...['node_modules/eslint/bin/eslint.js', '-c', 'tests/architecture/eslint.config.mjs'],
        ...['--max-warnings=0', '.'],
      ]),

    /** The type checker, and the rules that ask it. */
    types: () =>
      withRouteTypes(async () => {
        const checked = await tool('types', ['node_modules/typescript-native/bin/tsc', '--noEmit']);
        const asked = await tool('rules about types', [
          ...['node_modules/oxlint/bin/oxlint', '--disable-nested-config'],
          ...['--report-unused-disable-directives-severity=error', '.'],
        ]);
        return [checked, asked].reduce(both);
      }),

    unit: testsIn('unit', 'architecture'),
    integration: testsIn('integration'),
    /** Clients that the generators of other languages make of the API's document; those languages have to be installed. */
    clients: testsIn('clients'),
    /** Standbys, failover and a pooler, which have to be installed. */
    beyond: testsIn('beyond'),
    /** Reads the workbooks of the folder that CRMS_SAMPLES names. */
    samples: testsIn('samples'),

    days: ({ zone }: { readonly zone: string }) =>
      vitest(['unit'], {
        filters: TESTS_ABOUT_DAYS,
        expectedFiles: TESTS_ABOUT_DAYS.map(inProject),
        env: { TZ: zone },
      }),

    e2e: async ({ filters = [], databaseUrl }: TestRun) => {
      const report = `${RESULTS}/e2e.json`;
      rmSync(report, { force: true });
      const exitCode = await run(
        [
          ...['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts'],
          ...filters,
        ],
        {
          env: environment({
            CRMS_BROWSER: await findBrowser(),
            CRMS_E2E_PORT: process.env.CRMS_E2E_PORT ?? String(await getPort()),
            CRMS_E2E_REPORT: report,
            TEST_DATABASE_URL: databaseUrl,
          }),
        },
      );
      const every = filesMatching(inProject('e2e'), /\.spec\.ts$/);
      return countPlaywright(report, { exitCode, expectedFiles: filters.length > 0 ? [] : every });
    },
  };
}

function both(one: Outcome, other: Outcome): Outcome {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    complaints: [...one.complaints, ...other.complaints],
  };
}

/** For steps that either succeed or throw. */
async function succeeds(work: () => Promise<void>): Promise<Outcome> {
  await work();
  return PASSED;
}

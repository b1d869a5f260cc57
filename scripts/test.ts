import type { ThrowawayPostgres } from './database/throwaway-postgres';
import type { Outcome } from './testing/test-report';
import { reportFailure, UserFacingError } from './bootstrap/failure.mjs';
import { startThrowawayPostgres } from './database/throwaway-postgres';
import { partFromEveryProcessGroup, stopEveryProcessGroup } from './processes/process-group';
import { makeSteps, PASSED, TIME_ZONES } from './testing/test-steps';

/*
 * `npm test` runs every step; `npm run lint`, `npm run test:e2e -- licenses` and the like run one, with what it needs, on
 * the files whose names contain one of the words. A step that fails does not keep the others from running, so that one run
 * shows all there is to repair. The last line counts single tests; a tool such as the linter counts as one.
 */

const args = process.argv.slice(2);
const isLong = args.includes('--long');
const [kind = 'all', ...filters] = args.filter((argument) => argument !== '--long');

const steps = makeSteps({ isLong });
const outcomes: (Outcome & { readonly name: string; readonly seconds: number })[] = [];
const run: { database: ThrowawayPostgres | null; interrupted: boolean } = {
  database: null,
  interrupted: false,
};

/** Runs one step, whatever becomes of it, and notes what it counted and how long it took. */
async function step(name: string, work: () => Promise<Outcome>): Promise<void> {
  if (run.interrupted) return;
  console.log(`\n== ${name}`);
  const startedAt = performance.now();
  const outcome = await work().catch((error: unknown) => {
    reportFailure(error);
    return { passed: 0, failed: 1, complaints: [String(error)] };
  });
  outcomes.push({ name, seconds: (performance.now() - startedAt) / 1000, ...outcome });
}

/** One database server for the whole run: each test file makes a database of its own in it. */
async function withDatabase(work: (url: string) => Promise<void>): Promise<void> {
  await step('database', async () => {
    run.database = await startThrowawayPostgres();
    return PASSED;
  });
  const { database } = run;
  if (database === null) return;
  await work(database.url);
  await database.stop();
}

/** The types of the API's client are generated: linting, types and the architecture test read them. */
async function withApiClient(work: () => Promise<unknown>): Promise<void> {
  await step('API client', steps.apiClient);
  await work();
}

/**
 * Two lanes: what needs the built product, and everything else. A browser test waits for a third of its time, and no lane
 * waits for the other to end, so that both cores are used until the last test.
 */
async function everything(databaseUrl: string): Promise<void> {
  const built = step('build', steps.build);
  await Promise.all([
    built
      .then(() => step('end to end', () => steps.e2e({ databaseUrl })))
      // The other lane is the longer one.
      .then(() => step('lint', steps.lint))
      .then(() => step('types', steps.types)),
    checksAndTests(databaseUrl),
  ]);
}

async function checksAndTests(databaseUrl: string): Promise<void> {
  await step('format', steps.format);
  await step('unit', steps.unit);
  for (const zone of TIME_ZONES) await step(`days in ${zone}`, () => steps.days({ zone }));
  await step('integration', () => steps.integration({ databaseUrl }));
}

const PLANS: Readonly<Record<string, () => Promise<void>>> = {
  all: () =>
    withDatabase(async (databaseUrl) => {
      await withApiClient(() => everything(databaseUrl));
      if (isLong) await step('clients', () => steps.clients({ databaseUrl }));
      if (isLong) await step('beyond one machine', () => steps.beyond());
    }),
  format: () => step('format', steps.format),
  generate: () => step('API client', steps.apiClient),
  lint: () => withApiClient(() => step('lint', steps.lint)),
  types: () => withApiClient(() => step('types', steps.types)),
  unit: () => withApiClient(() => step('unit', () => steps.unit({ filters }))),
  integration: () => step('integration', () => steps.integration({ filters })),
  clients: () => step('clients', () => steps.clients({ filters })),
  beyond: () => step('beyond one machine', () => steps.beyond({ filters })),
  samples: () => step('samples', () => steps.samples({ filters })),
  e2e: () =>
    withDatabase(async (databaseUrl) => {
      await step('build', steps.build);
      await step('end to end', () => steps.e2e({ filters, databaseUrl }));
    }),
};

async function main(): Promise<void> {
  const plan = PLANS[kind];
  if (plan === undefined)
    throw new UserFacingError(
      `There is no step “${kind}”: name one of ${Object.keys(PLANS).join(', ')}.`,
    );
  await plan();
}

async function interrupt(): Promise<void> {
  run.interrupted = true;
  await Promise.all([stopEveryProcessGroup(), run.database?.stop()]);
  process.exit(1);
}

function report(): number {
  console.log('');
  // At the end, where they are found when only the last lines of a long run are shown.
  for (const { name, complaints } of outcomes)
    for (const complaint of complaints) console.log(`${name}: ${complaint}\n`);
  for (const { name, seconds, passed, failed } of outcomes) {
    const counts = failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} FAILED`;
    console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}: ${counts}`);
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`${(performance.now() / 1000).toFixed(1).padStart(7)} s  in all`);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => void interrupt());
}
process.on('exit', partFromEveryProcessGroup);

try {
  await main();
} catch (error) {
  reportFailure(error);
  outcomes.push({ name: 'the run itself', seconds: 0, passed: 0, failed: 1, complaints: [] });
}
if (!run.interrupted) process.exit(report());

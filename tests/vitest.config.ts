import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The tests of a folder. Those on PostgreSQL share one cluster, in which each file makes a database of its own. */
const project = (name: string, { onDatabase = false, timeout = 60_000 } = {}) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    testTimeout: timeout,
    hookTimeout: timeout,
    globalSetup: [
      'tests/programs.ts',
      ...(onDatabase ? ['tests/integration/support-cluster.ts'] : []),
    ],
  },
});

export default defineConfig({
  root: fromRoot(''),
  // As in tsconfig.json, for tests of what lives in `app`.
  resolve: { alias: { '@': fromRoot('app') } },
  test: {
    // A passing test prints nothing; a warning of ours is still shown.
    restoreMocks: true,
    // The default on two cores is one worker, and tests on PostgreSQL spend half their time waiting for it.
    maxWorkers: 2,
    // Loading the modules anew for each file takes a third of the time. No file may leave anything behind in them.
    isolate: false,
    projects: [
      project('unit'),
      project('architecture'),
      project('integration', { onDatabase: true }),
      project('clients', { onDatabase: true, timeout: 600_000 }),
      // With servers of its own: standbys, poolers.
      project('beyond', { timeout: 120_000 }),
      project('samples', { onDatabase: true, timeout: 300_000 }),
    ],
  },
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Load, faults and round trips: long, and the same in every time zone. */
const concurrency = [
  ...[
    'model',
    'title-model',
    'interleavings',
    'title-interleavings',
    'race',
    'api-race',
    'sabotage',
    'lost-reply',
    'crash',
    'job-queue',
    'avails-round-trip',
    'change-feed',
    'event-stream',
    'webhooks',
  ],
].map((name) => `tests/integration/${name}.test.ts`);

export default defineConfig({
  root: fromRoot(''),
  // As in tsconfig.json, for tests of what lives in `app`.
  resolve: { alias: { '@': fromRoot('app') } },
  test: {
    // A test says nothing unless it fails; a warning of ours is still shown.
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['tests/architecture/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          exclude: concurrency,
          globalSetup: ['tests/integration/support-cluster.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'concurrency',
          include: concurrency,
          globalSetup: ['tests/integration/support-cluster.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

import { defineConfig } from '@playwright/test';
import { zoneAtNoon } from './noon';

// Inherited by the server, and by the workers, which load this file again.
process.env.CRMS_TIME_ZONE ??= zoneAtNoon();

const port = process.env.CRMS_E2E_PORT ?? '4321';
const browser = process.env.CRMS_BROWSER;
const address = `http://127.0.0.1:${port}`;

/** Only for phones; every other test runs on a desktop. */
const PHONE = /\.phone\.spec\.ts$/;

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  // One more than cores: a fifth of the time a test waits for a timer, a retry or the next look at the page.
  workers: 3,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  timeout: 180_000,
  // With two cores that also run the server and the database, a response can take this long.
  expect: { timeout: 20_000 },
  reporter: [
    ['line'],
    ['json', { outputFile: process.env.CRMS_E2E_REPORT ?? '../test-results/e2e.json' }],
  ],
  use: {
    baseURL: address,
    locale: 'en-US',
    // A trace doubles the duration of a test, so it is opt-in.
    trace: process.env.CRMS_TRACE === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    // Tests wait for states, never for transitions.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(browser === undefined ? {} : { executablePath: browser }),
      // Disables unneeded features and background network requests.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-quic',
        '--no-first-run',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', testIgnore: PHONE, use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      testMatch: PHONE,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: 'node --import tsx server.ts',
    url: `${address}/healthz`,
    timeout: 60_000,
    reuseExistingServer: false,
    stdout: 'pipe',
    // Otherwise Playwright kills only the server process and then waits for its children.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});

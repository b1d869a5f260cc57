import type { Browser } from '@playwright/test';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import type { AppServer } from '../app-server';
import type { NamedPath } from './pages';
import type { Measurement } from '../report';
import { rounded } from '../figures';

const BROWSERS = [process.env.CRMS_BROWSER, '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** The JavaScript a browser that has never been here transfers for a page, compressed as it travels. */
export async function measureFirstLoad(
  app: AppServer,
  paths: readonly (readonly [...NamedPath, goal: number | null])[],
): Promise<Measurement[]> {
  const executablePath = BROWSERS.find((file) => file !== undefined && existsSync(file));
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const measurements: Measurement[] = [];
    for (const [name, path, goal] of paths) {
      const { scripts, bytes, later } = await scriptsOf(browser, app, path);
      measurements.push({
        name,
        figure: rounded(bytes / 1_000),
        unit: 'KB',
        note: `${scripts} scripts; ${rounded(later / 1_000)} KB more while nobody does anything`,
        ...(goal === null ? {} : { goal: { atMost: goal } }),
      });
    }
    return measurements;
  } finally {
    await browser.close();
  }
}

/** What is transferred until the page has loaded, and until nothing more is under way. */
async function scriptsOf(browser: Browser, app: AppServer, path: string) {
  const context = await browser.newContext();
  try {
    await context.addCookies([{ ...app.cookie, url: app.address }]);
    // It stays open as long as the page does.
    await context.route('**/api/v1/events*', (route) => route.abort());
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const scripts = new Map<string, number>();
    session.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.set(requestId, 0);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength);
    });
    const transferred = () => [...scripts.values()].reduce((sum, length) => sum + length, 0);
    await page.goto(`${app.address}${path}`, { waitUntil: 'load' });
    const [bytes, count] = [transferred(), scripts.size];
    await page.waitForLoadState('networkidle');
    return { scripts: count, bytes, later: transferred() - bytes };
  } finally {
    await context.close();
  }
}

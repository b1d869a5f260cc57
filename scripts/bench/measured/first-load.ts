import type { Browser } from '@playwright/test';
import type { AppServer } from '../app-server';
import type { NamedPath } from './pages';
import type { Measurement } from '../report';
import { signedIn, withBrowser } from '../browser';
import { rounded } from '../figures';

/** The JavaScript a browser that has never been here transfers for a page, compressed as it travels. */
export async function measureFirstLoad(
  app: AppServer,
  paths: readonly (readonly [...NamedPath, goal: number | null])[],
): Promise<Measurement[]> {
  return withBrowser(async (browser) => {
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
  });
}

/** What is transferred until the page has loaded, and until nothing more is under way. */
async function scriptsOf(browser: Browser, app: AppServer, path: string) {
  const context = await signedIn(browser, app);
  try {
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

import type { Browser, BrowserContext } from '@playwright/test';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import type { AppServer } from './app-server';

const BROWSERS = [process.env.CRMS_BROWSER, '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** Does something with a Chromium, which is closed after it. */
export async function withBrowser<Result>(
  work: (browser: Browser) => Promise<Result>,
): Promise<Result> {
  const executablePath = BROWSERS.find((file) => file !== undefined && existsSync(file));
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A browser that has never been here, in which somebody is signed in, and in which no stream of events stays open. */
export async function signedIn(browser: Browser, app: AppServer): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ ...app.cookie, url: app.address }]);
  await context.route('**/api/v1/events*', (route) => route.abort());
  return context;
}

import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
  type Request,
} from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { withHydration } from './hydration';
import { PASSWORD, PEOPLE, type Worker } from './people';

/** Input of an offer's form; days are `YYYY-MM-DD`, both inclusive. */
export interface TypedOffer {
  readonly name: string;
  readonly price: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Sessions of this process, shared by all tests that need no session of their own. */
const sessions = new Map<Worker, Promise<Cookies>>();

/** Adds the cookies of a signed-in worker to the browser. */
export async function workAs(page: Page, worker: Worker): Promise<void> {
  const begun = sessions.get(worker) ?? beginSession(page.context().browser(), worker);
  sessions.set(worker, begun);
  await page.context().addCookies(await begun);
}

async function beginSession(browser: Browser | null, worker: Worker): Promise<Cookies> {
  if (browser === null) throw new Error('There is no browser to sign in with.');
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL ?? '' });
  const page = await withHydration(await context.newPage());
  await signInAs(page, worker);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

/** Signs in by the form, with a new session. `app` is the origin of a server other than the default. */
export async function signInAs(page: Page, worker: Worker, app = ''): Promise<void> {
  await page.goto(`${app}/sign-in`);
  await page.getByLabel('E-mail address').fill(PEOPLE[worker].email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/today');
}

/** Types a day into a field of segments, day first. */
export async function typeDay(scope: Page | Locator, label: string, iso: string): Promise<void> {
  const [year = '', month = '', day = ''] = iso.split('-');
  const segments = scope.getByRole('group', { name: label, exact: true }).getByRole('spinbutton');
  await segments.first().click();
  await segments.first().pressSequentially(`${day}${month}${year}`);
}

/** Opens the form of a new offer and fills it. */
export async function fillOffer(page: Page, offer: TypedOffer): Promise<void> {
  await page.getByRole('button', { name: /^New offer( N)?$/ }).click();
  const sheet = page.getByRole('complementary', { name: 'Generate an offer' });
  await sheet.getByLabel('Name').fill(offer.name);
  await sheet.getByRole('textbox', { name: 'Price' }).fill(offer.price);
  await typeDay(sheet, 'First day', offer.firstDay);
  await typeDay(sheet, 'Last day', offer.lastDay);
}

export async function submitOffer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add offer', exact: true }).click();
}

/** Adds an offer and waits until the page shows the version it made. */
export async function addOffer(page: Page, offer: TypedOffer, version: number): Promise<void> {
  await fillOffer(page, offer);
  await submitOffer(page);
  await expect(page.getByText(`Saved as version ${version}.`)).toBeVisible();
  await expectVersion(page, version);
}

/**
 * Waits until the page shows a version of its record. A change is reported as saved before the page is rendered again; an
 * edit begun in between would have the previous base version.
 */
export async function expectVersion(page: Page, version: number): Promise<void> {
  await expect(page.getByRole('link', { name: `v${version} Saved` })).toBeVisible();
}

/** Applies a stale change with Enter, once the dialog's button has the focus. */
export async function applyWithEnter(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('dialog').getByRole('button', { name })).toBeFocused();
  await page.keyboard.press('Enter');
}

/**
 * Selects a license by its name with the keyboard. Clicking an option may scroll the page, which closes the list.
 */
export async function chooseLicense(scope: Page | Locator, name: string): Promise<void> {
  const field = scope.getByRole('combobox', { name: 'License' });
  await field.fill(name);
  await expect(field.page().getByRole('option', { name })).toBeVisible();
  await field.press('ArrowDown');
  await expect(field).toHaveAttribute('aria-activedescendant', /./);
  await field.press('Enter');
  await expect(field).toHaveAttribute('aria-expanded', 'false');
}

/** Selects a license by its name, then one of its offers. */
export async function chooseOffer(
  scope: Page | Locator,
  license: string,
  offer: string,
): Promise<void> {
  await chooseLicense(scope, license);
  const button = scope.getByRole('button', { name: /Offer$/ });
  await button.click();
  await button.page().getByRole('option', { name: offer }).click();
  // Until the list is gone and the button has the focus again, keys would reach neither.
  await expect(button).toBeFocused();
  await expect(button).toContainText(offer);
}

/** The notice that unsaved changes are offered again. */
export function draftNotice(scope: Page | Locator): Locator {
  return scope
    .getByRole('status')
    .filter({ hasText: /Your unsaved changes from \d\d:\d\d are back/ });
}

/** The row of an offer in the table below the timeline. */
export function offerRow(page: Page, name: string): Locator {
  return page
    .getByRole('table', { name: 'Offers', exact: true })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });
}

/** Records a contract and grants a license under it, using the forms. Returns the license's path. */
export async function grantLicense(
  page: Page,
  {
    studio,
    name,
    firstDay,
    lastDay,
  }: { studio: string; name: string; firstDay: string; lastDay: string },
): Promise<string> {
  await page.goto('/contracts/new');
  await page.getByLabel('Studio').fill(studio);
  await page.getByLabel('Reference number').fill(`E2E-${randomUUID()}`);
  await page.getByRole('button', { name: 'Record contract' }).click();
  await expect(page.getByRole('heading', { level: 1, name: studio })).toBeVisible();
  await page.getByRole('link', { name: 'Grant a license' }).first().click();
  await expect(page.getByRole('heading', { name: 'Grant a license' })).toBeVisible();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: /Rights type/ }).click();
  await page.getByRole('option', { name: /^TVOD/ }).click();
  await page.getByRole('button', { name: /^Territories/ }).click();
  await page
    .getByRole('option', { name: /United States/ })
    .first()
    .click();
  await page.keyboard.press('Escape');
  await typeDay(page, 'First day', firstDay);
  await typeDay(page, 'Last day', lastDay);
  await page.getByRole('button', { name: 'Grant license' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Greater than the number of tab stops before any target. */
const MAX_TAB_PRESSES = 80;

/** Presses Tab until the target has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < MAX_TAB_PRESSES; presses += 1) {
    const isThere = await target.evaluate((element) => element.contains(document.activeElement));
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** Opens another browser context, signed in if a worker is given. */
export async function anotherBrowser(browser: Browser, worker?: Worker): Promise<Page> {
  const context = await browser.newContext();
  const page = await withHydration(await context.newPage());
  if (worker !== undefined) await workAs(page, worker);
  return page;
}

/**
 * Opens another browser context that gets no script of the product, as a browser before the scripts have arrived.
 *
 * @param arrival when they arrive after all
 */
export async function browserBeforeScripts(
  browser: Browser,
  worker?: Worker,
  arrival?: Promise<void>,
): Promise<Page> {
  const context = await browser.newContext();
  await context.route(/\/_next\/static\/.*\.js/, async (route) => {
    if (arrival === undefined) return route.abort();
    await arrival;
    return route.continue();
  });
  const page = await context.newPage();
  if (worker !== undefined) await workAs(page, worker);
  return page;
}

interface Fixtures {
  /** Fails a test at its end if any of its browsers reported a violation of the content security policy. */
  readonly policyViolations: readonly string[];
  /** A second browser, signed out. */
  readonly newcomer: Page;
  /** A second browser, signed in as Marta Oliveira. */
  readonly marta: Page;
}

export const test = base.extend<Fixtures>({
  policyViolations: [
    async ({ browser }, use) => {
      const violations: string[] = [];
      const listen = (context: BrowserContext) => {
        context.on('console', (message) => {
          if (message.text().includes('Content Security Policy')) violations.push(message.text());
        });
      };
      browser.contexts().forEach(listen);
      browser.on('context', listen);
      await use(violations);
      browser.off('context', listen);
      expect(violations).toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ page }, use) => {
    await workAs(page, 'priya');
    await use(await withHydration(page));
  },
  newcomer: async ({ browser }, use) => {
    const page = await anotherBrowser(browser);
    await use(page);
    await page.context().close();
  },
  marta: async ({ browser }, use) => {
    const page = await anotherBrowser(browser, 'marta');
    await use(page);
    await page.context().close();
  },
});

export { expect };

/** Whether a request calls a server action. */
export function isCommand(request: Request): boolean {
  return request.method() === 'POST' && request.headers()['next-action'] !== undefined;
}

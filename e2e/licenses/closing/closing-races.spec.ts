import type { Locator, Page, Route } from '@playwright/test';
import { anotherBrowser, draftNotice, expect, expectVersion, typeDay } from '../../fixtures';
import { on, test, YEAR, type SeedData, type SeededLicense } from '../../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

const PAGES = '**/licenses/*';
const ENDED = `Ended after 30 Jun ${YEAR}.`;

function seedLicense(seed: SeedData): Promise<SeededLicense> {
  return seed.license({ offers: [SPRING, AUTUMN] });
}

/** Opens the form that ends the license and fills it, up to its button. */
async function fillEnd(page: Page): Promise<{ sheet: Locator; send: Locator }> {
  await page.keyboard.press('Shift+E');
  const sheet = page.getByRole('complementary', { name: 'End license' });
  await typeDay(sheet, 'Last day', on('06-30'));
  await sheet.getByRole('button', { name: /Reason/ }).click();
  await page.getByRole('option', { name: 'Terminated' }).click();
  const send = sheet.getByRole('button', { name: /^End after 30 Jun/ });
  await expect(send).toBeEnabled();
  return { sheet, send };
}

/** The keys of the commands that end a license, as the browser sends them. */
function endsSent(page: Page): string[] {
  const keys: string[] = [];
  page.on('request', (request) => {
    if (!isEnd(request.postData())) return;
    keys.push(/"key":"([^"]+)"/.exec(request.postData() ?? '')?.[1] ?? '');
  });
  return keys;
}

function isEnd(body: string | null): boolean {
  return body?.includes('"close-license"') ?? false;
}

/** Intercepts the commands that end a license, and nothing else. */
async function onEnd(page: Page, handle: (route: Route) => Promise<void>): Promise<void> {
  await page.route(PAGES, (route) =>
    isEnd(route.request().postData()) ? handle(route) : route.continue(),
  );
}

test('two presses and two keys end a license once', async ({ page, seed }) => {
  const license = await seedLicense(seed);
  await page.goto(license.address);
  const keys = endsSent(page);
  const { send } = await fillEnd(page);
  await send.dblclick();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`${ENDED} Saved as version 3.`)).toBeVisible();
  await expectVersion(page, 3);
  expect(keys).toHaveLength(1);
});

test('a slow answer is waited for without a second command, even when the sheet is closed', async ({
  page,
  seed,
}) => {
  const license = await seedLicense(seed);
  await page.goto(license.address);
  const keys = endsSent(page);
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await onEnd(page, async (route) => {
    await held;
    await route.continue();
  });
  const { sheet, send } = await fillEnd(page);
  await send.click();
  await expect(page.getByRole('link', { name: 'v2 Saving' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  answer();
  await expect(page.getByText(`${ENDED} Saved as version 3.`)).toBeVisible();
  expect(keys).toHaveLength(1);
});

test('an end with a lost answer is not said to be saved until the same key settles it', async ({
  page,
  seed,
}) => {
  const license = await seedLicense(seed);
  await page.goto(license.address);
  const keys = endsSent(page);
  await onEnd(page, async (route) => {
    await route.fetch();
    await route.abort('connectionfailed');
  });
  const { sheet, send } = await fillEnd(page);
  await send.click();
  await expect(sheet.getByRole('alert')).toContainText('We lost the connection while saving.');
  await expect(page.getByRole('link', { name: 'v2 Save not confirmed' })).toBeVisible();
  // The version that was saved is most likely one's own.
  await expect(sheet).not.toContainText('in another window');
  await page.unroute(PAGES);
  await sheet.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('Already saved as version 3.')).toBeVisible();
  await expectVersion(page, 3);
  expect(new Set(keys).size).toBe(1);
});

test('the second of two windows that end a license hears of the first, and writes nothing', async ({
  page,
  browser,
  seed,
}) => {
  const license = await seedLicense(seed);
  const other = await anotherBrowser(browser, 'priya');
  for (const one of [page, other]) await one.goto(license.address);
  const [first, second] = [await fillEnd(page), await fillEnd(other)];
  await first.send.click();
  await expectVersion(page, 3);

  await expect(second.sheet).toContainText('You, in another window, saved v3');
  await second.send.click();
  const dialog = other.getByRole('dialog');
  await expect(dialog).toContainText('has already ended');
  await other.keyboard.press('Escape');
  await second.sheet.getByRole('button', { name: 'Check again' }).click();
  await expect(second.sheet.getByRole('alert')).toContainText('has already ended');
  await expect(second.send).toBeDisabled();
  await other.reload();
  await expectVersion(other, 3);
  await other.context().close();
});

test('what was typed of an end is back after the back button and after a reload', async ({
  page,
  seed,
}) => {
  const license = await seedLicense(seed);
  const search = `/licenses?q=${encodeURIComponent(license.name)}`;
  await page.goto(search);
  await page.getByRole('link', { name: license.name }).click();
  await expectVersion(page, 2);
  const { sheet } = await fillEnd(page);
  await page.goBack();
  await expect(page).toHaveURL(search);
  await expect(sheet).toHaveCount(0);
  await page.goForward();
  await expectVersion(page, 2);
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press('Shift+E');
  await expect(draftNotice(sheet)).toBeVisible();
  await expect(sheet.getByRole('button', { name: /Reason/ })).toContainText('Terminated');
  await expect(sheet).toContainText('checked against v2');

  await page.reload();
  await page.keyboard.press('Shift+E');
  await expect(draftNotice(sheet)).toBeVisible();
  await sheet.getByRole('button', { name: /^End after 30 Jun/ }).click();
  await expect(page.getByText(`${ENDED} Saved as version 3.`)).toBeVisible();
});

import type { Locator, Page } from '@playwright/test';
import { expect, expectVersion, fillOffer, offerRow, submitOffer, typeDay } from '../fixtures';
import { on, test } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };

/** The message of a form that there is nothing to save. */
function nothing(scope: Page | Locator): Locator {
  return scope.getByRole('status').filter({ hasText: 'Nothing to save.' });
}

test('saving an offer or terms without a change says so and offers no undo', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(license.address);
  await offerRow(page, 'Spring').getByRole('rowheader').click();
  const inspector = page.getByRole('complementary', { name: 'Spring' });
  await inspector.getByRole('button', { name: 'Save' }).click();
  await expect(nothing(inspector)).toContainText('Version 2 already has these values.');
  await inspector.getByRole('textbox', { name: 'Price' }).fill('4.990');
  await inspector.getByRole('textbox', { name: 'Price' }).fill('4.99');
  await inspector.getByRole('button', { name: 'Save' }).click();
  await expect(nothing(inspector)).toBeVisible();
  await expectVersion(page, 2);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0);
  await inspector.getByRole('button', { name: 'Close' }).click();
  await expect(nothing(page)).toHaveCount(0);

  await page.getByRole('button', { name: 'Amend terms' }).click();
  const sheet = page.getByRole('complementary', { name: license.name });
  await sheet.getByRole('button', { name: 'Amend terms' }).click();
  await expect(nothing(sheet)).toContainText('Version 2 already has these values.');
  await expectVersion(page, 2);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0);
});

test('saving a title or a contract without a change says so in place', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING] });
  const title = await seed.title({ license, offer: SPRING });
  for (const { address } of [title, license.contract]) {
    await page.goto(`${address}/edit`);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(nothing(page)).toContainText('Version 1 already has these values.');
    await page.getByLabel('Notes').fill('Renewed.');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
    await expect(page.getByText('Renewed.').first()).toBeVisible();
  }
});

test('a refusal of amended terms is in view, and an invalid field has the focus', async ({
  page,
  seed,
}) => {
  for (const size of [
    { width: 1440, height: 700 },
    { width: 390, height: 700 },
  ]) {
    // Another one each time: what is typed on a license stays in its form.
    const license = await seed.license({ offers: [SPRING] });
    await page.setViewportSize(size);
    await page.goto(license.address);
    await page.getByRole('button', { name: 'Amend terms' }).click();
    const sheet = page
      .getByRole('complementary', { name: license.name })
      .or(page.getByRole('dialog', { name: license.name }));
    await typeDay(sheet, 'Last day', on('04-20'));
    await sheet.getByLabel('Name').focus();
    await page.keyboard.press('Enter');
    const refusal = sheet.getByRole('alert');
    await expect(refusal).toContainText('Spring');
    await expect(refusal).toBeInViewport({ ratio: 0.9 });

    await sheet.getByLabel('Name').fill('');
    await sheet.getByLabel('Notes').focus();
    await sheet.getByRole('button', { name: 'Amend terms' }).click();
    await expect(sheet.getByLabel('Name')).toBeFocused();
    await expect(sheet.getByLabel('Name')).toBeInViewport();
    await expect(sheet.getByLabel('Name')).toHaveAccessibleDescription(/name/i);
  }
});

test('a change saved offline waits, and is saved once when the browser is online again', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  await page.goto(license.address);
  await fillOffer(page, SPRING);
  await page.context().setOffline(true);
  await submitOffer(page);
  await expect(page.getByRole('link', { name: 'v1 Waiting to save' })).toBeVisible();
  const sheet = page.getByRole('complementary', { name: 'Generate an offer' });
  await expect(sheet.getByRole('status').filter({ hasText: 'You are offline.' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'v1 Saved' })).toHaveCount(0);

  const keys: string[] = [];
  page.on('request', (request) => {
    const key = /"key":"([^"]+)"/.exec(request.postData() ?? '')?.[1];
    if (key !== undefined) keys.push(key);
  });
  await page.context().setOffline(false);
  await expect(page.getByText('Added. Saved as version 2.')).toBeVisible();
  await expectVersion(page, 2);
  await expect(offerRow(page, 'Spring')).toHaveCount(1);
  expect(keys).toHaveLength(1);
});

test('a save with a lost response is not reported as saved until it is confirmed', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  await page.goto(license.address);
  await fillOffer(page, SPRING);
  await page.route('**/licenses/*', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    await route.abort('connectionfailed');
  });
  await submitOffer(page);
  const sheet = page.getByRole('complementary', { name: 'Generate an offer' });
  await expect(sheet.getByRole('alert')).toContainText('We lost the connection while saving.');
  await expect(page.getByRole('link', { name: 'v1 Save not confirmed' })).toBeVisible();
  await page.unroute('**/licenses/*');
  await sheet.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('Already saved as version 2.')).toBeVisible();
  await expectVersion(page, 2);
});

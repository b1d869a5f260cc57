import type { Locator, Page } from '@playwright/test';
import { PASSWORD, PEOPLE } from '../people';
import {
  addOffer,
  draftNotice,
  expect,
  fillOffer,
  offerRow,
  submitOffer,
  typeDay,
} from '../fixtures';
import { on, test, YEAR } from '../seed-data';

/*
 * What was typed into a form and not saved is offered again when the form is opened again, whatever happened in between, and
 * is gone once it is saved.
 */

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };

function sheetOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Generate an offer' });
}

async function openForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^New offer( N)?$/ }).click();
  await expect(page.getByRole('complementary')).toBeVisible();
}

/** The form of a new offer has what was typed, and says so. */
async function expectKept(page: Page): Promise<void> {
  const sheet = sheetOf(page);
  await expect(draftNotice(sheet)).toBeVisible();
  await expect(sheet.getByLabel('Name')).toHaveValue(SPRING.name);
  await expect(sheet.getByRole('textbox', { name: 'Price' })).toHaveValue(SPRING.price);
  await expect(sheet.getByText('61 days')).toBeVisible();
}

test('a new offer that was typed survives Esc, a reload and other pages, and is gone once it is saved', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  await page.goto(license.address);
  await fillOffer(page, SPRING);
  await expect(draftNotice(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(sheetOf(page)).toHaveCount(0);
  await openForm(page);
  await expectKept(page);

  await page.reload();
  await openForm(page);
  await expectKept(page);

  await page.getByRole('link', { name: 'Contracts' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Contracts' })).toBeVisible();
  await page.goBack();
  await openForm(page);
  await expectKept(page);

  await submitOffer(page);
  await expect(page.getByText('Added. Saved as version 2.')).toBeVisible();
  await openForm(page);
  await expect(sheetOf(page).getByLabel('Name')).toHaveValue('');
  await expect(draftNotice(page)).toHaveCount(0);
});

test('unsaved changes are back after signing out and in, for who typed them and nobody else', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  const signIn = async (worker: 'priya' | 'marta') => {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(license.address)}`);
    await page.getByLabel('E-mail address').fill(PEOPLE[worker].email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL(`**${license.address}`);
    await page.goto(license.address);
  };
  await signIn('priya');
  await fillOffer(page, SPRING);
  await signIn('marta');
  await openForm(page);
  await expect(sheetOf(page).getByLabel('Name')).toHaveValue('');
  await signIn('priya');
  await openForm(page);
  await expectKept(page);
});

test('unsaved changes of an offer can be discarded, and unchanged fields are no change', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(license.address);
  await offerRow(page, 'Spring').getByRole('rowheader').click();
  const inspector = page.getByRole('complementary', { name: 'Spring' });
  const price = inspector.getByRole('textbox', { name: 'Price' });
  await price.fill('3.49');
  await typeDay(inspector, 'Last day', on('02-31'));
  await inspector.getByRole('button', { name: 'Close' }).click();
  await offerRow(page, 'Spring').getByRole('rowheader').click();
  await expect(price).toHaveValue('3.49');
  await expect(inspector).toContainText('Not saved yet');
  await expect(
    inspector.getByRole('group', { name: 'Last day' }).getByRole('spinbutton').first(),
  ).toHaveText('31');

  await draftNotice(inspector).getByRole('button', { name: 'Discard' }).click();
  await expect(price).toHaveValue('4.99');
  await expect(inspector).toContainText('No changes');
  await expect(inspector.getByText('61 days')).toBeVisible();
  await price.fill('3.49');
  await price.fill('4.99');
  await inspector.getByRole('button', { name: 'Close' }).click();
  await offerRow(page, 'Spring').getByRole('rowheader').click();
  await expect(inspector).toContainText('No changes');
  await expect(draftNotice(page)).toHaveCount(0);
});

test('a draft against an older version is sent against that version, and the conflict settles it', async ({
  page,
  marta,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(license.address);
  await offerRow(page, 'Spring').getByRole('rowheader').click();
  const inspector = page.getByRole('complementary', { name: 'Spring' });
  await inspector.getByRole('textbox', { name: 'Price' }).fill('3.49');
  await marta.goto(license.address);
  await addOffer(
    marta,
    { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') },
    3,
  );

  await page.reload();
  await expect(page.getByRole('link', { name: 'v3 Saved' })).toBeVisible();
  await offerRow(page, 'Spring').getByRole('rowheader').click();
  await expect(draftNotice(inspector)).toBeVisible();
  await inspector.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await expect(dialog).toContainText('Autumn');
  await dialog.getByRole('button', { name: /^Apply to version 3/ }).click();
  await expect(page.getByText('Saved as version 4.')).toBeVisible();
  await expect(offerRow(page, 'Spring')).toContainText('$3.49');
  await page.reload();
  await offerRow(page, 'Spring').getByRole('rowheader').click();
  await expect(inspector).toContainText('No changes');
  await expect(draftNotice(page)).toHaveCount(0);
});

test('steps of a ladder keep what was typed when others are added and removed', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  await page.goto(license.address);
  await openForm(page);
  await sheetOf(page).getByText('Price ladder', { exact: true }).click();
  const sheet = page.getByRole('complementary', { name: 'Price ladder' });
  await typeDay(sheet, 'First day', on('02-01'));
  const step = (number: number) =>
    sheet.getByRole('group', { name: `Step ${number}`, exact: true });
  const fill = async (number: number, name: string, price: string) => {
    await step(number).getByLabel(/^Name/).fill(name);
    await step(number)
      .getByLabel(/^Price/)
      .fill(price);
  };
  await fill(1, 'Premiere', '9.99');
  await fill(2, 'Standard', '6.99');
  await fill(3, 'Catalog', '3.99');
  await sheet.getByRole('button', { name: 'Remove step 2' }).click();
  await sheet.getByRole('button', { name: 'Add step' }).click();
  await fill(3, 'Bargain', '0.99');
  await expect(step(2).getByLabel(/^Name/)).toHaveValue('Catalog');

  await page.keyboard.press('Escape');
  await openForm(page);
  await expect(draftNotice(sheet)).toBeVisible();
  await expect(step(1).getByLabel(/^Name/)).toHaveValue('Premiere');
  await expect(step(2).getByLabel(/^Price/)).toHaveValue('3.99');
  await sheet.getByRole('button', { name: 'Add offers' }).click();
  await expect(page.getByText('Added. Saved as version 2.')).toBeVisible();
  await expect(offerRow(page, 'Premiere')).toContainText('$9.99');
  await expect(offerRow(page, 'Catalog')).toContainText(`3 Mar ${YEAR}`);
  await expect(offerRow(page, 'Bargain')).toContainText('$0.99');
  await expect(offerRow(page, 'Standard')).toHaveCount(0);
});

test('a license that was typed survives a reload, and is granted once', async ({ page, seed }) => {
  const contract = await seed.contract();
  await page.goto(`/licenses/new?contract=${contract.id}`);
  await page.getByLabel('Name').fill('Kept slate');
  await page.getByRole('checkbox', { name: 'Console' }).press('Space');
  await page.reload();
  await expect(draftNotice(page)).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('Kept slate');
  await expect(page.getByRole('checkbox', { name: 'Console' })).not.toBeChecked();
  await draftNotice(page).getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByLabel('Name')).toHaveValue('');
  await expect(page.getByRole('checkbox', { name: 'Console' })).toBeChecked();
});

test('a browser that cannot store drafts says so, and saves', async ({ page, seed }) => {
  const license = await seed.license();
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('Forbidden', 'SecurityError');
      },
    });
  });
  await page.goto(license.address);
  await fillOffer(page, SPRING);
  await expect(sheetOf(page).getByRole('status').filter({ hasText: 'not kept' })).toBeVisible();
  await submitOffer(page);
  await expect(page.getByText('Added. Saved as version 2.')).toBeVisible();
});

test('a form whose code cannot be loaded says so, and opens when it can', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  await page.goto(license.address);
  await page.waitForLoadState('networkidle');
  let tries = 0;
  page.on('console', (message) => {
    if (message.type() === 'warning') tries += 1;
  });
  await page.route('**/_next/static/**', (route) => route.abort('internetdisconnected'));
  await page.getByRole('button', { name: 'Amend terms' }).click();
  const panel = page.getByRole('alertdialog', {
    name: 'This part of the page could not be loaded',
  });
  await expect(panel).toContainText('Check your connection, then retry.');
  // It has tried once more by itself; or that would open the form as soon as there is a connection.
  await expect.poll(() => tries).toBe(2);
  await page.unroute('**/_next/static/**');
  await panel.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('complementary').getByText('Amend terms').first()).toBeVisible();
});

test('the form of an offer is there without a connection, because it came with the page', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  await page.goto(license.address);
  await page.waitForLoadState('networkidle');
  await page.route('**/_next/static/**', (route) => route.abort('internetdisconnected'));
  await page.getByRole('button', { name: /^New offer( N)?$/ }).click();
  await expect(sheetOf(page)).toBeVisible();
});

import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { aName } from '../../tests/builders/license-builders';
import { expect, expectVersion, offerRow, typeDay, workAs } from '../fixtures';
import { on, test, YEAR } from '../seed-data';

/* Price plans: made from a ladder that was typed, and filled in on another license. */

const sheetOf = (page: Page) => page.getByRole('complementary');

async function openLadder(page: Page, address: string) {
  await page.goto(address);
  await page
    .getByRole('button', { name: /^New offer/ })
    .first()
    .click();
  await sheetOf(page).getByText('Price ladder', { exact: true }).click();
  return sheetOf(page);
}

/** Chooses of a list of values, by its label and the words of the value. */
async function choose(page: Page, label: string | RegExp, words: string | RegExp) {
  await sheetOf(page).getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: words }).click();
}

test('a typed ladder is saved as a plan, which fills in the ladder of another license', async ({
  page,
  seed,
}) => {
  const [first, second] = [await seed.license(), await seed.license()];
  const name = aName('Library');
  const sheet = await openLadder(page, first.address);
  const steps = sheet.getByRole('group', { name: /^Step \d/ });
  await sheet.getByRole('button', { name: 'Remove step 3' }).click();
  await expect(steps).toHaveCount(2);
  await steps.nth(0).getByLabel(/^Name/).fill('Launch');
  await steps
    .nth(0)
    .getByLabel(/^Price/)
    .fill('SD 4.99, HD 5.99');
  await steps
    .nth(0)
    .getByLabel(/^Length/)
    .fill('2');
  await choose(page, /Unit of step 1/, 'months');
  await steps.nth(1).getByLabel(/^Name/).fill('Catalog');
  await choose(page, /Unit of step 2/, 'until the license ends');

  await sheet.getByRole('button', { name: 'Save as plan' }).click();
  await sheet.getByLabel('Name of the price plan').fill(name);
  await page.keyboard.press('Enter');
  await expect(steps.nth(1).getByLabel(/^Price/)).toHaveAccessibleDescription(/Enter a price/);
  await steps
    .nth(1)
    .getByLabel(/^Price/)
    .fill('Tier 1');
  await sheet.getByRole('button', { name: 'Save plan' }).click();
  await expect(sheet.getByRole('status').filter({ hasText: name })).toHaveText(
    `Saved as price plan ${name}.`,
  );

  await openLadder(page, second.address);
  await choose(page, /From a price plan/, new RegExp(name));
  await expect(sheet).toContainText(`The steps are copied from ${name}.`);
  await expect(steps).toHaveCount(2);
  await expect(steps.nth(0).getByLabel(/^Price/)).toHaveValue('SD 4.99, HD 5.99');
  await typeDay(sheet, 'First day', on('03-01'));
  await expect(sheet).toContainText(`1 Mar – 31 Dec ${YEAR} · 306 days`);
  await sheet.getByRole('button', { name: 'Add offers' }).click();
  await expect(page.getByText('Added. Saved as version 2.')).toBeVisible();
  await expect(offerRow(page, 'Launch')).toContainText(`30 Apr ${YEAR}`);
  await expect(offerRow(page, 'Catalog')).toContainText(`31 Dec ${YEAR}`);
});

/** Makes a plan of 2 months and the rest of the license on the page of plans. */
async function makePlan(page: Page, name: string) {
  await page.goto('/price-tables/plans');
  await page.getByRole('button', { name: 'New price plan' }).click();
  const sheet = sheetOf(page);
  await sheet.getByLabel('Name', { exact: true }).fill(name);
  const steps = sheet.getByRole('group', { name: /^Step \d/ });
  await steps.nth(0).getByLabel(/^Name/).fill('Launch');
  await steps
    .nth(0)
    .getByLabel(/^Price/)
    .fill('4.99');
  await steps
    .nth(0)
    .getByLabel(/^Length/)
    .fill('2');
  await choose(page, /Unit of step 1/, 'months');
  await steps.nth(1).getByLabel(/^Name/).fill('Catalog');
  await steps
    .nth(1)
    .getByLabel(/^Price/)
    .fill('2.99');
  await choose(page, /Unit of step 2/, 'until the license ends');
  await expectAccessible(page, 'the sheet of a price plan');
  await sheet.getByRole('button', { name: 'Save plan' }).click();
  await expect(page.getByRole('status').filter({ hasText: `Saved ${name}.` })).toBeVisible();
}

const lineOf = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Price plans' }).getByRole('listitem').filter({ hasText: name });

test('a plan is made, applied to two licenses at once, and undone', async ({
  page,
  marta,
  seed,
}) => {
  const name = aName('Library');
  await makePlan(page, name);
  await expect(lineOf(page, name)).toContainText(
    'Launch $4.99, 2 months · Catalog $2.99, until the license ends',
  );
  await page.reload();
  await expectAccessible(page, 'the price plans');
  const contract = await seed.contract();
  const spring = { name: 'Spring', price: '4.99', firstDay: on('02-01'), lastDay: on('02-20') };
  const [first, second] = [await seed.license({ contract }), await seed.license({ contract })];
  await seed.license({ contract, offers: [spring] });
  await page.goto(`/licenses?studio=${encodeURIComponent(contract.studio)}`);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.getByRole('button', { name: 'Change 3 selected' }).click();
  const sheet = sheetOf(page);
  await choose(page, /^(?!.*Begins).*Change/, 'Apply a price plan');
  await choose(page, /Price plan/, new RegExp(name));
  await expect(sheet).toContainText('Launch $4.99, 2 months');
  const apply = (count: number) =>
    sheet.getByRole('button', { name: `Apply plan to ${count} licenses` });
  await expect(apply(2)).toBeEnabled();
  await expect(sheet).toContainText('Offers would overlap');
  await expect(sheet).toContainText('4 offers would be added.');
  await expectAccessible(page, 'the dry run of a price plan');
  await sheet.getByRole('button', { name: /^Begin after the last offer/ }).click();
  await expect(apply(3)).toBeEnabled();
  await marta.goto('/price-tables/plans');
  await marta.getByRole('button', { name: `Edit ${name}` }).click();
  await sheetOf(marta).getByLabel('Price of step 2').fill('3.99');
  await sheetOf(marta).getByRole('button', { name: 'Save plan' }).click();
  await expect(lineOf(marta, name)).toContainText('Catalog $3.99');
  await choose(page, /Begins/, 'On the first day of the license');
  await expect(sheet).toContainText('Marta Oliveira changed this plan since you chose it.');
  await expect(sheet.getByRole('button', { name: /^Apply plan/ })).toBeDisabled();
  await sheet.getByRole('button', { name: 'Take the latest' }).click();
  await expect(sheet).toContainText('Catalog $3.99');
  await apply(2).click();

  const done = page.getByRole('status').filter({ hasText: '2 licenses changed, 1 left out.' });
  await expect(done).toBeVisible();
  await marta.goto(first.address);
  await expect(offerRow(marta, 'Launch')).toContainText(`28 Feb ${YEAR}`);
  await expect(offerRow(marta, 'Catalog')).toContainText(`31 Dec ${YEAR}`);
  await expect(offerRow(marta, 'Catalog')).toContainText('$3.99');
  await done.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Undone.' })).toBeVisible();
  for (const { address } of [first, second]) {
    await marta.goto(address);
    await expectVersion(marta, 3);
    await expect(offerRow(marta, 'Launch')).toHaveCount(0);
  }
});

test('of two people who edit a plan, the slower one sees what happened, and Enter saves both changes', async ({
  page,
  marta,
}) => {
  const name = aName('Library');
  await makePlan(page, name);
  const edit = async (by: Page) => {
    await by.getByRole('button', { name: `Edit ${name}` }).click();
    return sheetOf(by);
  };
  const priceOf = (by: Page) => sheetOf(by).getByLabel('Price of step 1');
  await marta.goto('/price-tables/plans');
  const [own, other] = [await edit(page), await edit(marta)];
  const renamed = `${name} 2`;
  await other.getByLabel('Name', { exact: true }).fill(renamed);
  await other.getByRole('button', { name: 'Save plan' }).click();
  await expect(lineOf(marta, renamed)).toBeVisible();

  await priceOf(page).fill('5.99');
  await own.getByRole('button', { name: 'Save plan' }).click();
  await expect(own.getByRole('alert')).toContainText(
    `Marta Oliveira saved this plan since you opened it. Its name is now ${renamed}.`,
  );
  await expectAccessible(page, 'the conflict of a price plan');
  await page.keyboard.press('Enter');
  await expect(lineOf(page, renamed)).toContainText('Launch $5.99, 2 months');

  await page.getByRole('button', { name: `Edit ${renamed}` }).click();
  await marta.reload();
  await marta.getByRole('button', { name: `Edit ${renamed}` }).click();
  await priceOf(marta).fill('7.99');
  await other.getByRole('button', { name: 'Save plan' }).click();
  await expect(lineOf(marta, renamed)).toContainText('$7.99');
  await priceOf(page).fill('8.99');
  await own.getByRole('button', { name: 'Save plan' }).click();
  await expect(own.getByRole('alert')).toContainText('You both changed the steps.');
  await own.getByRole('button', { name: 'Take theirs' }).click();
  await expect(priceOf(page)).toHaveValue('7.99');

  await marta.getByRole('button', { name: `Delete ${renamed}` }).click();
  await marta.getByRole('button', { name: `Delete ${renamed}` }).click();
  await expect(marta.getByRole('status').filter({ hasText: 'Deleted.' })).toBeVisible();
  await expect(lineOf(marta, renamed)).toHaveCount(0);
  await priceOf(page).fill('9.99');
  await own.getByRole('button', { name: 'Save plan' }).click();
  await expect(own.getByRole('alert')).toContainText('Someone deleted this plan.');
  await page.keyboard.press('Enter');
  await expect(lineOf(page, renamed)).toContainText('Launch $9.99, 2 months');
});

test('a viewer reads price plans, and the palette leads to them', async ({ page, newcomer }) => {
  const name = aName('Library');
  await makePlan(page, name);
  await workAs(newcomer, 'vera');
  await newcomer.goto('/today');
  await newcomer.keyboard.press('Control+k');
  await newcomer.getByRole('searchbox').fill('price plans');
  await expect(newcomer.getByRole('menuitem', { name: 'Price plans' })).toBeVisible();
  await newcomer.keyboard.press('ArrowDown');
  await newcomer.keyboard.press('Enter');
  await expect(newcomer).toHaveURL(/\/price-tables\/plans$/);
  await expect(lineOf(newcomer, name)).toBeVisible();
  await expect(newcomer.getByRole('button', { name: /plan|Edit|Delete/ })).toHaveCount(0);
});

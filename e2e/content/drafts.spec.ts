import type { Locator, Page } from '@playwright/test';
import {
  applyWithEnter,
  chooseOffer,
  draftNotice,
  expect,
  expectVersion,
  workAs,
} from '../fixtures';
import { on, test, unique } from '../seed-data';

/*
 * What was typed about a title and not saved is offered again when the form is opened again, whatever happened in between,
 * and is gone once it is saved.
 */

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const SUMMER = { name: 'Summer', price: '3.99', firstDay: on('06-01'), lastDay: on('07-31') };
const AUTUMN = { name: 'Autumn', price: '2.99', firstDay: on('09-01'), lastDay: on('10-31') };

async function openSheet(page: Page, button: string): Promise<Locator> {
  await page.getByRole('button', { name: button }).click();
  const sheet = page.getByRole('complementary');
  await expect(sheet).toBeVisible();
  return sheet;
}

/** The sheet has this license and offer chosen. */
async function expectChosen(scope: Page | Locator, license: string, offer: string): Promise<void> {
  await expect(draftNotice(scope)).toBeVisible();
  await expect(scope.getByRole('combobox', { name: 'License' })).toHaveValue(license);
  await expect(scope.getByRole('button', { name: /Offer$/ })).toContainText(offer);
}

test('a title that was typed survives other pages, a reload and an ended session, and is registered once', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, SUMMER] });
  const series = await seed.title({
    ...{ license, offer: SPRING, kind: 'series', title: unique('Series') },
  });
  const name = unique('Season');
  const title = page.getByRole('textbox', { name: 'Title' });
  const identifier = (number: number) => page.getByLabel(`Identifier ${number}`, { exact: true });
  const above = page.getByRole('combobox', { name: 'Belongs to' });

  await page.goto('/content/new');
  await title.fill(name);
  await page.getByRole('button', { name: /Kind$/ }).click();
  await page.getByRole('option', { name: 'Season' }).click();
  await above.fill(series.title);
  await page.getByRole('option', { name: series.title }).click();
  await page.getByLabel('Number (optional)').fill('2');
  await identifier(1).fill('A-1');
  for (const [number, value] of [
    [2, 'A-2'],
    [3, 'A-3'],
  ] as const) {
    await page.getByRole('button', { name: 'Add an identifier' }).click();
    await page.getByRole('button', { name: `Scheme of identifier ${number}` }).click();
    await page.getByRole('option', { name: 'House' }).click();
    await identifier(number).fill(value);
  }
  await page.getByRole('button', { name: 'Remove identifier 2' }).click();
  await chooseOffer(page, license.name, 'Summer');

  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Content' })).toBeVisible();
  await page.getByRole('link', { name: 'Register a title' }).first().click();
  await expectChosen(page, license.name, 'Summer');
  await page.reload();
  await expectChosen(page, license.name, 'Summer');
  await expect(title).toHaveValue(name);
  await expect(above).toHaveValue(series.title);
  await expect(page.getByLabel('Studio')).toHaveValue(license.contract.studio);
  await expect(identifier(1)).toHaveValue('A-1');
  await expect(identifier(2)).toHaveValue('A-3');
  await expect(identifier(3)).toHaveCount(0);

  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Register title' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'signed out' })).toBeVisible();
  await workAs(page, 'priya');
  await page.reload();
  await expectChosen(page, license.name, 'Summer');
  await page.getByRole('button', { name: 'Register title' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('A-3')).toBeVisible();

  await page.goto('/content/new');
  await expect(title).toHaveValue('');
  await expect(page.getByRole('combobox', { name: 'License' })).toHaveValue('');
  await expect(draftNotice(page)).toHaveCount(0);
});

test('a choice of an offer survives Esc and a reload, is discarded, and is gone once it is saved', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, SUMMER, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(title.address);
  let sheet = await openSheet(page, 'Assign offer');
  await chooseOffer(sheet, license.name, 'Summer');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  sheet = await openSheet(page, 'Assign offer');
  await expectChosen(sheet, license.name, 'Summer');
  await page.reload();
  sheet = await openSheet(page, 'Assign offer');
  await expectChosen(sheet, license.name, 'Summer');

  await draftNotice(sheet).getByRole('button', { name: 'Discard' }).click();
  await expect(sheet.getByRole('combobox', { name: 'License' })).toHaveValue('');
  await sheet.getByRole('button', { name: 'Close' }).click();
  sheet = await openSheet(page, 'Assign offer');
  await expect(draftNotice(sheet)).toHaveCount(0);

  await chooseOffer(sheet, license.name, 'Autumn');
  // Moving is another form than assigning.
  sheet = await openSheet(page, 'Move Spring to another offer');
  await expect(draftNotice(sheet)).toHaveCount(0);
  sheet = await openSheet(page, 'Assign offer');
  await expectChosen(sheet, license.name, 'Autumn');
  await sheet.getByRole('button', { name: 'Assign offer' }).click();
  await expect(page.getByText('Assigned. Saved as version 2.')).toBeVisible();
  await expectVersion(page, 2);
  sheet = await openSheet(page, 'Assign offer');
  await expect(sheet.getByRole('combobox', { name: 'License' })).toHaveValue('');
  await expect(draftNotice(sheet)).toHaveCount(0);
});

test('a choice against an older version is settled by the conflict, and then forgotten', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, SUMMER, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(title.address);
  let sheet = await openSheet(page, 'Assign offer');
  await chooseOffer(sheet, license.name, 'Autumn');
  await seed.assign(title, license, SUMMER, { version: 1, by: 'Marta Oliveira' });

  await page.reload();
  await expectVersion(page, 2);
  sheet = await openSheet(page, 'Assign offer');
  await expectChosen(sheet, license.name, 'Autumn');
  await sheet.getByRole('button', { name: 'Assign offer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await expect(dialog).toContainText('Summer');
  await applyWithEnter(page, /Apply to version 2/);
  await expect(page.getByText('Assigned. Saved as version 3.')).toBeVisible();
  await expectVersion(page, 3);
  sheet = await openSheet(page, 'Assign offer');
  await expect(sheet.getByRole('combobox', { name: 'License' })).toHaveValue('');
  await expect(draftNotice(sheet)).toHaveCount(0);
});

test('a choice that a conflict gives up is forgotten', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING, SUMMER, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(title.address);
  let sheet = await openSheet(page, 'Assign offer');
  await chooseOffer(sheet, license.name, 'Autumn');
  await seed.assign(title, license, SUMMER, { version: 1, by: 'Marta Oliveira' });
  await sheet.getByRole('button', { name: 'Assign offer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await dialog.getByRole('button', { name: /^Discard/ }).click();
  await expectVersion(page, 2);
  sheet = await openSheet(page, 'Assign offer');
  await expect(sheet.getByRole('combobox', { name: 'License' })).toHaveValue('');
  await expect(draftNotice(sheet)).toHaveCount(0);
});

test('a chosen offer that is no longer there stays in sight, and is refused at its field', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, SUMMER, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(title.address);
  let sheet = await openSheet(page, 'Assign offer');
  await chooseOffer(sheet, license.name, 'Summer');
  const moved = { ...SUMMER, firstDay: on('06-15') };
  await seed.replace(license, SUMMER, moved);

  await page.reload();
  sheet = await openSheet(page, 'Assign offer');
  await expectChosen(sheet, license.name, 'Summer');
  await sheet.getByRole('button', { name: 'Assign offer' }).click();
  await expect(sheet.getByRole('alert')).toBeVisible();
  await expect(sheet.getByRole('button', { name: /Offer$/ })).toHaveAccessibleDescription(
    /no longer an offer of this license/,
  );
});

test('a correction survives an ended session and a reload, and is settled by the conflict', async ({
  page,
  marta,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  const title = await seed.title({ license, offer: SPRING });
  const name = unique('Renamed');
  const field = page.getByRole('textbox', { name: 'Title' });
  const notes = page.getByRole('textbox', { name: 'Notes (optional)' });
  await page.goto(`${title.address}/edit`);
  await field.fill(name);
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'signed out' })).toBeVisible();
  await marta.goto(`${title.address}/edit`);
  await marta.getByRole('textbox', { name: 'Notes (optional)' }).fill('Restored print.');
  await marta.getByRole('button', { name: 'Save' }).click();
  await expectVersion(marta, 2);

  await workAs(page, 'priya');
  await page.reload();
  await expect(draftNotice(page)).toBeVisible();
  await expect(field).toHaveValue(name);
  await expect(notes).toHaveValue('');
  await page.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await expect(dialog.getByRole('row', { name: /^Notes/ })).toContainText('Restored print. theirs');
  await applyWithEnter(page, 'Apply to version 2');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await page.goto(`${title.address}/edit`);
  await expect(field).toHaveValue(name);
  await expect(notes).toHaveValue('Restored print.');
  await expect(draftNotice(page)).toHaveCount(0);
  await notes.fill('Never mind.');
  await page.reload();
  await draftNotice(page).getByRole('button', { name: 'Discard' }).click();
  await expect(notes).toHaveValue('Restored print.');
  await page.reload();
  await expect(draftNotice(page)).toHaveCount(0);
});

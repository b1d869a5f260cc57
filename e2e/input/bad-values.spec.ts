import type { Locator, Page } from '@playwright/test';
import { expect, fillOffer, submitOffer, typeDay } from '../fixtures';
import { on, test, unique, YEAR } from '../seed-data';
import { GOOD, sheetOf, expectVersion } from './forms';

const CONTROL = 'Pre\u0007miere';
const BIDIRECTIONAL = 'Pre\u202Emiere';
const LONG = 'x'.repeat(10_000);

function dayField(scope: Page | Locator, name: string): Locator {
  return scope.getByRole('group', { name, exact: true });
}

test('an offer with several invalid fields shows an error at each and keeps the input', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  await page.goto(license.address);
  await fillOffer(page, { ...GOOD, name: '   ', price: '1.999', firstDay: on('02-30') });
  const sheet = sheetOf(page);
  for (const device of await sheet.getByRole('checkbox').all()) await device.press('Space');
  await submitOffer(page);

  await expect(sheet.getByRole('alert')).toContainText('Fix 4 fields.');
  await expect(sheet.getByLabel('Name')).toHaveAccessibleDescription(
    'An offer’s name cannot be empty.',
  );
  const price = sheet.getByRole('textbox', { name: 'Price' });
  await expect(price).toHaveAccessibleDescription('USD has 2 decimals; 1.999 has more.');
  await expect(price).toHaveValue('1.999');
  const firstDay = dayField(sheet, 'First day');
  await expect(firstDay).toHaveAccessibleDescription(/30 Feb/);
  await expect(firstDay.getByRole('spinbutton', { name: /day/ }).first()).toHaveText('30');
  await expect(sheet.getByRole('group', { name: 'Devices' })).toHaveAccessibleDescription(
    'Choose at least one device.',
  );
  await expectVersion(page, license, 1);
  await expect(page.getByRole('table', { name: 'Offers', exact: true })).toContainText('No offer');
});

test('an invalid price, name or range of days is refused with a message at its field', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  await page.goto(license.address);
  await fillOffer(page, GOOD);
  const sheet = sheetOf(page);
  const name = sheet.getByLabel('Name');
  const price = sheet.getByRole('textbox', { name: 'Price' });
  const refusals = [
    [price, '-1', 'A price cannot be negative; 0 is free.'],
    [price, '4.9.9', 'Enter the price like 4.99.'],
    [price, 'USD 4', 'Enter the price like 4.99.'],
    [price, '21474836.48', 'The price is too large. The maximum is 21474836.47.'],
    [price, '9'.repeat(400), 'The price is too large. The maximum is 21474836.47.'],
    [price, '', 'Enter a price; 0 is free.'],
    [name, '', 'An offer’s name cannot be empty.'],
    [name, LONG, 'An offer’s name has at most 120 characters; this has 10,000.'],
    [name, CONTROL, 'An offer’s name has an invalid character. Type it again.'],
    [name, BIDIRECTIONAL, 'An offer’s name has an invalid character. Type it again.'],
  ] as const;
  for (const [field, typed, sentence] of refusals) {
    const before = await field.inputValue();
    await field.fill(typed);
    await submitOffer(page);
    await expect(field).toHaveAccessibleDescription(sentence);
    await expect(field).toHaveValue(typed);
    await field.fill(before);
  }

  await price.fill('10.5');
  await sheet.getByRole('button', { name: /Currency/ }).click();
  await page.getByRole('option', { name: 'JPY' }).click();
  await submitOffer(page);
  await expect(price).toHaveAccessibleDescription(
    'JPY has no decimals. Enter 10.5 as a whole number.',
  );

  await price.fill('10');
  await typeDay(sheet, 'Last day', on('02-28'));
  await submitOffer(page);
  await expect(dayField(sheet, 'Last day')).toHaveAccessibleDescription(
    new RegExp(`The last day, 28 Feb ${YEAR}, is before the first day, 1 Mar ${YEAR}\\.$`),
  );
  await expect(name).toHaveValue(GOOD.name);
  await expectVersion(page, license, 1);
});

test('a license without a name, territory, device or valid window is not granted', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  await page.goto(`/licenses/new?contract=${contract.id}`);
  await page.getByLabel('Name').fill('\u2003 ');
  await page.getByLabel('Notes').fill('x'.repeat(5_001));
  await typeDay(page, 'First day', on('06-31'));
  for (const device of await page.getByRole('checkbox').all())
    if (await device.isChecked()) await device.press('Space');
  await page.getByRole('button', { name: 'Grant license' }).click();

  await expect(page.getByRole('alert').filter({ hasText: /Fix \d+ fields/ })).toBeVisible();
  const name = page.getByLabel('Name');
  await expect(name).toHaveAccessibleDescription(/A license’s name cannot be empty\./);
  await expect(page.getByLabel('Notes')).toHaveAccessibleDescription(
    'Notes have at most 5,000 characters; these have 5,001.',
  );
  await expect(page.getByRole('button', { name: /Rights type/ })).toHaveAccessibleDescription(
    /Choose a rights type/,
  );
  await expect(page.getByRole('button', { name: /^Territories/ })).toHaveAccessibleDescription(
    /Choose at least one territory/,
  );
  await expect(page.getByRole('group', { name: 'Devices' })).toHaveAccessibleDescription(
    'Choose at least one device.',
  );
  await expect(dayField(page, 'First day')).toHaveAccessibleDescription(/31 Jun/);
  await expect(dayField(page, 'Last day')).toHaveAccessibleDescription('Enter a date.');

  for (const typed of [LONG, CONTROL, BIDIRECTIONAL]) {
    await name.fill(typed);
    await page.getByRole('button', { name: 'Grant license' }).click();
    await expect(name).toHaveAccessibleDescription(/at most 120 characters|invalid character/);
    await expect(name).toHaveValue(typed);
    await name.fill('Slate');
  }
  await typeDay(page, 'First day', on('06-30'));
  await typeDay(page, 'Last day', on('06-29'));
  await page.getByRole('button', { name: 'Grant license' }).click();
  await expect(dayField(page, 'Last day')).toHaveAccessibleDescription(
    new RegExp(`The last day, 29 Jun ${YEAR}, is before the first day, 30 Jun ${YEAR}\\.$`),
  );
  await page.goto(contract.address);
  await expect(page.getByText('No licenses under this contract yet')).toBeVisible();
});

test('a contract with an invalid name is refused at the field', async ({ page }) => {
  const studio = unique('Nowhere');
  await page.goto('/contracts/new');
  await typeDay(page, 'Signed on', on('11-31'));
  await page.getByLabel('Studio').fill(studio);
  await page.getByLabel('Reference number').fill(LONG);
  await page.getByRole('button', { name: 'Record contract' }).click();
  await expect(page.getByLabel('Reference number')).toHaveAccessibleDescription(
    /at most 120 characters/,
  );
  await expect(dayField(page, 'Signed on')).toHaveAccessibleDescription(/31 Nov/);
  await expect(page.getByLabel('Studio')).toHaveValue(studio);
  await page.goto(`/contracts?q=${studio}`);
  await expect(page.getByText('No contracts match')).toBeVisible();
});

test('an unknown or malformed URL shows a not-found page, not an error', async ({ page, seed }) => {
  const license = await seed.license();
  const unknown = '00000000-0000-4000-8000-000000000000';
  for (const address of [
    '/licenses/1',
    `/licenses/${unknown}`,
    `/licenses/${unknown}/history`,
    '/licenses/x/history',
    `${license.address}?version=999`,
    '/contracts/1',
    `/contracts/${unknown}`,
    `/contracts/${unknown}/edit`,
    '/nothing',
  ]) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(404);
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  }
  for (const address of [
    '/licenses?cursor=x&status=sold&expiring=-1&territory=ZZ&sort=price',
    '/licenses?q=%00',
    '/contracts?q=%00',
    '/history?cursor=x',
  ]) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(200);
  }
});

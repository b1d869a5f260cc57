import type { Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { bytesOf, form, line, rowsOf } from '../files/export-pages';
import { expect, offerRow, tabTo } from '../fixtures';
import { cell } from './price-table-pages';
import { on, test, unique, YEAR } from '../seed-data';

/** As spreadsheet programs copy a range. */
const BLOCK = [
  'Tier\tSD USD\tHD USD\tUHD USD\tSD CA\tHD CA\tUHD CA',
  'Tier 1\t9.99\t14.99\t19.99\t12.99\t17.99\t24.99',
  'Tier 2\t7.99\t9.99\t12.99\t9.99\t12.99\t16.99',
].join('\n');

const OFFER = { name: 'Premiere', price: 'Tier 1', firstDay: on('02-01'), lastDay: on('11-30') };
/** The columns are by format, in each the prices for all first. */
const UHD_IN_CANADA = 5;

test('a pasted price table is raised for 4K in Canada from a day on, and timeline and files show it, by keyboard alone', async ({
  page,
  seed,
}, testInfo) => {
  test.slow();
  const license = await seed.license({
    ...{ rightsType: 'EST', territories: ['CA'], formats: ['SD', 'HD', 'UHD'] },
    offers: [OFFER],
  });
  const title = await seed.title({ license, offer: OFFER });
  const { studio } = license.contract;

  await page.goto('/contracts');
  await follow(page, 'Price tables');
  await expect(page.getByRole('heading', { level: 1, name: 'Price tables' })).toBeVisible();
  // Other tests leave studios here: from the link on it goes by keyboard again.
  await page.getByRole('link', { name: studio, exact: true }).first().focus();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('textbox', { name: 'Paste your table here' }));
  await pasteWith(page, BLOCK);
  await expect(page.getByRole('dialog', { name: 'Paste prices' })).toContainText('12 new');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await page.waitForURL(/\/price-tables\/[\da-f-]{36}$/);
  await expect(page.getByRole('link', { name: /^v1/ }).first()).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: 'New day' }));
  await page.keyboard.press('Enter');
  const day = page.getByRole('dialog').getByRole('spinbutton').first();
  await expect(day).toBeFocused();
  await page.keyboard.type(`0107${YEAR}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await tabTo(page, cell(page, 'Tier 1', 0));
  await page.keyboard.press('End');
  await expect(cell(page, 'Tier 1', UHD_IN_CANADA)).toBeFocused();
  await expect(page.getByText('C$24.99 since')).toBeVisible();
  await page.keyboard.type('29.99');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('link', { name: /^v2/ }).first()).toBeVisible();

  const whole = page.waitForEvent('download');
  await tabTo(page, page.getByRole('button', { name: 'Export' }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('Whole table as CSV');
  await page.keyboard.press('Enter');
  const path = testInfo.outputPath('prices.csv');
  await (await whole).saveAs(path);
  const raised = (await readFile(path, 'utf8'))
    .split('\r\n')
    .filter((row) => row.includes('29.99'));
  expect(raised).toHaveLength(1);
  expect(raised[0]).toContain(on('07-01'));

  await page.goto(license.address);
  const bar = page.getByRole('gridcell', { name: /^Premiere, / });
  await expect(bar).toHaveAccessibleName(/UHD Tier 1 C\$24\.99; from 1 Jul .+UHD Tier 1 C\$29\.99/);
  const amounts = page.getByRole('region', { name: 'Amounts of the tiers' });
  await tabTo(page, offerRow(page, 'Premiere').getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(amounts.getByRole('heading')).toHaveText([/^From 1 Feb/, /^From 1 Jul/]);
  await expect(amounts.getByRole('list').first()).toContainText('UHD C$24.99');
  await expect(amounts.getByRole('list').last()).toContainText('UHD C$29.99');
  await expect(page.getByText('version 2')).toHaveCount(0);

  const receiver = await receiverOfAmounts(page);
  const avails = async (name: string | null, standing: string) => {
    await page.goto(title.address);
    await follow(page, 'Export');
    if (name !== null)
      await choose(page, form(page).getByRole('button', { name: /Receiver$/ }), name);
    await tabTo(page, form(page).getByRole('button', { name: 'Export' }));
    await page.keyboard.press('Enter');
    const made = line(page, title.title);
    await expect(made).toContainText(standing);
    const file = page.waitForEvent('download');
    await tabTo(page, made.getByRole('link', { name: /^Download/ }));
    await page.keyboard.press('Enter');
    return rowsOf(await bytesOf(await file));
  };
  const rows = await avails(null, 'Ready, 3 rows');
  expect(
    rows.map((row) => [row.Territory, row.FormatProfile, row.PriceType, row.PriceValue]).sort(),
  ).toEqual(['HD', 'SD', 'UHD'].map((format) => ['CA', format, 'Tier', 'Tier 1']));
  const amounts4K = (await avails(receiver, 'Ready, 4 rows'))
    .filter((row) => row.FormatProfile === 'UHD')
    .map((row) => [row.Start, row.End, row.SRP, row.PriceCurrency]);
  expect(amounts4K.sort()).toEqual([
    [on('02-01'), on('06-30'), '24.99', 'CAD'],
    [on('07-01'), on('11-30'), '29.99', 'CAD'],
  ]);
});

/** Saves a receiver that gets amounts instead of tiers, by keyboard. @returns its name */
async function receiverOfAmounts(page: Page): Promise<string> {
  const name = unique('Tern Street');
  await page.goto('/exports');
  const receivers = page.locator('summary', { hasText: 'Receivers' });
  await tabTo(page, receivers);
  await page.keyboard.press('Enter');
  const made = page.getByRole('form', { name: 'New receiver' });
  await tabTo(page, made.getByLabel('Name of the receiver'));
  await page.keyboard.type(name);
  await choose(page, made.getByRole('button', { name: /Prices on tiers$/ }), 'Tiers as amounts');
  await tabTo(page, made.getByRole('button', { name: 'Save receiver' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Receivers' })).toContainText('Tiers as amounts');
  return name;
}

/** Chooses from a list by Tab, its name and Enter. */
async function choose(page: Page, field: Locator, name: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name })).toBeVisible();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

/** Goes to a link by Tab and follows it by Enter. */
async function follow(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('link', { name, exact: true }).first());
  await page.keyboard.press('Enter');
}

/** Pastes where the focus is. */
async function pasteWith(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+v');
}

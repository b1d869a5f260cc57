import { expectAccessible } from '../accessible';
import { applyWithEnter, expect, workAs } from '../fixtures';
import { aTable, cell, typeInto } from './price-table-pages';
import { test } from '../seed-data';

test('two people who change one price choose cell by cell', async ({ page, marta, seed }) => {
  test.slow();
  const address = await aTable(page, await seed.contract());
  for (const one of [page, marta]) await one.goto(address);
  await typeInto(marta, 'Tier 1', 0, '15.99');
  await marta.keyboard.press('Control+s');
  await expect(marta.getByRole('link', { name: /^v2/ }).first()).toBeVisible();

  await typeInto(page, 'Tier 1', 0, '16.99');
  await typeInto(page, 'Tier 2', 0, '8.99');
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await expect(dialog).toContainText('the price table is now at v2');
  await expectAccessible(page, 'a conflict of prices');
  await page.keyboard.press('Escape');
  await expect(cell(page, 'Tier 2', 0)).toHaveText('8.99');
  await page.getByRole('button', { name: /^Save 2 prices/ }).click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('2');
  await applyWithEnter(page, 'Apply to version 2');
  await expect(page.getByRole('link', { name: /^v3/ }).first()).toBeVisible();
  await expect(cell(page, 'Tier 1', 0)).toHaveText('15.99');
  await expect(cell(page, 'Tier 2', 0)).toHaveText('8.99');
});

test('a viewer reads the table', async ({ page, seed }) => {
  const address = await aTable(page, await seed.contract());
  await page.context().clearCookies();
  await workAs(page, 'vera');
  await page.goto(address);
  await expect(cell(page, 'Tier 1', 0)).toHaveText('14.99');
  await expect(page.getByRole('button', { name: /^Save/ })).toHaveCount(0);
  await cell(page, 'Tier 1', 0).click();
  await page.keyboard.type('1');
  await expect(page.getByRole('grid').getByRole('textbox')).toHaveCount(0);
});

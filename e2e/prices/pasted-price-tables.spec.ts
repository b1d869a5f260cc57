import { expectAccessible } from '../accessible';
import { expect, typeDay } from '../fixtures';
import { aTable, cell, history, pasteInto, typeInto } from './price-table-pages';
import { test } from '../seed-data';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
];

const BLOCK = [
  'Tier\tSD USD\tHD USD\tUHD USD\tUHD CA',
  'Tier 1\t9.99\t14.99\t19.99\t24.99',
  'Tier 2\t7.99\t9.99\t12.99\ton request',
].join('\n');

test('a price table is pasted, raised from a day on, and taken back', async ({ page, seed }) => {
  test.slow();
  const contract = await seed.contract();
  await page.goto('/contracts');
  await page.getByRole('link', { name: 'Price tables' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Price tables' })).toBeVisible();
  await page.getByRole('link', { name: contract.studio }).click();
  await pasteInto(page.getByRole('textbox', { name: 'Paste your table here' }), BLOCK);
  const preview = page.getByRole('dialog', { name: 'Paste prices' });
  await expect(preview).toContainText('7 new, 0 changed, 0 as they are, 1 not readable.');
  await expect(preview.getByRole('region', { name: 'Not readable' })).toContainText(
    'Row 3, column 5: on request. Enter the price like 4.99.',
  );
  await expectAccessible(page, 'a pasted block');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('link', { name: /^v1/ }).first()).toBeVisible();
  await expect(page).toHaveURL(/\/price-tables\/[\da-f-]{36}$/);
  await expect(cell(page, 'Tier 1', 5)).toHaveText('24.99');
  await expect(page.getByText('5 amounts are missing.')).toBeVisible();
  await expectAccessible(page, 'a price table');

  await page.getByRole('button', { name: 'New day' }).click();
  await typeDay(page, 'Valid from', '2030-01-01');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await cell(page, 'Tier 1', 5).click();
  await page.keyboard.type('29.99');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Tier 2', 5)).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('link', { name: /^v2/ }).first()).toBeVisible();
  await expect(history(page)).toContainText('Tier 1, EST, UHD, Canada from 1 Jan 2030: C$29.99');

  await page.getByRole('button', { name: /^Undo your change/ }).click();
  await expect(page.getByRole('link', { name: /^v3/ }).first()).toBeVisible();
  await expect(history(page)).toContainText('C$29.99 removed');
});

test('what cannot be read stays in its cell, and the rest waits', async ({ page, seed }) => {
  await page.goto(await aTable(page, await seed.contract()));
  await typeInto(page, 'Tier 1', 0, '-5');
  await expect(page.getByText('A price cannot be negative; 0 is free.')).toBeVisible();
  await typeInto(page, 'Tier 2', 0, '8.99');
  await expect(page.getByRole('button', { name: /^Save 1 price/ })).toBeDisabled();
  await page.reload();
  await expect(cell(page, 'Tier 1', 0)).toHaveText('-5');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(cell(page, 'Tier 1', 0)).toHaveText('14.99');
  await page.getByRole('button', { name: 'New day' }).click();
  await typeDay(page, 'Valid from', '2026-01-01');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText(
    '1 Jan 2026 is in the table already. Choose it above.',
  );
});

test('a price table fits a tablet and a phone, and is accessible in both faces', async ({
  page,
  seed,
}) => {
  test.slow();
  await page.goto(await aTable(page, await seed.contract()));
  for (const size of SIZES)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await expect(cell(page, 'Tier 1', 0)).toBeVisible();
      const isWider = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(isWider).toBe(false);
      await expectAccessible(page, `a price table at ${size.width}, ${colorScheme}`);
    }
});

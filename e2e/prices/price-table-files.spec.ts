import { readFile, writeFile } from 'node:fs/promises';
import { expectAccessible } from '../accessible';
import { expect } from '../fixtures';
import { aTable, cell } from './price-table-pages';
import { test } from '../seed-data';

test('a price table goes through a file and back, and what changed is looked at first', async ({
  page,
  seed,
}, testInfo) => {
  test.slow();
  await page.goto(await aTable(page, await seed.contract()));
  const save = async (name: string) => {
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name }).click();
    const path = testInfo.outputPath((await download).suggestedFilename());
    await (await download).saveAs(path);
    return path;
  };
  const take = (path: string) => page.getByLabel('Prices as CSV or Excel').setInputFiles(path);
  const preview = page.getByRole('dialog', { name: 'Import prices' });

  await take(await save('Whole table as Excel'));
  await expect(preview).toContainText('0 new, 0 changed, 2 as they are, 0 not readable.');
  await expectAccessible(page, 'an imported price table');
  await page.keyboard.press('Escape');

  const csv = await save('Whole table as CSV');
  const text = await readFile(csv, 'utf8');
  await writeFile(csv, text.replace('14.99', '16.99').replace('7.99', 'on request'));
  await take(csv);
  await expect(preview).toContainText('0 new, 1 changed, 0 as they are, 1 not readable.');
  await page.getByRole('button', { name: 'Put 1 price in' }).click();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('link', { name: /^v2/ }).first()).toBeVisible();
  await expect(cell(page, 'Tier 1', 0)).toHaveText('16.99');

  await writeFile(csv, Buffer.from('Élan;1', 'latin1'));
  await take(csv);
  await expect(page.getByText('This file is not in UTF-8.')).toBeVisible();
});

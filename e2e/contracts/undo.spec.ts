import { expect } from '../fixtures';
import { test } from '../seed-data';

test('undo on a contract goes back over its edits, and again forwards', async ({ page, seed }) => {
  const contract = await seed.contract();
  for (const notes of ['Signed in Berlin', 'Signed in Hamburg']) {
    await page.goto(`${contract.address}/edit`);
    await page.getByLabel('Notes').fill(notes);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(`**${contract.address}`);
  }
  await expect(page.getByText('v3', { exact: true }).first()).toBeVisible();

  await page.getByRole('button', { name: /^Undo your change: .*notes/i }).click();
  await expect(page.getByText('Undone.')).toBeVisible();
  await expect(page.getByText('Signed in Berlin').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Signed in Berlin')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect(page.getByText('Redone.')).toBeVisible();
  await expect(page.getByText('Signed in Berlin').first()).toBeVisible();
});

test('the void of a contract is taken back by Ctrl Z with its licenses', async ({ page, seed }) => {
  const contract = await seed.contract();
  const license = await seed.license({ contract });
  await page.goto(contract.address);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Void contract' }).click();
  const sheet = page.getByRole('complementary');
  await sheet.getByRole('button', { name: /Reason/ }).click();
  await page.getByRole('option', { name: 'Recorded twice' }).click();
  await sheet.getByRole('button', { name: /^Void contract/ }).click();
  await expect(page.getByText('Voided, with 1 license.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: /^Undo your change: Voided/ })).toBeEnabled();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone.')).toBeVisible();
  await expect(page.getByRole('link', { name: license.name })).toBeVisible();
});

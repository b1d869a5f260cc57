import type { Locator, Page } from '@playwright/test';
import { applyWithEnter, draftNotice, expect, typeDay, workAs } from '../fixtures';
import { test, unique, type SeededContract } from '../seed-data';

test('a contract is recorded, found and corrected', async ({ page }) => {
  const [studio, reference] = [unique('Halcyon'), unique('HAL')];
  await page.goto('/contracts');
  await page.getByRole('link', { name: 'New contract' }).first().click();
  await page.getByLabel('Studio', { exact: true }).fill(` ${studio} `);
  await page.getByLabel('Reference number').fill(reference);
  await typeDay(page, 'Signed on', '2025-11-30');
  await page.getByLabel('Notes').fill('Paid in two halves.');
  await page.getByRole('button', { name: 'Record contract' }).click();
  await expect(page.getByRole('heading', { level: 1, name: studio })).toBeVisible();
  await expect(page.getByText('30 Nov 2025')).toBeVisible();
  await expect(page.getByText('Paid in two halves.')).toBeVisible();

  await page.getByRole('link', { name: 'Contracts', exact: true }).first().click();
  await page.getByRole('searchbox', { name: 'Search contracts' }).fill(reference.toLowerCase());
  const table = page.getByRole('table', { name: 'Contracts' });
  await expect(table.getByRole('rowheader')).toHaveText([studio]);
  await expect(page).toHaveURL(/[?&]q=hal/);
  await table.getByRole('link', { name: studio }).click();

  await page.getByRole('link', { name: 'Edit details' }).click();
  await page.getByLabel('Studio').fill(`${studio} Pictures`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${studio} Pictures` })).toBeVisible();
  const history = page.getByRole('listitem').filter({ has: page.locator('time') });
  await expect(history).toHaveCount(2);
  await expect(history.first()).toContainText('v2Edited studioPriya Raman');
});

test('a duplicate reference number of a studio is refused at the field', async ({ page, seed }) => {
  const contract = await seed.contract();
  await page.goto('/contracts/new');
  await page.getByLabel('Studio').fill(contract.studio);
  const reference = page.getByLabel('Reference number');
  await reference.fill(contract.reference);
  await page.getByRole('button', { name: 'Record contract' }).click();
  await expect(reference).toHaveAccessibleDescription(new RegExp(contract.reference));
  await reference.fill(`${contract.reference}-2`);
  await page.getByRole('button', { name: 'Record contract' }).click();
  await expect(page.getByRole('heading', { level: 1, name: contract.studio })).toBeVisible();
});

/** Opens the edit page of a contract in two browsers, has Marta correct it there first, and opens the dialog. */
async function correctSecond(
  page: Page,
  marta: Page,
  contract: SeededContract,
  theirs: Readonly<Record<string, string>>,
  mine: Readonly<Record<string, string>>,
): Promise<Locator> {
  const fill = async (one: Page, values: Readonly<Record<string, string>>) => {
    for (const [label, value] of Object.entries(values)) await one.getByLabel(label).fill(value);
    await one.getByRole('button', { name: 'Save' }).click();
  };
  for (const one of [page, marta]) await one.goto(`${contract.address}/edit`);
  await fill(marta, theirs);
  // Until she is led away from the form, its own field says so, too.
  await expect(marta.getByRole('heading', { level: 1, name: contract.studio })).toBeVisible();
  await fill(page, mine);
  return page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
}

test('two corrections of different fields are both kept with one Enter', async ({
  page,
  marta,
  seed,
}) => {
  const contract = await seed.contract();
  const reference = `${contract.reference}-B`;
  const dialog = await correctSecond(
    page,
    marta,
    contract,
    { Notes: 'Renewed.' },
    { 'Reference number': reference },
  );
  await expect(dialog).toContainText('the contract is now at v2');
  await expect(dialog).toContainText('Still legal on version 2.');
  await expect(dialog.getByRole('row', { name: /^Reference number/ })).toContainText(
    `${reference} yours`,
  );
  await expect(dialog.getByRole('row', { name: /^Notes/ })).toContainText('Renewed. theirs');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Reference number')).toHaveValue(reference);
  await page.getByRole('button', { name: 'Save' }).click();
  await applyWithEnter(page, 'Apply to version 2');
  await expect(page.getByRole('heading', { level: 1, name: contract.studio })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(reference);
  await expect(page.getByText('Renewed.').first()).toBeVisible();
});

test('a field of a contract that both corrected is chosen with 1 or 2', async ({
  page,
  marta,
  seed,
}) => {
  const contract = await seed.contract();
  const reference = `${contract.reference}-B`;
  const dialog = await correctSecond(
    page,
    marta,
    contract,
    { Notes: 'Renewed by mail.' },
    { Notes: 'Renewed by phone.', 'Reference number': reference },
  );
  await expect(dialog).toContainText('You and Marta Oliveira both changed the notes.');
  await expect(page.getByRole('button', { name: /Choose 1 field to apply/ })).toBeDisabled();
  await page.keyboard.press('2');
  await applyWithEnter(page, 'Apply to version 2');
  await expect(page.getByText('Renewed by mail.').first()).toBeVisible();
  await expect(page.getByRole('main')).toContainText(reference);
});

test('a correction that another one forestalled is discarded', async ({ page, marta, seed }) => {
  const contract = await seed.contract();
  const dialog = await correctSecond(
    page,
    marta,
    contract,
    { Notes: 'Renewed.' },
    { Notes: 'Renewed.' },
  );
  await expect(dialog).toContainText('Already saved.');
  await dialog.getByRole('button', { name: 'Discard my change' }).click();
  await expect(page.getByRole('heading', { level: 1, name: contract.studio })).toBeVisible();
  await expect(page.getByText('Renewed.').first()).toBeVisible();
  await page.goto(`${contract.address}/edit`);
  await expect(draftNotice(page)).toHaveCount(0);
});

test('a contract that was typed survives an ended session, other pages and a reload, and is recorded once', async ({
  page,
}) => {
  const [studio, reference] = [unique('Halcyon'), unique('HAL')];
  await page.goto('/contracts/new');
  await page.getByLabel('Studio').fill(studio);
  await page.getByLabel('Reference number').fill(reference);
  await typeDay(page, 'Signed on', '2025-11-30');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Record contract' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'signed out' })).toBeVisible();

  await workAs(page, 'priya');
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Contracts' })).toBeVisible();
  await page.getByRole('link', { name: 'New contract' }).first().click();
  await expect(draftNotice(page)).toBeVisible();
  await page.reload();
  await expect(draftNotice(page)).toBeVisible();
  await expect(page.getByLabel('Studio')).toHaveValue(studio);
  await expect(page.getByLabel('Reference number')).toHaveValue(reference);
  await page.getByRole('button', { name: 'Record contract' }).click();
  await expect(page.getByRole('heading', { level: 1, name: studio })).toBeVisible();
  await expect(page.getByText('30 Nov 2025')).toBeVisible();

  await page.goto('/contracts/new');
  await expect(page.getByLabel('Studio')).toHaveValue('');
  await expect(draftNotice(page)).toHaveCount(0);
});

test('a correction typed against an older version is settled by the conflict, and then forgotten', async ({
  page,
  marta,
  seed,
}) => {
  const contract = await seed.contract();
  const reference = `${contract.reference}-B`;
  await page.goto(`${contract.address}/edit`);
  await page.getByLabel('Reference number').fill(reference);
  await marta.goto(`${contract.address}/edit`);
  await marta.getByLabel('Notes').fill('Renewed.');
  await marta.getByRole('button', { name: 'Save' }).click();
  await expect(marta.getByRole('heading', { level: 1, name: contract.studio })).toBeVisible();

  await page.reload();
  await expect(draftNotice(page)).toBeVisible();
  await expect(page.getByLabel('Notes')).toHaveValue('');
  await page.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await expect(dialog.getByRole('row', { name: /^Notes/ })).toContainText('Renewed. theirs');
  await applyWithEnter(page, 'Apply to version 2');
  await expect(page.getByRole('heading', { level: 1, name: contract.studio })).toBeVisible();
  await page.goto(`${contract.address}/edit`);
  await expect(page.getByLabel('Reference number')).toHaveValue(reference);
  await expect(page.getByLabel('Notes')).toHaveValue('Renewed.');
  await expect(draftNotice(page)).toHaveCount(0);

  await page.getByLabel('Notes').fill('Never mind.');
  await page.reload();
  await draftNotice(page).getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByLabel('Notes')).toHaveValue('Renewed.');
  await page.reload();
  await expect(draftNotice(page)).toHaveCount(0);
});

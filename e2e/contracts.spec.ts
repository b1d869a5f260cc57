import { expect, typeDay } from './fixtures';
import { test, unique } from './stock';

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

test('a duplicate reference number of a studio is refused at the field', async ({
  page,
  stock,
}) => {
  const contract = await stock.contract();
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

test('a stale correction shows the first change and is not lost', async ({
  page,
  marta,
  stock,
}) => {
  const contract = await stock.contract();
  await page.goto(`${contract.address}/edit`);
  await marta.goto(`${contract.address}/edit`);
  await marta.getByLabel('Notes').fill('Renewed.');
  await marta.getByRole('button', { name: 'Save' }).click();
  // Until the page navigates away, the form's field shows the message too.
  await expect(marta.getByRole('heading', { level: 1, name: contract.studio })).toBeVisible();

  await page.getByLabel('Reference number').fill(`${contract.reference}-B`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Marta Oliveira saved while you were editing.' }),
  ).toBeVisible();
  await expect(page.getByLabel('Reference number')).toHaveValue(`${contract.reference}-B`);
  await page.getByLabel('Notes').fill('Renewed.');
  await page.getByRole('button', { name: 'Apply to version 2' }).click();
  await expect(page.getByRole('heading', { level: 1, name: contract.studio })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(`${contract.reference}-B`);
  await expect(page.getByText('Renewed.').first()).toBeVisible();
});

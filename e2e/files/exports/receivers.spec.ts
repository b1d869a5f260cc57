import type { Page } from '@playwright/test';
import { expectAccessible } from '../../accessible';
import { expect } from '../../fixtures';
import { on, test, unique } from '../../seed-data';
import { file, form, line, order, rowsOf } from '../export-pages';
import { catalog } from './catalog';

test('choices of a new export survive other pages and a reload, and stay after it was started', async ({
  page,
  seed,
}) => {
  const { contract } = await catalog(seed);
  const studio = form(page).getByRole('button', { name: /Studio$/ });
  const kept = form(page)
    .getByRole('status')
    .filter({ hasText: /Your unsaved changes from \d\d:\d\d are back/ });
  const chooseStudio = async () => {
    await studio.click();
    await page.getByRole('option', { name: contract.studio }).click();
  };
  await page.goto('/exports');
  await chooseStudio();
  await page.getByText('CSV', { exact: true }).click();
  await page.getByRole('link', { name: 'Contracts' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Contracts' })).toBeVisible();
  await page.goBack();
  await expect(kept).toBeVisible();
  await page.reload();
  await expect(studio).toContainText(contract.studio);
  await expect(form(page).getByRole('radio', { name: 'CSV' })).toBeChecked();
  await page.goto(`/exports?contract=${contract.id}`);
  await expect(form(page)).toContainText(contract.reference);
  await expect(kept).toHaveCount(0);

  await page.goto('/exports');
  await kept.getByRole('button', { name: 'Discard' }).click();
  await expect(studio).toContainText('All studios');
  await expect(form(page).getByRole('radio', { name: 'CSV' })).not.toBeChecked();
  await chooseStudio();
  await order(page);
  await expect(studio).toContainText(contract.studio);
  await page.reload();
  await expect(studio).toContainText('All studios');
  await expect(kept).toHaveCount(0);
});

test('a receiver gets a profile, which is edited and used', async ({ page, seed }) => {
  const { contract } = await catalog(seed);
  const [name, renamed] = [unique('Tern Street'), unique('Tern Plaza')];
  const saveReceiver = () => page.getByRole('button', { name: 'Save receiver' }).click();
  await page.goto(`/exports?contract=${contract.id}`);
  await page.getByText('Receivers', { exact: false }).first().click();
  const made = page.getByRole('form', { name: 'New receiver' });
  await made.getByLabel('Name of the receiver').fill(name);
  await made.getByLabel('Columns to leave out').fill('OtherTerms');
  await saveReceiver();
  await expect(page.getByText(`Saved. Choose ${name} in a new export.`)).toBeVisible();

  const receivers = page.getByRole('list', { name: 'Receivers' });
  await receivers.getByRole('button', { name: `Edit ${name}` }).click();
  const edited = page.getByRole('form', { name: `Edit ${name}` });
  await expect(edited.getByLabel('Columns to leave out')).toHaveValue('OtherTerms');
  await expect(edited.getByLabel('Name of the receiver')).toBeFocused();
  await edited.getByLabel('Name of the receiver').fill(renamed);
  await edited.getByLabel('Columns to leave out').fill('OtherTerms, RetailerSpare1');
  await edited.getByRole('button', { name: /End of a window$/ }).click();
  await page.getByRole('option', { name: /^Date and time/ }).click();
  await saveReceiver();
  await expect(page.getByText(`Saved. Choose ${renamed} in a new export.`)).toBeVisible();
  await expect(receivers).toContainText('without RetailerSpare1 and OtherTerms');
  await expect(receivers).not.toContainText(name);
  await expectAccessible(page, 'receivers of exports');

  await page.getByRole('button', { name: 'Close' }).click();
  await form(page)
    .getByRole('button', { name: /Receiver$/ })
    .click();
  await page.getByRole('option', { name: renamed }).click();
  await order(page);
  const rows = rowsOf(await file(page, line(page, contract.reference), 'Ready, 6 rows'));
  expect(rows[0]?.End).toBe(`${on('11-30')}T23:59:59`);
  expect(Object.keys(rows[0] ?? {})).not.toContain('RetailerSpare1');
});

test('of two people who change a receiver, the slower one is told before it is replaced', async ({
  page,
  marta,
}) => {
  const name = unique('Tern Street');
  const edit = async (who: Page, columns: string) => {
    const form = who.getByRole('form', { name: `Edit ${name}` });
    await form.getByLabel('Columns to leave out').fill(columns);
    await form.getByRole('button', { name: 'Save receiver' }).click();
    return form;
  };
  await page.goto('/exports');
  await page.getByText('Receivers', { exact: false }).first().click();
  await page
    .getByRole('form', { name: 'New receiver' })
    .getByLabel('Name of the receiver')
    .fill(name);
  await page.getByRole('button', { name: 'Save receiver' }).click();
  await expect(page.getByRole('button', { name: `Edit ${name}` })).toBeVisible();
  await marta.goto('/exports');
  await marta.getByText('Receivers', { exact: false }).first().click();
  for (const who of [page, marta]) await who.getByRole('button', { name: `Edit ${name}` }).click();

  await edit(marta, 'OtherTerms');
  await expect(marta.getByText(`Saved. Choose ${name} in a new export.`)).toBeVisible();
  const mine = await edit(page, 'RetailerSpare1');
  await expect(mine.getByRole('alert')).toContainText(
    `Marta Oliveira saved ${name} while you were editing: `,
  );
  await expect(mine.getByRole('alert')).toContainText('without OtherTerms');
  await expect(mine.getByLabel('Columns to leave out')).toHaveValue('RetailerSpare1');
  await expect(page.getByRole('list', { name: 'Receivers' })).toContainText('Marta Oliveira');
  await edit(page, 'RetailerSpare1');
  await expect(page.getByText(`Saved. Choose ${name} in a new export.`)).toBeVisible();
  await edit(page, 'RetailerSpare1, OtherTerms');
  await expect(page.getByRole('list', { name: 'Receivers' })).toContainText(
    'without RetailerSpare1 and OtherTerms',
  );
});

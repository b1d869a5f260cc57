import { expectAccessible } from '../accessible';
import { expect } from '../fixtures';
import { test, unique } from '../seed-data';

test('filters are saved as a view, changed, shared and deleted', async ({ page, seed }) => {
  const contract = await seed.contract();
  await seed.license({ contract, name: 'Amber', rightsType: 'TVOD' });
  await seed.license({ contract, name: 'Birch', rightsType: 'SVOD' });
  const name = unique('View');
  const studio = encodeURIComponent(contract.studio);
  await page.goto(`/licenses?studio=${studio}&rights=TVOD`);
  await page.getByRole('button', { name: 'Save view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save view' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await expectAccessible(page, 'the dialog that saves a view');
  await dialog.getByRole('button', { name: 'Save view' }).click();

  const views = page.getByRole('navigation', { name: 'Saved views' });
  const tab = views.getByRole('link', { name });
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await expect(tab).not.toHaveCSS('border-bottom-color', 'rgba(0, 0, 0, 0)');
  await expect(views.getByRole('link', { name: 'All licenses' })).toHaveCSS(
    'border-bottom-color',
    'rgba(0, 0, 0, 0)',
  );
  await expect(tab).toContainText('1');
  await page.getByRole('button', { name: 'Remove filter Rights type TVOD' }).click();
  await expect(tab).toContainText('filters changed');
  await expectAccessible(page, 'a view whose filters were changed');
  await page.getByRole('button', { name: 'As it was' }).click();
  await expect(page).toHaveURL(/rights=TVOD/);
  await page.getByRole('button', { name: 'Remove filter Rights type TVOD' }).click();
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(tab).not.toContainText('filters changed');
  await expect(tab).toContainText('2');

  await page.getByRole('button', { name: `View ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Rename or share' }).click();
  const change = page.getByRole('dialog', { name: 'Rename or share' });
  await change.getByText('Share with everyone').click();
  await change.getByRole('button', { name: 'Save view' }).click();
  await expect(tab.getByRole('img', { name: 'Shared' })).toBeVisible();
  await page.getByRole('button', { name: `View ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Delete view' }).click();
  await expect(page).toHaveURL(/\/licenses$/);
  await expect(tab).toHaveCount(0);
});

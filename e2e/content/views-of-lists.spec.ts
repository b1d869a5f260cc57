import { expectAccessible } from '../accessible';
import { expect } from '../fixtures';
import { inDays, test, unique } from '../seed-data';

const studio = unique('Studio');
const LISTS = [
  ['/contracts', { closed: 'void' }, 'Closed Void', 'All contracts'],
  ['/imports', { waiting: 'yes' }, 'Waits For a decision', 'All imports'],
  ['/history', { studio, about: 'license' }, 'About Licenses', 'All changes'],
  ['/calendar', { studio, ending: '30' }, `Studio ${studio}`, 'Whole calendar'],
  ['/today/going-dark', { studio, within: '30' }, `Studio ${studio}`, 'All of going dark'],
  ['/today/gaps', { studio, rights: 'TVOD' }, `Studio ${studio}`, 'All of gaps ahead'],
] as const;

for (const [path, filters, chip, all] of LISTS)
  test(`views are saved of ${path}`, async ({ page }) => {
    const name = unique('View');
    await page.goto(`${path}?${new URLSearchParams(filters).toString()}`);
    await page.getByRole('button', { name: 'Save view' }).click();
    const dialog = page.getByRole('dialog', { name: 'Save view' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('button', { name: 'Save view' }).click();
    const views = page.getByRole('navigation', { name: 'Saved views' });
    const tab = views.getByRole('link', { name });
    await expect(tab).toHaveAttribute('aria-current', 'page');
    await expectAccessible(page, `a saved view of ${path}`);

    await page.getByRole('button', { name: `Remove filter ${chip}` }).click();
    await expect(tab).toContainText('filters changed');
    await views.getByRole('link', { name: all }).click();
    await expect(views.getByRole('link', { name: all })).toHaveAttribute('aria-current', 'page');
    await tab.click();
    await expect(page.getByRole('button', { name: `Remove filter ${chip}` })).toBeVisible();
    await expect(tab).not.toContainText('filters changed');
    await page.getByRole('button', { name: `View ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Delete view' }).click();
    await expect(tab).toHaveCount(0);
  });

test('a question about today is saved as one about the day on which it is opened', async ({
  page,
}) => {
  const name = unique('View');
  const question = { territory: 'FI', device: 'tv', rights: 'TVOD', studio };
  await page.goto(`/availability?${new URLSearchParams(question).toString()}`);
  await page.getByRole('button', { name: 'Save view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save view' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Save view' }).click();
  const tab = page.getByRole('navigation', { name: 'Saved views' }).getByRole('link', { name });
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await expect(tab).toHaveAttribute('href', /territory=FI/);
  await expect(tab).not.toHaveAttribute('href', /first=|last=/);
  await expectAccessible(page, 'a saved question');

  const text = page.getByRole('textbox', { name: 'Title or identifier' });
  await text.fill('harbor');
  await page.getByRole('button', { name: 'Answer' }).click();
  await expect(page).toHaveURL(new RegExp(`first=${inDays(0)}`));
  await expect(tab).toContainText('filters changed');
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(tab).not.toContainText('filters changed');
  await page.getByRole('link', { name: 'Start over' }).click();
  await tab.click();
  await expect(text).toHaveValue('harbor');
  await expect(tab).toHaveAttribute('aria-current', 'page');
});

import { expectAccessible } from '../accessible';
import { expect } from '../fixtures';
import { inDays, test, unique } from '../seed-data';

const NOW = { name: 'Now', firstDay: inDays(-30), lastDay: inDays(400) };

test('the catalog takes several values of a filter, each counted, and saves them as a view', async ({
  page,
  seed,
}) => {
  const license = await seed.license({
    ...{ firstDay: NOW.firstDay, lastDay: NOW.lastDay, offers: [NOW] },
  });
  for (const [title, kind] of [
    ['Amber', 'movie'],
    ['Birch', 'short'],
    ['Cobalt', 'series'],
  ] as const)
    await seed.title({ license, offer: NOW, title, kind });
  const listed = page
    .getByRole('table', { name: 'Titles' })
    .getByRole('rowheader')
    .getByRole('link');
  await page.goto(`/content?studio=${encodeURIComponent(license.contract.studio)}`);
  await expect(listed).toHaveText(['Amber', 'Birch', 'Cobalt']);

  await page.getByRole('button', { name: 'Kind', exact: true }).click();
  const kinds = page.getByRole('dialog', { name: 'Kind' });
  await expect(kinds.getByRole('option', { name: 'Movie' })).toContainText('1');
  await expect(kinds.getByRole('option', { name: 'Season' })).toContainText('0');
  for (const kind of ['Short', 'Series']) {
    await kinds.getByRole('combobox').fill(kind);
    await expect(kinds.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
  }
  await expect(page).toHaveURL(/kind=short&kind=series|kind=series&kind=short/);
  await expect(listed).toHaveText(['Birch', 'Cobalt']);
  await expectAccessible(page, 'a filter of the catalog with several values');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Coverage', exact: true }).click();
  const coverage = page.getByRole('dialog', { name: 'Coverage' });
  await expect(coverage.getByRole('option', { name: /^On offer today/ })).toContainText('2');
  await expect(coverage.getByRole('option', { name: /^Going dark/ })).toContainText('0');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Save view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save view' });
  const name = unique('View');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Save view' }).click();
  const tab = page.getByRole('navigation', { name: 'Saved views' }).getByRole('link', { name });
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await expect(tab).toContainText('2');
});

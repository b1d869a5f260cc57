import { expectAccessible } from '../accessible';
import { expect } from '../fixtures';
import { watchHeading } from '../hidings';
import { inDays, test, THIS_YEAR } from '../seed-data';

test('many licenses are changed after a dry run, without those that are blocked, and undone at once', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  const of = { contract, firstDay: `${THIS_YEAR - 1}-01-01`, lastDay: `${THIS_YEAR + 1}-12-31` };
  const offer = { name: 'Catalog', price: '4.99', firstDay: inDays(1), lastDay: inDays(30) };
  const amber = await seed.license({ ...of, name: 'Amber', offers: [offer] });
  await seed.license({ ...of, name: 'Birch', offers: [offer] });
  await seed.license({ ...of, name: 'Cobalt', offers: [offer] });
  const last = { ...offer, firstDay: `${THIS_YEAR + 1}-12-01`, lastDay: of.lastDay };
  await seed.license({ ...of, name: 'Dune', offers: [last] });

  await page.goto(`/licenses?studio=${encodeURIComponent(contract.studio)}`);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.getByRole('button', { name: 'Change 4 selected' }).click();
  const sheet = page.getByRole('complementary', { name: '4 licenses' });
  await sheet.getByRole('button', { name: /Change/ }).click();
  await page.getByRole('option', { name: 'Shift offers' }).click();
  await sheet.getByRole('textbox', { name: 'Days' }).fill('7');

  await expect(sheet.getByRole('region', { name: 'Dry run' })).toContainText('will change3');
  const cause = sheet.getByRole('listitem').filter({ hasText: 'stick out of the license' });
  await expect(cause.first()).toContainText('Dune');
  await expect(sheet.getByRole('button', { name: 'Shift offers in 3 licenses' })).toBeEnabled();
  await expectAccessible(page, 'the dry run of a bulk change');

  // Somebody saves one of them: it is told, and a check names it.
  await seed.replace(amber, offer, { ...offer, price: '5.99' }, { version: 2, by: 'Marta' });
  await expect(sheet.getByText('1 changed since')).toBeVisible();
  await sheet.getByRole('button', { name: 'Check again' }).click();
  await sheet.getByRole('button', { name: /^Take the latest/ }).click();
  await expect(sheet.getByRole('button', { name: 'Shift offers in 3 licenses' })).toBeEnabled();

  const expectStayed = await watchHeading(page);
  await page.keyboard.press('Control+Enter');
  const done = page.getByRole('status').filter({ hasText: '3 licenses changed, 1 left out.' });
  await expect(done).toBeVisible();
  await expect(sheet).toHaveCount(0);
  await expectStayed();
  await done.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Undone.' })).toBeVisible();
});

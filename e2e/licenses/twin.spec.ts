import { expect, typeDay } from '../fixtures';
import { on, test } from '../seed-data';

test('a second grant of the same rights is asked about, with the license that has them', async ({
  page,
  seed,
}) => {
  const granted = await seed.license();
  await page.goto(`/licenses/new?contract=${granted.contract.id}`);
  await page.getByLabel('Name').fill('Granted again');
  await page.getByRole('button', { name: /Rights type/ }).click();
  await page.getByRole('option', { name: /^TVOD/ }).click();
  await page.getByRole('button', { name: /^Territories/ }).click();
  await page
    .getByRole('option', { name: /United States/ })
    .first()
    .click();
  await page.keyboard.press('Escape');
  await typeDay(page, 'First day', on('03-01'));
  await typeDay(page, 'Last day', on('03-31'));
  await page.getByRole('button', { name: 'Grant license' }).click();

  const question = page.getByRole('alert').filter({ hasText: 'already grants this' });
  await expect(question).toContainText(granted.name);
  await expect(question.getByRole('row', { name: /Territories/ })).toContainText('same');
  await expect(question.getByRole('link', { name: `Open ${granted.name}` })).toHaveAttribute(
    'href',
    granted.address,
  );
  await expect(page.getByLabel('Name')).toHaveValue('Granted again');

  await question.getByRole('button', { name: 'Grant it twice' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Granted again' })).toBeVisible();
});

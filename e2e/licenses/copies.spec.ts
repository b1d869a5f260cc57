import { expectAccessible } from '../accessible';
import { expect } from '../fixtures';
import { on, test, YEAR } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

test('a license is copied to the next year with its offers and titles, and the copy is undone', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(license.address);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Copy license' }).click();
  const sheet = page.getByRole('complementary', { name: 'Copy license' });
  const effect = sheet.getByRole('region', { name: 'What this makes' });

  // On the same days the title would have two prices, and the contract grants these rights already.
  await expect(effect).toContainText('The contract already grants these rights.');
  await expect(effect.getByRole('listitem').filter({ hasText: title.title })).toContainText(
    'would have two prices at once',
  );
  await expect(sheet.getByRole('button', { name: /^Copy with 2 offers(?!,)/ })).toBeEnabled();
  await expectAccessible(page, 'the preview of a copy');

  await sheet.getByText('A year later', { exact: true }).click();
  await sheet.getByLabel('Name').fill('Next year');
  await expect(effect).toContainText(`1 Mar – 30 Apr ${YEAR + 1}`);
  await sheet.getByRole('button', { name: 'Copy with 2 offers, 1 title' }).click();

  const done = page.getByRole('status').filter({ hasText: 'Copied as Next year' });
  await expect(done).toContainText('with 2 offers and 1 title.');
  await expect(sheet).toHaveCount(0);
  await done.getByRole('link', { name: 'Next year' }).click();
  await expect(page.getByRole('heading', { name: 'Next year' })).toBeVisible();
  await expect(page.getByText(`Copied from ${license.name}`).first()).toBeVisible();
  await page.goBack();

  await page.keyboard.press('Shift+C');
  await sheet.getByText('Other', { exact: true }).click();
  await sheet.getByRole('textbox', { name: 'Move by' }).fill('36');
  await sheet.getByRole('button', { name: /\bUnit\b/ }).click();
  await page.getByRole('option', { name: 'months' }).click();
  // A key confirms what has been checked, and nothing before.
  await expect(effect).toContainText(`1 Mar – 30 Apr ${YEAR + 3}`);
  await expect(sheet.getByRole('button', { name: /^Copy with 2 offers/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  const again = page.getByRole('status').filter({ hasText: `Copied as Copy of ${license.name}` });
  await again.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Undone.' })).toContainText('is void');
});

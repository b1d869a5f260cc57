import { expectAccessible } from '../accessible';
import { expect, expectVersion } from '../fixtures';
import { on, test, YEAR } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('03-31') };
const APRIL = { name: 'April', price: '4.99', firstDay: on('04-01'), lastDay: on('04-30') };
const LAST = { name: 'Last', price: '9.99', firstDay: on('12-01'), lastDay: on('12-31') };

test('selected offers of a license change together after a dry run, and back by one undo', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, APRIL, LAST] });
  const title = await seed.title({ license, offer: APRIL });
  await page.goto(license.address);
  const table = page.getByRole('table', { name: 'Offers', exact: true });
  await table.getByRole('checkbox', { name: 'Select all offers' }).check();
  await table.getByRole('checkbox', { name: /^Select Spring/ }).uncheck();
  await page.getByRole('button', { name: 'Change 2 offers' }).click();
  const sheet = page.getByRole('complementary', { name: '2 offers' });
  const effect = sheet.getByRole('region', { name: 'Dry run' });
  await sheet.getByRole('button', { name: /^\S+.*Change$|^Change/ }).click();
  await page.getByRole('option', { name: 'Shift' }).click();
  await sheet.getByRole('textbox', { name: 'Days' }).fill('7');

  await expect(effect).toContainText('will change1');
  await expect(effect.getByRole('listitem').filter({ hasText: 'stick out' })).toContainText('Last');
  await expect(effect).toContainText(`8 Apr – 7 May ${YEAR}`);
  await expectAccessible(page, 'the dry run of a change of offers');
  await sheet.getByRole('button', { name: /^Shift 1 offer/ }).click();

  await expect(page.getByText('Offers changed. Saved as version 3.')).toBeVisible();
  await expect(sheet).toHaveCount(0);
  await expect(table.getByRole('row').filter({ hasText: 'April' })).toContainText(`8 Apr ${YEAR}`);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expectVersion(page, 4);

  // An offer that a title has is withdrawn once it is seen which title loses it.
  await page.getByRole('button', { name: 'Change 2 offers' }).click();
  await sheet.getByRole('button', { name: /^\S+.*Change$|^Change/ }).click();
  await page.getByRole('option', { name: 'Withdraw' }).click();
  await expect(sheet.getByRole('button', { name: /^Withdraw 2 offers/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  const asked = page.getByRole('alertdialog', { name: /^Withdraw April/ });
  await expect(asked).toContainText(title.title);
  await asked.getByRole('button', { name: 'Withdraw and retire 1 title' }).click();
  await expectVersion(page, 5);
  await expect(table.getByRole('rowheader', { name: 'Last' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Change \d/ })).toHaveCount(0);
});

import { expect, expectVersion, offerRow, typeDay } from './fixtures';
import { on, test } from './seed-data';

// What had no way out: a title whose row is a full delete is in files/deletions.spec.ts, a license that ends before the only
// offer of its title in licenses/closing/closing.spec.ts.

const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

test('153 titles lose their only offer by one withdrawal, and one undo brings all of them back', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [AUTUMN] });
  const first = await seed.title({ license, offer: AUTUMN });
  for (let count = 1; count < 153; count += 1) await seed.title({ license, offer: AUTUMN });
  await page.goto(license.address);
  await expect(offerRow(page, 'Autumn').getByRole('link')).toHaveText('153');
  await offerRow(page, 'Autumn').getByRole('rowheader').click();
  await page
    .getByRole('complementary', { name: 'Autumn' })
    .getByRole('button', { name: 'Withdraw' })
    .click();
  const preview = page.getByRole('alertdialog', { name: 'Withdraw Autumn?' });
  await expect(preview).toContainText('153 titles without another offer');
  await preview.getByRole('button', { name: 'Withdraw and retire 153 titles' }).click();
  await expect(page.getByText('Withdrawn. Saved as version 3.')).toContainText(
    '153 titles had it; what has no other offer is retired.',
  );
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expectVersion(page, 4);
  await expect(offerRow(page, 'Autumn').getByRole('link')).toHaveText('153');
  await page.goto(first.address);
  await expectVersion(page, 3);
  await expect(page.getByRole('region', { name: 'This title is retired' })).toHaveCount(0);

  // History tells what was true before.
  await page.goto(`${first.address}?version=2`);
  await expect(page.getByRole('region', { name: 'This title is retired' })).toBeVisible();
  await page.goto(`${first.address}?version=1`);
  await expect(page.getByRole('table', { name: /offers/i }).last()).toContainText('Autumn');
});

test('a license that was granted twice is void once, and is in lists only when it is asked for', async ({
  page,
  seed,
}) => {
  const granted = await seed.license();
  const twin = await seed.license({ contract: granted.contract });
  await page.goto(twin.address);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Void license' }).click();
  const sheet = page.getByRole('complementary', { name: 'Void license' });
  await sheet.getByRole('button', { name: /Reason/ }).click();
  await page.getByRole('option', { name: 'Recorded twice' }).click();
  await expect(sheet.getByRole('button', { name: 'Void license' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'This license is void' })).toContainText(
    'Void: Recorded twice',
  );

  const search = `/licenses?q=${encodeURIComponent(granted.contract.reference)}`;
  const list = page.getByRole('table', { name: 'Licenses' });
  await page.goto(search);
  await expect(list.getByRole('link', { name: granted.name })).toBeVisible();
  await expect(list.getByRole('link', { name: twin.name })).toHaveCount(0);
  await page.goto(`${search}&closed=void`);
  await expect(list.getByRole('link', { name: twin.name })).toBeVisible();
  await expect(list.getByRole('link', { name: granted.name })).toHaveCount(0);
});

test('a license and a title are shown as they were at the end of a day', async ({ page, seed }) => {
  const license = await seed.license({ offers: [AUTUMN] });
  const title = await seed.title({ license, offer: AUTUMN });
  for (const { address, name } of [
    { address: license.address, name: license.name },
    { address: title.address, name: title.title },
  ]) {
    await page.goto(`${address}/history`);
    await typeDay(page, 'As it was at the end of this day (UTC)', utcDay());
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByText(/^At the end of .* \(UTC\): version \d of \d\.$/)).toBeVisible();
    await expect(page.getByText('Autumn').first()).toBeVisible();
  }
  await page.goto(`${license.address}?asOf=2020-01-01`);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(license.name);
});

/** Today in UTC, `YYYY-MM-DD`. */
function utcDay(): string {
  return new Date().toISOString().slice(0, 10);
}

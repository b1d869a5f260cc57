import type { Locator, Page } from '@playwright/test';
import { expect, expectVersion, offerRow } from '../../fixtures';
import { on, test } from '../../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

async function withdraw(page: Page, name: string): Promise<Locator> {
  await offerRow(page, name).getByRole('rowheader').click();
  await page.getByRole('complementary', { name }).getByRole('button', { name: 'Withdraw' }).click();
  return page.getByRole('alertdialog', { name: `Withdraw ${name}?` });
}

test('a withdrawal previews titles that got the offer after the page was loaded', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  const second = await seed.title({ license, offer: SPRING });
  await page.goto(license.address);
  await expectVersion(page, 2);
  await seed.assign(title, license, AUTUMN);

  const preview = await withdraw(page, 'Autumn');
  await expect(preview).toContainText('1 title loses it.');
  await expect(preview.getByRole('link', { name: title.title })).toBeVisible();
  await seed.assign(second, license, AUTUMN);
  await preview.getByRole('button', { name: 'Withdraw from 1 title' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: '1 more title has got the offer' }),
  ).toContainText('Nothing was withdrawn.');
  await expectVersion(page, 2);

  await page
    .getByRole('complementary', { name: 'Autumn' })
    .getByRole('button', { name: 'Withdraw' })
    .click();
  await preview.getByRole('button', { name: 'Withdraw from 2 titles' }).click();
  await expect(page.getByText('Withdrawn. Saved as version 3.')).toContainText(
    '2 titles had it. Undo assigns it again to them.',
  );
  // The focus goes on to what takes it back.
  await expect(page.locator(':focus')).toContainText('Withdrawn. Saved as version 3.');
});

test('a withdrawal with a pending preview withdraws nothing', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await seed.assign(title, license, AUTUMN);
  await page.goto(license.address);
  await offerRow(page, 'Autumn').getByRole('rowheader').click();
  const sheet = page.getByRole('complementary', { name: 'Autumn' });
  await expect(sheet.getByRole('button', { name: 'Withdraw' })).toBeEnabled();
  await page.context().setOffline(true);
  await sheet.getByRole('button', { name: 'Withdraw' }).click();
  const preview = page.getByRole('alertdialog', { name: 'Withdraw Autumn?' });
  await expect(preview.getByRole('status')).toContainText('You are offline.');
  await expect(preview.getByRole('button', { name: 'Withdraw', exact: true })).toBeDisabled();

  await page.context().setOffline(false);
  await expect(preview.getByRole('button', { name: 'Withdraw from 1 title' })).toBeEnabled();
  await preview.getByRole('button', { name: 'Cancel' }).click();
  await expectVersion(page, 2);
  await page.reload();
  await expect(offerRow(page, 'Autumn')).toHaveCount(1);
});

test('undoing the generation of an offer shows the titles that lose it', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING] });
  const title = await seed.title({ license, offer: SPRING });
  await seed.offers(license, [AUTUMN], { version: 2 });
  await seed.assign(title, license, AUTUMN);
  await page.goto(license.address);
  await page.getByRole('button', { name: /^Undo Seed’s change: Added Autumn/ }).click();
  await page
    .getByRole('alertdialog', { name: 'Undo Seed’s change?' })
    .getByRole('button', { name: 'Undo change' })
    .click();
  const preview = page.getByRole('alertdialog', { name: 'Withdraw Autumn?' });
  await expect(preview).toContainText('1 title loses it. Redo assigns it again to that title.');
  await expectVersion(page, 3);
  await preview.getByRole('button', { name: 'Withdraw from 1 title' }).click();
  await expect(page.getByText('Undone. Saved as version 4.')).toBeVisible();
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect(page.getByText('Redone. Saved as version 5.')).toBeVisible();
  await expect(offerRow(page, 'Autumn').getByRole('link')).toHaveText('1');
});

import { expect, offerRow, typeDay } from '../../fixtures';
import { on, test } from '../../seed-data';

test('an offer is priced by format, as an amount or a tier, and keeps to its license’s formats', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ formats: ['SD', 'HD', 'UHD'] });
  await page.goto(license.address);
  await page
    .getByRole('button', { name: /^New offer/ })
    .first()
    .click();
  const sheet = page.getByRole('complementary');
  await sheet.getByLabel('Name').fill('Premiere');
  await typeDay(sheet, 'First day', on('03-01'));
  await typeDay(sheet, 'Last day', on('03-31'));

  await sheet.getByText('By format', { exact: true }).click();
  await sheet.getByRole('textbox', { name: 'Price 1' }).fill('9.99');
  await sheet.getByRole('textbox', { name: 'Price 2' }).fill('$12');
  await sheet.getByRole('button', { name: 'Add a format' }).click();
  await sheet.getByRole('textbox', { name: 'Price 3' }).fill('Tier 1');
  await expect(sheet.getByText('A tier: its amounts are in the price table.')).toBeVisible();
  await sheet.getByRole('button', { name: /Format of price 3/ }).click();
  await page.getByRole('option', { name: '3D', exact: true }).click();
  await sheet.getByRole('button', { name: 'Add offer' }).click();
  await expect(sheet.getByRole('textbox', { name: 'Price 2' })).toHaveAccessibleDescription(
    'Enter the price like 4.99.',
  );

  await sheet.getByRole('textbox', { name: 'Price 2' }).fill('12.99');
  await sheet.getByRole('button', { name: 'Add offer' }).click();
  await expect(sheet.getByRole('group', { name: 'Prices' }).getByRole('alert')).toContainText(
    '3D is not licensed here',
  );
  await expect(sheet.getByText(/3D is not licensed here/)).toHaveCount(1);
  await sheet.getByRole('button', { name: /Format of price 3/ }).click();
  await page.getByRole('option', { name: 'UHD', exact: true }).click();
  await sheet.getByRole('button', { name: 'Add offer' }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  await expect(offerRow(page, 'Premiere')).toContainText('Tier 1 $9.99 – $12.99');
  await expect(
    page.getByRole('gridcell', {
      name: /^Premiere, SD \$9\.99, HD \$12\.99, UHD Tier 1 no amount yet,/,
    }),
  ).toBeVisible();
});

import { expect } from '../fixtures';
import { on, test } from '../seed-data';

test('on a phone the offers that still run change together', async ({ page, seed }) => {
  const spring = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
  const autumn = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };
  const license = await seed.license({ offers: [spring, autumn] });
  await page.goto(license.address);
  await page.getByRole('button', { name: 'More actions' }).tap();
  await page.getByRole('menuitem', { name: 'Change offers' }).tap();
  const sheet = page.getByRole('dialog', { name: '2 offers' });
  await sheet.getByRole('textbox', { name: 'Price' }).fill('2.99');
  await expect(sheet.getByRole('region', { name: 'Dry run' })).toContainText('will change2');
  const scrolls = () => document.documentElement.scrollWidth > window.innerWidth;
  expect(await page.evaluate(scrolls)).toBe(false);
  await sheet.getByRole('button', { name: 'Set price of 2 offers' }).tap();
  await expect(page.getByText('Offers changed. Saved as version 3.')).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'Offers and free days' }).getByText('$2.99'),
  ).toHaveCount(2);
});

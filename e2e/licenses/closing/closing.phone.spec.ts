import { expect, typeDay } from '../../fixtures';
import { on, test, YEAR } from '../../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const SUMMER = { name: 'Summer', price: '4.49', firstDay: on('06-01'), lastDay: on('07-31') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

test('on a phone a license is ended in a sheet that fills the screen', async ({ page, seed }) => {
  const license = await seed.license({ offers: [AUTUMN] });
  await seed.title({ license, offer: AUTUMN });
  await page.goto(license.address);
  await page.getByRole('button', { name: 'More actions' }).tap();
  await page.getByRole('menuitem', { name: 'End license' }).tap();
  const sheet = page.getByRole('dialog', { name: 'End license' });
  await typeDay(sheet, 'Last day', on('06-30'));
  await sheet.getByRole('button', { name: /Reason/ }).tap();
  await page.getByRole('option', { name: 'Terminated' }).tap();
  await sheet.getByRole('button', { name: 'End after 30 Jun, retire 1 title' }).tap();
  await expect(page.getByRole('region', { name: 'This license has ended' })).toContainText(
    `Ended after 30 Jun ${YEAR}: Terminated`,
  );
  const scrolls = () => document.documentElement.scrollWidth > window.innerWidth;
  expect(await page.evaluate(scrolls)).toBe(false);
});

test('on a phone a void license lists what it had', async ({ page, seed }) => {
  const license = await seed.license({ offers: [AUTUMN] });
  await page.goto(license.address);
  await page.getByRole('button', { name: 'More actions' }).tap();
  await page.getByRole('menuitem', { name: 'Void license' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Void license' });
  await sheet.getByRole('button', { name: /Reason/ }).tap();
  await page.getByRole('option', { name: 'Recorded twice' }).tap();
  await sheet.getByRole('button', { name: 'Void license' }).tap();
  await expect(page.getByRole('region', { name: 'This license is void' })).toBeVisible();
  const had = page.getByRole('list', { name: 'Offers that it had' });
  await expect(had.locator('del')).toHaveText('Autumn');
  await expect(had.getByRole('button')).toHaveCount(0);
  const scrolls = () => document.documentElement.scrollWidth > window.innerWidth;
  expect(await page.evaluate(scrolls)).toBe(false);
});

test('on a phone a withdrawal that retires titles says so in view, and is undone there', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, SUMMER, AUTUMN] });
  await seed.title({ license, offer: AUTUMN });
  await page.goto(license.address);
  const agenda = page.getByRole('list', { name: 'Offers and free days' });
  await agenda.getByRole('button', { name: /^Autumn/ }).tap();
  await agenda.getByRole('button', { name: 'Withdraw' }).tap();
  await page.getByRole('button', { name: 'Withdraw and retire 1 title' }).tap();
  const notice = page.getByText('Withdrawn. Saved as version 3.');
  await expect(notice).toBeInViewport();
  await page.getByRole('button', { name: 'Undo', exact: true }).tap();
  await expect(page.getByText('Undone. Saved as version 4.')).toBeVisible();
});

import { expect } from '../fixtures';
import { on, test, YEAR } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

test('on a phone a license is an agenda, where offers are added, changed and withdrawn', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  await page.goto(license.address);
  const agenda = page.getByRole('list', { name: 'Offers and free days' });
  await expect(agenda.getByRole('listitem')).toHaveText([
    /^Free 59 days/,
    /^Spring\$4\.99/,
    /^Free 123 days/,
    /^Autumn\$3\.99/,
    /^Free 61 days/,
  ]);
  const scrolls = () => document.documentElement.scrollWidth > window.innerWidth;
  expect(await page.evaluate(scrolls)).toBe(false);

  await agenda.getByRole('button', { name: `Add an offer, 1 May – 31 Aug ${YEAR}` }).tap();
  const form = page.getByRole('dialog', { name: 'Generate an offer' });
  await form.getByLabel('Name').fill('Summer');
  await form.getByRole('textbox', { name: 'Price' }).fill('2.99');
  await form.getByRole('button', { name: 'Add offer' }).tap();
  await expect(page.getByText('Added. Saved as version 3.')).toBeVisible();
  await expect(form).toHaveCount(0);

  await agenda.getByRole('button', { name: /^Summer/ }).tap();
  await agenda.getByRole('button', { name: 'Edit' }).tap();
  const inspector = page.getByRole('dialog', { name: 'Summer' });
  await inspector.getByRole('textbox', { name: 'Price' }).fill('1.99');
  await inspector.getByRole('button', { name: 'Save' }).tap();
  await expect(inspector).toContainText('No changes');
  await inspector.getByRole('button', { name: 'Close' }).tap();
  await expect(page.getByText('Changed. Saved as version 4.')).toBeVisible();
  await expect(agenda.getByRole('button', { name: /^Summer\s*\$1\.99/ })).toBeVisible();

  await agenda.getByRole('button', { name: /^Autumn/ }).tap();
  await agenda.getByRole('button', { name: 'Withdraw' }).tap();
  await expect(page.getByText('Withdrawn. Saved as version 5.')).toBeVisible();
  await expect(agenda.getByRole('button', { name: /^Autumn/ })).toHaveCount(0);
});

test('on a phone the conflict dialog fills the screen', async ({ page, seed }) => {
  const license = await seed.license();
  await page.goto(license.address);
  await page.getByRole('button', { name: `Add an offer, 1 Jan – 31 Dec ${YEAR}` }).tap();
  const form = page.getByRole('dialog', { name: 'Generate an offer' });
  await form.getByLabel('Name').fill('Mine');
  await form.getByRole('textbox', { name: 'Price' }).fill('2.99');
  await seed.offers(license, [AUTUMN], { version: 1, by: 'Marta Oliveira' });
  await form.getByRole('button', { name: 'Add offer' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await expect(dialog).toContainText('Mine overlaps Autumn by 61 days');
  const corners = async () => {
    const { x, y, width, height } = (await dialog.boundingBox()) ?? {
      x: 1,
      y: 1,
      width: 0,
      height: 0,
    };
    return [x, y, width, height].map(Math.round);
  };
  await expect.poll(corners).toEqual([0, 0, 390, 844]);
  await dialog.getByRole('button', { name: /^Use this slot/ }).tap();
  await expect(page.getByText('Saved as version 3.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Offers and free days' })).toContainText('Mine');
});

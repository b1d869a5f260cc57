import type { Locator, Page } from '@playwright/test';
import { expect, expectVersion } from '../fixtures';
import { on, test, YEAR } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

/** Taps the first segment of a day and types it, as the keyboard of a phone does. */
async function tapDay(form: Locator, label: string, iso: string): Promise<void> {
  const [year = '', month = '', day = ''] = iso.split('-');
  const first = form
    .getByRole('group', { name: label, exact: true })
    .getByRole('spinbutton')
    .first();
  await first.tap();
  await first.pressSequentially(`${day}${month}${year}`);
}

function agenda(page: Page): Locator {
  return page.getByRole('list', { name: 'Offers and free days' });
}

async function edit(page: Page, name: string): Promise<Locator> {
  await agenda(page)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .tap();
  await agenda(page).getByRole('button', { name: 'Edit' }).tap();
  const form = page.getByRole('dialog', { name });
  await expect(form).toBeVisible();
  return form;
}

test('an offer is created, moved and resized by touch, room is made for it, and a conflict resolved', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  await page.goto(license.address);
  await expectVersion(page, 2);

  await agenda(page)
    .getByRole('button', { name: `Add an offer, 1 May – 31 Aug ${YEAR}` })
    .tap();
  const form = page.getByRole('dialog', { name: 'Generate an offer' });
  await form.getByLabel('Name').fill('Summer');
  await form.getByRole('textbox', { name: 'Price' }).fill('2.99');
  await tapDay(form, 'Last day', on('05-31'));
  await form.getByRole('button', { name: 'Add offer' }).tap();
  await expect(page.getByText('Added. Saved as version 3.')).toBeVisible();
  await expect(form).toHaveCount(0);

  const moved = await edit(page, 'Summer');
  await tapDay(moved, 'First day', on('06-01'));
  await tapDay(moved, 'Last day', on('07-01'));
  await moved.getByRole('button', { name: 'Save' }).tap();
  await expect(moved).toContainText('No changes');
  await tapDay(moved, 'Last day', on('06-20'));
  await moved.getByRole('button', { name: 'Save' }).tap();
  await expect(moved).toContainText('No changes');
  await moved.getByRole('button', { name: 'Close' }).tap();
  await expectVersion(page, 5);
  await expect(agenda(page).getByRole('button', { name: /^Summer/ })).toContainText('1 – 20 Jun');

  const clashing = await edit(page, 'Summer');
  await tapDay(clashing, 'Last day', on('09-15'));
  const ways = clashing.getByRole('group', { name: 'Make room' });
  await ways.getByRole('radio', { name: /^Trim Autumn/ }).tap();
  await expect(ways.getByText('Result', { exact: true })).toBeVisible();
  await clashing.getByRole('button', { name: 'Trim and move' }).tap();
  await expect(page.getByText('Made room. Saved as version 6.')).toBeVisible();
  await expect(clashing).toHaveCount(0);
  await expect(agenda(page).getByRole('button', { name: /^Autumn/ })).toContainText(
    '16 Sep – 31 Oct',
  );

  await expectVersion(page, 6);
  const stale = await edit(page, 'Spring');
  await stale.getByRole('textbox', { name: 'Price' }).fill('5.49');
  const winter = { ...AUTUMN, name: 'Winter', firstDay: on('12-01'), lastDay: on('12-31') };
  await seed.offers(license, [winter], { version: 6, by: 'Marta Oliveira' });
  await stale.getByRole('button', { name: 'Save' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await dialog.getByRole('button', { name: 'Apply to version 7' }).tap();
  await expect(page.getByText('Changed. Saved as version 8.')).toBeVisible();
  const scrolls = () => document.documentElement.scrollWidth > window.innerWidth;
  expect(await page.evaluate(scrolls)).toBe(false);
});

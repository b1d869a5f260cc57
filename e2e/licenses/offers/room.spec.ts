import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../../accessible';
import { expect, expectVersion, offerRow, tabTo, typeDay } from '../../fixtures';
import { on, test, YEAR } from '../../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

function cell(page: Page, name: string | RegExp): Locator {
  return page.getByRole('grid', { name: /^Offers of/ }).getByRole('gridcell', { name });
}

function timeline(page: Page): Locator {
  return page.getByRole('region', { name: 'Timeline' });
}

test('a new offer that is drawn over another gets ways to make room, and takes one when it is named', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  await page.goto(license.address);
  await expectVersion(page, 2);
  const free = await cell(page, /^Free 1 Jan – 28 Feb/).boundingBox();
  const spring = await cell(page, /^Spring/).boundingBox();
  if (free === null || spring === null) throw new Error('The bars are not drawn.');
  const y = free.y + free.height / 2;
  await page.mouse.move(free.x + free.width * 0.5, y);
  await page.mouse.down();
  await page.mouse.move(spring.x + 5, y);
  await page.mouse.move(spring.x + spring.width * 0.5, y);
  await page.mouse.up();

  const card = page.getByRole('dialog', { name: /^Overlaps Spring by/ });
  await expect(card).toContainText('Make room for a new offer');
  await expectAccessible(page, 'ways to make room for a new offer');
  await page.keyboard.press('1');
  await expect(card.getByRole('radio', { name: /^Trim Spring/ })).toBeChecked();
  await expect(timeline(page).getByText('if you make room')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(card).toHaveCount(0);
  await expectVersion(page, 2);

  const sheet = page.getByRole('complementary', { name: 'Generate an offer' });
  await expect(sheet.getByRole('radio', { name: /^Trim Spring/ })).toBeChecked();
  await expect(timeline(page).getByText('if you make room')).toBeVisible();
  await sheet.getByLabel('Name').fill('Preview week');
  await sheet.getByRole('textbox', { name: 'Price' }).fill('6.99');
  await sheet.getByRole('button', { name: 'Trim and add' }).click();
  await expect(page.getByText('Made room. Saved as version 3.')).toBeVisible();
  await expect(sheet).toHaveCount(0);
  await expect(timeline(page).getByText('if you make room')).toHaveCount(0);
  await expect(offerRow(page, 'Preview week')).toContainText('$6.99');
  await expect(offerRow(page, 'Spring')).toContainText(`30 Apr ${YEAR}`);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expectVersion(page, 4);
  await expect(offerRow(page, 'Preview week')).toHaveCount(0);
  await expect(cell(page, /^Spring, \$4\.99, 1 Mar – 30 Apr/)).toBeVisible();
});

test('room is made for a new offer by keyboard alone, and what it takes from titles is shown first', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(license.address);
  await expectVersion(page, 2);
  await page.keyboard.press('n');
  const sheet = page.getByRole('complementary', { name: 'Generate an offer' });
  await expect(sheet.getByLabel('Name')).toBeFocused();
  await tabTo(page, sheet.getByLabel('Name'));
  await page.keyboard.type('Festival');
  await tabTo(page, sheet.getByRole('textbox', { name: 'Price' }));
  await page.keyboard.type('2.99');
  await tabTo(page, sheet.getByRole('group', { name: 'First day', exact: true }));
  await page.keyboard.type(`1003${YEAR}`);
  await tabTo(page, sheet.getByRole('group', { name: 'Last day', exact: true }));
  await page.keyboard.type(`1903${YEAR}`);
  await expect(sheet).toContainText('overlaps Spring by 10 days');
  const ways = sheet.getByRole('group', { name: 'Ways to make room' });
  await expect(timeline(page).getByText(/^Festival 10 – 19 Mar/)).toBeVisible();
  await expectAccessible(page, 'ways to make room in the form');

  await tabTo(page, ways);
  await page.keyboard.press('Space');
  await expect(ways.getByRole('radio', { name: /^Trim Spring/ })).toBeChecked();
  for (const [name, presses] of [
    [/^Split Spring around it/, 1],
    [/^Replace Spring/, 3],
  ] as const) {
    for (let press = 0; press < presses; press += 1) await page.keyboard.press('ArrowDown');
    await expect(ways.getByRole('radio', { name })).toBeChecked();
  }
  await tabTo(page, sheet.getByRole('button', { name: 'Replace and add' }));
  await page.keyboard.press('Enter');
  const preview = page.getByRole('alertdialog', { name: 'Withdraw Spring?' });
  await expect(preview.getByRole('link', { name: title.title })).toBeVisible();
  await expect(preview).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);
  await expectVersion(page, 2);

  await tabTo(page, ways);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(ways.getByRole('radio', { name: /^Split Spring/ })).toBeChecked();
  await tabTo(page, sheet.getByRole('button', { name: 'Split and add' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Made room. Saved as version 3.')).toBeVisible();
  await expect(offerRow(page, 'Spring')).toHaveCount(2);
  await expect(cell(page, /^Festival, \$2\.99, 10 – 19 Mar/)).toBeVisible();
  await page.goto(title.address);
  await expect(page.getByRole('heading', { name: 'Offers 2' })).toBeVisible();
});

test('days that are typed for an offer where another is get the same ways', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  await page.goto(license.address);
  await offerRow(page, 'Spring').getByRole('button', { name: 'Spring' }).click();
  const sheet = page.getByRole('complementary', { name: 'Spring' });
  await expect(sheet.getByRole('group', { name: 'Make room' })).toHaveCount(0);
  await typeDay(sheet, 'Last day', on('09-10'));
  await sheet.getByRole('radio', { name: /^Shift Autumn after it/ }).check();
  await expect(timeline(page).getByText('if you make room')).toBeVisible();
  await sheet.getByRole('button', { name: 'None of these' }).click();
  await expect(timeline(page).getByText('if you make room')).toHaveCount(0);
  await expect(sheet.getByRole('button', { name: 'Save' })).toBeVisible();

  await sheet.getByRole('radio', { name: /^Shift Autumn after it/ }).check();
  await sheet.getByRole('textbox', { name: 'Price' }).fill('');
  await sheet.getByRole('button', { name: 'Shift and move' }).click();
  await expect(sheet.getByRole('textbox', { name: 'Price' })).toBeFocused();
  await expectVersion(page, 2);
  await sheet.getByRole('textbox', { name: 'Price' }).fill('5.49');
  await sheet.getByRole('button', { name: 'Shift and move' }).click();
  await expect(page.getByText('Made room. Saved as version 3.')).toBeVisible();
  await expect(cell(page, /^Spring, \$5\.49, 1 Mar – 10 Sep/)).toBeVisible();
  await expect(cell(page, /^Autumn, \$3\.99, 11 Sep – 10 Nov/)).toBeVisible();
});

test('room that was made while somebody else saved is settled in the one conflict dialog', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(license.address);
  await page.getByRole('button', { name: 'New offer N' }).click();
  const sheet = page.getByRole('complementary', { name: 'Generate an offer' });
  await sheet.getByLabel('Name').fill('Festival');
  await sheet.getByRole('textbox', { name: 'Price' }).fill('2.99');
  await typeDay(sheet, 'First day', on('04-20'));
  await typeDay(sheet, 'Last day', on('05-09'));
  await sheet.getByRole('radio', { name: /^Trim Spring/ }).check();
  await seed.offers(license, [AUTUMN], { version: 2, by: 'Marta Oliveira' });
  await sheet.getByRole('button', { name: 'Trim and add' }).click();
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await dialog.getByRole('button', { name: 'Apply to version 3' }).click();
  await expect(page.getByText('Made room. Saved as version 4.')).toBeVisible();
  await expect(cell(page, /^Spring, \$4\.99, 1 Mar – 19 Apr/)).toBeVisible();
  await expect(cell(page, /^Festival, \$2\.99, 20 Apr – 9 May/)).toBeVisible();
  await expect(offerRow(page, 'Autumn')).toBeVisible();
});

test('the steps of a ladder stand on the timeline before they are saved, with what is in their way', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(license.address);
  await page.getByRole('button', { name: 'New offer N' }).click();
  const sheet = page.getByRole('complementary');
  await sheet.getByText('Price ladder', { exact: true }).click();
  await typeDay(sheet, 'First day', on('02-01'));
  for (const [index, name] of ['Premiere', 'Standard', 'Catalog'].entries()) {
    const step = sheet.getByRole('group', { name: `Step ${index + 1}` });
    await step.getByLabel(/^Name/).fill(name);
    await step.getByLabel(/^Length/).fill('20');
  }
  const planned = sheet.getByRole('region', { name: 'Offers it would make' });
  await expect(planned.getByRole('listitem')).toHaveText([
    `1Premiere1 – 20 Feb ${YEAR}`,
    new RegExp(`^2Standard21 Feb – 12 Mar ${YEAR}Standard overlaps Spring by 12 days`),
    new RegExp(`^3Catalog13 Mar – 1 Apr ${YEAR}Catalog overlaps Spring by 20 days`),
  ]);
  // The zoom in which they have no room for their names.
  for (const number of ['1', '2', '3'])
    await expect(timeline(page).getByText(number, { exact: true }).last()).toBeVisible();
  await timeline(page).getByText('Month', { exact: true }).click();
  for (const name of ['Premiere', 'Standard', 'Catalog'])
    await expect(timeline(page).getByText(new RegExp(`^${name}`))).toBeVisible();
  await expectAccessible(page, 'a ladder on the timeline');

  await typeDay(sheet, 'First day', on('05-01'));
  await expect(planned).toContainText(`Catalog10 – 29 Jun ${YEAR}`);
  await expect(planned).not.toContainText('overlaps');
  await expect(timeline(page).getByText(/^Catalog/)).toBeVisible();
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(timeline(page).getByText(/^Catalog/)).toHaveCount(0);
});

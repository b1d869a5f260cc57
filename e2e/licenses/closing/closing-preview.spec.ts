import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../../accessible';
import { addOffer, expect, expectVersion, offerRow, typeDay } from '../../fixtures';
import { on, test, YEAR } from '../../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const SUMMER = { name: 'Summer', price: '4.49', firstDay: on('06-15'), lastDay: on('07-31') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

function timeline(page: Page): Locator {
  return page.getByRole('region', { name: 'Timeline' });
}

function cell(page: Page, name: RegExp): Locator {
  return timeline(page).getByRole('gridcell', { name });
}

async function endSheet(page: Page): Promise<Locator> {
  await page.keyboard.press('Shift+E');
  const sheet = page.getByRole('complementary', { name: 'End license' });
  await expect(sheet.getByRole('spinbutton').first()).toBeFocused();
  return sheet;
}

test('the page shows the end that is typed, and nothing of it once the sheet is closed', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, SUMMER, AUTUMN] });
  await seed.title({ license, offer: AUTUMN });
  await page.goto(license.address);
  await expectVersion(page, 2);
  const sheet = await endSheet(page);
  const grid = timeline(page).getByRole('grid');
  const scale = await cell(page, /^Spring/).boundingBox();

  await page.keyboard.type(`3006${YEAR}`);
  await expect(timeline(page)).toContainText(
    `Preview, not saved. As if the license ended after 30 Jun ${YEAR}.`,
  );
  await expect(cell(page, /^Summer.* 15 – 30 Jun .*, upcoming/)).toBeVisible();
  await expect(cell(page, /^Summer.* 1 – 31 Jul .*, cut off/)).toBeVisible();
  await expect(cell(page, /^Autumn.*, withdrawn/).locator('del')).toHaveText('Autumn');
  expect(await cell(page, /^Spring/).boundingBox()).toEqual(scale);
  await expect(offerRow(page, 'Summer')).toContainText('cut by 31 days');
  await expect(offerRow(page, 'Summer').locator('del')).toHaveText(`31 Jul ${YEAR}`);
  await expect(offerRow(page, 'Autumn')).toContainText('Withdrawn');
  // Beside the sheet the table is narrower than its columns and scrolls in itself; its head covers no row.
  const table = page.getByRole('table', { name: 'Offers' });
  const head = await table.getByRole('row').first().boundingBox();
  const below = await table.getByRole('row').nth(1).boundingBox();
  expect(below?.y).toBe((head?.y ?? 0) + (head?.height ?? 0));
  await expect(sheet).toContainText('checked against v2');
  await expectAccessible(page, 'the timeline with a previewed end');

  await typeDay(sheet, 'Last day', on('09-30'));
  await expect(timeline(page)).toContainText(`ended after 30 Sep ${YEAR}.`);
  await expect(cell(page, /^Summer.*, upcoming/)).toHaveCount(1);
  await expect(offerRow(page, 'Autumn')).toContainText('cut by 31 days');

  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(timeline(page)).not.toContainText('Preview, not saved.');
  await expect(grid.locator('del')).toHaveCount(0);
  await expect(cell(page, /^Autumn.*, upcoming/)).toHaveCount(1);
  await expect(offerRow(page, 'Summer')).toContainText(`31 Jul ${YEAR}`);
});

test('a day that cannot be the last one is not shown on the page, and a void license takes everything', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(license.address);
  const sheet = await endSheet(page);
  await page.keyboard.type(`3112${YEAR}`);
  await expect(sheet.getByRole('alert').filter({ hasText: 'ends after' })).toBeVisible();
  await expect(timeline(page)).not.toContainText('Preview, not saved.');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Void license' }).click();
  await expect(timeline(page)).toContainText('Preview, not saved. As if the license were void.');
  await expect(cell(page, /^Spring.*, withdrawn/)).toBeVisible();
});

test('a preview says who has saved since, keeps its numbers, and is checked again by one press', async ({
  page,
  marta,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  for (const one of [page, marta]) await one.goto(license.address);
  const sheet = await endSheet(page);
  await page.keyboard.type(`3006${YEAR}`);
  await expect(sheet.getByRole('term').filter({ hasText: 'is withdrawn' })).toBeVisible();
  await expect(sheet).toContainText('checked against v2');
  await addOffer(marta, SUMMER, 3);

  await expect(
    sheet.getByText('Checked against version 2. Marta Oliveira saved v3', { exact: true }),
  ).toBeVisible();
  // It is said once, and what was shown stands until it is asked for.
  await expect(page.getByText('Marta Oliveira saved version 3')).toHaveCount(0);
  await expect(sheet.getByRole('term').filter({ hasText: 'is cut' })).toHaveCount(0);
  await expect(cell(page, /^Summer/)).toHaveCount(0);
  await expectAccessible(page, 'a preview that somebody saved after');

  await sheet.getByRole('button', { name: 'Check again' }).click();
  await expect(sheet).toContainText('checked against v3');
  await expect(sheet.getByRole('term').filter({ hasText: 'is cut' })).toBeVisible();
  await expect(cell(page, /^Summer.*, cut off/)).toBeVisible();
  await sheet.getByRole('button', { name: /Reason/ }).click();
  await page.getByRole('option', { name: 'Terminated' }).click();
  await sheet.getByRole('button', { name: /^End after 30 Jun/ }).click();
  await expect(page.getByText(`Ended after 30 Jun ${YEAR}. Saved as version 4.`)).toBeVisible();
});

test('what taking a title down and retiring it would do is checked again the same way', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, SUMMER, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(title.address);
  await page.keyboard.press('Shift+D');
  const sheet = page.getByRole('complementary', { name: 'Take down' });
  await typeDay(sheet, 'From', on('04-01'));
  await expect(sheet).toContainText('checked against v1');
  await seed.assign(title, license, AUTUMN, { by: 'Nora Lind' });
  await expect(sheet.getByText('Nora Lind saved v2')).toBeVisible();
  await sheet.getByRole('button', { name: 'Check again' }).click();
  await expect(sheet).toContainText('checked against v2');
  await expect(sheet).toContainText('Oct');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Retire title' }).click();
  const retire = page.getByRole('complementary', { name: 'Retire title' });
  await expect(retire.getByRole('listitem')).toHaveCount(2);
  await retire.getByRole('textbox', { name: 'Reason' }).fill('Rights reverted');
  await seed.assign(title, license, SUMMER, { version: 2, by: 'Nora Lind' });
  await expect(retire.getByText('Nora Lind saved v3')).toBeVisible();
  await expect(retire.getByRole('listitem')).toHaveCount(2);
  await retire.getByRole('button', { name: 'Check again' }).click();
  await expect(retire.getByRole('listitem')).toHaveCount(3);
  await retire.getByRole('button', { name: 'Retire, unassign 3 offers' }).click();
  await expect(page.getByRole('region', { name: 'This title is retired' })).toContainText(
    'Rights reverted',
  );
});

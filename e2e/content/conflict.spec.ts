import type { Locator, Page } from '@playwright/test';
import { applyWithEnter, expect, expectVersion } from '../fixtures';
import { on, test, unique, type SeededTitle } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values))
    await page.getByRole('textbox', { name: label, exact: true }).fill(value);
  await page.getByRole('button', { name: 'Save' }).click();
}

/** Corrects a title in two browsers, Marta first, and tells the dialog that the second one is answered with. */
async function correctSecond(
  page: Page,
  marta: Page,
  title: SeededTitle,
  theirs: Readonly<Record<string, string>>,
  mine: Readonly<Record<string, string>>,
): Promise<Locator> {
  for (const one of [page, marta]) await one.goto(`${title.address}/edit`);
  await fill(marta, theirs);
  await expectVersion(marta, 2);
  await fill(page, mine);
  return page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
}

test('two corrections of different fields of a title are both kept with one Enter', async ({
  page,
  marta,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  const title = await seed.title({ license, offer: SPRING });
  const name = unique('Renamed');
  const dialog = await correctSecond(
    page,
    marta,
    title,
    { 'Notes (optional)': 'Restored print.', 'Release year (optional)': '1999' },
    { Title: name },
  );
  await expect(dialog).toContainText('the title is now at v2');
  await expect(dialog.getByRole('row', { name: /^Title/ })).toContainText(`${name} yours`);
  await expect(dialog.getByRole('row', { name: /^Notes/ })).toContainText('Restored print. theirs');
  await applyWithEnter(page, 'Apply to version 2');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Restored print.')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('1999');
});

test('fields of a title that both corrected are chosen one by one, and nothing typed is lost', async ({
  page,
  marta,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  const title = await seed.title({ license, offer: SPRING });
  const [mine, theirs] = [unique('Mine'), unique('Theirs')];
  const dialog = await correctSecond(
    page,
    marta,
    title,
    { Title: theirs, 'Notes (optional)': 'Restored print.' },
    { Title: mine, 'Notes (optional)': 'Uncut.', 'Release year (optional)': '1998' },
  );
  await expect(dialog).toContainText('You and Marta Oliveira both changed the title and notes.');
  await expect(page.getByRole('button', { name: /Choose 2 fields to apply/ })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(mine);
  await expect(page.getByRole('textbox', { name: 'Notes (optional)' })).toHaveValue('Uncut.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeFocused();
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: /Choose 1 field to apply/ })).toBeDisabled();
  await page.keyboard.press('2');
  await applyWithEnter(page, 'Apply to version 2');
  await expect(page.getByRole('heading', { level: 1, name: mine })).toBeVisible();
  await expect(page.getByText('Restored print.')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('1998');
});

test('a title’s only offer is exchanged where it cannot be unassigned any more', async ({
  page,
  marta,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await seed.assign(title, license, AUTUMN);
  for (const one of [page, marta]) await one.goto(title.address);
  await marta.getByRole('button', { name: 'Unassign Autumn' }).click();
  await expect(marta.getByText('Unassigned. Saved as version 3.')).toBeVisible();
  await page.getByRole('button', { name: 'Unassign Spring' }).click();
  const dialog = page.getByRole('dialog', {
    name: 'Marta Oliveira saved while you were editing',
  });
  await expect(dialog).toContainText('This is the only offer of');
  const row = dialog
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'Unassign', exact: true }) });
  await expect(row.getByRole('cell').last()).toContainText('Autumn');
  await dialog.getByRole('button', { name: /^Assign it instead/ }).click();
  await expect(page.getByText('Moved. Saved as version 4.')).toBeVisible();
  await expect(
    page.getByRole('table', { name: 'Assigned offers' }).getByRole('rowheader'),
  ).toHaveText([/^Autumn/]);
});

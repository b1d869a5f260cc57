import type { Locator, Page } from '@playwright/test';
import type { AvailCells } from '../avails-workbook';
import { availsFile, movieRow } from '../avails-workbook';
import {
  choose,
  commitBar,
  fileName,
  openPart,
  reviewLine,
  save,
  savedNotice,
  studio,
  upload,
  uploadAndCheck,
} from '../import-pages';
import { browserBeforeScripts, expect, tabTo } from '../../fixtures';
import { test, unique } from '../../seed-data';

const PHONE = { width: 390, height: 844 };

const RATED = { 'AvailMetadata/RatingSystem': 'MPAA', 'AvailMetadata/RatingValue': 'PG' };

test('a file is uploaded, checked, reviewed, saved and undone', async ({ page, seed }) => {
  const { contract, of } = await studio(seed);
  const [lantern, harbor, quarry] = [unique('Lantern'), unique('Harbor'), unique('Quarry')];
  const file = availsFile(fileName(), [
    movieRow(of(lantern)),
    movieRow(of(harbor), {
      'AvailTrans/PriceType': 'Tier',
      'AvailTrans/PriceValue': '2',
      'AvailTrans/PriceCurrency': '',
    }),
    movieRow(of(quarry), { 'AvailTrans/Territory': 'UK' }),
  ]);
  await uploadAndCheck(page, file);
  await expect(page.getByText('Avails 1.9 as the file says')).toBeVisible();
  await expect(page.getByText(contract.studio, { exact: true })).toBeVisible();

  await openPart(page, 'Problems');
  const problems = page.getByRole('region', { name: 'Problems', exact: true });
  const unknownTerritory = problems
    .getByRole('listitem')
    .filter({ hasText: 'AvailTrans/Territory' });
  await expect(unknownTerritory).toContainText('1 error');
  await expect(unknownTerritory).toContainText('GB');
  await expect(unknownTerritory.getByRole('row').nth(1)).toContainText('6');
  await expect(unknownTerritory.getByRole('row').nth(1)).toContainText('UK');

  await openPart(page, 'Decisions');
  const known = page.getByRole('region', { name: 'Decisions' });
  await expect(known).toContainText('Nothing new to decide.');
  await expect(known.getByRole('link', { name: 'Tier 2' })).toHaveAttribute(
    'href',
    '/price-tables',
  );
  await expect(commitBar(page)).toContainText('Left out: 1 row with errors.');
  await openPart(page, 'Review');
  await expect(reviewLine(page, 'license', lantern)).toContainText('Created');
  await expect(reviewLine(page, 'offer', harbor)).toContainText('HD Tier 2');
  await expect(reviewLine(page, 'title', harbor)).toContainText('Created');
  await page
    .getByRole('list', { name: 'Kinds' })
    .getByRole('link', { name: /^Titles/ })
    .click();
  await expect(page).toHaveURL(/what=title/);
  await expect(page.getByRole('table', { name: 'Review' }).getByRole('row')).toHaveCount(3);

  await commitBar(page).getByRole('button', { name: 'Save 2 licenses' }).dblclick();
  await expect(savedNotice(page)).toContainText('Saved by Priya Raman');
  await expect(savedNotice(page)).toContainText('2 licenses, 2 offers and 2 titles');
  await page
    .getByRole('list', { name: 'Kinds' })
    .getByRole('link', { name: /^Licenses/ })
    .click();
  await expect(page).toHaveURL(/what=license/);
  const importAddress = page.url();

  await reviewLine(page, 'license', harbor).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(harbor) })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Offers', exact: true })).toContainText('Tier 2');
  const license = page.url();
  await page.goto(`${license}/history`);
  await expect(page.getByText(file.name).first()).toBeVisible();

  await page.goto(importAddress);
  await savedNotice(page).getByRole('button', { name: 'Undo import' }).click();
  await savedNotice(page).getByRole('button', { name: 'Undo it' }).click();
  await expect(page.getByText('Undone by Priya Raman')).toBeVisible();
  await expect(page.getByText('To save it after all, upload it again.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check again' })).toHaveCount(0);
  const parts = page.getByRole('navigation', { name: 'Parts of this import' });
  await parts.getByRole('link', { name: 'Rules' }).click();
  await expect(page.getByRole('region', { name: 'Rules' })).toContainText('Contract');
  const response = await page.goto(license);
  expect(response?.status()).toBe(404);
});

test('a file asks everything on one sheet, is answered by keyboard, and the next file knows', async ({
  page,
  seed,
}) => {
  const { studio: name } = (await studio(seed)).contract;
  const second = await seed.contract(name);
  const unnamed = (title: string) => ({ studio: name, contract: '', title });
  const licensee = (who: string, cells: AvailCells = {}) => ({ 'Avail/Licensee': who, ...cells });
  const [kept, others, tier] = [unique('Reed'), unique('Sedge'), unique('Rush')];
  const rows = [
    movieRow(unnamed(kept), licensee('Tern Street')),
    movieRow(unnamed(others), licensee('Gull & Gannet')),
    movieRow(unnamed(tier), {
      ...licensee('Tern Street'),
      ...{ 'AvailTrans/PriceType': 'Tier', 'AvailTrans/PriceValue': '7' },
    }),
  ];
  await uploadAndCheck(page, availsFile(fileName(), rows));
  const asked = page.getByRole('form', { name: 'Decisions' });
  await expect(asked.getByRole('listitem')).toHaveCount(2);
  await expect(asked.getByRole('status').filter({ hasText: 'missing' })).toHaveText(
    '2 needed answers missing: 1, 2',
  );

  await page.keyboard.press('n');
  await expect(asked.getByRole('textbox', { name: 'Contract' })).toBeFocused();
  await page.keyboard.type(second.reference);
  await tabTo(page, asked.getByRole('checkbox', { name: 'Tern Street' }));
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(commitBar(page)).toContainText('Left out: 1 row for other licensees.');
  await save(page, '2 licenses');
  await openPart(page, 'Review');
  await expect(reviewLine(page, 'offer', tier)).toContainText('Tier 7');
  await expect(page.getByText(others)).toHaveCount(0);

  const nextMonth = [...rows, movieRow(unnamed(unique('Fen')), licensee('Tern Street'))];
  await page.setViewportSize(PHONE);
  await uploadAndCheck(page, availsFile(fileName(), nextMonth));
  await expect(commitBar(page)).toContainText('Left out: 1 row for other licensees.');
  await openPart(page, 'Decisions');
  await expect(asked.getByRole('checkbox', { name: 'Tern Street' })).toBeChecked();
  await expect(asked.getByText('As before')).toHaveCount(2);
});

test('a file that was chosen before the scripts arrived is sent with the first press', async ({
  browser,
  seed,
}) => {
  const { of } = await studio(seed);
  const file = availsFile(fileName(), [movieRow(of(unique('Early')), {})]);
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const page = await browserBeforeScripts(browser, 'priya', arrival);
  await page.goto('/imports', { waitUntil: 'commit' });
  await choose(page, file);
  const press = page.getByRole('button', { name: 'Upload and check' });
  await expect(press).toBeDisabled();
  arrive();
  await press.click();
  await expect(page.getByRole('heading', { level: 1, name: file.name })).toBeVisible();
  await page.context().close();
});

test('a file is imported and undone without a mouse', async ({ page, seed }) => {
  const { of } = await studio(seed);
  const title = unique('Meadow');
  const file = availsFile(fileName(), [
    movieRow(of(title), { 'AvailTrans/PriceType': 'Tier', 'AvailTrans/PriceValue': '7' }),
  ]);
  // Listens from the start, because Playwright closes dialogs without a listener at once.
  page.once('filechooser', (chooser) => void chooser.setFiles(file));
  await page.goto('/licenses');
  await tabTo(page, page.getByRole('link', { name: 'Imports' }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Imports/ })).toBeVisible();
  await tabTo(page, page.getByLabel('Avails workbook'));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Avails workbook')).toHaveValue(new RegExp(`${file.name}$`));
  await tabTo(page, page.getByRole('button', { name: 'Upload and check' }));
  await page.keyboard.press('Enter');
  const saveButton = commitBar(page).getByRole('button', { name: 'Save 1 license' });
  await expect(saveButton).toBeEnabled();
  await tabTo(page, page.getByRole('link', { name: /^Review/ }));
  await page.keyboard.press('Enter');
  await expect(reviewLine(page, 'offer', title)).toContainText('Tier 7');
  await page.keyboard.press('Home');
  await tabBackTo(page, saveButton);
  await page.keyboard.press('Enter');
  await expect(savedNotice(page)).toContainText('Saved by Priya Raman');

  await tabTo(page, savedNotice(page).getByRole('button', { name: 'Undo import' }));
  await page.keyboard.press('Enter');
  await expect(savedNotice(page).getByRole('button', { name: 'Undo it' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Undone by Priya Raman')).toBeVisible();
});

test('a monthly full extract with three changes is reviewed and saved by keyboard', async ({
  page,
  seed,
}) => {
  const { of } = await studio(seed);
  const [dearer, rated, same, fresh] = ['Ash', 'Birch', 'Cedar', 'Elm'].map(unique);
  const last = [dearer, rated, same].map((title) => movieRow(of(title ?? ''), RATED));
  await uploadAndCheck(page, availsFile(fileName(), last));
  await save(page, '1 license');

  const now = [
    movieRow(of(dearer ?? ''), { ...RATED, 'AvailTrans/PriceValue': '12.99' }),
    movieRow(of(rated ?? ''), { ...RATED, 'AvailMetadata/RatingValue': 'R' }),
    movieRow(of(same ?? ''), RATED),
    movieRow(of(fresh ?? ''), { ...RATED, 'AvailTrans/PriceValue': '2.99' }),
  ];
  await upload(page, availsFile(fileName(), now));
  await expect(commitBar(page)).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: /^Review/ }));
  await page.keyboard.press('Enter');
  const review = page.getByRole('table', { name: 'Review' });
  await expect(reviewLine(page, 'title', rated ?? '')).toContainText('RatingValue');
  const said: string[] = [];
  const count = (await review.getByRole('row').count()) - 1;
  for (let line = 0; line < count; line += 1) {
    await page.keyboard.press('j');
    await expect(review.locator('[data-line]').nth(line)).toBeFocused();
    said.push(await review.locator('[data-line]').nth(line).innerText());
  }
  expect(said.join('\n')).toContain('$12.99');
  expect(said.join('\n')).toContain('$2.99');
  await page.keyboard.press('k');
  await expect(review.locator('[data-line]').nth(count - 2)).toBeFocused();
  await expect(page.getByText('X leave out or bring back')).toBeVisible();
  await page.keyboard.press('x');
  await expect(commitBar(page)).toContainText('Left out: 1 license by hand.');
  const left = review.locator('[data-line]').nth(count - 2);
  await expect(left).toContainText('Left out');
  await expect(left).toBeFocused();
  await page.keyboard.press('x');
  await expect(commitBar(page)).toContainText('Nothing is left out.');
  await page.keyboard.press('Home');
  const saveButton = commitBar(page).getByRole('button', { name: /^Save/ });
  await tabBackTo(page, saveButton);
  await page.keyboard.press('Enter');
  await expect(savedNotice(page)).toContainText('Saved by Priya Raman');
  await page.reload();
  const first = review.locator('[data-line]').first();
  await page.keyboard.press('j');
  await expect(first).toBeFocused();
  await page.keyboard.press('o');
  await expect(page).toHaveURL(/\/(licenses|content)\//);
});

/** Presses Shift and Tab until something has the focus. */
async function tabBackTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press('Shift+Tab');
  }
  await expect(target).toBeFocused();
}

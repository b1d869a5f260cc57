import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { applyWithEnter, expect, expectVersion, offerRow, typeDay } from '../fixtures';
import { on, test, YEAR } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

/** The button that undoes the newest change, made by `actor`. */
function undoOf(page: Page, actor: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^Undo ${actor}’s change: `) });
}

test('history shows actors and changes, and links to past versions of the timeline', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  await seed.replace(license, SPRING, { ...SPRING, price: '5.99' }, { version: 2, by: 'Ana' });
  await seed.offers(license, [AUTUMN], { version: 3, by: 'Marta Oliveira' });
  await page.goto(license.address);
  await page.getByRole('link', { name: 'All 4 versions' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  const lines = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator('time') });
  await expect(lines).toHaveText([
    new RegExp(
      `today \\d\\d:\\d\\dv4Added Autumn, \\$3\\.99, 1 Sep – 31 Oct ${YEAR}Marta Oliveira`,
    ),
    /v3Spring: \$4\.99 → \$5\.99Ana/,
    new RegExp(`v2Added Spring, \\$4\\.99, 1 Mar – 30 Apr ${YEAR}Seed`),
    new RegExp(`v1License granted, 1 Jan – 31 Dec ${YEAR}Seed`),
  ]);

  await page.getByRole('link', { name: 'v2', exact: true }).click();
  await expect(page.getByText('As of version 2 of 4.')).toBeVisible();
  await expect(offerRow(page, 'Spring')).toContainText('$4.99');
  await expect(offerRow(page, 'Autumn')).toHaveCount(0);
  await expect(
    page.getByRole('grid', { name: `Offers of ${license.name} as of version 2` }),
  ).toContainText('Spring');
  await expect(page.getByRole('button', { name: /New offer|Amend|Undo/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Version 3' }).click();
  await expect(page.getByText('As of version 3 of 4.')).toBeVisible();
  await expect(offerRow(page, 'Spring')).toContainText('$5.99');
  await page.getByRole('link', { name: 'Show the latest' }).click();
  await expect(offerRow(page, 'Autumn')).toBeVisible();

  await page.goto('/history');
  const newest = page.getByRole('listitem').filter({ hasText: license.name }).first();
  // Concurrent tests may have filled the first page with their changes.
  while ((await newest.count()) === 0) {
    const earlier = page.getByRole('link', { name: 'Earlier changes' });
    await page.goto((await earlier.getAttribute('href')) ?? 'none');
  }
  await expect(newest).toContainText('Added Autumn');
  await newest.getByRole('link', { name: license.name }).click();
  await expect(page.getByRole('heading', { level: 1, name: license.name })).toBeVisible();
});

test('changes are undone one by one, each by a new change, down to the grant', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  await page.goto(license.address);
  await undoOf(page, 'Seed').click();
  await page.getByRole('button', { name: 'Undo change' }).click();
  await expect(page.getByText('Undone. Saved as version 3.')).toBeVisible();
  await expect(offerRow(page, 'Spring')).toHaveCount(0);
  await expectVersion(page, 3);
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect(page.getByText('Redone. Saved as version 4.')).toBeVisible();
  await expect(offerRow(page, 'Autumn')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'v3' })).toContainText(
    'Withdrew: 2 offers, Spring and Autumn',
  );

  const granted = await seed.license();
  await page.goto(granted.address);
  await expect(page.getByRole('button', { name: /^New offer/ }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
});

test('undoing a change of another person asks for confirmation', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(license.address);
  await seed.offers(license, [AUTUMN], { version: 2, by: 'Marta Oliveira' });
  await undoOf(page, 'Seed').click();
  await page.getByRole('button', { name: 'Undo change' }).click();
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await expect(dialog).toContainText('Autumn, $3.99');
  await applyWithEnter(page, 'Apply to version 3');
  await expect(page.getByText(/Saved as version 4\./)).toBeVisible();
  await expect(offerRow(page, 'Spring')).toHaveCount(0);
  await expect(offerRow(page, 'Autumn')).toBeVisible();
});

test('the history is narrowed by kind of change and by days', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(`/history?studio=${encodeURIComponent(license.contract.studio)}`);
  const lines = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator('time') });
  await expect(lines).toHaveCount(3);
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('option', { name: 'Offers' }).click();
  await expect(lines).toHaveText([/v2Added Spring/]);
  await expectAccessible(page, 'a narrowed history');
  await page.keyboard.press('Escape');

  await typeDay(page, 'To (UTC)', '2020-01-01');
  await page.getByRole('form', { name: 'Days' }).getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('No changes match')).toBeVisible();
  await expect(page).toHaveURL(/kind=offers/);
});

test('two versions are compared side by side, by keyboard alone', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING] });
  await seed.replace(license, SPRING, { ...SPRING, price: '5.99' }, { version: 2, by: 'Ana' });
  await seed.offers(license, [AUTUMN], { version: 3 });
  await page.goto(`${license.address}/history`);
  await page.getByRole('link', { name: 'Compare versions' }).click();
  const offers = page.getByRole('table', { name: 'Offers' });
  await expect(offers.getByRole('row')).toContainText(['Offers', 'Autumn']);
  await expect(offers.getByRole('row', { name: /Autumn/ })).toContainText('added');

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await expect(page.getByText('v2 to v4')).toBeVisible();
  await expect(offers.getByRole('row', { name: /Spring/ })).toContainText(
    /4\.99.*5\.99.*other price/,
  );
  await expect(page.getByRole('list', { name: 'Days that differ' })).toContainText('other price');
  await expectAccessible(page, 'two versions side by side');
  await page.keyboard.press('s');
  await expect(page.getByText('v4 to v2')).toBeVisible();
  await expect(offers.getByRole('row', { name: /Autumn/ })).toContainText('withdrawn');
});

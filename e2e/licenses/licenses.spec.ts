import type { Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { expect } from '../fixtures';
import { inDays, test, THIS_YEAR, unique, type SeedData } from '../seed-data';

/** Expects the list to contain licenses of these names, in order. */
async function expectListed(page: Page, names: readonly string[]): Promise<void> {
  const links = page
    .getByRole('table', { name: 'Licenses' })
    .getByRole('rowheader')
    .getByRole('link');
  await expect(links).toHaveText([...names]);
}

/** Four licenses of one studio with different values in each filter. */
async function fourLicenses(seed: SeedData) {
  const contract = await seed.contract();
  const [first, last] = [`${THIS_YEAR - 1}-01-01`, `${THIS_YEAR + 1}-12-31`];
  const of = { contract, territories: ['US'], rightsType: 'TVOD' };
  await seed.license({ ...of, name: 'Amber', firstDay: first, lastDay: last });
  await seed.license({
    ...of,
    name: 'Birch',
    rightsType: 'SVOD',
    territories: ['FI', 'SE'],
    firstDay: `${THIS_YEAR + 1}-01-01`,
    lastDay: null,
  });
  await seed.license({
    ...of,
    name: 'Cobalt',
    devices: ['tv', 'mobile'],
    firstDay: `${THIS_YEAR - 3}-01-01`,
    lastDay: `${THIS_YEAR - 2}-12-31`,
  });
  await seed.license({ ...of, name: 'Dune', firstDay: first, lastDay: inDays(10) });
  return contract;
}

test('licenses are searched, filtered and sorted, and the URL stores it', async ({
  page,
  seed,
}) => {
  const contract = await fourLicenses(seed);
  await page.goto('/licenses');
  await page.getByRole('searchbox', { name: 'Search licenses' }).fill(contract.reference);
  await expectListed(page, ['Amber', 'Birch', 'Cobalt', 'Dune']);
  await expect(page).toHaveURL(/[?&]q=E2E/);

  const filters = [
    ['Studio', contract.studio, 'studio', ['Amber', 'Birch', 'Cobalt', 'Dune']],
    ['Rights type', 'SVOD', 'rights', ['Birch']],
    ['Territory', 'Finland', 'territory', ['Birch']],
    ['Device', 'tablet', 'device', ['Amber', 'Birch', 'Dune']],
    ['Status', 'Upcoming', 'status', ['Birch']],
    ['Ends within', '30 days', 'expiring', ['Dune']],
  ] as const;
  for (const [label, option, part, names] of filters) {
    await page.getByRole('search').getByRole('button', { name: label, exact: true }).click();
    // The options are loaded when the first filter opens, and then handle keys.
    await expect(page.getByRole('dialog', { name: label }).locator(':focus')).toBeVisible();
    await page.keyboard.type(option);
    await page.getByRole('option', { name: option }).first().click();
    // A filter that can have several values stays open.
    await page.keyboard.press('Escape');
    await expectListed(page, names);
    await expect(page).toHaveURL(new RegExp(`[?&]${part}=`));
    await page.reload();
    await expectListed(page, names);
    await page.getByRole('button', { name: `Remove filter ${label} ${option}` }).click();
    await expectListed(page, ['Amber', 'Birch', 'Cobalt', 'Dune']);
    await expect(page).not.toHaveURL(new RegExp(`[?&]${part}=`));
  }

  // Several values of one filter, each with how many licenses it would leave; Enter takes the match.
  await page.getByRole('button', { name: 'Rights type', exact: true }).click();
  const rights = page.getByRole('dialog', { name: 'Rights type' });
  await expect(rights.getByRole('option', { name: /^TVOD/ })).toContainText('3');
  for (const [type, other] of [
    ['SVOD', '1'],
    ['TVOD', '3'],
  ] as const) {
    await rights.getByRole('combobox').fill(type);
    await expect(rights.getByRole('option')).toHaveCount(1);
    await expect(rights.getByRole('option')).toContainText(other);
    await page.keyboard.press('Enter');
  }
  await expect(page).toHaveURL(/rights=SVOD&rights=TVOD/);
  await expectListed(page, ['Amber', 'Birch', 'Cobalt', 'Dune']);
  await expectAccessible(page, 'a filter with several values');
  await page.keyboard.press('Escape');
  await expectListed(page, ['Amber', 'Birch', 'Cobalt', 'Dune']);
  await page.getByRole('button', { name: 'Remove filter Rights type SVOD, TVOD' }).click();
  await expectListed(page, ['Amber', 'Birch', 'Cobalt', 'Dune']);

  // A filter with one value counts, too; and so do languages, of which a license without any has all.
  await page.getByRole('button', { name: 'Ends within', exact: true }).click();
  const ends = page.getByRole('dialog', { name: 'Ends within' });
  await expect(ends.getByRole('option', { name: /^7 days/ })).toContainText('0');
  await expect(ends.getByRole('option', { name: /^30 days/ })).toContainText('1');
  await expectAccessible(page, 'a filter with one value');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'Language', exact: true }).click();
  const languages = page.getByRole('dialog', { name: 'Language' });
  await languages.getByRole('combobox').fill('Finnish');
  await expect(languages.getByRole('option').first()).toContainText('4');
  await page.keyboard.press('Escape');

  const table = page.getByRole('table', { name: 'Licenses' });
  const header = table.getByRole('columnheader', { name: 'Window' });
  await header.getByRole('link').click();
  await expectListed(page, ['Cobalt', 'Dune', 'Amber', 'Birch']);
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await header.getByRole('link').click();
  await expectListed(page, ['Birch', 'Amber', 'Dune', 'Cobalt']);
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await page.goBack();
  await expectListed(page, ['Cobalt', 'Dune', 'Amber', 'Birch']);

  await page.getByRole('searchbox', { name: 'Search licenses' }).fill(unique('nobody'));
  await page.getByRole('link', { name: 'Show all licenses' }).click();
  await expect(page).toHaveURL(/\/licenses$/);
});

test('a long list is paged forward and back', async ({ page, seed }) => {
  const contract = await seed.contract();
  const names = Array.from({ length: 55 }, (_, n) => `Slate ${String(n + 1).padStart(2, '0')}`);
  for (const name of names) await seed.license({ contract, name });
  await page.goto(`/licenses?studio=${contract.studio}`);
  const pages = page.getByRole('navigation', { name: 'Pages of licenses' });
  await expect(pages).toContainText('50 of 55 licenses');
  await expect(pages.getByRole('link', { name: 'Previous' })).toHaveCount(0);
  await pages.getByRole('link', { name: 'Next' }).click();
  await expectListed(page, names.slice(50));
  await expect(pages.getByRole('link', { name: 'Next' })).toHaveCount(0);
  await page.reload();
  await expectListed(page, names.slice(50));
  await pages.getByRole('link', { name: 'Previous' }).click();
  await expectListed(page, names.slice(0, 50));
});

test('a license with 10,000 offers opens, is navigated by keyboard and zoomed', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ firstDay: '1990-01-01', lastDay: null });
  const count = 10_000;
  const day = (n: number) => new Date(Date.UTC(1990, 0, 1 + n)).toISOString().slice(0, 10);
  // Two days each with a free day between: until 2072.
  const offers = Array.from({ length: count }, (_, n) => ({
    name: `Offer ${n + 1}`,
    firstDay: day(3 * n),
    lastDay: day(3 * n + 1),
  }));
  for (let from = 0, version = 1; from < count; from += 2_500, version += 1)
    await seed.offers(license, offers.slice(from, from + 2_500), { version });

  await page.goto(license.address);
  const grid = page.getByRole('grid', { name: `Offers of ${license.name}` });
  await expect(grid).toHaveAttribute('aria-colcount', String(2 * count));
  await expectFewNodes(page);

  await page.getByRole('radio', { name: 'Month' }).press('Space');
  await expect(page.getByRole('radio', { name: 'Month' })).toBeChecked();
  const focused = grid.getByRole('gridcell').and(page.locator(':focus'));
  await grid.getByRole('gridcell').and(page.locator('[tabindex="0"]')).focus();
  await expect(focused).toHaveAccessibleName(/./);
  const before = (await focused.getAttribute('aria-colindex')) ?? '';
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveAttribute('aria-colindex', String(Number(before) + 2));
  await page.keyboard.press('End');
  await expect(focused).toHaveAccessibleName(/^Free from/);
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAccessibleName(/^Offer 10000, \$4\.99/);
  await page.keyboard.press('0');
  await expect(focused).toHaveAccessibleName(/offers/);
  await expectFewNodes(page);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'in view' })).toBeAttached();
  await expectFewNodes(page);
});

async function expectFewNodes(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2_000);
}

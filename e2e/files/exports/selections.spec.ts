import { expectAccessible } from '../../accessible';
import { expect, tabTo } from '../../fixtures';
import { on, test } from '../../seed-data';
import { file, form, line, order, rowsOf } from '../export-pages';
import { PHONE, spring, autumn, catalog } from './catalog';

test('only licenses selected in the list are exported, by keyboard alone', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  const [first, second, other] = [
    await seed.license({ contract, name: 'Alder', offers: [spring] }),
    await seed.license({ contract, name: 'Birch', offers: [spring, autumn] }),
    await seed.license({ contract, name: 'Cedar', offers: [spring] }),
  ];
  const alder = await seed.title({ license: first, offer: spring });
  const birch = await seed.title({ license: second, offer: autumn });
  await seed.title({ license: other, offer: spring });
  await page.goto(`/licenses?studio=${encodeURIComponent(contract.studio)}`);
  const list = page.getByRole('form', { name: 'Select licenses to export' });
  const all = list.getByRole('checkbox', { name: 'Select all on this page' });
  await expect(list.getByRole('button')).toHaveCount(0);

  await tabTo(page, list.getByRole('checkbox', { name: 'Select Alder' }));
  await page.keyboard.press('Space');
  await expect(list.getByRole('status')).toHaveText('1 of 3 selected');
  await expect(all).toBeChecked({ indeterminate: true });
  await tabTo(page, list.getByRole('checkbox', { name: 'Select Birch' }));
  await page.keyboard.press('Space');
  await expectAccessible(page, 'a list with licenses chosen');

  await list.getByRole('checkbox', { name: 'Select Cedar' }).press('Space');
  await expect(all).toBeChecked();
  await all.press('Space');
  await expect(list.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await expect(list.getByRole('button')).toHaveCount(0);
  await all.press('Space');
  await expect(list.getByRole('button', { name: 'Export 3 selected' })).toBeVisible();
  await list.getByRole('checkbox', { name: 'Select Cedar' }).press('Space');
  await list.getByRole('button', { name: 'Export 2 selected' }).press('Enter');
  await expect(page).toHaveURL(`/exports?license=${first.id}&license=${second.id}`);
  await expect(form(page)).toContainText('2 licenses');
  await tabTo(page, form(page).getByRole('button', { name: 'Export' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Export started. The file will appear below.')).toBeVisible();

  const rows = rowsOf(await file(page, line(page, '2 licenses'), 'Ready, 2 rows'));
  expect(rows.map(({ TitleInternalAlias, Start }) => [TitleInternalAlias, Start]).sort()).toEqual(
    [
      [alder.title, on('02-01')],
      [birch.title, on('09-01')],
    ].sort(),
  );
});

test('contracts and titles are selected on a phone, and their links still work', async ({
  page,
  seed,
}) => {
  const { contract, first } = await catalog(seed);
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const [address, what, id, name] of [
    ['contracts', 'contract', contract.id, `${contract.studio} ${contract.reference}`],
    ['content', 'title', first.id, first.title],
  ] as const) {
    const found = `/${address}?q=${encodeURIComponent(what === 'title' ? first.title : contract.reference)}`;
    await page.goto(found);
    const box = page.getByRole('checkbox', { name: `Select ${name}` });
    await box.click();
    await expect(page).toHaveURL(found);
    await expectAccessible(page, `a chosen ${what} on a phone`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(PHONE.width);
    await page.getByRole('button', { name: 'Export 1 selected' }).click();
    await expect(page).toHaveURL(`/exports?${what}=${id}`);
    await page.goBack();
    await page.getByRole('row', { name }).getByRole('link').click();
    await expect(page).toHaveURL(`/${address}/${id}`);
  }
});

test('all titles that match are exported, also those of other pages', async ({ page, seed }) => {
  const license = await seed.license({ offers: [spring, autumn] });
  for (let count = 0; count < 52; count += 1) await seed.title({ license, offer: spring });
  await seed.title({ license, offer: spring, kind: 'short' });
  const { studio } = license.contract;
  await page.goto(`/content?studio=${encodeURIComponent(studio)}&kind=movie&kind=series`);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await expect(page.getByRole('button', { name: 'Export 50 selected' })).toBeVisible();
  const all = page.getByRole('checkbox', { name: 'All 52 that match' });
  await all.check();
  await page.getByRole('link', { name: 'Export 52', exact: true }).click();
  await expect(page).toHaveURL(/[/]exports[?]all=title&matching=studio/);
  await expect(form(page)).toContainText('52 titles');
  await expectAccessible(page, 'an export of all that match');
  await order(page);
  await expect(line(page, '52 titles')).toContainText('Ready, 52 rows');

  // Once fewer are chosen, all are meant no longer.
  await page.goBack();
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await all.check();
  await page.getByRole('row').getByRole('checkbox').first().uncheck();
  await expect(all).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Export 49 selected' })).toBeVisible();
});

test('all licenses and contracts that match are exported, and nothing where none do', async ({
  page,
  seed,
}) => {
  const { contract, license } = await catalog(seed);
  const studio = encodeURIComponent(`studio=${encodeURIComponent(contract.studio)}`);
  await page.goto(`/exports?all=license&matching=${studio}`);
  await expect(form(page)).toContainText(`license ${license.name}`);
  await page.goto(`/exports?all=contract&matching=${studio}`);
  await expect(form(page)).toContainText(`contract ${contract.studio} ${contract.reference}`);
  await order(page);
  await expect(line(page, contract.reference)).toContainText('Ready, 6 rows');

  await page.goto(`/exports?all=license&matching=${studio}%26closed%3Dvoid`);
  await expect(page.getByRole('alert').filter({ hasText: 'No licenses match' })).toBeVisible();
  await expect(form(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'Show the licenses' }).click();
  await expect(page).toHaveURL(/[/]licenses[?]studio=.*closed=void$/);
});

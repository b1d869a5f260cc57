import { expectAccessible } from '../../accessible';
import { expect, tabTo } from '../../fixtures';
import { on, test } from '../../seed-data';
import { file, form, line, rowsOf } from '../export-pages';
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

import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expectAccessible } from '../accessible';
import { expect, tabTo } from '../fixtures';
import { databaseUrl, on, test, unique, type SeedData } from '../seed-data';
import { bytesOf, file, form, line, order, rowsOf } from './export-pages';

const PHONE = { width: 390, height: 844 };

const spring = { name: 'Spring', price: '4.99', firstDay: on('02-01'), lastDay: on('04-30') };
const autumn = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('11-30') };

/** A studio with two titles whose names look like formulas, in two territories and two seasons. */
async function catalog(seed: SeedData) {
  const contract = await seed.contract();
  const offers = [spring, autumn];
  const territories = ['CA', 'US'];
  const license = await seed.license({ contract, territories, offers });
  const first = await seed.title({ license, offer: spring, title: unique('=Lantern') });
  await seed.assign(first, license, autumn);
  const second = await seed.title({ license, offer: autumn, title: unique('-Harbor') });
  return { contract, license, first, second };
}

test('a contract is exported as a workbook, and its studio as CSV', async ({ page, seed }) => {
  const { contract, first, second } = await catalog(seed);
  await page.goto(contract.address);
  await page.getByRole('link', { name: 'Export', exact: true }).click();
  await expect(page).toHaveURL(/\/exports\?contract=/);
  await expect(form(page)).toContainText(`contract ${contract.studio} ${contract.reference}`);
  await expect(form(page).getByRole('note')).toContainText('has only some offers of its titles');
  await expectAccessible(page, 'a new export');
  await order(page);

  const made = line(page, contract.reference);
  const rows = rowsOf(await file(page, made, 'Ready, 6 rows'));
  expect(
    rows.map(({ TitleInternalAlias, Territory, Start, End, LicenseType, PriceValue }) => [
      TitleInternalAlias,
      ...[Territory, Start, End, LicenseType, PriceValue],
    ]),
  ).toEqual([
    [second.title, 'CA', on('09-01'), on('11-30'), 'VOD', '3.99'],
    [second.title, 'US', on('09-01'), on('11-30'), 'VOD', '3.99'],
    [first.title, 'CA', on('02-01'), on('04-30'), 'VOD', '4.99'],
    [first.title, 'CA', on('09-01'), on('11-30'), 'VOD', '3.99'],
    [first.title, 'US', on('02-01'), on('04-30'), 'VOD', '4.99'],
    [first.title, 'US', on('09-01'), on('11-30'), 'VOD', '3.99'],
  ]);
  expect(rows.map(({ TitleInternalAlias }) => TitleInternalAlias?.charAt(0)).sort()).toEqual([
    ...['-', '-', '=', '=', '=', '='],
  ]);
  expect(new Set(rows.map(({ AvailID }) => AvailID)).size).toBe(6);
  await expectAccessible(page, 'an export that is made');

  await page.getByRole('button', { name: /^Remove filter Only/ }).click();
  await expect(page).toHaveURL(/\/exports$/);
  await page.getByRole('button', { name: /Studio$/ }).click();
  await page.getByRole('option', { name: contract.studio }).click();
  await page.getByText('CSV', { exact: true }).click();
  await expect(form(page).getByRole('note')).toHaveCount(0);
  await order(page);
  const csv = line(page, new RegExp(`${contract.studio}\\s*CSV`));
  const text = (await file(page, csv, 'Ready, 6 rows')).toString();
  const [head = '', ...lines] = text.trimEnd().split('\r\n');
  expect(head).toMatch(/^\uFEFFAvail\/ALID,/);
  expect(lines).toHaveLength(6);
  expect(
    lines.every((row) => row.includes(`'${first.title}`) || row.includes(`'${second.title}`)),
  ).toBe(true);
});

test('a title on offer on a day is exported by keyboard alone', async ({ page, seed }) => {
  const { first } = await catalog(seed);
  await page.goto(first.address);
  await tabTo(page, page.getByRole('link', { name: 'Export', exact: true }));
  await page.keyboard.press('Enter');
  await expect(form(page)).toContainText(`title ${first.title}`);

  await tabTo(page, form(page).getByRole('button', { name: /Offers$/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Every offer' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: 'Running on a day', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  const day = form(page).getByRole('group', { name: 'Day' }).getByRole('spinbutton').first();
  await tabTo(page, day);
  const [year, month, date] = on('03-15').split('-');
  await page.keyboard.type(`${date ?? ''}${month ?? ''}${year ?? ''}`);
  await tabTo(page, form(page).getByRole('button', { name: 'Export' }));
  await page.keyboard.press('Enter');

  const made = line(page, `running on 15 Mar ${year ?? ''}`);
  await expect(made).toContainText('Ready, 2 rows');
  await tabTo(page, made.getByRole('link', { name: /^Download/ }));
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/^avails-title-lantern-.*\.xlsx$/);
  const rows = rowsOf(await bytesOf(await download));
  expect(rows.map(({ Start }) => Start)).toEqual([on('02-01'), on('02-01')]);
});

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

test('an export that is impossible or omits offers says why', async ({ page, seed }) => {
  const { contract, license, first } = await catalog(seed);
  await seed.title({ license, offer: spring, kind: 'series', title: unique('Extra') });
  await page.goto(`/exports?license=${license.id}`);
  await order(page);
  const made = line(page, license.name);
  await expect(made).toContainText('Ready, 6 rows');
  await made.getByText('1 offer left out: the avails format cannot express it').click();
  await expect(made).toContainText('The avails format has no rows for a whole series');
  await expectAccessible(page, 'an export that leaves something out');

  await page.goto(`/exports?studio=${encodeURIComponent(contract.studio)}&on=${on('06-15')}`);
  await expect(form(page).getByRole('button', { name: /Studio$/ })).toContainText(contract.studio);
  await order(page);
  const refused = line(page, /running on 15 Jun/);
  await expect(refused).toContainText('Failed');
  await expect(refused).toContainText('There is nothing to export: no title has a matching offer.');
  await expectAccessible(page, 'an export that cannot be made');

  await page.goto(`/exports?title=${first.id}&from=${on('06-15')}`);
  await expect(form(page).getByRole('button', { name: /Offers$/ })).toContainText(
    'Running on a day or later',
  );
  await expect(form(page).getByRole('group', { name: 'Day' })).toContainText('Jun');

  await page.goto(`/exports?title=${first.id}`);
  await form(page)
    .getByRole('button', { name: /Offers$/ })
    .click();
  await page.getByRole('option', { name: 'Running on a day', exact: true }).click();
  await form(page).getByRole('button', { name: 'Export' }).click();
  await expect(form(page).getByRole('alert')).toContainText('Enter a date.');
});

test('choices of a new export survive other pages and a reload, and stay after it was started', async ({
  page,
  seed,
}) => {
  const { contract } = await catalog(seed);
  const studio = form(page).getByRole('button', { name: /Studio$/ });
  const kept = form(page)
    .getByRole('status')
    .filter({ hasText: /Your unsaved changes from \d\d:\d\d are back/ });
  const chooseStudio = async () => {
    await studio.click();
    await page.getByRole('option', { name: contract.studio }).click();
  };
  await page.goto('/exports');
  await chooseStudio();
  await page.getByText('CSV', { exact: true }).click();
  await page.getByRole('link', { name: 'Contracts' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Contracts' })).toBeVisible();
  await page.goBack();
  await expect(kept).toBeVisible();
  await page.reload();
  await expect(studio).toContainText(contract.studio);
  await expect(form(page).getByRole('radio', { name: 'CSV' })).toBeChecked();
  await page.goto(`/exports?contract=${contract.id}`);
  await expect(form(page)).toContainText(contract.reference);
  await expect(kept).toHaveCount(0);

  await page.goto('/exports');
  await kept.getByRole('button', { name: 'Discard' }).click();
  await expect(studio).toContainText('All studios');
  await expect(form(page).getByRole('radio', { name: 'CSV' })).not.toBeChecked();
  await chooseStudio();
  await order(page);
  await expect(studio).toContainText(contract.studio);
  await page.reload();
  await expect(studio).toContainText('All studios');
  await expect(kept).toHaveCount(0);
});

test('a receiver gets a profile, which is edited and used', async ({ page, seed }) => {
  const { contract } = await catalog(seed);
  const [name, renamed] = [unique('Tern Street'), unique('Tern Plaza')];
  const saveReceiver = () => page.getByRole('button', { name: 'Save receiver' }).click();
  await page.goto(`/exports?contract=${contract.id}`);
  await page.getByText('Receivers', { exact: false }).first().click();
  const made = page.getByRole('form', { name: 'New receiver' });
  await made.getByLabel('Name of the receiver').fill(name);
  await made.getByLabel('Columns to leave out').fill('OtherTerms');
  await saveReceiver();
  await expect(page.getByText(`Saved. Choose ${name} in a new export.`)).toBeVisible();

  const receivers = page.getByRole('list', { name: 'Receivers' });
  await receivers.getByRole('button', { name: `Edit ${name}` }).click();
  const edited = page.getByRole('form', { name: `Edit ${name}` });
  await expect(edited.getByLabel('Columns to leave out')).toHaveValue('OtherTerms');
  await expect(edited.getByLabel('Name of the receiver')).toBeFocused();
  await edited.getByLabel('Name of the receiver').fill(renamed);
  await edited.getByLabel('Columns to leave out').fill('OtherTerms, RetailerSpare1');
  await edited.getByRole('button', { name: /End of a window$/ }).click();
  await page.getByRole('option', { name: /^Date and time/ }).click();
  await saveReceiver();
  await expect(page.getByText(`Saved. Choose ${renamed} in a new export.`)).toBeVisible();
  await expect(receivers).toContainText('without RetailerSpare1 and OtherTerms');
  await expect(receivers).not.toContainText(name);
  await expectAccessible(page, 'receivers of exports');

  await page.getByRole('button', { name: 'Close' }).click();
  await form(page)
    .getByRole('button', { name: /Receiver$/ })
    .click();
  await page.getByRole('option', { name: renamed }).click();
  await order(page);
  const rows = rowsOf(await file(page, line(page, contract.reference), 'Ready, 6 rows'));
  expect(rows[0]?.End).toBe(`${on('11-30')}T23:59:59`);
  expect(Object.keys(rows[0] ?? {})).not.toContain('RetailerSpare1');
});

test('of two people who change a receiver, the slower one is told before it is replaced', async ({
  page,
  marta,
}) => {
  const name = unique('Tern Street');
  const edit = async (who: Page, columns: string) => {
    const form = who.getByRole('form', { name: `Edit ${name}` });
    await form.getByLabel('Columns to leave out').fill(columns);
    await form.getByRole('button', { name: 'Save receiver' }).click();
    return form;
  };
  await page.goto('/exports');
  await page.getByText('Receivers', { exact: false }).first().click();
  await page
    .getByRole('form', { name: 'New receiver' })
    .getByLabel('Name of the receiver')
    .fill(name);
  await page.getByRole('button', { name: 'Save receiver' }).click();
  await expect(page.getByRole('button', { name: `Edit ${name}` })).toBeVisible();
  await marta.goto('/exports');
  await marta.getByText('Receivers', { exact: false }).first().click();
  for (const who of [page, marta]) await who.getByRole('button', { name: `Edit ${name}` }).click();

  await edit(marta, 'OtherTerms');
  await expect(marta.getByText(`Saved. Choose ${name} in a new export.`)).toBeVisible();
  const mine = await edit(page, 'RetailerSpare1');
  await expect(mine.getByRole('alert')).toContainText(
    `Marta Oliveira saved ${name} while you were editing: `,
  );
  await expect(mine.getByRole('alert')).toContainText('without OtherTerms');
  await expect(mine.getByLabel('Columns to leave out')).toHaveValue('RetailerSpare1');
  await expect(page.getByRole('list', { name: 'Receivers' })).toContainText('Marta Oliveira');
  await edit(page, 'RetailerSpare1');
  await expect(page.getByText(`Saved. Choose ${name} in a new export.`)).toBeVisible();
  await edit(page, 'RetailerSpare1, OtherTerms');
  await expect(page.getByRole('list', { name: 'Receivers' })).toContainText(
    'without RetailerSpare1 and OtherTerms',
  );
});

test('an export that waits can be canceled', async ({ page }) => {
  const words = unique('Waiting');
  await putWaiting(words);
  await page.goto('/exports');
  await expect(line(page, words)).toContainText('Waiting');
  await line(page, words)
    .getByRole('button', { name: `Cancel ${words}` })
    .click();
  await expect(line(page, words)).toContainText('Canceled');
  await expect(line(page, words).getByRole('button')).toHaveCount(0);
});

/** Inserts an export without a job. */
async function putWaiting(words: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO exports (id, query, words, format, state, made_by, made_at)
       VALUES ($1, '{}', $2, 'xlsx', 'waiting', 'Nora', now())`,
      [randomUUID(), words],
    );
  } finally {
    await client.end();
  }
}

test('exports work on a phone, and ignore invalid query parameters', async ({ page, seed }) => {
  const { contract } = await catalog(seed);
  await page.setViewportSize(PHONE);
  await page.goto(`/licenses?studio=${encodeURIComponent(contract.studio)}`);
  await page.getByRole('link', { name: 'Export', exact: true }).click();
  await expect(form(page).getByRole('button', { name: /Studio$/ })).toContainText(contract.studio);
  await order(page);
  await expect(line(page, contract.studio)).toContainText('Ready, 6 rows');
  await expectAccessible(page, 'exports on a phone');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.width);

  const response = await page.goto(
    '/exports?studio=Nobody&contract=1&license=%00&title=x&on=2026-02-30&from=soon&cursor=nothing',
  );
  expect(response?.status()).toBe(200);
  await expect(form(page).getByRole('button', { name: /Offers$/ })).toContainText('Every offer');
  for (const address of [`/exports/${randomUUID()}/avails.xlsx`, '/exports/nothing/avails.xlsx'])
    expect((await page.request.get(address)).status()).toBe(404);
});

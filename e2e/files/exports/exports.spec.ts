import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expectAccessible } from '../../accessible';
import { expect, tabTo } from '../../fixtures';
import { watchHeading } from '../../hidings';
import { databaseUrl, on, test, unique } from '../../seed-data';
import { bytesOf, file, form, line, order, rowsOf } from '../export-pages';
import { PHONE, spring, catalog } from './catalog';

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
  // Typing on the closed field finds the studio.
  await page.getByRole('button', { name: /Studio$/ }).focus();
  await page.keyboard.type(contract.studio.toLowerCase());
  await expect(page.getByRole('option')).toHaveText([contract.studio]);
  await page.keyboard.press('Enter');
  await expect(form(page).getByRole('button', { name: `${contract.studio} Studio` })).toBeFocused();
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
  const expectStayed = await watchHeading(page);
  await page.keyboard.press('Enter');
  const day = form(page).getByRole('group', { name: 'Day' }).getByRole('spinbutton').first();
  await tabTo(page, day);
  await expectStayed();
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

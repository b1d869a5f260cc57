import type { Download, Locator, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { read, utils, write } from '@e965/xlsx';
import pg from 'pg';
import { expectAccessible } from '../accessible';
import {
  availsFile,
  movieRow,
  fakeWorkbook,
  type AvailCells,
  type ChosenFile,
} from './avails-workbook';
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
} from './import-pages';
import { browserBeforeScripts, expect, isCommand, tabTo } from '../fixtures';
import { FIRST_RULES } from '../../src/domain/avails/import-rules';
import { databaseUrl, on, test, unique } from '../seed-data';

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

test('rejected rows are downloaded, fixed and uploaded again', async ({ page, seed }) => {
  const { of } = await studio(seed);
  const [good, bad] = [unique('Orchard'), unique('Pier')];
  await uploadAndCheck(
    page,
    availsFile(fileName(), [
      movieRow(of(good)),
      movieRow(of(bad), { 'AvailTrans/End': on('01-01').replace(/^\d+/, '2001') }),
    ]),
  );
  await save(page, '1 license');
  const download = page.waitForEvent('download');
  await savedNotice(page).getByRole('link', { name: 'Rejected rows as a workbook' }).click();
  const rejected = read(await bytesOf(await download));
  const sheet = rejected.Sheets[rejected.SheetNames[0] ?? ''] ?? {};
  const table = utils.sheet_to_json<(string | undefined)[]>(sheet, { header: 1 });
  const rows = table.slice(3);
  expect(rows).toHaveLength(1);
  const column = (name: string) => table[1]?.indexOf(name) ?? -1;
  expect(rows[0]?.[column('TitleInternalAlias')]).toBe(bad);
  expect(rows[0]?.[column('Reason')]).toMatch(/before/);

  const end = utils.encode_cell({ r: 3, c: column('End') });
  sheet[end] = { t: 's', v: on('12-31') };
  const buffer = write(rejected, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  await uploadAndCheck(page, { ...fakeWorkbook(fileName(), ''), buffer });
  await expect(commitBar(page)).toContainText('Nothing is left out.');
  await save(page, '1 license');
  await expect(reviewLine(page, 'title', bad)).toContainText('Created');
});

async function bytesOf(download: Download): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

test('the progress of a job is shown while it runs and after a reload', async ({
  page,
  database,
}) => {
  const { prisma } = database;
  const [id, name] = [randomUUID(), fileName()];
  await prisma.$executeRaw`
    INSERT INTO imports (id, file_name, file, uploaded_by, uploaded_at, state, revision, rules)
    VALUES (${id}::uuid, ${name}, '', 'Seed', now(), 'checking', 1, ${JSON.stringify(FIRST_RULES)}::jsonb)`;
  await prisma.$executeRaw`
    INSERT INTO import_progress (import_id, words, done, total, cancelled)
    VALUES (${id}::uuid, 'Reading the rows', 0, 0, false)`;
  await page.goto(`/imports/${id}`);
  const progress = page.getByRole('region', { name: 'Progress' });
  const bar = progress.getByRole('progressbar', { name: 'Reading the rows' });
  await expect(bar).not.toHaveAttribute('aria-valuenow');
  await prisma.$executeRaw`
    UPDATE import_progress SET done = 184, total = 612 WHERE import_id = ${id}::uuid`;
  await expect(bar).toHaveAttribute('aria-valuenow', '184');
  await expect(progress).toContainText('184 of 612');
  await expect(page.getByRole('status').filter({ hasText: '25 percent' })).toBeAttached();
  await expectAccessible(page, 'a job under way');
  await page.reload();
  await expect(bar).toHaveAttribute('aria-valuetext', '184 of 612');
  await page.setViewportSize(PHONE);
  await expectAccessible(page, 'a job under way, on a phone');

  await progress.getByRole('button', { name: 'Cancel' }).click();
  const isCancelled = () =>
    prisma.$queryRaw`SELECT cancelled FROM import_progress WHERE import_id = ${id}::uuid`;
  await expect.poll(isCancelled).toEqual([{ cancelled: true }]);
  await prisma.$executeRaw`UPDATE imports SET state = 'cancelled' WHERE id = ${id}::uuid`;
  await expect(page.getByText('The check was canceled.')).toBeVisible();
  await expect(progress).toHaveCount(0);
});

test('a check shows its progress after a reload, is canceled, and repeated', async ({
  page,
  seed,
}) => {
  const { of } = await studio(seed);
  await uploadAndCheck(page, availsFile(fileName(), [movieRow(of(unique('Tarn')))]));
  const release = await holdRows(page.url());
  await openPart(page, 'Rules');
  await page.getByText('The day after', { exact: true }).click();
  await expect(page.getByText('is the first day after the window')).toBeVisible();
  await page.getByRole('button', { name: 'Check again with these rules' }).click();
  const progress = page.getByRole('region', { name: 'Progress' });
  await expect(progress).toBeVisible();
  await expect(commitBar(page)).toHaveCount(0);
  await page.reload();
  await expect(progress.getByRole('progressbar')).toBeVisible();

  await progress.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('The check was canceled.')).toBeVisible();
  await expect(progress).toHaveCount(0);
  await expectAccessible(page, 'a check that was canceled');
  await release();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(commitBar(page)).toBeVisible();
  await openPart(page, 'Rules');
  await expect(page.getByRole('radio', { name: 'The day after' })).toBeChecked();
});

/**
 * Locks the rows of a file, so that its check cannot end.
 *
 * @returns a function that releases the lock
 */
async function holdRows(address: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  await client.query('BEGIN');
  const importId = new URL(address).pathname.split('/').at(-1);
  await client.query('SELECT FROM import_rows WHERE import_id = $1 FOR UPDATE', [importId]);
  return () => client.end();
}

test('rules that were typed survive other parts, a reload and another person’s rules', async ({
  page,
  marta,
  seed,
}) => {
  const { contract } = await studio(seed);
  await seed.contract(contract.studio);
  const row = { studio: contract.studio, contract: '', title: unique('Heath') };
  await uploadAndCheck(page, availsFile(fileName(), [movieRow(row, {})]));
  const kept = page
    .getByRole('status')
    .filter({ hasText: /Your unsaved changes from \d\d:\d\d are back/ });
  const reference = page.getByRole('textbox', { name: 'Contract' });
  await reference.fill('Other');
  await openPart(page, 'Rules');
  await expect(reference).toHaveValue('');
  await reference.fill(contract.reference);
  await openPart(page, 'Decisions');
  await expect(kept).toBeVisible();
  await expect(reference).toHaveValue('Other');

  await marta.goto(page.url());
  await openPart(marta, 'Rules');
  await marta.getByText('The day after', { exact: true }).click();
  const decided = marta.waitForResponse((response) => isCommand(response.request()));
  await marta.getByRole('button', { name: 'Check again with these rules' }).click();
  await decided;
  await expect(commitBar(marta)).toBeVisible();
  await marta.reload();
  await expect(marta.getByRole('radio', { name: 'The day after' })).toBeChecked();

  await openPart(page, 'Rules');
  await page.reload();
  await expect(kept).toBeVisible();
  await expect(reference).toHaveValue(contract.reference);
  await expect(page.getByRole('radio', { name: 'The day after' })).toBeChecked();
  await reference.fill('x'.repeat(500));
  await page.getByRole('button', { name: 'Check again with these rules' }).click();
  await expect(reference).toHaveAccessibleDescription(/at most 120 characters/);
  await expect(reference).toBeFocused();
  await reference.fill(contract.reference);
  await page.getByRole('button', { name: 'Check again with these rules' }).click();
  await expect(page.getByRole('link', { name: /^Problems/ })).toBeVisible();
  await expect(kept).toHaveCount(0);
  await page.reload();
  await openPart(page, 'Rules');
  await expect(reference).toHaveValue(contract.reference);
  await expect(page.getByRole('radio', { name: 'The day after' })).toBeChecked();
  await expect(kept).toHaveCount(0);
});

test('a full extract shows the offers it withdraws before saving', async ({ page, seed }) => {
  const { of } = await studio(seed);
  const title = unique('Willow');
  const spring = movieRow(of(title), {
    'AvailTrans/Start': on('03-01'),
    'AvailTrans/End': on('04-30'),
  });
  const autumn = movieRow(of(title), {
    'AvailTrans/Start': on('09-01'),
    'AvailTrans/End': on('10-31'),
    'AvailTrans/PriceValue': '2.99',
  });
  await uploadAndCheck(page, availsFile(fileName(), [spring, autumn]));
  await save(page, '1 license');

  await uploadAndCheck(page, availsFile(fileName(), [spring]));
  await expect(commitBar(page)).toContainText('Withdraws 1 offer');
  await commitBar(page).getByRole('link', { name: 'Show what' }).click();
  await expect(page).toHaveURL(/outcome=withdrawn/);
  await expect(reviewLine(page, 'offer', title)).toContainText('$2.99');
  await commitBar(page).getByRole('button', { name: 'Save 1 license' }).click();
  const asked = page.getByRole('alertdialog', { name: /withdraws 1 offer/ });
  await expect(asked.getByRole('listitem')).toContainText('$2.99');
  await expectAccessible(page, 'what a commit withdraws');
  await asked.getByRole('button', { name: 'Keep reviewing' }).click();
  await expect(asked).toHaveCount(0);
  await expect(commitBar(page)).toBeVisible();
  await commitBar(page).getByRole('button', { name: 'Save 1 license' }).click();
  await asked.getByRole('button', { name: 'Withdraw and save' }).click();
  await expect(savedNotice(page)).toContainText('Saved by Priya Raman');
});

test('a change made after the review is not overwritten', async ({ page, seed }) => {
  const { contract, of } = await studio(seed);
  const [ours, theirs] = [unique('Cinder'), unique('Ember')];
  const rows = (title: string, price: string) =>
    ['03', '09'].map((month) =>
      movieRow(of(title), {
        'AvailTrans/Start': on(`${month}-01`),
        'AvailTrans/End': on(`${month}-28`),
        'AvailTrans/PriceValue': price,
      }),
    );
  await uploadAndCheck(
    page,
    availsFile(fileName(), [...rows(ours, '4.99'), ...rows(theirs, '3.99')]),
  );
  await save(page, '2 licenses');
  const address =
    (await reviewLine(page, 'license', theirs).getByRole('link').getAttribute('href')) ?? '';
  const license = { id: address.split('/').at(-1) ?? '', address, name: theirs, contract };

  await uploadAndCheck(
    page,
    availsFile(fileName(), [...rows(ours, '5.99'), ...rows(theirs, '6.99')]),
  );
  const summer = { name: 'Summer', firstDay: on('06-01'), lastDay: on('06-30') };
  await seed.offers(license, [summer], { version: 2, by: 'Marta Oliveira' });
  await save(page, '2 licenses');
  await expect(savedNotice(page)).toContainText('Not overwritten: 1 license');
  await expectAccessible(page, 'an import that came second');
  await savedNotice(page).getByRole('link', { name: 'Show them' }).click();
  await expect(page).toHaveURL(/outcome=stale/);
  await expect(reviewLine(page, 'license', theirs)).toContainText('Stale');
  await expect(reviewLine(page, 'license', ours)).toHaveCount(0);

  await savedNotice(page).getByRole('button', { name: 'Check again' }).click();
  await expect(commitBar(page)).toBeVisible();
  await save(page, '1 license');
  await page.goto(address);
  const offers = page.getByRole('table', { name: 'Offers', exact: true });
  await expect(offers.getByRole('row').filter({ hasText: '$6.99' })).toHaveCount(2);
  await expect(offers.getByRole('row').filter({ hasText: '$3.99' })).toHaveCount(0);
});

test('a file is saved as a whole only if no license of it is blocked', async ({ page, seed }) => {
  const { of } = await studio(seed);
  const [known, unknown] = [unique('Marsh'), unique('Fen')];
  const newcomer = { studio: unique('Newcomer'), contract: '', title: unknown };
  await uploadAndCheck(
    page,
    availsFile(fileName(), [
      movieRow(of(known)),
      movieRow(newcomer, { 'AvailTrans/PriceValue': '2.99' }),
    ]),
  );
  const saving = commitBar(page);
  await expect(saving).toContainText('Left out: 1 blocked license.');
  await saving.getByText('Save nothing', { exact: true }).click();
  await expect(saving).toContainText('so nothing would be saved');
  await expect(saving.getByRole('button', { name: /^Save/ })).toBeDisabled();
  await saving.getByRole('link', { name: 'See why' }).click();
  await expect(reviewLine(page, 'license', unknown)).toContainText(newcomer.studio);
  await expect(reviewLine(page, 'license', unknown)).toContainText('in the rules');

  await openPart(page, 'Rules');
  const reference = unique('NEW');
  await page.getByRole('textbox', { name: 'Contract' }).fill(reference);
  await page.getByRole('button', { name: 'Check again with these rules' }).click();
  await expect(saving).toContainText('Nothing is left out.');
  await saving.getByText('Save nothing', { exact: true }).click();
  await save(page, '2 licenses');
  await expect(savedNotice(page)).toContainText('Everything in this file is saved.');
  await openPart(page, 'Review');
  await expect(reviewLine(page, 'contract', reference)).toContainText('Created');
});

test('the second of two people who save the same review is refused', async ({
  page,
  marta,
  seed,
}) => {
  const { of } = await studio(seed);
  await uploadAndCheck(page, availsFile(fileName(), [movieRow(of(unique('Ferry')))]));
  await marta.goto(page.url());
  await expect(commitBar(marta)).toBeVisible();
  await save(page, '1 license');
  await commitBar(marta).getByRole('button', { name: 'Save 1 license' }).click();
  await expect(marta.getByRole('alert').filter({ hasText: 'has changed since' })).toBeVisible();
  await expect(savedNotice(marta)).toContainText('Saved by Priya Raman');
});

test('a file that is not a workbook is refused at the field and by the server', async ({
  page,
  baseURL,
}) => {
  await page.goto('/imports');
  const field = page.getByLabel('Avails workbook');
  const sends: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/imports/upload')) sends.push(request.url());
  });
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await expect(field).toHaveAccessibleDescription(/Choose a workbook first\./);
  await choose(page, fakeWorkbook('avails.xlsx', 'DisplayName,ALID'));
  await expect(field).toHaveAccessibleDescription(/not an Excel workbook/);
  await expectAccessible(page, 'a file that is refused');
  await choose(page, fakeWorkbook('avails.csv', 'DisplayName,ALID'));
  await expect(field).toHaveAccessibleDescription(/text file/);
  await choose(page, fakeWorkbook('avails.xlsx', ''));
  await expect(field).toHaveAccessibleDescription(/empty/);
  const large = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(6_000_000)]);
  await choose(page, fakeWorkbook('avails.xlsx', large));
  await expect(field).toHaveAccessibleDescription(/larger than 5 MB/);
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await expect(field).toHaveAccessibleDescription(/larger than 5 MB/);
  expect(sends).toEqual([]);

  const put = (data: Buffer, headers: Record<string, string>) =>
    page.request.put(`/imports/upload?importId=${randomUUID()}&fileName=avails.xlsx`, {
      data,
      headers: { 'content-type': 'application/octet-stream', ...headers },
    });
  const own = { origin: baseURL ?? '' };
  expect((await put(Buffer.from('DisplayName,ALID'), own)).status()).toBe(422);
  expect((await put(large, own)).status()).toBe(413);
  expect((await put(large, { origin: 'https://elsewhere.example' })).status()).toBe(403);
  expect((await put(Buffer.alloc(8), { origin: 'null' })).status()).toBe(403);
  expect((await put(Buffer.alloc(8), {})).status()).toBe(403);
  const invalid = await page.request.put(`/imports/upload?importId=x&fileName=avails.xlsx`, {
    data: Buffer.alloc(8),
    headers: own,
  });
  expect(invalid.status()).toBe(400);
});

test('a file can be dropped or pasted anywhere on the page', async ({ page }) => {
  await page.goto('/imports');
  const field = page.getByLabel('Avails workbook');
  await give(page, 'drop', [availsFile('dropped.xlsx', [])]);
  await expect(field).toHaveAccessibleDescription(/KB\. Checking does not save anything\./);
  await expect(field).toHaveValue(/dropped\.xlsx$/);
  await give(page, 'paste', [availsFile('pasted.xlsx', [])]);
  await expect(field).toHaveValue(/pasted\.xlsx$/);
  await give(page, 'drop', [availsFile('one.xlsx', []), availsFile('two.xlsx', [])]);
  await expect(field).toHaveAccessibleDescription(/Choose one file at a time/);
});

/** Drops or pastes files onto the page’s heading, as their programs do. */
async function give(
  page: Page,
  how: 'drop' | 'paste',
  files: readonly ChosenFile[],
): Promise<void> {
  const contents = files.map(({ name, mimeType, buffer }) => ({
    name,
    mimeType,
    base64: buffer.toString('base64'),
  }));
  await page.getByRole('heading', { level: 1 }).evaluate(
    (heading, { given, kind }) => {
      const transfer = new DataTransfer();
      for (const { name, mimeType, base64 } of given) {
        const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([content], name, { type: mimeType }));
      }
      const event =
        kind === 'drop'
          ? new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true });
      heading.dispatchEvent(event);
    },
    { given: contents, kind: how },
  );
}

test('a zip archive that is not a workbook is uploaded and reported as unreadable', async ({
  page,
}) => {
  const name = fileName();
  await upload(page, fakeWorkbook(name, 'PK\u0003\u0004 and nothing that a workbook has'));
  await expect(page.getByText('The check saved nothing.')).toBeVisible();
  await expectAccessible(page, 'an unreadable file');
  await page.getByRole('link', { name: 'Upload another file' }).click();
  await expect(
    page.getByRole('table', { name: 'Imports' }).getByRole('row').filter({ hasText: name }),
  ).toContainText('Unreadable');
});

test('an upload without a response is retried as the same import', async ({ page, seed }) => {
  const { of } = await studio(seed);
  const file = availsFile(fileName(), [movieRow(of(unique('Beacon')))]);
  await page.goto('/imports');
  const asked: string[] = [];
  await page.route('**/imports/upload?*', async (route) => {
    asked.push(new URL(route.request().url()).searchParams.get('importId') ?? '');
    if (asked.length > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await choose(page, file);
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await expect(page.getByLabel('Avails workbook')).toHaveAccessibleDescription(
    /The server did not answer/,
  );
  await page.getByRole('button', { name: 'Upload and check' }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: file.name })).toBeVisible();
  await expect(commitBar(page)).toBeVisible();
  expect(asked).toHaveLength(2);
  expect(new Set(asked).size).toBe(1);
  await page.goto('/imports');
  await expect(page.getByRole('link', { name: file.name })).toHaveCount(1);
});

test('problems, review, rules and results are accessible', async ({ page, seed }) => {
  test.slow();
  const { of } = await studio(seed);
  const rows = [
    ...Array.from({ length: 6 }, (_, place) =>
      movieRow(of(unique('Reed')), { 'AvailTrans/Territory': place % 2 === 0 ? 'UK' : 'XX' }),
    ),
    movieRow(of(unique('Sedge')), {
      'AvailTrans/PriceType': 'Category',
      'AvailTrans/PriceValue': 'New Release',
    }),
    movieRow(of(unique('Rush'))),
  ];
  await page.goto('/imports');
  await expectAccessible(page, 'the imports');
  await uploadAndCheck(page, availsFile(fileName(), rows));
  await expectAccessible(page, 'decisions');
  await openPart(page, 'Problems');
  await expectAccessible(page, 'problems');
  await openPart(page, 'Review');
  await expectAccessible(page, 'a review');
  await openPart(page, 'Rules');
  await expectAccessible(page, 'rules');
  await page.setViewportSize(PHONE);
  await expectAccessible(page, 'rules on a phone');
  await openPart(page, 'Decisions');
  await expectAccessible(page, 'decisions on a phone');
  await openPart(page, 'Problems');
  await expectAccessible(page, 'problems on a phone');
  await openPart(page, 'Review');
  await expectAccessible(page, 'a review on a phone');
  await save(page, '2 licenses');
  await expectAccessible(page, 'what was saved, on a phone');
  await page.goto('/imports');
  await expectAccessible(page, 'the imports on a phone');
});

test('an unknown or malformed import shows a not-found page', async ({ page }) => {
  for (const address of ['/imports/1', '/imports/00000000-0000-4000-8000-000000000000']) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(404);
  }
  const response = await page.goto('/imports?cursor=x');
  expect(response?.status()).toBe(200);
});

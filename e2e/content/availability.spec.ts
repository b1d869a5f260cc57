import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { browserBeforeScripts, expect, typeDay } from '../fixtures';
import { on, test, unique, type SeedData } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('03-31') };
const SUMMER = { name: 'Summer', price: '3.99', firstDay: on('06-01'), lastDay: on('06-30') };

/** Two titles of one studio: one with both offers of a license, one with the second only. */
async function twoTitles(seed: SeedData) {
  const license = await seed.license({ offers: [SPRING, SUMMER] });
  const title = `=${unique('Formula')}`;
  const both = await seed.title({ license, offer: SPRING, title });
  await seed.assign(both, license, SUMMER);
  const late = await seed.title({ license, offer: SUMMER, title: unique('Late') });
  return { license, both, late, studio: license.contract.studio };
}

function question(studio: string, first: string, last = first, more = ''): string {
  const days = `first=${first}&last=${last}`;
  return `territory=US&device=tv&rights=TVOD&${days}&studio=${encodeURIComponent(studio)}${more}`;
}

function answer(page: Page, title: string): Locator {
  return page
    .getByRole('table', { name: 'Answers' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: title }) });
}

test('a question is asked and answered, an obstacle fixed by its link, and the answers exported', async ({
  page,
  seed,
}) => {
  const { license, both, late, studio } = await twoTitles(seed);
  await page.goto('/availability');
  await expect(page.getByText('Check availability')).toBeVisible();
  await page.getByRole('button', { name: /Territories/ }).click();
  await page
    .getByRole('option', { name: /^United States/ })
    .first()
    .click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Devices/ }).click();
  await page.getByRole('option', { name: 'TV', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Rights type$/ }).click();
  await page.getByRole('option', { name: /^TVOD/ }).click();
  await page.getByLabel('Title or identifier').fill(late.title);
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(answer(page, late.title)).toContainText('Not started');
  await expect(page).toHaveURL(/territory=US&device=tv&rights=TVOD/);

  await page.goto(`/availability?${question(studio, on('03-15'))}`);
  await expect(answer(page, both.title)).toContainText('Yes');
  await expect(answer(page, both.title)).toContainText('$4.99');
  await expect(answer(page, late.title)).toContainText('Not assigned');
  await expect(answer(page, late.title)).toContainText(/Yes from 1 Jun/);
  await answer(page, late.title).getByRole('link', { name: 'Assign offer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: late.title })).toBeVisible();
  await seed.assign(late, license, SPRING);
  await page.goBack();
  await page.reload();
  await expect(answer(page, late.title)).toContainText('Yes');

  await page.goto(`/availability?${question(studio, on('03-01'), on('06-30'))}`);
  await expect(answer(page, both.title)).toContainText('Partly, 61 of 122 days');
  await expect(answer(page, both.title)).toContainText('free slot');
  await answer(page, both.title).getByText('One more span').click();
  await expect(answer(page, both.title)).toContainText('$3.99');
  await expectAccessible(page, 'answers for a span');

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export CSV' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toContain('availability US tv TVOD');
  const rows = parsed(await readFile(await download.path(), 'utf8'));
  const own = rows.filter((row) => row.Title === `'${both.title}`);
  expect(own.map((row) => [row['First day'], row['Last day'], row.Available, row.Price])).toEqual([
    [on('03-01'), on('03-31'), 'Yes', '4.99'],
    [on('04-01'), on('05-31'), 'No', ''],
    [on('06-01'), on('06-30'), 'Yes', '3.99'],
  ]);
  expect(own[1]?.Reason).toContain('free slot');
});

test('a studio added while a question is entered is in the list with the answers', async ({
  page,
  seed,
}) => {
  const { studio: first } = await seed.contract(`Zz ${unique('Studio')}`);
  await page.goto(`/availability?${question(first, on('03-15'))}`);
  await expect(page.getByRole('button', { name: `${first} Studio`, exact: true })).toBeVisible();
  const { studio } = await seed.contract(`Aa ${unique('Studio')}`);
  await page.getByLabel('Title or identifier').fill(unique('Nothing'));
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(page).toHaveURL(/Nothing/);
  await page.getByRole('button', { name: /Studio$/ }).click();
  await page.getByRole('option', { name: studio, exact: true }).click();
  await expect(page.getByRole('button', { name: `${studio} Studio`, exact: true })).toBeVisible();
});

test('the fields follow the address back and forth, and what is typed changes it when it is asked', async ({
  page,
  seed,
}) => {
  const { both, late, studio } = await twoTitles(seed);
  await page.goto(`/availability?${question(studio, on('03-15'))}`);
  const text = page.getByLabel('Title or identifier');
  const firstDay = page.getByRole('group', { name: 'First day' });
  await typeDay(page, 'First day', on('02-31'));
  await text.fill(late.title);
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(firstDay).toHaveAccessibleDescription(/is not a valid date/);
  await expect(page).toHaveURL(/first=31\+Feb/);
  await expect(firstDay.getByRole('spinbutton').first()).toHaveText('31');
  await page.goBack();
  await expect(answer(page, both.title)).toContainText('Yes');
  await expect(firstDay).not.toHaveAccessibleDescription(/is not a valid date/);
  await expect(firstDay.getByRole('spinbutton').first()).toHaveText('15');
  await expect(text).toHaveValue('');
  await page.goForward();
  await expect(text).toHaveValue(late.title);
  await page.getByRole('link', { name: 'Start over' }).click();
  await expect(text).toHaveValue('');
  await expect(page.getByRole('button', { name: /Devices/ })).toContainText(/choose/i);
});

test('a question is answered before the scripts have arrived', async ({ browser, seed }) => {
  const { both, late, studio } = await twoTitles(seed);
  const page = await browserBeforeScripts(browser, 'priya');
  await page.goto(`/availability?${question(studio, on('03-15'))}`);
  await expect(answer(page, both.title)).toContainText('Yes');
  await page.getByLabel('Title or identifier').fill(late.title);
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(answer(page, late.title)).toContainText('Not assigned');
  await expect(answer(page, both.title)).toHaveCount(0);
  expect(new URL(page.url()).searchParams.get('studio')).toBe(studio);
  await page.context().close();
});

test('titles are counted by answer, and each count links to its titles and their CSV', async ({
  page,
  seed,
}) => {
  const { both, late, license, studio } = await twoTitles(seed);
  const never = await seed.title({ license, offer: SUMMER, title: unique('Never') });
  const asked = question(studio, on('03-15'));
  await page.goto(`/availability?${asked}`);
  const tally = page.getByRole('navigation', { name: 'Titles by answer' });
  await expect(tally.getByRole('link')).toHaveText(['All 3', 'Yes 1', 'Partly 0', 'No 2']);
  await expectAccessible(page, 'titles counted by their answer');

  await tally.getByRole('link', { name: 'No 2' }).click();
  await expect(page).toHaveURL(/answer=no/);
  await expect(answer(page, late.title)).toBeVisible();
  await expect(answer(page, never.title)).toBeVisible();
  await expect(answer(page, both.title)).toHaveCount(0);
  await expect(tally.getByRole('link')).toHaveText(['All 3', 'Yes 1', 'Partly 0', 'No 2']);

  const exported = await page.request.get(`/availability/export.csv?${asked}&answer=yes`);
  const titles = parsed(await exported.text()).map((row) => row['Title ID']);
  expect(titles).toEqual([both.id]);

  await page.goto(`/availability?${asked}&title=${both.id}&title=${late.id}&answer=yes`);
  await expect(tally.getByRole('link')).toHaveText(['All 2', 'Yes 1', 'Partly 0', 'No 1']);
  await expect(answer(page, both.title)).toBeVisible();
  await expect(answer(page, late.title)).toHaveCount(0);
  await tally.getByRole('link', { name: 'Partly 0' }).click();
  await expect(page.getByText('No titles with this answer')).toBeVisible();
});

test('a URL with an invalid question shows errors at the fields', async ({ page, seed }) => {
  const { both, studio } = await twoTitles(seed);
  const bad: [string, RegExp][] = [
    ['territory=XX&device=tv&rights=TVOD', /“XX” is not an ISO 3166-1 country code/],
    ['territory=US&device=fridge&rights=TVOD', /“fridge” is not a known device/],
    ['territory=US&device=tv&rights=', /Choose a rights type/],
    [question(studio, '2026-02-30'), /“2026-02-30” is not a valid date/],
    [question(studio, on('03-02'), on('03-01')), /is before the first day/],
    [question(studio, '2026-01-01', '2036-01-01'), /maximum is five years/],
    [`${question(studio, on('03-01'))}&title=nine`, /The title “nine” does not exist/],
    [`${question(studio, on('03-01'))}&q=%00`, /cannot/],
  ];
  for (const [search, sentence] of bad) {
    const exported = await page.request.get(`/availability/export.csv?${search}`);
    expect(exported.status(), search).toBe(400);
    expect(await exported.text()).toMatch(sentence);
  }
  for (const [search, sentence] of bad.slice(2, 6)) {
    const response = await page.goto(`/availability?${search}`);
    expect(response?.status(), search).toBe(200);
    await expect(page.getByRole('search').getByText(sentence).first()).toBeVisible();
  }

  const unknown = '00000000-0000-4000-8000-000000000000';
  const mixed = `${question(studio, on('03-01'))}&title=${both.id}&title=${unknown}`;
  await page.goto(`/availability?${mixed}`);
  await expect(page.getByText(`The title “${unknown}” does not exist.`)).toBeVisible();
  await expect(answer(page, both.title)).toContainText('Yes');
  expect((await page.request.get(`/availability/export.csv?${mixed}`)).status()).toBe(400);

  await page.goto(`/availability?${question(studio, on('03-01'))}&cursor=%25%25&q=nobody-at-all`);
  await expect(page.getByText('No titles match')).toBeVisible();
});

/** Parses CSV of quoted cells without line breaks into rows by column name. */
function parsed(text: string): Record<string, string>[] {
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [head = [], ...rows] = text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
  return rows.map((row) => Object.fromEntries(head.map((name, place) => [name, row[place] ?? ''])));
}

test('several places are one question: totals filter, arrows walk the cells, Enter says why not', async ({
  page,
  seed,
}) => {
  const { both, late, studio } = await twoTitles(seed);
  const asked = new URLSearchParams(question(studio, on('03-15')));
  asked.set('territory', 'US,CA');
  asked.set('device', 'tv,mobile');
  await page.goto(`/availability?${asked.toString()}`);
  const grid = page.getByRole('table', { name: 'Answers' });
  await expect(grid.getByRole('rowheader', { name: both.title })).toBeVisible();
  await expect(grid.getByRole('link', { name: '1 yes in United States, TV' })).toBeVisible();
  await expect(grid.getByRole('link', { name: '0 yes in Canada, TV' })).toBeVisible();

  const cell = (title: string, place: string) =>
    grid.getByRole('link', { name: new RegExp(`^${title}, ${place}:`) });
  await grid.locator('[data-cell][tabindex="0"]').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(grid.locator('[data-cell]').first()).toBeFocused();
  await cell(late.title, 'United States, TV').focus();
  await page.keyboard.press('Enter');
  const why = page.getByRole('complementary', { name: 'Why not' });
  await expect(why.getByRole('listitem')).toContainText([
    ...['in the catalog', 'is licensed', 'Not taken down', 'is for TV', 'runs on these days'],
    ...['Not assigned', 'not reached'],
  ]);
  await expectAccessible(page, 'a grid of answers');
  await why.getByRole('link', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Yes everywhere 0' }).click();
  await expect(page.getByText('No titles with this answer')).toBeVisible();
});

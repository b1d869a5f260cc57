import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import {
  applyWithEnter,
  draftNotice,
  expect,
  expectVersion,
  tabTo,
  typeDay,
  workAs,
} from '../fixtures';
import { inDays, on, test, unique, YEAR } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };
const NOW = { name: 'Now', price: '4.99', firstDay: inDays(-10), lastDay: inDays(100) };

const LATER = { name: 'Later', price: '3.99', firstDay: inDays(150), lastDay: inDays(250) };

const SOON = { name: 'Soon', price: '2.99', firstDay: inDays(110), lastDay: inDays(140) };

/** A license that runs today. */
const RUNNING = { firstDay: inDays(-30), lastDay: inDays(300), offers: [NOW] };

function takeDownSheet(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Take down' });
}

function bringBackSheet(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Bring back' });
}

async function openTakeDown(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Take down', exact: true }).click();
  await expect(takeDownSheet(page)).toBeVisible();
  return takeDownSheet(page);
}

async function chooseTerritory(sheet: Locator, name: string): Promise<void> {
  await sheet.getByText('Chosen territories', { exact: true }).click();
  await sheet.getByRole('button', { name: /^Territories/ }).click();
  const page = sheet.page();
  await page.getByRole('option', { name }).click();
  await page.keyboard.press('Escape');
}

/** The right edge of a box, in pixels; not a number where there is no box. */
function endOf(box: { readonly x: number; readonly width: number } | null): number {
  return box === null ? NaN : box.x + box.width;
}

test('a title that is taken down answers no with the reason, until it is brought back', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ ...RUNNING, territories: ['AT', 'US'] });
  const title = await seed.title({ license, offer: NOW });
  await page.goto(title.address);
  const sheet = await openTakeDown(page);
  await chooseTerritory(sheet, 'Austria');
  await sheet.getByLabel('Reason').fill('Rights dispute');
  await expect(sheet.getByRole('status')).toContainText('Austria · TVOD');
  await expect(sheet.getByRole('status')).toContainText('101 days');
  await expectAccessible(page, 'a takedown before it is saved');
  // The button has no room beside the other one, and stands below it at the same edge as the fields.
  const field = await sheet.getByLabel('Reason').boundingBox();
  const confirm = await sheet.getByRole('button', { name: /^Take down from/ }).boundingBox();
  expect(endOf(confirm)).toBe(endOf(field));
  await sheet.getByRole('button', { name: /^Take down from/ }).click();
  await expect(page.getByText('Taken down. Saved as version 2.')).toBeVisible();
  const banner = page.getByRole('region', { name: 'Takedowns' });
  await expect(banner).toContainText('Taken down in Austria since');
  await expect(banner).toContainText('Rights dispute');
  await expect(banner).toContainText('Priya Raman');
  await expect(page.getByRole('table', { name: 'Assigned offers' })).toContainText('not AT');
  await expect(page.getByRole('region', { name: 'History' })).toContainText(
    /Taken down from .* in Austria: Rights dispute/,
  );
  // What was announced of the button is named by it, and the button is gone.
  await page.reload();
  await expectAccessible(page, 'a title that is taken down');

  const question = `territory=AT&device=tv&rights=TVOD&title=${title.id}`;
  await page.goto(`/availability?${question}&first=${inDays(0)}&last=${inDays(9)}`);
  const answers = page.getByRole('table', { name: 'Answers' });
  await expect(answers).toContainText('No');
  await expect(answers).toContainText('Rights dispute.');
  await answers.getByRole('link', { name: 'Bring back' }).click();
  const back = bringBackSheet(page);
  await expect(back.getByRole('status')).toContainText('Austria · TVOD');
  await expectAccessible(page, 'bringing a title back');
  await back.getByRole('button', { name: /^Bring back from/ }).click();
  await expect(page.getByText('Brought back. Saved as version 3.')).toBeVisible();
  await expect(banner).toHaveCount(0);

  await page.goto(`/availability?${question}&first=${inDays(0)}&last=${inDays(9)}`);
  await expect(answers).toContainText('Yes');
  await answers.getByRole('link', { name: 'Take down' }).click();
  await expect(takeDownSheet(page).getByRole('button', { name: /^Territories/ })).toHaveText(
    'Austria',
  );
});

test('a takedown is undone from its notice', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(title.address);
  const sheet = await openTakeDown(page);
  await sheet.getByLabel('Reason').fill('Rights dispute');
  await sheet.getByRole('button', { name: /^Take down from/ }).click();
  const notice = page.getByRole('status').filter({ hasText: 'Taken down. Saved as version 2.' });
  await expectVersion(page, 2);
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone. Saved as version 3.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Takedowns' })).toHaveCount(0);
});

test('a planned takedown is announced, and the coverage has its days', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await seed.assign(title, license, AUTUMN);
  await page.goto(title.address);
  const sheet = await openTakeDown(page);
  await sheet.getByLabel('Reason').fill('Rights reverted');
  await typeDay(sheet, 'From', on('04-01'));
  await expect(sheet.getByRole('status')).toContainText(`1 – 30 Apr ${YEAR}`);
  await expect(sheet.getByRole('status')).toContainText('91 days');
  await sheet.getByRole('button', { name: `Take down from 1 Apr ${YEAR}` }).click();
  await expectVersion(page, 3);
  await expect(page.getByRole('region', { name: 'Takedowns' })).toContainText(
    `Will be taken down everywhere on 1 Apr ${YEAR}: Rights reverted.`,
  );
  const gaps = page.getByRole('list', { name: 'Gaps' });
  await expect(gaps).toContainText('Would be on offer: Spring, $4.99 and Autumn, $3.99.');
  await expect(gaps.getByRole('button', { name: 'Bring back' })).toBeVisible();
});

test('two takedowns made at once meet in the conflict dialog, and one Enter makes the second', async ({
  page,
  marta,
  seed,
}) => {
  const license = await seed.license({ ...RUNNING, territories: ['AT', 'US'] });
  const title = await seed.title({ license, offer: NOW });
  for (const one of [page, marta]) await one.goto(title.address);
  const [mine, theirs] = [await openTakeDown(page), await openTakeDown(marta)];
  await chooseTerritory(theirs, 'Austria');
  await theirs.getByLabel('Reason').fill('Letter of the studio');
  await theirs.getByRole('button', { name: /^Take down from/ }).click();
  await expectVersion(marta, 2);
  await chooseTerritory(mine, 'United States');
  await mine.getByLabel('Reason').fill('Rights dispute');
  await expect(mine).toContainText('Marta Oliveira saved v2');
  await expect(mine.getByRole('status')).toContainText('Check again to see the effect');
  await mine.getByRole('button', { name: /^Take down from/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await expect(dialog).toContainText('Letter of the studio');
  await expect(dialog).toContainText('Rights dispute');
  await page.keyboard.press('Escape');
  await expect(mine.getByLabel('Reason')).toHaveValue('Rights dispute');
  await mine.getByRole('button', { name: /^Take down from/ }).click();
  await expect(dialog).toBeVisible();
  await applyWithEnter(page, 'Apply to version 2');
  await expect(page.getByText('Taken down. Saved as version 3.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Takedowns' }).getByRole('note')).toHaveCount(2);
});

test('what is wrong is said at its field, nothing is written, and what was typed is kept', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ ...RUNNING, territories: ['AT', 'US'] });
  const title = await seed.title({ license, offer: NOW });
  await page.goto(`${title.address}?action=take-down&territory=JP&rights=TVOD`);
  const sheet = takeDownSheet(page);
  await expect(sheet.getByRole('status')).toContainText('has no rights in Japan');
  const send = sheet.getByRole('button', { name: /^Take down/ });
  await send.click();
  await expect(sheet.getByLabel('Reason')).toHaveAccessibleDescription(
    'The reason cannot be empty.',
  );
  await sheet.getByLabel('Reason').fill('Rights dispute');
  await send.click();
  await expect(sheet.getByRole('group', { name: 'Territories' })).toContainText(
    'has no rights in Japan, so there is nothing to take down.',
  );
  await sheet.getByText('Everywhere', { exact: true }).click();
  await typeDay(sheet, 'From', '10000-01-01');
  await send.click();
  await expect(sheet.getByRole('alert')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(draftNotice(sheet)).toBeVisible();
  await expect(sheet.getByLabel('Reason')).toHaveValue('Rights dispute');
  await expectVersion(page, 1);
});

test('a title is taken down and brought back with the keyboard alone', async ({ page, seed }) => {
  const license = await seed.license(RUNNING);
  const title = await seed.title({ license, offer: NOW });
  await page.goto(title.address);
  await page.keyboard.press('Shift+D');
  const sheet = takeDownSheet(page);
  await expect(sheet.getByRole('spinbutton').first()).toBeFocused();
  await tabTo(page, sheet.getByLabel('Reason'));
  await page.keyboard.type('Rights dispute');
  await page.keyboard.press('Control+Enter');
  await expectVersion(page, 2);
  await page.keyboard.press('b');
  const back = bringBackSheet(page);
  await expect(back.getByRole('spinbutton').first()).toBeFocused();
  // The key confirms wherever the focus is, also on the button that would close the sheet.
  await tabTo(page, back.getByRole('button', { name: 'Cancel' }));
  await page.keyboard.press('Control+Enter');
  await expectVersion(page, 3);
  await expect(page.getByRole('region', { name: 'Takedowns' })).toHaveCount(0);
});

test('viewers see a takedown and cannot change it', async ({ page, newcomer, seed }) => {
  const license = await seed.license(RUNNING);
  const title = await seed.title({ license, offer: NOW });
  await page.goto(title.address);
  await page.keyboard.press('Shift+D');
  await takeDownSheet(page).getByLabel('Reason').fill('Rights dispute');
  await page.keyboard.press('Control+Enter');
  await expectVersion(page, 2);
  await workAs(newcomer, 'vera');
  await newcomer.goto(`${title.address}?action=take-down`);
  await expect(newcomer.getByRole('region', { name: 'Takedowns' })).toContainText('Rights dispute');
  await newcomer.keyboard.press('Shift+D');
  await newcomer.keyboard.press('b');
  await expect(newcomer.getByRole('complementary')).toHaveCount(0);
  await expect(newcomer.getByRole('button', { name: /^(Take down|Bring back)/ })).toHaveCount(0);
});

test('several titles of a license are taken down together; one that was changed meanwhile is named', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ ...RUNNING, offers: [NOW, SOON, LATER] });
  const [first, second, third] = [
    await seed.title({ license, offer: NOW, title: unique('Harbor') }),
    await seed.title({ license, offer: NOW, title: unique(`Lantern${' of the sea'.repeat(9)}`) }),
    await seed.title({ license, offer: NOW, title: unique('Meadow') }),
  ];
  await page.goto(license.address);
  const section = page.getByRole('region', { name: 'Titles', exact: true });
  for (const { title } of [first, second])
    await section.getByRole('checkbox', { name: `Select ${title}` }).check();
  // A long name is cut before the next column.
  const row = section.getByRole('row').filter({ hasText: second.title });
  const named = await row.getByRole('link').first().boundingBox();
  const kind = await row.getByRole('cell').nth(1).boundingBox();
  expect(endOf(named)).toBeLessThanOrEqual(kind?.x ?? 0);
  await section.getByRole('button', { name: 'Take down', exact: true }).click();
  const sheet = takeDownSheet(page);
  await sheet.getByLabel('Reason').fill('Rights dispute');
  const effect = sheet.getByRole('status');
  for (const { title } of [first, second]) await expect(effect).toContainText(title);
  await expect(effect).not.toContainText(third.title);
  await expect(effect).toContainText('101 days');
  await expectAccessible(page, 'a takedown of several titles');

  await seed.assign(first, license, LATER, { by: 'Marta Oliveira' });
  const alert = sheet.getByRole('alert');
  await expect(alert).toContainText(`Marta Oliveira has saved ${first.title} since.`);
  await alert.getByRole('button', { name: 'Check again' }).click();
  await expect(alert).toContainText('Nothing was taken down.');
  await expect(alert).toContainText(`${first.title}, Marta Oliveira: Assigned Later`);
  await expect(alert).not.toContainText(second.title);
  await expect(sheet.getByLabel('Reason')).toHaveValue('Rights dispute');
  await expect(effect).toContainText('202 days');

  // Whoever confirms all the same is asked, in the one conflict dialog.
  await seed.assign(second, license, LATER, { by: 'Nora Lind' });
  await expect(sheet).toContainText(`Nora Lind has saved ${second.title} since.`);
  await sheet.getByRole('button', { name: 'Take down 2 titles' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nora Lind saved while you were editing' });
  await expect(dialog).toContainText('A title has changed since you looked.');
  await expect(dialog).toContainText('Nora Lind: Assigned Later');
  const days = dialog.getByRole('row').filter({ hasText: `Days of ${second.title}` });
  await expect(days.getByRole('cell').first()).toContainText('101 days');
  await expect(days.getByRole('cell').last()).toContainText('202 days');
  await expectAccessible(page, 'a stale takedown of several titles');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(sheet.getByLabel('Reason')).toHaveValue('Rights dispute');
  await expect(alert).toContainText(`${second.title}, Nora Lind: Assigned Later`);
  await seed.assign(first, license, SOON, { version: 2, by: 'Marta Oliveira' });
  await expect(sheet).toContainText(`Marta Oliveira has saved ${first.title} since.`);
  await sheet.getByRole('button', { name: 'Take down 2 titles' }).click();
  await applyWithEnter(page, 'Take down 2 titles as they are now');

  await expect(section).toContainText('2 titles taken down from');
  await expect(sheet).toHaveCount(0);
  await page.goto(`/content?coverage=taken-down&q=${encodeURIComponent(first.title)}`);
  await expect(page.getByRole('table', { name: 'Titles' })).toContainText('taken down');
});

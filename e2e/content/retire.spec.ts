import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import {
  applyWithEnter,
  chooseOffer,
  draftNotice,
  expect,
  expectVersion,
  tabTo,
} from '../fixtures';
import { on, test, unique, type SeededTitle } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };
const REASON = 'Rights reverted to the studio';

/** Opens the form that closes the title of a page. */
async function openSheet(page: Page, action: 'Retire title' | 'Void title'): Promise<Locator> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: action }).click();
  const sheet = page.getByRole('complementary', { name: action });
  await expect(sheet).toBeVisible();
  return sheet;
}

async function retire(page: Page, title: SeededTitle): Promise<void> {
  await page.goto(title.address);
  const sheet = await openSheet(page, 'Retire title');
  await sheet.getByLabel('Reason').fill(REASON);
  await sheet.getByRole('button', { name: /^Retire/ }).click();
  await expect(page.getByRole('region', { name: 'This title is retired' })).toBeVisible();
}

/** The titles in the list of a page. */
function listed(page: Page): Locator {
  return page.getByRole('table', { name: 'Titles' }).getByRole('rowheader');
}

test('a retired title is out of catalog, picker, board and export, is found by the filter, and comes back with an offer', async ({
  page,
  seed,
}) => {
  test.slow();
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const kept = await seed.title({ license, offer: SPRING });
  const title = await seed.title({ license, offer: SPRING });
  const studio = encodeURIComponent(license.contract.studio);
  await page.goto(title.address);
  const sheet = await openSheet(page, 'Retire title');
  await expect(sheet.getByRole('list', { name: 'Offers it loses' })).toContainText('Spring');
  await expectAccessible(page, 'retiring a title');
  await sheet.getByLabel('Reason').fill(REASON);
  await sheet.getByRole('button', { name: 'Retire, unassign 1 offer' }).click();
  await expect(page.getByText('Retired. Saved as version 2.')).toBeVisible();
  await expectVersion(page, 2);
  const banner = page.getByRole('region', { name: 'This title is retired' });
  await expect(banner).toContainText(`Retired: ${REASON}`);
  await expect(page.getByRole('button', { name: 'Assign offer' })).toHaveCount(0);

  await page.goto(`/content?studio=${studio}`);
  await expect(listed(page)).toHaveText([kept.title]);
  await page.goto(`/content?studio=${studio}&coverage=off-offer`);
  await expect(listed(page)).toHaveText([kept.title]);
  await page.goto(`/calendar?studio=${studio}&day=${SPRING.firstDay}`);
  await expect(page.getByRole('main')).toContainText('Spring');
  await expect(page.getByRole('main')).toContainText('1 title');
  await page.goto(license.address);
  await page
    .getByRole('region', { name: 'Titles', exact: true })
    .getByRole('button', { name: 'Assign titles' })
    .click();
  const picker = page.getByRole('complementary', { name: 'Assign titles' });
  await picker.getByRole('searchbox', { name: 'Title or identifier' }).fill(title.title);
  await expect(picker.getByRole('button', { name: `Add ${title.title}` })).toHaveCount(0);
  await page.goto(`/exports?title=${title.id}`);
  await page
    .getByRole('form', { name: 'New export' })
    .getByRole('button', { name: 'Export' })
    .click();
  await expect(
    page
      .getByRole('list', { name: 'Exports' })
      .getByRole('listitem')
      .filter({ hasText: title.title }),
  ).toContainText('There is nothing to export');

  await page.goto(`/content?studio=${studio}`);
  await page.getByRole('button', { name: 'Closed', exact: true }).click();
  await page.getByRole('option', { name: 'Retired' }).click();
  await page.keyboard.press('Escape');
  await expect(listed(page)).toHaveText([title.title]);
  await expect(page.getByRole('table', { name: 'Titles' })).toContainText('Retired');
  await expectAccessible(page, 'the list of retired titles');
  await page.getByRole('link', { name: title.title }).click();
  await banner.getByRole('button', { name: 'Bring back' }).click();
  const back = page.getByRole('complementary', { name: title.title });
  await chooseOffer(back, license.name, 'Autumn');
  await back.getByRole('button', { name: 'Bring back' }).click();
  await expect(page.getByText('Brought back. Saved as version 3.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Assigned offers' })).toContainText('Autumn');
  await page.goto(`/content?studio=${studio}`);
  await expect(listed(page)).toHaveText([kept.title, title.title].toSorted());
});

test('undo gives a retired title all its offers back, and retires one that came back', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await seed.assign(title, license, AUTUMN);
  await retire(page, title);
  await expectVersion(page, 3);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('Undone. Saved as version 4.')).toBeVisible();
  const offers = page.getByRole('table', { name: 'Assigned offers' });
  await expect(offers).toContainText('Spring');
  await expect(offers).toContainText('Autumn');
  await expectVersion(page, 4);
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect(page.getByText('Redone. Saved as version 5.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'This title is retired' })).toContainText(REASON);
});

test('retiring a title that somebody changed meanwhile is a prompt, and so is changing one that was retired', async ({
  page,
  marta,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(title.address);
  await marta.goto(title.address);
  const sheet = await openSheet(page, 'Retire title');
  await sheet.getByLabel('Reason').fill(REASON);
  await seed.assign(title, license, AUTUMN, { by: 'Marta Oliveira' });
  await sheet.getByRole('button', { name: /^Retire/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await expect(dialog).toContainText('Autumn');
  await expectAccessible(page, 'a stale retirement');
  await applyWithEnter(page, 'Apply to version 2');
  await expect(page.getByText('Retired. Saved as version 3.')).toBeVisible();

  await marta.getByRole('button', { name: 'Unassign Spring' }).click();
  await expect(marta.getByRole('dialog')).toContainText(REASON);
  await marta.getByRole('dialog').getByRole('button', { name: 'Discard my change' }).click();
  await expect(marta.getByRole('region', { name: 'This title is retired' })).toBeVisible();
});

test('the only offer of a title is not unassigned: the title can be retired instead, by keyboard alone', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(title.address);
  await tabTo(page, page.getByRole('button', { name: 'Unassign Spring' }));
  await page.keyboard.press('Enter');
  const instead = page.getByRole('button', { name: 'Retire the title' });
  await expect(instead).toBeVisible();
  await tabTo(page, instead);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Reason')).toBeFocused();
  await page.keyboard.type(REASON);
  await page.keyboard.press('Enter');
  const bringBack = page.getByRole('button', { name: 'Bring back' });
  await expect(bringBack).toBeVisible();
  await expect(page.locator(':focus')).toContainText('Retired. Saved as version 2.');
  await tabTo(page, page.getByRole('button', { name: 'Undo', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Undone. Saved as version 3.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Assigned offers' })).toContainText('Spring');
});

test('bad input is refused in one sentence, nothing is written, and nothing typed is lost', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(title.address);
  const sheet = await openSheet(page, 'Retire title');
  const reason = sheet.getByLabel('Reason');
  const send = sheet.getByRole('button', { name: /^Retire/ });
  await send.click();
  await expect(reason).toHaveAccessibleDescription(/The reason/);
  for (const [typed, told] of [
    ['x'.repeat(10_000), /at most 500 characters/],
    ['Bell\u0007', /an invalid character/],
  ] as const) {
    await reason.fill(typed);
    await send.click();
    await expect(reason).toHaveAccessibleDescription(told);
    await expect(reason).toHaveValue(typed);
  }
  const typed = unique('Reverted');
  await reason.fill(typed);
  await sheet.getByRole('button', { name: 'Close' }).click();
  await openSheet(page, 'Retire title');
  await expect(draftNotice(sheet)).toBeVisible();
  await expect(reason).toHaveValue(typed);
  await expectVersion(page, 1);
  await send.click();
  const banner = page.getByRole('region', { name: 'This title is retired' });
  await expect(banner).toContainText(typed);
  await banner.getByRole('button', { name: 'Bring back' }).click();
  const back = page.getByRole('complementary', { name: title.title });
  await back.getByRole('button', { name: 'Bring back' }).click();
  await expect(back.getByRole('combobox', { name: 'License' })).toHaveAccessibleDescription(
    /Choose a license/,
  );
  await expectVersion(page, 2);
});

test('a title recorded by mistake is void, struck through, and counts nowhere', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  const title = await seed.title({ license, offer: SPRING });
  const studio = encodeURIComponent(license.contract.studio);
  await page.goto(title.address);
  const sheet = await openSheet(page, 'Void title');
  await sheet.getByLabel('Reason').fill('Registered twice');
  await sheet.getByRole('button', { name: 'Void, unassign 1 offer' }).click();
  await expect(page.getByText('Void. Saved as version 2.')).toBeVisible();
  const banner = page.getByRole('region', { name: 'This title is void' });
  await expect(banner).toContainText('Void: Registered twice');
  await page.reload();
  const had = page.getByRole('table', { name: /^What it had/ });
  await expect(had.getByRole('row', { name: /Spring/ }).locator('del')).toHaveText('Spring');
  await expect(had.getByRole('link', { name: license.name })).toBeVisible();
  await expect(had.getByRole('button')).toHaveCount(0);
  await expectAccessible(page, 'a void title');
  await page.goto(`/content?studio=${studio}`);
  await expect(page.getByText('No titles match')).toBeVisible();
  await page.goto(`/content?studio=${studio}&closed=void`);
  await expect(listed(page)).toHaveText([title.title]);
  await expect(page.getByRole('link', { name: title.title })).toHaveCSS(
    'text-decoration-line',
    'line-through',
  );
  const question = `territory=US&device=tv&rights=TVOD&first=${on('03-10')}&last=${on('03-12')}`;
  await page.goto(`/availability?${question}&title=${title.id}`);
  await expect(page.getByRole('main')).toContainText('Void: Registered twice.');
});

import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { draftNotice, expect, offerRow, typeDay } from '../fixtures';
import { on, test, unique, YEAR } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const SUMMER = { name: 'Summer', price: '3.99', firstDay: on('05-01'), lastDay: on('06-30') };
const AUTUMN = { name: 'Autumn', price: '2.99', firstDay: on('09-01'), lastDay: on('10-31') };

function sheetOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Assign titles' });
}

/** Opens the sheet from the section below the offers. */
async function openSheet(page: Page): Promise<Locator> {
  await page
    .getByRole('region', { name: 'Titles', exact: true })
    .getByRole('button', { name: 'Assign titles' })
    .click();
  await expect(sheetOf(page)).toBeVisible();
  return sheetOf(page);
}

/** Pastes lines through the clipboard, as from a spreadsheet, because typing ten thousand lines is too slow. */
async function paste(sheet: Locator, lines: readonly string[]): Promise<void> {
  const page = sheet.page();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await sheet.getByText('Paste a list', { exact: true }).click();
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.join('\n'));
  await sheet.getByLabel('Titles, one per line').press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
  await sheet.getByRole('button', { name: 'Look up and add' }).click();
}

test('an offer is assigned to many titles after a dry run, which lists blocked titles and detects a later change', async ({
  page,
  seed,
}) => {
  test.slow();
  const contract = await seed.contract();
  const license = await seed.license({ contract, offers: [SPRING, AUTUMN] });
  const other = await seed.license({
    contract,
    offers: [SUMMER, { ...SPRING, name: 'Promotion' }],
  });
  const [first, second] = [unique('Harbor'), unique('Lantern')];
  const free = await seed.title({ title: first, license: other, offer: SUMMER });
  await seed.title({ title: second, license: other, offer: SUMMER });
  const has = await seed.title({ title: unique('Meadow'), license, offer: SPRING });
  const house = unique('house');
  const blocked = await seed.title({
    title: unique('Quarry'),
    license: other,
    offer: { ...SPRING, name: 'Promotion' },
    identifiers: [{ scheme: 'house', value: house }],
  });
  await page.goto(license.address);
  const sheet = await openSheet(page);

  await sheet.getByRole('searchbox', { name: 'Title or identifier' }).fill(`${first}x`);
  await sheet.getByRole('button', { name: `Add ${first}` }).click();
  await sheet.getByRole('searchbox', { name: 'Title or identifier' }).fill('');
  await expect(sheet.getByRole('button', { name: /Studio/ })).toContainText(contract.studio);
  await expect(sheet.getByText('4 titles found')).toBeVisible();
  const studio = sheet.getByRole('button', { name: /Studio$/ });
  for (const [typed, shown] of [
    ['any', 'Any studio'],
    [contract.studio, contract.studio],
  ] as const) {
    await studio.click();
    await page.getByRole('combobox', { name: 'Find in studio' }).fill(typed);
    await expect(page.getByRole('option').first()).toHaveText(shown);
    await page.keyboard.press('Enter');
    await expect(studio).toContainText(shown);
  }
  await expect(sheet.getByText('4 titles found')).toBeVisible();
  await paste(sheet, [house.toUpperCase(), second, has.title, 'an unknown title']);
  const outcome = sheet.getByRole('status');
  await expect(outcome).toContainText('3 titles added.');
  await expect(outcome).toContainText('an unknown title not found');
  await expect(sheet.getByLabel('Titles, one per line')).toHaveValue('an unknown title');
  await expect(sheet.getByText('4 titles selected')).toBeVisible();
  await expectAccessible(page, 'gathering titles');

  await sheet.getByRole('button', { name: 'Check 4 titles' }).dblclick();
  const trial = sheet.getByRole('status');
  await expect(trial).toContainText('Spring will be assigned to 2 titles.');
  await expect(trial).toContainText('1 title already has it. 1 title is blocked.');
  await expect(sheet).toContainText(
    `${blocked.title} would have two prices at once: Spring clashes with Promotion of the license ${other.name}`,
  );
  await expect(sheet.getByRole('link', { name: blocked.title })).toHaveAttribute(
    'href',
    blocked.address,
  );
  await expectAccessible(page, 'a dry run');

  await seed.assign(free, license, AUTUMN, { version: 1, by: 'Marta Oliveira' });
  await sheet.getByRole('button', { name: 'Assign 2 titles' }).click();
  await expect(sheet.getByRole('alert')).toContainText(
    `Another person changed ${first} after your check. Nothing was assigned`,
  );
  await expect(offerRow(page, 'Spring').getByRole('link')).toHaveText('1');
  await sheet.getByRole('button', { name: 'Assign 2 titles' }).click();

  const section = page.getByRole('region', { name: 'Titles', exact: true });
  await expect(section).toContainText('2 titles assigned to Spring.');
  await expect(sheet).toHaveCount(0);
  await expect(offerRow(page, 'Spring').getByRole('link')).toHaveText('3');
  for (const title of [first, second, has.title])
    await expect(section.getByRole('link', { name: title })).toBeVisible();
  await expect(section.getByRole('link', { name: blocked.title })).toHaveCount(0);
  await section.getByRole('button', { name: 'Undo' }).click();
  await expect(section).toContainText('Undone. 2 titles do not have Spring any more.');
  await expect(offerRow(page, 'Spring').getByRole('link')).toHaveText('1');
  await offerRow(page, 'Autumn').getByRole('link').click();
  await expect(section.getByRole('link', { name: second })).toHaveCount(0);
  await expect(section.getByRole('link', { name: first })).toBeVisible();
});

test('gathered titles survive Esc and a reload, can be discarded, and are gone once they are assigned', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  const license = await seed.license({ contract, offers: [SPRING, AUTUMN] });
  const other = await seed.license({ contract, offers: [SUMMER] });
  const title = await seed.title({ license: other, offer: SUMMER });
  await page.goto(license.address);
  let sheet = await openSheet(page);
  await paste(sheet, [title.title, 'an unknown title']);
  await expect(sheet.getByText('1 title selected')).toBeVisible();
  await sheet.getByRole('button', { name: /Offer$/ }).click();
  await page.getByRole('option', { name: 'Autumn' }).click();
  await expect(sheet.getByRole('button', { name: /Offer$/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  await page.reload();
  sheet = await openSheet(page);
  await expect(draftNotice(sheet)).toBeVisible();
  await expect(sheet.getByText('1 title selected')).toBeVisible();
  await expect(sheet.getByRole('button', { name: /Offer$/ })).toContainText('Autumn');
  await sheet.getByText('Paste a list', { exact: true }).click();
  await expect(sheet.getByLabel('Titles, one per line')).toHaveValue('an unknown title');
  await draftNotice(sheet).getByRole('button', { name: 'Discard' }).click();
  await expect(sheet.getByText('No titles selected yet')).toBeVisible();
  await expect(sheet.getByRole('button', { name: /Offer$/ })).toContainText('Spring');

  await paste(sheet, [title.title]);
  await expect(sheet.getByText('1 title selected')).toBeVisible();
  await sheet.getByRole('button', { name: 'Close' }).click();
  sheet = await openSheet(page);
  await expect(draftNotice(sheet)).toBeVisible();
  await sheet.getByRole('button', { name: 'Check 1 title' }).click();
  await sheet.getByRole('button', { name: 'Assign 1 title' }).click();
  await expect(sheet).toHaveCount(0);
  sheet = await openSheet(page);
  await expect(sheet.getByText('No titles selected yet')).toBeVisible();
  await expect(draftNotice(sheet)).toHaveCount(0);
});

test('more titles than the limit are refused when pasted', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(license.address);
  const sheet = await openSheet(page);
  await sheet.getByRole('button', { name: 'Check' }).click();
  await expect(sheet.getByRole('alert')).toHaveText('Choose at least one title.');
  for (const count of [1_001, 10_000]) {
    await paste(
      sheet,
      Array.from({ length: count }, (_, line) => `House ${line}`),
    );
    await expect(sheet.getByLabel('Titles, one per line')).toHaveAccessibleDescription(
      new RegExp(
        `These are ${count.toLocaleString('en-US')} titles; at most 1,000 can be assigned at once.`,
      ),
    );
  }
  await paste(sheet, ['x'.repeat(10_000)]);
  await expect(sheet.getByRole('status')).toContainText('0 titles added.');
  await expect(sheet.getByText('No titles selected yet')).toBeVisible();
});

test('a dry run of a withdrawn offer is refused and keeps the selected titles', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  const title = await seed.title({
    license: await seed.license({ offers: [SUMMER] }),
    offer: SUMMER,
  });
  await page.goto(license.address);
  const sheet = await openSheet(page);
  await paste(sheet, [title.title]);
  await expect(sheet.getByText('1 title selected')).toBeVisible();
  await expect(sheet.getByRole('status').filter({ hasText: 'other studios' })).toContainText(
    `1 title of other studios. The license is from ${license.contract.studio}`,
  );
  await expectAccessible(page, 'gathering titles of another studio');
  await seed.replace(license, SPRING, { ...SPRING, price: '5.99' });
  await sheet.getByRole('button', { name: 'Check 1 title' }).click();
  await expect(sheet.getByRole('alert')).toContainText(
    `Spring (1 Mar – 30 Apr ${YEAR}) is no longer an offer of this license.`,
  );
  await expect(sheet.getByRole('button', { name: /Offer/ })).toHaveAccessibleDescription(/\$5\.99/);
  await sheet.getByRole('button', { name: 'Check 1 title' }).click();
  await sheet.getByRole('button', { name: 'Assign 1 title' }).click();
  await expect(page.getByText('1 title assigned to Spring.')).toBeVisible();
});

test('the only offer of a title is not withdrawn, and a replaced offer keeps its titles', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  const both = await seed.title({ license, offer: SPRING });
  await seed.assign(both, license, AUTUMN);
  await page.goto(license.address);
  await offerRow(page, 'Spring').getByRole('button', { name: 'Spring' }).click();
  const sheet = page.getByRole('complementary', { name: 'Spring' });
  await expect(sheet).toContainText('2 titles have this offer.');
  await sheet.getByRole('button', { name: 'Withdraw' }).click();
  const refusal = page.getByRole('alertdialog', { name: 'Withdraw Spring?' });
  await expect(refusal).toContainText('1 title has no other offer, so it cannot be withdrawn yet.');
  await expect(refusal.getByRole('link', { name: title.title })).toHaveAttribute(
    'href',
    title.address,
  );
  await expect(refusal.getByRole('button', { name: /^Withdraw/ })).toHaveText([
    'Withdraw and retire 1 title',
  ]);
  await expectAccessible(page, 'a withdrawal that titles stand against');
  await refusal.getByRole('button', { name: 'Close' }).last().click();

  const withdrawAutumn = async () => {
    await offerRow(page, 'Autumn').getByRole('button', { name: 'Autumn' }).click();
    await page
      .getByRole('complementary', { name: 'Autumn' })
      .getByRole('button', { name: 'Withdraw' })
      .click();
  };
  await withdrawAutumn();
  const preview = page.getByRole('alertdialog', { name: 'Withdraw Autumn?' });
  await expect(preview).toContainText('1 title loses it. Undo assigns it again to that title.');
  await expect(preview).toContainText('1 title would go dark');
  await expect(preview).toContainText(/ · TVOD from 1 May/);
  await expectAccessible(page, 'what a withdrawal takes from titles');
  await preview.getByRole('button', { name: 'Cancel' }).click();
  await expect(preview).toHaveCount(0);

  await offerRow(page, 'Spring').getByRole('button', { name: 'Spring' }).click();

  await typeDay(sheet, 'First day', on('03-15'));
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Changed. Saved as version 3.')).toBeVisible();
  await expect(offerRow(page, 'Spring')).toContainText(`15 Mar ${YEAR}`);
  await expect(offerRow(page, 'Spring').getByRole('link')).toHaveText('2');

  await withdrawAutumn();
  await preview.getByRole('button', { name: 'Withdraw from 1 title' }).click();
  await expect(page.getByText('Withdrawn. Saved as version 4.')).toContainText(
    '1 title had it. Undo assigns it again to that title.',
  );
  await page
    .getByText('Withdrawn. Saved as version 4.')
    .locator('xpath=ancestor::*[.//button][1]')
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(page.getByText('Undone. Saved as version 5.')).toBeVisible();
  await expect(offerRow(page, 'Autumn').getByRole('link')).toHaveText('1');
});

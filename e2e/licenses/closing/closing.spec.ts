import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../../accessible';
import {
  applyWithEnter,
  draftNotice,
  expect,
  expectVersion,
  offerRow,
  tabTo,
  typeDay,
} from '../../fixtures';
import { on, test, THIS_YEAR, YEAR } from '../../seed-data';
import { SPRING, seedLicense, chooseReason } from './closing-pages';

async function openSheet(page: Page, action: 'End license' | 'Void license'): Promise<Locator> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: action }).click();
  const sheet = page.getByRole('complementary', { name: action });
  await expect(sheet).toBeVisible();
  return sheet;
}

test('a license of three years ends before a title’s only offer, by keyboard alone, and one undo takes it back', async ({
  page,
  seed,
}) => {
  const [now, last] = [THIS_YEAR, THIS_YEAR + 2];
  const across = { name: 'Across', firstDay: `${now + 1}-06-01`, lastDay: `${now + 1}-08-31` };
  const late = { name: 'Late', firstDay: `${last}-02-01`, lastDay: `${last}-03-31` };
  const license = await seed.license({
    firstDay: `${now}-01-01`,
    lastDay: `${last}-12-31`,
    offers: [across, late],
  });
  const only = await seed.title({ license, offer: late });
  const both = await seed.title({ license, offer: across });
  await page.goto(license.address);
  await expectVersion(page, 2);

  await page.keyboard.press('Shift+E');
  const sheet = page.getByRole('complementary', { name: 'End license' });
  await expect(sheet.getByRole('spinbutton').first()).toBeFocused();
  await page.keyboard.type(`3006${now + 1}`);
  await expect(sheet).toContainText(`Was 31 Dec ${last}`);
  await expect(sheet).toContainText('checked against v2');
  for (const words of ['offer is cut', 'offer is withdrawn', 'title goes dark', 'title is retired'])
    await expect(sheet.getByRole('term').filter({ hasText: words })).toBeVisible();
  await expect(sheet).toContainText('falls away, 62 days');
  await expect(sheet.getByRole('link', { name: only.title })).toBeVisible();
  await expect(sheet.getByRole('link', { name: both.title })).toBeVisible();
  await expectAccessible(page, 'what ending a license does');
  await sheet.getByRole('button', { name: /Reason/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Rights reverted' }).focus();
  await page.keyboard.press('Enter');
  await expect(sheet.getByRole('button', { name: /Reason/ })).toBeFocused();
  await expect(
    sheet.getByRole('button', { name: 'End after 30 Jun, retire 1 title' }),
  ).toBeEnabled();
  await page.keyboard.press('Control+Enter');

  await expect(page.getByText(`Ended after 30 Jun ${now + 1}. Saved as version 3.`)).toContainText(
    '1 title lost an offer. Undo gives it back to that title.',
  );
  await expect(page.locator(':focus')).toContainText(`Ended after 30 Jun ${now + 1}.`);
  await expectVersion(page, 3);
  await expect(sheet).toHaveCount(0);
  const banner = page.getByRole('region', { name: 'This license has ended' });
  await expect(banner).toContainText(`Ended after 30 Jun ${now + 1}: Rights reverted`);
  await expect(banner).toContainText('You, ');
  await page.getByRole('button', { name: 'More actions' }).click();
  await expect(page.getByRole('menuitem')).toHaveText([/^Copy license/, /^Change offers/]);
  await page.keyboard.press('Escape');
  await expect(offerRow(page, 'Across')).toContainText(`30 Jun ${now + 1}`);
  await expect(offerRow(page, 'Late')).toHaveCount(0);
  await expectAccessible(page, 'a license that ended');

  await tabTo(page, page.getByRole('button', { name: 'Undo', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Undone. Saved as version 4.')).toBeVisible();
  await expectVersion(page, 4);
  await expect(banner).toHaveCount(0);
  await expect(offerRow(page, 'Across')).toContainText(`31 Aug ${now + 1}`);
  await expect(offerRow(page, 'Late').getByRole('link')).toHaveText('1');
});

test('an end that cannot be says so under its field, and nothing typed is lost', async ({
  page,
  seed,
}) => {
  const { license } = await seedLicense(seed);
  await page.goto(license.address);
  const sheet = await openSheet(page, 'End license');
  const send = sheet.getByRole('button', { name: /^End / });
  await send.click();
  await expect(sheet).toContainText('Choose a reason.');
  await expect(sheet.getByRole('group', { name: 'Last day' })).toHaveAttribute(
    'data-invalid',
    'true',
  );

  await typeDay(sheet, 'Last day', `${YEAR - 1}-12-31`);
  await expect(sheet.getByRole('alert').filter({ hasText: 'The license begins on' })).toBeVisible();
  await expect(send).toBeDisabled();
  await typeDay(sheet, 'Last day', on('12-31'));
  await expect(sheet.getByRole('alert').filter({ hasText: 'ends after' })).toBeVisible();
  await expect(send).toBeDisabled();

  await typeDay(sheet, 'Last day', on('12-15'));
  await expect(sheet).toContainText('Nothing is cut. The license only ends earlier.');
  await chooseReason(page, sheet, 'Other');
  await send.click();
  await expect(sheet.getByRole('textbox', { name: 'Reason in your words' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await sheet.getByRole('textbox', { name: 'Reason in your words' }).fill('Letter of 20 Nov');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expectVersion(page, 2);

  await openSheet(page, 'End license');
  await expect(draftNotice(sheet)).toBeVisible();
  await expect(sheet.getByRole('textbox', { name: 'Reason in your words' })).toHaveValue(
    'Letter of 20 Nov',
  );
  await sheet.getByRole('button', { name: 'End after 15 Dec' }).click();
  await expect(page.getByRole('region', { name: 'This license has ended' })).toContainText(
    `Ended after 15 Dec ${YEAR}: Letter of 20 Nov`,
  );
});

test('an end that somebody saved before is explained, and made on the latest version', async ({
  page,
  seed,
}) => {
  const { license, title } = await seedLicense(seed);
  await page.goto(license.address);
  const sheet = await openSheet(page, 'End license');
  await typeDay(sheet, 'Last day', on('06-30'));
  await chooseReason(page, sheet, 'Terminated');
  await expect(sheet.getByRole('link', { name: title.title })).toBeVisible();
  const summer = { name: 'Summer', firstDay: on('06-15'), lastDay: on('07-31') };
  await seed.offers(license, [summer], { version: 2, by: 'Marta Oliveira' });
  await sheet.getByRole('button', { name: 'End after 30 Jun, retire 1 title' }).click();

  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  const row = (name: string) => dialog.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('Cut')).toContainText('None');
  await expect(row('Cut')).toContainText('Now Summer by 31 days');
  await expect(row('Withdrawn').getByRole('cell')).toContainText(['Autumn', 'the same', 'Autumn']);
  await expect(row('Retired').getByRole('cell')).toContainText([
    title.title,
    'the same',
    title.title,
  ]);
  await expect(dialog).toContainText(
    'Still possible, with a different effect. It cuts 1 offer instead of none.',
  );
  await expectAccessible(page, 'the conflict of an end');
  await applyWithEnter(page, 'End on version 3');
  await expect(page.getByText(`Ended after 30 Jun ${YEAR}. Saved as version 4.`)).toBeVisible();
  await expectVersion(page, 4);
  await expect(offerRow(page, 'Summer')).toContainText(`30 Jun ${YEAR}`);
  await expect(offerRow(page, 'Autumn')).toHaveCount(0);
});

test('an end that has the same effect as before says so', async ({ page, seed }) => {
  const { license } = await seedLicense(seed);
  await page.goto(license.address);
  const sheet = await openSheet(page, 'End license');
  await typeDay(sheet, 'Last day', on('06-30'));
  await chooseReason(page, sheet, 'Terminated');
  const end = sheet.getByRole('button', { name: 'End after 30 Jun, retire 1 title' });
  await expect(end).toBeVisible();
  await seed.replace(license, SPRING, { ...SPRING, price: '5.99' }, { by: 'Marta Oliveira' });
  await end.click();
  await expect(page.getByRole('dialog')).toContainText(
    'It has the same effect as when you looked.',
  );
  await applyWithEnter(page, 'End on version 3');
  await expect(page.getByText(`Ended after 30 Jun ${YEAR}. Saved as version 4.`)).toContainText(
    '1 title lost an offer.',
  );
});

test('a void license offers no change, and is brought back with what it had', async ({
  page,
  seed,
}) => {
  const { license, title } = await seedLicense(seed);
  await page.goto(license.address);
  const sheet = await openSheet(page, 'Void license');
  await expect(sheet.getByRole('link', { name: title.title })).toBeVisible();
  await chooseReason(page, sheet, 'Recorded twice');
  await sheet.getByRole('button', { name: 'Void license, retire 1 title' }).click();

  await expect(page.getByText('Voided. Saved as version 3.')).toBeVisible();
  await expectVersion(page, 3);
  await page.reload();
  const banner = page.getByRole('region', { name: 'This license is void' });
  await expect(banner).toContainText('Void: Recorded twice');
  await expect(page.getByRole('heading', { level: 1 }).locator('del')).toHaveText(license.name);
  for (const name of [/New offer/, 'Amend terms', 'More actions'])
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  const had = page.getByRole('grid', { name: `Offers that ${license.name} had` });
  await expect(had.getByRole('gridcell', { name: /^Spring.*, void,/ }).locator('del')).toHaveText(
    'Spring',
  );
  await had.getByRole('gridcell', { name: /^Spring/ }).press('Enter');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  for (const name of ['Spring', 'Autumn'])
    await expect(offerRow(page, name)).toContainText(/^Void/);
  await expect(page.getByRole('button', { name: /Offer/ })).toHaveCount(0);
  await expectAccessible(page, 'a void license');

  await banner.getByRole('button', { name: 'Bring back' }).click();
  await expect(page.getByText('Undone. Saved as version 4.')).toBeVisible();
  await expect(banner).toHaveCount(0);
  await expect(offerRow(page, 'Spring')).toHaveCount(1);
  await expect(offerRow(page, 'Autumn').getByRole('link')).toHaveText('1');
});

test('an ended license that was changed since says what stands against bringing it back', async ({
  page,
  seed,
}) => {
  const { license } = await seedLicense(seed);
  await page.goto(license.address);
  const sheet = await openSheet(page, 'End license');
  await typeDay(sheet, 'Last day', on('06-30'));
  await chooseReason(page, sheet, 'Terminated');
  await sheet.getByRole('button', { name: 'End after 30 Jun, retire 1 title' }).click();
  await expectVersion(page, 3);
  const changed = { ...SPRING, price: '5.99' };
  await seed.replace(license, SPRING, changed, { version: 3, by: 'Marta Oliveira' });
  await page.reload();

  const banner = page.getByRole('region', { name: 'This license has ended' });
  await expect(banner.getByRole('button', { name: 'Bring back' })).toBeDisabled();
  await expect(banner).toContainText('Undo what was changed since first: Spring: $4.99 → $5.99.');
});

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
import { on, test, THIS_YEAR, YEAR, type SeedData } from '../../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

/** A license with two offers, and a title that has only the later one. */
async function seedLicense(seed: SeedData) {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const title = await seed.title({ license, offer: AUTUMN });
  return { license, title };
}

async function openSheet(page: Page, action: 'End license' | 'Void license'): Promise<Locator> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: action }).click();
  const sheet = page.getByRole('complementary', { name: action });
  await expect(sheet).toBeVisible();
  return sheet;
}

async function chooseReason(page: Page, sheet: Locator, reason: string): Promise<void> {
  await sheet.getByRole('button', { name: /Reason/ }).click();
  await page.getByRole('option', { name: reason }).click();
  await expect(sheet.getByRole('button', { name: /Reason/ })).toContainText(reason);
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
  await seed.replace(license, SPRING, { ...SPRING, price: '5.99' }, { by: 'Marta Oliveira' });
  await sheet.getByRole('button', { name: 'End after 30 Jun, retire 1 title' }).click();
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

test('an amendment that strands offers leads to ending the license after that day', async ({
  page,
  seed,
}) => {
  const { license } = await seedLicense(seed);
  await page.goto(license.address);
  await page.getByRole('button', { name: 'Amend terms' }).click();
  const amend = page.getByRole('complementary', { name: license.name });
  await typeDay(amend, 'Last day', on('06-30'));
  await amend.getByRole('button', { name: 'Amend terms' }).click();
  await amend.getByRole('button', { name: 'End it and cut what sticks out' }).click();

  const sheet = page.getByRole('complementary', { name: 'End license' });
  await chooseReason(page, sheet, 'Contract expired');
  await sheet.getByRole('button', { name: 'End after 30 Jun, retire 1 title' }).click();
  await expect(page.getByText(`Ended after 30 Jun ${YEAR}. Saved as version 3.`)).toBeVisible();
});

test('a withdrawal retires titles that have nothing else, and one undo brings all of them back', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  for (let count = 0; count < 3; count += 1) await seed.title({ license, offer: AUTUMN });
  await page.goto(license.address);
  await offerRow(page, 'Autumn').getByRole('rowheader').click();
  await page
    .getByRole('complementary', { name: 'Autumn' })
    .getByRole('button', { name: 'Withdraw' })
    .click();
  const preview = page.getByRole('alertdialog', { name: 'Withdraw Autumn?' });
  await preview.getByRole('button', { name: 'Withdraw and retire 3 titles' }).click();
  await expect(page.getByText('Withdrawn. Saved as version 3.')).toContainText(
    '3 titles had it; what has no other offer is retired. Undo brings everything back.',
  );
  await expectVersion(page, 3);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expectVersion(page, 4);
  await expect(offerRow(page, 'Autumn').getByRole('link')).toHaveText('3');
});

test('licenses of a contract end together, and one that somebody changed is named first', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  const one = await seed.license({ contract, offers: [SPRING, AUTUMN] });
  const other = await seed.license({ contract, offers: [SPRING] });
  const left = await seed.license({ contract });
  const title = await seed.title({ license: one, offer: AUTUMN });
  await page.goto(contract.address);
  await page.getByRole('button', { name: 'End licenses …' }).click();
  const sheet = page.getByRole('complementary', { name: 'End 3 licenses' });
  const two = page.getByRole('complementary', { name: 'End 2 licenses' });
  await sheet.getByRole('checkbox', { name: left.name }).press('Space');
  await typeDay(two, 'Last day', on('06-30'));
  await chooseReason(page, two, 'Contract expired');
  await expect(two.getByRole('button', { name: /^End 2 licenses/ })).toBeEnabled();
  // The sheet follows what is chosen, and says by itself that it is behind.
  await seed.offers(left, [AUTUMN], { by: 'Ana' });
  await seed.replace(other, SPRING, { ...SPRING, price: '5.99' }, { by: 'Marta Oliveira' });
  const alert = two.getByRole('alert');
  await expect(alert).toContainText(`Marta Oliveira has saved ${other.name} since.`);
  await expect(alert).not.toContainText(left.name);
  await expect(two.getByText('saved since', { exact: true })).toBeVisible();
  await alert.getByRole('button', { name: 'Check again' }).click();

  await expect(two.getByRole('link', { name: title.title })).toBeVisible();
  await expect(two).toContainText(`${one.name}: Autumn`);
  // What is cut or withdrawn is drawn before and after, on one scale; a license that only ends earlier is not.
  const drawn = two.getByRole('region', { name: one.name });
  await expect(drawn.getByRole('img')).toHaveCount(2);
  await expect(drawn.getByRole('img').first()).toHaveAccessibleName(/2 offers/);
  await expect(drawn.getByRole('img').last()).toHaveAccessibleName(/1 offer\b/);
  await expect(two.getByRole('region', { name: other.name })).toHaveCount(0);
  await expectAccessible(page, 'what ending licenses of a contract does');
  await two.getByRole('button', { name: 'End 2 licenses after 30 Jun, retire 1 title' }).click();
  await expect(page.getByText(`Ended 2 licenses after 30 Jun ${YEAR}.`)).toBeVisible();
  await page.getByRole('button', { name: 'End licenses …' }).click();
  await expect(
    page.getByRole('complementary', { name: 'End license' }).getByRole('checkbox'),
  ).toHaveCount(1);
  await page.goto(one.address);
  await expect(page.getByRole('region', { name: 'This license has ended' })).toContainText(
    `Ended after 30 Jun ${YEAR}: Contract expired`,
  );
});

test('a stale end of licenses is a prompt: what was saved since, and what the end would do now', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  const one = await seed.license({ contract, offers: [SPRING] });
  const other = await seed.license({ contract, offers: [SPRING] });
  await page.goto(contract.address);
  await page.getByRole('button', { name: 'End licenses …' }).click();
  const sheet = page.getByRole('complementary', { name: 'End 2 licenses' });
  await typeDay(sheet, 'Last day', on('06-30'));
  await chooseReason(page, sheet, 'Terminated');
  await expect(sheet).toContainText('Nothing is cut. The license only ends earlier.');
  await seed.offers(other, [AUTUMN], { version: 2, by: 'Marta Oliveira' });
  await expect(sheet.getByRole('alert')).toContainText(
    `Marta Oliveira has saved ${other.name} since.`,
  );
  await sheet.getByRole('button', { name: 'End 2 licenses after 30 Jun' }).click();
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await expect(dialog).toContainText('A license has changed since you looked.');
  const changed = dialog.getByRole('row').filter({ hasText: other.name }).first();
  await expect(changed).toContainText('Version 2');
  await expect(changed).toContainText('Marta Oliveira: ');
  await expect(changed).toContainText('Version 3');
  await expect(dialog.getByRole('row').filter({ hasText: 'Withdrawn' })).toContainText(
    `Now ${other.name}: Autumn`,
  );
  await expect(dialog).toContainText('It withdraws 1 offer instead of none.');
  await expectAccessible(page, 'a stale end of several licenses');

  // What was typed is kept, and nothing was written.
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(sheet.getByRole('button', { name: /Reason/ })).toContainText('Terminated');
  await expect(sheet.getByRole('term').filter({ hasText: 'offer is withdrawn' })).toBeVisible();
  await seed.replace(one, SPRING, { ...SPRING, price: '5.99' }, { by: 'Nora Lind' });
  await expect(sheet.getByRole('alert')).toContainText(`Nora Lind has saved ${one.name} since.`);
  await page.keyboard.press('Control+Enter');
  const again = page.getByRole('dialog', { name: 'Nora Lind saved while you were editing' });
  await expect(again).toContainText('It has the same effect as when you looked.');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Ended 2 licenses after 30 Jun ${YEAR}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('Undone. 2 licenses brought back.')).toBeVisible();
});

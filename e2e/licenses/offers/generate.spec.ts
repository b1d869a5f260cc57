import type { Page } from '@playwright/test';
import { expect, expectVersion, fillOffer, offerRow, submitOffer, typeDay } from '../../fixtures';
import { on, test, YEAR } from '../../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const SUMMER = { name: 'Summer', price: '3.99', firstDay: on('05-01'), lastDay: on('06-30') };

function sheetOf(page: Page) {
  return page.getByRole('complementary');
}

async function openForm(page: Page, kind: 'At dates' | 'First free' | 'Price ladder') {
  await page
    .getByRole('button', { name: /^New offer/ })
    .first()
    .click();
  await sheetOf(page).getByText(kind, { exact: true }).click();
}

async function expectSaved(page: Page, sentence: string): Promise<void> {
  await expect(page.getByText(sentence)).toBeVisible();
}

test('an offer goes into the first free slot of a length, and is refused if there is none', async ({
  page,
  seed,
}) => {
  const gap = { ...SUMMER, firstDay: on('05-11') };
  const license = await seed.license({ offers: [SPRING, gap] });
  await page.goto(license.address);
  await openForm(page, 'First free');
  const sheet = sheetOf(page);
  await sheet.getByLabel('Name').fill('Interlude');
  await sheet.getByRole('textbox', { name: 'Price' }).fill('2.99');
  await sheet.getByLabel('Days').fill('500');
  await typeDay(sheet, 'On or after', on('03-15'));
  await sheet.getByRole('button', { name: 'Add offer' }).click();
  await expect(sheet.getByLabel('Days')).toHaveAccessibleDescription(
    `No free slot of 500 days from 15 Mar ${YEAR} on. The longest free slot is 184 days: 1 Jul – 31 Dec ${YEAR}.`,
  );
  await sheet.getByLabel('Days').fill('10');
  await sheet.getByRole('button', { name: 'Add offer' }).click();
  await expectSaved(page, 'Added. Saved as version 3.');
  await expect(offerRow(page, 'Interlude')).toContainText(`1 May ${YEAR}`);
  await expect(offerRow(page, 'Interlude')).toContainText(`10 May ${YEAR}`);
});

test('a price ladder is added as a whole or not at all, and one click moves it where it fits', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(license.address);
  await openForm(page, 'Price ladder');
  const sheet = sheetOf(page);
  await typeDay(sheet, 'First day', on('02-01'));
  for (const [index, [name, price]] of [
    ['Premiere', '9.99'],
    ['Standard', '6.99'],
    ['Catalog', '3.99'],
  ].entries()) {
    const step = sheet.getByRole('group', { name: `Step ${index + 1}` });
    await step.getByLabel(/^Name/).fill(name ?? '');
    await step.getByLabel(/^Price/).fill(price ?? '');
    await step.getByLabel(/^Length/).fill('20');
  }
  await sheet.getByRole('button', { name: 'Add offers' }).click();
  const refusal = sheet.getByRole('alert');
  await expect(refusal).toContainText('Standard overlaps Spring by 12 days');
  await expect(refusal).toContainText('This would fit:');
  await expect(offerRow(page, 'Premiere')).toHaveCount(0);

  const place = refusal.getByRole('button', { name: `1 May – 29 Jun ${YEAR}, 60 days` });
  await place.click();
  await expectSaved(page, 'Added. Saved as version 3.');
  await expect(offerRow(page, 'Premiere')).toContainText(`1 May ${YEAR}`);
  await expect(offerRow(page, 'Standard')).toContainText('$6.99');
  await expect(offerRow(page, 'Catalog')).toContainText(`29 Jun ${YEAR}`);
});

test('an offer outside the license window shows the days outside and suggests a place', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  await page.goto(license.address);
  await fillOffer(page, { ...SPRING, firstDay: on('12-22'), lastDay: `${YEAR + 1}-01-10` });
  await submitOffer(page);
  const refusal = sheetOf(page).getByRole('alert');
  await expect(refusal).toContainText(
    `Spring is outside the license window by 10 days (1 – 10 Jan ${YEAR + 1}). ` +
      `The license runs 1 Jan – 31 Dec ${YEAR}.`,
  );
  await refusal.getByRole('button', { name: `12 – 31 Dec ${YEAR}, 20 days` }).click();
  await expectSaved(page, 'Added. Saved as version 2.');
  await expect(offerRow(page, 'Spring')).toContainText(`12 Dec ${YEAR}`);
});

test('an offer for a device that the license no longer covers is refused', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ devices: ['tv', 'mobile'] });
  await page.goto(license.address);
  await fillOffer(page, SPRING);
  await page.route(license.address, (route, request) =>
    request.method() === 'POST'
      ? route.continue({
          postData: request.postData()?.replace('"mobile"', '"console"') ?? '',
        })
      : route.continue(),
  );
  await submitOffer(page);
  await expect(sheetOf(page).getByRole('group', { name: 'Devices' })).toHaveAccessibleDescription(
    'Console is not licensed here. The license covers TV and mobile.',
  );
});

test('a click on a free slot prefills its days', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(license.address);
  await page
    .getByRole('grid', { name: /^Offers of/ })
    .getByRole('gridcell', { name: `Free 1 May – 31 Dec ${YEAR}` })
    .click();
  const sheet = sheetOf(page);
  await expect(sheet.getByText('245 days')).toBeVisible();
  await sheet.getByLabel('Name').fill('Rest of the year');
  await sheet.getByRole('textbox', { name: 'Price' }).fill('0');
  await submitOffer(page);
  await expectSaved(page, 'Added. Saved as version 3.');
  await expect(offerRow(page, 'Rest of the year')).toContainText(`1 May ${YEAR}31 Dec ${YEAR}245`);
});

test('an offer is replaced, refused where it would overlap, and withdrawn', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, SUMMER] });
  await page.goto(license.address);
  await offerRow(page, 'Spring').getByRole('button', { name: 'Spring' }).click();
  const sheet = page.getByRole('complementary', { name: 'Spring' });
  await expect(sheet).toContainText('Offer 1 of 2');
  await typeDay(sheet, 'Last day', on('05-05'));
  await expect(sheet).toContainText('Spring overlaps Summer by 5 days');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(sheet.getByRole('alert')).toContainText('Spring overlaps Summer by 5 days');
  await typeDay(sheet, 'Last day', on('04-15'));
  await sheet.getByRole('textbox', { name: 'Price' }).fill('5.49');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expectSaved(page, 'Changed. Saved as version 3.');
  await expect(offerRow(page, 'Spring')).toContainText(`15 Apr ${YEAR}`);
  await expect(offerRow(page, 'Spring')).toContainText('$5.49');
  await expectVersion(page, 3);

  await page.getByRole('button', { name: 'Next offer' }).click();
  await page
    .getByRole('complementary', { name: 'Summer' })
    .getByRole('button', { name: 'Withdraw' })
    .click();
  await expectSaved(page, 'Withdrawn. Saved as version 4.');
  await expect(offerRow(page, 'Summer')).toHaveCount(0);
});

test('amending terms previews the offers that would not fit, and applies terms that keep them', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, SUMMER] });
  await page.goto(license.address);
  await page.getByRole('button', { name: 'Amend terms' }).click();
  const sheet = page.getByRole('complementary', { name: license.name });
  await expect(sheet.getByRole('status')).toContainText('Every offer still fits these terms.');
  await typeDay(sheet, 'Last day', on('06-20'));
  await sheet.getByRole('checkbox', { name: 'Console' }).press('Space');
  const preview = sheet.getByRole('status');
  await expect(preview).toContainText('2 offers would no longer fit');
  await expect(preview).toContainText(
    `Summer: 10 days outside (21 – 30 Jun ${YEAR}); needs console`,
  );
  await sheet.getByRole('button', { name: 'Amend terms' }).click();
  const refusal = sheet.getByRole('alert');
  await expect(refusal).toContainText('2 offers would no longer fit: Spring and Summer.');
  await refusal.getByRole('button', { name: new RegExp(`^1 Jan – 30 Jun ${YEAR}`) }).click();
  await expectSaved(page, 'Terms amended. Saved as version 3.');
  await expect(page.getByText(`1 Jan – 30 Jun ${YEAR}`).first()).toBeVisible();
  await expect(offerRow(page, 'Summer')).toBeVisible();
});

import type { Page } from '@playwright/test';
import { addOffer, applyWithEnter, expect, fillOffer, offerRow, submitOffer } from '../fixtures';
import { test, type SeedData, type SeededLicense, type OfferSeed } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: '2027-03-01', lastDay: '2027-04-30' };

/** Opens a license in several browsers. */
async function openLicense(
  seed: SeedData,
  pages: readonly Page[],
  offers: readonly OfferSeed[] = [],
): Promise<SeededLicense> {
  const license = await seed.license({
    firstDay: '2026-01-01',
    lastDay: '2028-12-31',
    offers,
  });
  for (const page of pages) await page.goto(license.address);
  return license;
}

function dialogOf(page: Page) {
  return page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
}

async function openOffer(page: Page, name: string): Promise<void> {
  await offerRow(page, name).getByRole('button', { name }).click();
  await expect(page.getByRole('complementary', { name })).toBeVisible();
}

async function setPrice(page: Page, price: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Price' }).fill(price);
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
}

test('a change that is still valid is applied to the latest version with Enter', async ({
  page,
  marta,
  seed,
}) => {
  await openLicense(seed, [page, marta], [SPRING]);
  await openOffer(page, 'Spring');
  await addOffer(
    marta,
    { name: 'Autumn', price: '3.99', firstDay: '2027-09-01', lastDay: '2027-10-31' },
    3,
  );
  await setPrice(page, '4.49');
  await save(page);
  await expect(dialogOf(page)).toContainText('Still legal on version 3.');
  await expect(dialogOf(page)).toContainText('Autumn, $3.99, 1 Sep – 31 Oct 2027');
  await applyWithEnter(page, 'Apply to version 3');
  await expect(page.getByText('Saved as version 4.')).toBeVisible();
  await expect(offerRow(page, 'Spring')).toContainText('$4.49');
  await expect(offerRow(page, 'Autumn')).toContainText('$3.99');
});

test('a field that both changed is decided by the person, and both changes to other fields are kept', async ({
  page,
  marta,
  seed,
}) => {
  await openLicense(seed, [page, marta], [SPRING]);
  await openOffer(page, 'Spring');
  await openOffer(marta, 'Spring');
  await setPrice(marta, '3.79');
  await marta.getByRole('textbox', { name: 'Name' }).fill('Spring sale');
  await save(marta);
  await expect(marta.getByText('Saved as version 3.')).toBeVisible();
  await setPrice(page, '3.49');
  await save(page);
  await expect(dialogOf(page)).toContainText('You and Marta Oliveira both changed the price.');
  await expect(page.getByRole('button', { name: /Choose 1 field to apply/ })).toBeDisabled();
  await expect(dialogOf(page)).toBeFocused();
  await page.keyboard.press('1');
  await applyWithEnter(page, 'Apply to version 3');
  await expect(page.getByText('Saved as version 4.')).toBeVisible();
  await expect(offerRow(page, 'Spring sale')).toContainText('$3.49');
});

test('a change that now overlaps offers the nearest slot', async ({ page, marta, seed }) => {
  await openLicense(seed, [page, marta]);
  await fillOffer(page, {
    name: 'Mine',
    price: '2.49',
    firstDay: '2027-05-01',
    lastDay: '2027-06-30',
  });
  await addOffer(
    marta,
    { name: 'Theirs', price: '1.99', firstDay: '2027-06-16', lastDay: '2027-07-31' },
    2,
  );
  await submitOffer(page);
  await expect(dialogOf(page)).toContainText('Mine overlaps Theirs by 15 days (16 – 30 Jun 2027).');
  await page.getByRole('button', { name: /^Use this slot/ }).click();
  await expect(page.getByText('Saved as version 3.')).toBeVisible();
  await expect(offerRow(page, 'Mine')).toContainText('15 Jun 2027');
});

test('an edited offer that another person withdrew can be recreated or dropped', async ({
  page,
  marta,
  seed,
}) => {
  await openLicense(seed, [page, marta], [SPRING]);
  await openOffer(page, 'Spring');
  await openOffer(marta, 'Spring');
  await marta.getByRole('button', { name: 'Withdraw' }).click();
  await expect(marta.getByText('Saved as version 3.')).toBeVisible();
  await setPrice(page, '0.99');
  await save(page);
  await expect(dialogOf(page)).toContainText('Marta Oliveira withdrew this offer.');
  await page.getByRole('button', { name: /^Recreate it/ }).click();
  await expect(page.getByText('Saved as version 4.')).toBeVisible();
  await expect(offerRow(page, 'Spring')).toContainText('$0.99');

  await marta.reload();
  await openOffer(page, 'Spring');
  await openOffer(marta, 'Spring');
  await marta.getByRole('button', { name: 'Withdraw' }).click();
  await expect(marta.getByText('Saved as version 5.')).toBeVisible();
  await setPrice(page, '1.99');
  await save(page);
  await page.getByRole('button', { name: 'Discard my change' }).click();
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(offerRow(page, 'Spring')).toHaveCount(0);
});

test('continuing to edit keeps the input, and a second conflict shows the same dialog', async ({
  page,
  marta,
  seed,
}) => {
  await openLicense(seed, [page, marta]);
  await fillOffer(page, {
    name: 'Mine',
    price: '2.49',
    firstDay: '2028-01-01',
    lastDay: '2028-01-31',
  });
  await addOffer(marta, SPRING, 2);
  await submitOffer(page);
  await expect(dialogOf(page)).toContainText('version 2');
  await expect(page.getByRole('button', { name: 'Apply to version 2' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Mine');
  await expect(page.getByRole('textbox', { name: 'Price' })).toHaveValue('2.49');
  await submitOffer(page);
  await expect(dialogOf(page)).toContainText('Still legal on version 2.');
  await addOffer(
    marta,
    { name: 'Summer', price: '1.49', firstDay: '2027-06-01', lastDay: '2027-06-30' },
    3,
  );
  await applyWithEnter(page, 'Apply to version 2');
  await expect(dialogOf(page)).toContainText('Still legal on version 3.');
  await applyWithEnter(page, 'Apply to version 3');
  await expect(page.getByText('Saved as version 4.')).toBeVisible();
  for (const name of ['Spring', 'Summer', 'Mine']) await expect(offerRow(page, name)).toBeVisible();
});

test('a stale withdrawal shows the changed offer before withdrawing it', async ({
  page,
  marta,
  seed,
}) => {
  await openLicense(seed, [page, marta], [SPRING]);
  await openOffer(page, 'Spring');
  await openOffer(marta, 'Spring');
  await setPrice(marta, '5.99');
  await save(marta);
  await expect(marta.getByText('Saved as version 3.')).toBeVisible();
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(dialogOf(page)).toContainText('$5.99');
  await applyWithEnter(page, 'Withdraw from version 3');
  await expect(page.getByText('Saved as version 4.')).toBeVisible();
  await expect(offerRow(page, 'Spring')).toHaveCount(0);
});

test('a stale amendment keeps both changes to different fields', async ({ page, marta, seed }) => {
  const license = await openLicense(seed, [page, marta]);
  for (const one of [page, marta]) await one.getByRole('button', { name: 'Amend terms' }).click();
  await marta.getByRole('checkbox', { name: 'Console' }).setChecked(false, { force: true });
  await marta.getByRole('button', { name: 'Amend terms' }).last().click();
  await expect(marta.getByText('Saved as version 2.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name' }).fill(`${license.name}, amended`);
  await page.getByRole('button', { name: 'Amend terms' }).last().click();
  await expect(dialogOf(page)).toContainText('Still legal on version 2.');
  await applyWithEnter(page, 'Apply to version 2');
  await expect(page.getByText('Saved as version 3.')).toBeVisible();
  await expect(
    page.getByRole('heading', { level: 1, name: `${license.name}, amended` }),
  ).toBeVisible();
  await expect(
    page.getByRole('img', { name: 'TV, Set-top box, Computer, Mobile, Tablet' }),
  ).toBeVisible();
});

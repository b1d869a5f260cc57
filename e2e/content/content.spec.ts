import type { Locator, Page } from '@playwright/test';
import { applyWithEnter, chooseLicense, chooseOffer, expect, expectVersion } from '../fixtures';
import { on, test, unique } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const SUMMER = { name: 'Summer', price: '3.99', firstDay: on('06-01'), lastDay: on('07-31') };
const AUTUMN = { name: 'Autumn', price: '2.99', firstDay: on('09-01'), lastDay: on('10-31') };

/** The row of an assigned offer. */
function assignment(page: Page, offer: string): Locator {
  return page
    .getByRole('table', { name: 'Assigned offers' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader').filter({ hasText: offer }) });
}

/** A unique EIDR: twenty digits and their check character by ISO 7064 Mod 37,36. */
function anEidr(): string {
  const digits = unique('').replace(/\W/g, '').toUpperCase().padEnd(20, '7');
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  let product = 36;
  for (const digit of digits) {
    const sum = (product + alphabet.indexOf(digit)) % 36;
    product = ((sum === 0 ? 36 : sum) * 2) % 37;
  }
  const check = alphabet.charAt((37 - product) % 36);
  return `10.5240/${(digits.match(/.{4}/g) ?? []).join('-')}-${check}`;
}

test('a title is registered with its first offer, and found by a misspelled name and by its EIDR', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, SUMMER] });
  const eidr = anEidr();
  const word = `Kaleidoscope${eidr.slice(8, 12)}`;
  await page.goto('/content');
  await page.getByRole('link', { name: 'Register a title' }).first().click();
  await page.getByRole('textbox', { name: 'Title' }).fill(` ${word} Nights `);
  await page.getByRole('button', { name: /Kind$/ }).click();
  await page.getByRole('option', { name: 'Movie' }).click();
  await page.getByLabel('Release year (optional)').fill('2024');
  await page.getByRole('button', { name: /Scheme of identifier 1/ }).click();
  await page.getByRole('option', { name: 'EIDR' }).click();
  await page.getByLabel('Identifier 1', { exact: true }).fill(eidr.toLowerCase());
  await page.getByRole('button', { name: 'Register title' }).click();
  await expect(page.getByText('Choose a license.').first()).toBeVisible();

  await chooseOffer(page, license.name, 'Spring');
  await expect(page.getByLabel('Studio')).toHaveValue(license.contract.studio);
  await page.getByRole('button', { name: 'Register title' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${word} Nights` })).toBeVisible();
  await expect(page.getByText(eidr)).toBeVisible();
  await expect(assignment(page, 'Spring')).toContainText('$4.99');

  await page.goto('/content');
  const search = page.getByRole('searchbox', { name: 'Search titles and identifiers' });
  const found = page.getByRole('table', { name: 'Titles' }).getByRole('rowheader');
  await search.fill(`${word.replace('scope', 'csope')} nihgts`);
  await expect(found).toHaveText([`${word} Nights`]);
  await search.fill(eidr.replaceAll('-', '').toLowerCase());
  await expect(page).toHaveURL(/q=10\.5240/);
  await expect(found).toHaveText([`${word} Nights`]);
});

test('a license search keeps its text when the page scrolls', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.setViewportSize({ width: 1440, height: 500 });
  await page.goto('/content/new');
  const field = page.getByRole('combobox', { name: 'License' });
  await field.fill(license.name);
  await expect(page.getByRole('option', { name: license.name })).toBeVisible();
  const before = await field.boundingBox();
  await page.mouse.move(700, 100);
  await page.mouse.wheel(0, -120);
  await expect.poll(async () => (await field.boundingBox())?.y).not.toBe(before?.y);
  await expect(field).toHaveValue(license.name);
  await expect(page.getByRole('option', { name: license.name })).toBeVisible();
  await field.press('Escape');
  await expect(field).toHaveValue('');
});

test('invalid details are refused at their fields, and nothing is written', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(`/content/new?license=${license.id}&offer=${SPRING.firstDay}`);
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill('x'.repeat(10_000));
  await page.getByRole('button', { name: /Kind$/ }).click();
  await page.getByRole('option', { name: 'Season' }).click();
  const year = page.getByLabel('Release year (optional)');
  await year.fill('99999');
  await page.getByRole('button', { name: /Scheme of identifier 1/ }).click();
  await page.getByRole('option', { name: 'EIDR' }).click();
  const identifier = page.getByLabel('Identifier 1', { exact: true });
  await identifier.fill('10.5240/7791-8534-2C23-9030-8610-6');
  await page.getByRole('button', { name: 'Register title' }).click();
  await expect(title).toHaveAccessibleDescription(/at most 500 characters; this has 10,000/);
  await expect(year).toHaveAccessibleDescription(/whole number from 1888 to 2200/);
  await expect(identifier).toHaveAccessibleDescription(/is 6 but should be 5/);
  await expect(page.getByRole('combobox', { name: 'Belongs to' })).toHaveAccessibleDescription(
    /Choose the series this season belongs to/,
  );
  await title.fill('Bell\u0007');
  await page.getByRole('button', { name: 'Register title' }).click();
  await expect(title).toHaveAccessibleDescription(/an invalid character/);
  await page.goto(`/content?studio=${encodeURIComponent(license.contract.studio)}`);
  await expect(page.getByText('No titles match')).toBeVisible();
  expect((await page.goto('/content/00000000-0000-4000-8000-000000000000'))?.status()).toBe(404);
});

test('offers are assigned, moved and unassigned, except the last one', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING, SUMMER, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(title.address);
  const table = page.getByRole('table', { name: 'Assigned offers' });
  await page.getByRole('button', { name: 'Unassign Spring' }).click();
  const refusal = page.getByRole('alert').filter({ hasText: 'This is the only offer of' });
  await refusal.getByRole('button', { name: 'Assign Summer instead' }).click();
  await expect(page.getByText('Moved. Saved as version 2.')).toBeVisible();
  await expect(table.getByRole('rowheader')).toHaveText([/^Summer/]);

  // One click assigns the offer that fills a hole.
  await page
    .getByRole('list', { name: 'Gaps' })
    .getByRole('button', { name: 'Assign Spring' })
    .click();
  await expect(page.getByText('Assigned. Saved as version 3.')).toBeVisible();
  await expect(table.getByRole('rowheader')).toHaveText([/^Spring/, /^Summer/]);

  await page.getByRole('button', { name: 'Move Spring to another offer' }).click();
  const sheet = page.getByRole('complementary');
  await sheet.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(sheet.getByRole('alert')).toHaveText('Choose a license.');
  await expect(sheet.getByRole('combobox', { name: 'License' })).toHaveAccessibleDescription(
    'Choose a license.',
  );
  await chooseOffer(sheet, license.name, 'Autumn');
  await sheet.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByText('Moved. Saved as version 4.')).toBeVisible();
  await expect(table.getByRole('rowheader')).toHaveText([/^Summer/, /^Autumn/]);

  await page.getByRole('button', { name: 'Unassign Summer' }).click();
  await expect(page.getByText('Unassigned. Saved as version 5.')).toBeVisible();
  await expect(table.getByRole('rowheader')).toHaveText([/^Autumn/]);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('Undone. Saved as version 6.')).toBeVisible();
  await expect(table.getByRole('rowheader')).toHaveText([/^Summer/, /^Autumn/]);
});

test('an offer that clashes with another price is refused with the territory and days', async ({
  page,
  seed,
}) => {
  const [license, other] = [
    await seed.license({ offers: [SPRING] }),
    await seed.license({ offers: [{ ...SPRING, name: 'Rival' }] }),
  ];
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(title.address);
  await page.getByRole('button', { name: 'Assign offer' }).click();
  const sheet = page.getByRole('complementary');
  await chooseOfferOfOne(sheet, other.name);
  await sheet.getByRole('button', { name: 'Assign offer' }).click();
  await expect(sheet.getByRole('alert')).toContainText(
    `Rival clashes with Spring of the license ${license.name} in United States`,
  );
});

/** Selects a license with a single offer, which is then selected automatically. */
async function chooseOfferOfOne(scope: Locator, license: string) {
  await chooseLicense(scope, license);
  await expect(scope.getByRole('button', { name: /Offer$/ })).toContainText('Rival');
}

test('the second of two concurrent changes shows the first and is applied with Enter', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, SUMMER, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(title.address);
  await seed.assign(title, license, SUMMER, { version: 1, by: 'Marta Oliveira' });
  await page.getByRole('button', { name: 'Assign offer' }).click();
  const sheet = page.getByRole('complementary');
  await chooseOffer(sheet, license.name, 'Autumn');
  await sheet.getByRole('button', { name: 'Assign offer' }).click();
  const prompt = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  const row = (label: string) =>
    prompt
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) });
  await expect(row('Assign')).toContainText(`(${license.name}) yours`);
  await expect(row('Assign').getByRole('cell').first()).toContainText('Autumn, ');
  await expect(row('Assigned')).toContainText('Summer, ');
  await expect(prompt).toContainText('Still legal on version 2.');
  await applyWithEnter(page, 'Apply to version 2');
  await expect(page.getByText('Assigned. Saved as version 3.')).toBeVisible();
  await expect(
    page.getByRole('table', { name: 'Assigned offers' }).getByRole('rowheader'),
  ).toHaveText([/^Spring/, /^Summer/, /^Autumn/]);
});

test('a stale correction changes only the edited fields', async ({ page, marta, seed }) => {
  const license = await seed.license({ offers: [SPRING] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(`${title.address}/edit`);
  await marta.goto(`${title.address}/edit`);
  await marta.getByLabel('Notes (optional)').fill('Restored print.');
  await marta.getByRole('button', { name: 'Save' }).click();
  await expectVersion(marta, 2);

  const name = unique('Renamed');
  await page.getByRole('textbox', { name: 'Title' }).fill(name);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(
    page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' }),
  ).toContainText('Restored print.');
  await applyWithEnter(page, 'Apply to version 2');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Restored print.')).toBeVisible();
});

import type { Locator, Page } from '@playwright/test';
import { applyWithEnter, expect, expectVersion, offerRow, tabTo } from '../fixtures';
import { on, test, unique, YEAR } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

/** A cell of the timeline by its name. */
function cell(page: Page, name: string | RegExp): Locator {
  return page.getByRole('grid', { name: /^Offers of/ }).getByRole('gridcell', { name });
}

test('a license is granted without a mouse', async ({ page, seed }) => {
  const contract = await seed.contract();
  const name = unique('Slate');
  await page.goto(contract.address);
  await tabTo(page, page.getByRole('link', { name: 'Grant a license' }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Grant a license' })).toBeVisible();
  await tabTo(page, page.getByLabel('Name'));
  await page.keyboard.type(name);
  const rightsType = page.getByRole('button', { name: /Rights type/ });
  await tabTo(page, rightsType);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option').first()).toBeFocused();
  await page.keyboard.type('SV');
  await expect(page.getByRole('option', { name: 'SVOD' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rightsType).toBeFocused();
  const territories = page.getByRole('button', { name: /^Territories/ });
  await tabTo(page, territories);
  await page.keyboard.press('Enter');
  const filter = page.getByRole('combobox', { name: 'Filter territories' });
  await expect(filter).toBeFocused();
  await page.keyboard.type('finl');
  const finland = page.getByRole('option', { name: 'Finland' });
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(finland).toHaveAttribute('data-focused', 'true');
  await page.keyboard.press('Enter');
  await expect(finland).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(territories).toBeFocused();
  await tabTo(page, page.getByRole('group', { name: 'First day', exact: true }));
  await page.keyboard.type(`0101${YEAR}`);
  await tabTo(page, page.getByRole('group', { name: 'Last day', exact: true }));
  await page.keyboard.type(`3112${YEAR}`);
  await tabTo(page, page.getByRole('button', { name: 'Grant license' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Finland').first()).toBeVisible();
  await expect(page.getByText('SVOD').first()).toBeVisible();
});

test('offers are reached, added, changed and withdrawn in the timeline without a mouse', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  await page.goto(license.address);
  const grid = page.getByRole('grid', { name: /^Offers of/ });
  await tabTo(page, grid);
  await page.keyboard.press('Home');
  await expect(cell(page, /^Free 1 Jan – 28 Feb/)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, /^Spring, \$4\.99/)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, /^Free 1 May – 31 Aug/)).toBeFocused();
  await page.keyboard.press('End');
  await expect(cell(page, /^Free 1 Nov – 31 Dec/)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(cell(page, /^Free 1 May – 31 Aug/)).toBeFocused();

  await page.keyboard.press('Enter');
  const sheet = page.getByRole('complementary');
  await expect(sheet).toContainText('123 days');
  await expect(sheet.getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Summer');
  await tabTo(page, sheet.getByRole('textbox', { name: 'Price' }));
  await page.keyboard.type('2.99');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Added. Saved as version 3.')).toBeVisible();
  await expect(cell(page, /^Summer, \$2\.99/)).toBeVisible();

  await tabTo(page, grid);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, /^Spring, \$4\.99/)).toBeFocused();
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Spring' });
  await expect(inspector.getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cell(page, /^Spring, \$4\.99/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(inspector.getByLabel('Name')).toBeFocused();
  await tabTo(page, inspector.getByRole('textbox', { name: 'Price' }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('5.49');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Changed. Saved as version 4.')).toBeVisible();
  await expect(offerRow(page, 'Spring')).toContainText('$5.49');

  await tabTo(page, inspector.getByRole('button', { name: 'Withdraw' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Withdrawn. Saved as version 5.')).toBeVisible();
  await expectVersion(page, 5);
  await expect(offerRow(page, 'Spring')).toHaveCount(0);
  await tabTo(page, page.getByRole('button', { name: 'Undo', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Undone. Saved as version 6.')).toBeVisible();
  await expect(offerRow(page, 'Spring')).toContainText('$5.49');
});

test('a conflict is resolved with two keystrokes', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(license.address);
  await tabTo(page, page.getByRole('grid', { name: /^Offers of/ }));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, /^Spring, \$4\.99/)).toBeFocused();
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: 'Spring' });
  await expect(inspector.getByLabel('Name')).toBeFocused();
  await tabTo(page, inspector.getByRole('textbox', { name: 'Price' }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('5.49');
  await seed.offers(license, [AUTUMN], { version: 2, by: 'Marta Oliveira' });
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' }),
  ).toBeVisible();
  await applyWithEnter(page, 'Apply to version 3');
  await expect(page.getByText('Changed. Saved as version 4.')).toBeVisible();
  await expect(offerRow(page, 'Spring')).toContainText('$5.49');
  await expect(offerRow(page, 'Autumn')).toBeVisible();
});

test('single keys open, search and close', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(license.address);
  await page.keyboard.press('n');
  const sheet = page.getByRole('complementary', { name: 'Generate an offer' });
  await expect(sheet.getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(sheet.getByLabel('Name')).toBeFocused();
  await tabTo(page, sheet.getByLabel('Name'));
  await page.keyboard.type('n');
  await expect(sheet.getByLabel('Name')).toHaveValue('n');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  await page.goto('/licenses');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search licenses' })).toBeFocused();
  await page.keyboard.type(license.contract.reference);
  await expect(page.getByRole('link', { name: license.name })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Licenses' }).getByRole('row')).toHaveCount(2);
});

import { expectAccessible } from '../accessible';
import { chooseOffer, expect } from '../fixtures';
import { on, test, unique } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const SUMMER = { name: 'Summer', price: '3.99', firstDay: on('05-01'), lastDay: on('06-30') };

test('titles selected in the catalog get an offer after a dry run, and lose it by one undo', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  const license = await seed.license({ contract, offers: [SPRING] });
  const other = await seed.license({ contract, offers: [SUMMER, { ...SPRING, name: 'Sale' }] });
  const free = await seed.title({ title: unique('Harbor'), license: other, offer: SUMMER });
  const dropped = await seed.title({ title: unique('Lantern'), license: other, offer: SUMMER });
  const has = await seed.title({ title: unique('Meadow'), license, offer: SPRING });
  const blocked = await seed.title({
    ...{ title: unique('Quarry'), license: other, offer: { ...SPRING, name: 'Sale' } },
  });
  await page.goto(`/content?studio=${encodeURIComponent(contract.studio)}`);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.getByRole('checkbox', { name: `Select ${dropped.title}` }).uncheck();
  await page.getByRole('button', { name: 'Assign an offer to 3' }).click();

  const sheet = page.getByRole('complementary', { name: 'Assign an offer' });
  await expect(sheet.getByText('3 titles selected')).toBeVisible();
  await sheet.getByRole('button', { name: 'Check 3 titles' }).click();
  await expect(sheet.getByText('Choose a license.')).toBeVisible();
  await chooseOffer(sheet, license.name, 'Spring');
  await expectAccessible(page, 'assigning an offer to titles of the catalog');
  await sheet.getByRole('button', { name: 'Check 3 titles' }).click();
  const trial = sheet.getByRole('status');
  await expect(trial).toContainText('Spring will be assigned to 1 title.');
  await expect(trial).toContainText('1 title already has it. 1 title is blocked.');
  await expect(sheet).toContainText(`${blocked.title} would have two prices at once`);
  await sheet.getByRole('button', { name: 'Assign 1 title' }).click();

  const notice = page.getByRole('status').filter({ hasText: '1 title assigned to Spring.' });
  await expect(notice).toBeVisible();
  await expect(sheet).toHaveCount(0);
  await notice.getByRole('button', { name: /Undo/ }).click();
  await expect(page.getByText('Undone. 1 title does not have Spring any more.')).toBeVisible();
  await page.goto(free.address);
  await expect(page.getByRole('table', { name: 'Assigned offers' })).not.toContainText('Spring');
  await page.goto(has.address);
  await expect(page.getByRole('table', { name: 'Assigned offers' })).toContainText('Spring');
});

test('titles selected in the catalog lose an offer after a dry run, but for those that have no other, and get it back by one undo', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  const license = await seed.license({ contract, offers: [SPRING, SUMMER] });
  const titled = (name: string, offer: typeof SPRING) =>
    seed.title({ title: unique(name), license, offer });
  const both = await titled('Harbor', SUMMER);
  await seed.assign(both, license, SPRING);
  const only = await titled('Quarry', SPRING);
  await titled('Meadow', SUMMER);
  await page.goto(`/content?studio=${encodeURIComponent(contract.studio)}`);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.getByRole('button', { name: 'Unassign an offer from 3' }).click();

  const sheet = page.getByRole('complementary', { name: 'Unassign an offer' });
  await expect(sheet.getByText('3 titles selected')).toBeVisible();
  await chooseOffer(sheet, license.name, 'Spring');
  await sheet.getByRole('button', { name: 'Check 3 titles' }).click();
  const trial = sheet.getByRole('status');
  await expect(trial).toContainText('Spring will be unassigned from 1 title.');
  await expect(trial).toContainText('1 title does not have it. 1 title is blocked.');
  await expect(sheet).toContainText(`This is the only offer of ${only.title}`);
  await expectAccessible(page, 'what unassigning an offer would do');
  await sheet.getByRole('button', { name: 'Unassign from 1 title' }).click();

  const notice = page.getByRole('status').filter({ hasText: '1 title does not have Spring any' });
  await expect(notice).toBeVisible();
  await expect(sheet).toHaveCount(0);
  await notice.getByRole('button', { name: /Undo/ }).click();
  await expect(page.getByText('Undone. 1 title has Spring again.')).toBeVisible();
  await page.goto(both.address);
  await expect(page.getByRole('table', { name: 'Assigned offers' })).toContainText('Spring');
});

test('an offer is assigned to all titles that match, and to no more than can be assigned at once', async ({
  page,
  seed,
}) => {
  test.slow();
  const contract = await seed.contract();
  const license = await seed.license({ contract, offers: [SPRING] });
  const other = await seed.license({ contract, offers: [SUMMER] });
  for (let count = 0; count < 52; count += 1) await seed.title({ license: other, offer: SUMMER });
  await page.goto(`/content?studio=${encodeURIComponent(contract.studio)}`);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  const all = page.getByRole('checkbox', { name: 'All 52 that match' });
  await all.check();
  await expect(page.getByRole('button', { name: 'Unassign an offer from 52' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).uncheck();
  await page
    .getByRole('checkbox', { name: /^Select (?!all)/ })
    .first()
    .check();
  await expect(
    page.getByRole('button', { name: 'Assign an offer to 1', exact: true }),
  ).toBeVisible();
  await expect(all).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(all).not.toBeChecked();
  await all.check();
  await page.getByRole('button', { name: 'Assign an offer to 52' }).click();
  const sheet = page.getByRole('complementary', { name: 'Assign an offer' });
  await expect(sheet.getByText('52 titles selected')).toBeVisible();
  await chooseOffer(sheet, license.name, 'Spring');
  await sheet.getByRole('button', { name: 'Check 52 titles' }).click();
  await sheet.getByRole('button', { name: 'Assign 52 titles' }).click();
  await expect(page.getByText('52 titles assigned to Spring.')).toBeVisible();
  await page.goto(license.address);
  await expect(page.getByRole('region', { name: 'Titles', exact: true })).toContainText('52');
});

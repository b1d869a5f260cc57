import { expectAccessible } from './accessible';
import { expect, workAs } from './fixtures';
import { formatDay } from '../src/domain/values/date-range';
import { inDays, on, test, unique } from './seed-data';

const address = (studio: string) => `/today?studio=${encodeURIComponent(studio)}`;

test('a title that goes dark is put right in three presses from today, with an offer that fits', async ({
  page,
  seed,
}) => {
  const ending = { name: 'Autumn', firstDay: inDays(-30), lastDay: inDays(1) };
  const winter = { name: 'Winter', firstDay: inDays(2), lastDay: inDays(40) };
  const license = await seed.license({
    ...{ firstDay: inDays(-60), lastDay: inDays(20) },
    offers: [ending],
  });
  const renewal = await seed.license({
    ...{ contract: license.contract, firstDay: inDays(2), lastDay: inDays(300) },
    offers: [winter],
  });
  const title = await seed.title({ license, offer: ending });
  await page.goto(address(license.contract.studio));

  const dark = page.getByRole('region', { name: '1 title goes dark within 90 days' });
  await expect(
    dark.getByRole('link', { name: /^Titles going dark by month: \w+ \d+ \d/ }),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: '1 license ends within 30 days' })).toBeVisible();
  await expect(page.getByRole('region', { name: '1 license starts within 30 days' })).toBeVisible();
  await expectAccessible(page, 'today');
  await dark.getByRole('link', { name: '1 title, TVOD in United States' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Within 90 days 1' })).toBeVisible();
  await expectAccessible(page, 'the board of what goes dark');
  await page.goBack();

  // By keys: the first section, its first row, its own link.
  await expect(dark).toBeVisible();
  await page.keyboard.press('1');
  await expect(dark.getByRole('link', { name: /^See all/ })).toBeFocused();
  await page.keyboard.press('j');
  await expect(dark.getByRole('link', { name: `Assign offer: ${title.title}` })).toBeFocused();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('complementary', { name: title.title });
  const fitting = sheet.getByRole('button', { name: /^Winter/ });
  await expect(fitting).toContainText(renewal.name);
  await fitting.click();
  await expectAccessible(page, 'offers that fit');
  await sheet.getByRole('button', { name: 'Assign offer' }).click();
  await expect(page.getByText('Assigned. Saved as version 2.')).toBeVisible();

  await page.goto(address(license.contract.studio));
  await expect(
    page.getByRole('region', { name: '1 title goes dark within 90 days' }).getByText('in 41 days'),
  ).toBeVisible();
});

test('a gap leads to a new offer with its days; a viewer only opens what there is', async ({
  page,
  seed,
}) => {
  const [spring, autumn] = [
    { name: 'Spring', firstDay: inDays(-10), lastDay: inDays(9) },
    { name: 'Autumn', firstDay: inDays(21), lastDay: inDays(60) },
  ];
  const license = await seed.license({
    ...{ name: unique('Gap'), firstDay: inDays(-30), lastDay: on('12-31') },
    offers: [spring, autumn],
  });
  const title = await seed.title({ license, offer: spring });
  await seed.assign(title, license, autumn);
  await page.goto(title.address);
  await page
    .getByRole('link', { name: `New offer in ${license.name}` })
    .first()
    .click();
  const form = page.getByRole('complementary', { name: 'Generate an offer' });
  for (const [label, day] of [
    ['First day', inDays(10)],
    ['Last day', inDays(20)],
  ] as const) {
    const segments = form.getByRole('group', { name: label, exact: true }).getByRole('spinbutton');
    await expect(segments).toHaveText(formatDay(day).split(' '));
  }

  await workAs(page, 'vera');
  await page.goto(address(license.contract.studio));
  const gaps = page.getByRole('region', { name: '1 gap starts within 90 days' });
  await expect(gaps.getByRole('link', { name: `Open ${title.title}` })).toBeVisible();
  await expect(gaps.getByRole('link', { name: /^Fill/ })).toHaveCount(0);
});

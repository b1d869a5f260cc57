import type { Locator, Page } from '@playwright/test';
import { expect, expectVersion, tabTo } from '../../fixtures';
import { on, test, YEAR } from '../../seed-data';

const SPRING = { name: 'Spring', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', firstDay: on('09-01'), lastDay: on('10-31') };

/** Chooses an option of a list by its first letters. */
async function choose(page: Page, list: Locator, option: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option').first()).toBeFocused();
  await page.keyboard.type(option);
  await expect(page.getByRole('option', { name: option })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list).toBeFocused();
}

/** Opens a line of the menu “More actions”. */
async function openMore(page: Page, line: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: 'More actions' }));
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name: line });
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.type(line);
  await expect(item).toBeFocused();
  await page.keyboard.press('Enter');
}

test('a license is void and brought back without a mouse, and Esc leaves it as it was', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(license.address);
  await expectVersion(page, 2);
  await openMore(page, 'Void license');
  const sheet = page.getByRole('complementary', { name: 'Void license' });
  const reason = sheet.getByRole('button', { name: /Reason/ });
  await expect(reason).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  await openMore(page, 'Void license');
  await choose(page, reason, 'Recorded twice');
  await page.keyboard.press('Control+Enter');
  const banner = page.getByRole('region', { name: 'This license is void' });
  await expect(banner).toContainText('Recorded twice');
  await expectVersion(page, 3);

  await tabTo(page, banner.getByRole('button', { name: 'Bring back' }));
  await page.keyboard.press('Enter');
  await expectVersion(page, 4);
  await expect(banner).toHaveCount(0);
});

test('licenses of a contract end together without a mouse', async ({ page, seed }) => {
  const contract = await seed.contract();
  const one = await seed.license({ contract, offers: [SPRING, AUTUMN] });
  await seed.license({ contract, offers: [SPRING] });
  await page.goto(contract.address);
  await tabTo(page, page.getByRole('button', { name: 'End licenses …' }));
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('complementary', { name: 'End 2 licenses' });
  await tabTo(page, sheet.getByRole('group', { name: 'Last day', exact: true }));
  await page.keyboard.type(`3006${YEAR}`);
  await choose(page, sheet.getByRole('button', { name: /Reason/ }), 'Contract expired');
  await expect(sheet).toContainText(`${one.name}: Autumn`);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`Ended 2 licenses after 30 Jun ${YEAR}.`)).toBeVisible();
  await page.goto(one.address);
  await expect(page.getByRole('region', { name: 'This license has ended' })).toBeVisible();
});

import type { Locator, Page } from '@playwright/test';
import { expect } from '../../fixtures';
import type { SeedData } from '../../seed-data';
import { on } from '../../seed-data';

export const SPRING = {
  name: 'Spring',
  price: '4.99',
  firstDay: on('03-01'),
  lastDay: on('04-30'),
};
export const AUTUMN = {
  name: 'Autumn',
  price: '3.99',
  firstDay: on('09-01'),
  lastDay: on('10-31'),
};

/** A license with two offers, and a title that has only the later one. */
export async function seedLicense(seed: SeedData) {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const title = await seed.title({ license, offer: AUTUMN });
  return { license, title };
}

/** Says on a sheet why a license ends or is void. */
export async function chooseReason(page: Page, sheet: Locator, reason: string): Promise<void> {
  await sheet.getByRole('button', { name: /Reason/ }).click();
  await page.getByRole('option', { name: reason }).click();
  await expect(sheet.getByRole('button', { name: /Reason/ })).toContainText(reason);
}

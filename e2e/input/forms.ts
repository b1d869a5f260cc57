import type { Locator, Page } from '@playwright/test';
import { expectVersion as expectShown } from '../fixtures';
import type { SeededLicense } from '../seed-data';
import { on } from '../seed-data';

/** A valid offer. */
export const GOOD = {
  name: 'Premiere',
  price: '4.99',
  firstDay: on('03-01'),
  lastDay: on('03-31'),
};

/** The sheet that offers are generated on. */
export function sheetOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Generate an offer' });
}

/** Opens a license and expects it at a version. */
export async function expectVersion(
  page: Page,
  { address }: SeededLicense,
  version: number,
): Promise<void> {
  await page.goto(address);
  await expectShown(page, version);
}

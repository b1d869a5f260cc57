import type { Locator, Page } from '@playwright/test';
import type { SeededContract } from '../seed-data';
import { expect, typeDay } from '../fixtures';

/** Records a table of two tiers in US dollars from 2026 on, and returns its address. */
export async function aTable(page: Page, { studio }: SeededContract): Promise<string> {
  await page.goto(`/price-tables/new?studio=${encodeURIComponent(studio)}`);
  await page.getByRole('button', { name: 'New day' }).click();
  await typeDay(page, 'Valid from', '2026-01-01');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await pasteInto(
    page.getByRole('textbox', { name: 'Paste your table here' }),
    'Tier\tUSD\nTier 1\t14.99\nTier 2\t7.99',
  );
  await page.getByRole('button', { name: 'Put 2 prices in' }).click();
  await page.getByRole('button', { name: /^Save 2 prices/ }).click();
  await page.waitForURL(/\/price-tables\/[\da-f-]{36}$/);
  await expect(page.getByRole('link', { name: /^v1/ }).first()).toBeVisible();
  return page.url();
}

/** Pastes as people do: from the clipboard. */
export async function pasteInto(field: Locator, text: string): Promise<void> {
  const page = field.page();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await field.focus();
  await page.keyboard.press('ControlOrMeta+v');
}

/** Types into a cell, and goes on below. @param column from 0 */
export async function typeInto(
  page: Page,
  tier: string,
  column: number,
  text: string,
): Promise<void> {
  await cell(page, tier, column).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** @param column from 0 */
export function cell(page: Page, tier: string, column: number): Locator {
  return page
    .getByRole('grid', { name: 'Prices' })
    .getByRole('row', { name: new RegExp(`^${tier}`) })
    .getByRole('gridcell')
    .nth(column);
}

export function history(page: Page): Locator {
  return page.getByRole('region', { name: 'History' });
}

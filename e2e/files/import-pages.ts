import type { Locator, Page } from '@playwright/test';
import type { ChosenFile } from './avails-workbook';
import { expect } from '../fixtures';
import { unique, type SeededContract, type SeedData } from '../seed-data';

/** A file name derived from the test's title. */
export function fileName(): string {
  return `${unique('avails').replace(' ', '-')}.xlsx`;
}

export async function choose(page: Page, file: ChosenFile): Promise<void> {
  await page.getByLabel('Avails workbook').setInputFiles(file);
}

/** Uploads a file; ends on the page of its import. */
export async function upload(page: Page, file: ChosenFile): Promise<void> {
  await page.goto('/imports');
  await choose(page, file);
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await expect(page.getByRole('heading', { level: 1, name: file.name })).toBeVisible();
}

/** The bar that saves a checked file. */
export function commitBar(page: Page): Locator {
  return page.getByRole('region', { name: 'Save this import' });
}

/** Uploads a file and waits until it is checked. */
export async function uploadAndCheck(page: Page, file: ChosenFile): Promise<void> {
  await upload(page, file);
  await expect(commitBar(page)).toBeVisible();
}

/** Saves what was checked, such as `2 licenses`, and waits until that is done. */
export async function save(page: Page, licenses: string): Promise<void> {
  await commitBar(page)
    .getByRole('button', { name: `Save ${licenses}` })
    .click();
  await expect(savedNotice(page)).toBeVisible();
}

export function savedNotice(page: Page): Locator {
  return page.getByRole('region', { name: 'Result' });
}

export async function openPart(
  page: Page,
  part: 'Decisions' | 'Problems' | 'Review' | 'Rules',
): Promise<void> {
  const link = page
    .getByRole('navigation', { name: 'Parts of this import' })
    .getByRole('link', { name: new RegExp(`^${part}`) });
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
}

/** A line of the review by its kind and text. */
export function reviewLine(page: Page, kind: string, text: string | RegExp): Locator {
  return page
    .getByRole('table', { name: 'Review' })
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: kind, exact: true }) })
    .filter({ hasText: text });
}

/** A new contract, and the columns of its rows that name it. */
export async function studio(
  seed: SeedData,
): Promise<{ contract: SeededContract; of: (title: string) => Stated }> {
  const contract = await seed.contract();
  return {
    contract,
    of: (title) => ({ studio: contract.studio, contract: contract.reference, title }),
  };
}

export interface Stated {
  readonly studio: string;
  readonly contract: string;
  readonly title: string;
}

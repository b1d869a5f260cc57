import type { Download, Locator, Page } from '@playwright/test';
import { read, utils } from '@e965/xlsx';
import { expect } from '../fixtures';

/** The form of a new export. */
export function form(page: Page): Locator {
  return page.getByRole('form', { name: 'New export' });
}

/** The newest line of the list that contains a text. */
export function line(page: Page, words: string | RegExp): Locator {
  return page
    .getByRole('list', { name: 'Exports' })
    .getByRole('listitem')
    .filter({ hasText: words })
    .first();
}

/** Starts the export that the form describes. */
export async function order(page: Page): Promise<void> {
  await form(page).getByRole('button', { name: 'Export' }).click();
  await expect(page.getByText('Export started. The file will appear below.')).toBeVisible();
}

/** Downloads the file of a line once it is ready. */
export async function file(page: Page, of: Locator, standing: string): Promise<Buffer> {
  await expect(of).toContainText(standing);
  const download = page.waitForEvent('download');
  await of.getByRole('link', { name: /^Download/ }).click();
  return bytesOf(await download);
}

/** What a download has in it. */
export async function bytesOf(download: Download): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Rows of the first sheet by column name, in the order of the sheet. */
export function rowsOf(bytes: Buffer): Record<string, string>[] {
  const book = read(bytes);
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  const [, names = [], marks = [], ...rows] = utils.sheet_to_json<string[]>(sheet, {
    header: 1,
    defval: '',
  });
  expect(marks[0]).toBe('1.9');
  return rows.map((row) =>
    Object.fromEntries(names.map((name, place) => [name, row[place] ?? ''])),
  );
}

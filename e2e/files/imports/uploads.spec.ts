import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expectAccessible } from '../../accessible';
import type { ChosenFile } from '../avails-workbook';
import { availsFile, movieRow, fakeWorkbook } from '../avails-workbook';
import { choose, commitBar, fileName, studio, upload } from '../import-pages';
import { expect } from '../../fixtures';
import { test, unique } from '../../seed-data';

test('a file that is not a workbook is refused at the field and by the server', async ({
  page,
  baseURL,
}) => {
  await page.goto('/imports');
  const field = page.getByLabel('Avails workbook');
  const sends: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/imports/upload')) sends.push(request.url());
  });
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await expect(field).toHaveAccessibleDescription(/Choose a workbook first\./);
  await choose(page, fakeWorkbook('avails.xlsx', 'DisplayName,ALID'));
  await expect(field).toHaveAccessibleDescription(/not an Excel workbook/);
  await expectAccessible(page, 'a file that is refused');
  await choose(page, fakeWorkbook('avails.csv', 'DisplayName,ALID'));
  await expect(field).toHaveAccessibleDescription(/text file/);
  await choose(page, fakeWorkbook('avails.xlsx', ''));
  await expect(field).toHaveAccessibleDescription(/empty/);
  const large = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(6_000_000)]);
  await choose(page, fakeWorkbook('avails.xlsx', large));
  await expect(field).toHaveAccessibleDescription(/larger than 5 MB/);
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await expect(field).toHaveAccessibleDescription(/larger than 5 MB/);
  expect(sends).toEqual([]);

  const put = (data: Buffer, headers: Record<string, string>) =>
    page.request.put(`/imports/upload?importId=${randomUUID()}&fileName=avails.xlsx`, {
      data,
      headers: { 'content-type': 'application/octet-stream', ...headers },
    });
  const own = { origin: baseURL ?? '' };
  expect((await put(Buffer.from('DisplayName,ALID'), own)).status()).toBe(422);
  expect((await put(large, own)).status()).toBe(413);
  expect((await put(large, { origin: 'https://elsewhere.example' })).status()).toBe(403);
  expect((await put(Buffer.alloc(8), { origin: 'null' })).status()).toBe(403);
  expect((await put(Buffer.alloc(8), {})).status()).toBe(403);
  const invalid = await page.request.put(`/imports/upload?importId=x&fileName=avails.xlsx`, {
    data: Buffer.alloc(8),
    headers: own,
  });
  expect(invalid.status()).toBe(400);
});

test('a file can be dropped or pasted anywhere on the page', async ({ page }) => {
  await page.goto('/imports');
  const field = page.getByLabel('Avails workbook');
  await give(page, 'drop', [availsFile('dropped.xlsx', [])]);
  await expect(field).toHaveAccessibleDescription(/KB\. Checking does not save anything\./);
  await expect(field).toHaveValue(/dropped\.xlsx$/);
  await give(page, 'paste', [availsFile('pasted.xlsx', [])]);
  await expect(field).toHaveValue(/pasted\.xlsx$/);
  await give(page, 'drop', [availsFile('one.xlsx', []), availsFile('two.xlsx', [])]);
  await expect(field).toHaveAccessibleDescription(/Choose one file at a time/);
});

/** Drops or pastes files onto the page’s heading, as their programs do. */
async function give(
  page: Page,
  how: 'drop' | 'paste',
  files: readonly ChosenFile[],
): Promise<void> {
  const contents = files.map(({ name, mimeType, buffer }) => ({
    name,
    mimeType,
    base64: buffer.toString('base64'),
  }));
  await page.getByRole('heading', { level: 1 }).evaluate(
    (heading, { given, kind }) => {
      const transfer = new DataTransfer();
      for (const { name, mimeType, base64 } of given) {
        const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([content], name, { type: mimeType }));
      }
      const event =
        kind === 'drop'
          ? new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true });
      heading.dispatchEvent(event);
    },
    { given: contents, kind: how },
  );
}

test('a zip archive that is not a workbook is uploaded and reported as unreadable', async ({
  page,
}) => {
  const name = fileName();
  await upload(page, fakeWorkbook(name, 'PK\u0003\u0004 and nothing that a workbook has'));
  await expect(page.getByText('The check saved nothing.')).toBeVisible();
  await expectAccessible(page, 'an unreadable file');
  await page.getByRole('link', { name: 'Upload another file' }).click();
  await expect(
    page.getByRole('table', { name: 'Imports' }).getByRole('row').filter({ hasText: name }),
  ).toContainText('Unreadable');
});

test('an upload without a response is retried as the same import', async ({ page, seed }) => {
  const { of } = await studio(seed);
  const file = availsFile(fileName(), [movieRow(of(unique('Beacon')))]);
  await page.goto('/imports');
  const asked: string[] = [];
  await page.route('**/imports/upload?*', async (route) => {
    asked.push(new URL(route.request().url()).searchParams.get('importId') ?? '');
    if (asked.length > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await choose(page, file);
  await page.getByRole('button', { name: 'Upload and check' }).click();
  await expect(page.getByLabel('Avails workbook')).toHaveAccessibleDescription(
    /The server did not answer/,
  );
  await page.getByRole('button', { name: 'Upload and check' }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: file.name })).toBeVisible();
  await expect(commitBar(page)).toBeVisible();
  expect(asked).toHaveLength(2);
  expect(new Set(asked).size).toBe(1);
  await page.goto('/imports');
  await expect(page.getByRole('link', { name: file.name })).toHaveCount(1);
});

test('an unknown or malformed import shows a not-found page', async ({ page }) => {
  for (const address of ['/imports/1', '/imports/00000000-0000-4000-8000-000000000000']) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(404);
  }
  const response = await page.goto('/imports?cursor=x');
  expect(response?.status()).toBe(200);
});

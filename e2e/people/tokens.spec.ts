import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { anotherBrowser, expect, isCommand } from '../fixtures';
import { test, unique } from '../seed-data';

/** Creates a token by its form. @returns the token, which is shown only once */
async function makeToken(page: Page, name: string, role: RegExp, days: string): Promise<string> {
  const form = page.getByRole('form', { name: 'New token' });
  await form.getByLabel('Name').fill(name);
  await form.getByRole('button', { name: /Role$/ }).click();
  await page.getByRole('option', { name: role }).click();
  await form.getByRole('button', { name: /Expires in$/ }).click();
  await page.getByRole('option', { name: days }).click();
  await form.getByRole('button', { name: 'Create token' }).click();
  await expect(page.getByText(`The token of ${name} is ready.`)).toBeVisible();
  return page.getByRole('textbox', { name: 'Token' }).inputValue();
}

async function revokeToken(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  await expect(page.getByText('Revoked. The token no longer works.')).toBeVisible();
}

/** Statuses of a read and of a write with a token. */
async function statusesFor(request: APIRequestContext, secret: string) {
  const headers = { authorization: `Bearer ${secret}` };
  const read = await request.get('/api/v1/licenses?limit=1', { headers });
  const changed = await request.post('/api/v1/contracts', {
    headers: { ...headers, 'idempotency-key': randomUUID() },
    data: { studio: unique('Studio'), reference: unique('REF'), signedOn: '2026-01-01', notes: '' },
  });
  return [read.status(), changed.status()];
}

async function forAdmin(browser: Browser): Promise<Page> {
  const ada = await anotherBrowser(browser, 'ada');
  await ada.goto('/account');
  await ada.getByRole('link', { name: 'API tokens' }).click();
  await expect(ada.getByRole('heading', { level: 1, name: 'API tokens' })).toBeVisible();
  return ada;
}

test('a wrong field is refused by the server where the check of a form cannot be loaded', async ({
  browser,
}) => {
  const ada = await forAdmin(browser);
  await ada.route('**/_next/static/**', (route) => route.abort());
  const name = ada.getByRole('form', { name: 'New token' }).getByLabel('Name');
  const answered = ada.waitForResponse((response) => isCommand(response.request()));
  await ada.getByRole('button', { name: 'Create token' }).click();
  await answered;
  await expect(name).toHaveAccessibleDescription(/name/i);
  await expect(name).toBeFocused();
});

test('an admin creates a token, sees it once, and revokes it', async ({ browser, request }) => {
  const ada = await forAdmin(browser);
  const [reader, writer] = [unique('Storefront'), unique('Feeder')];

  await ada.getByRole('button', { name: 'Create token' }).click();
  await expect(ada.getByRole('form', { name: 'New token' }).getByRole('alert')).toBeVisible();
  const reading = await makeToken(ada, reader, /^Viewer/, '7 days');
  expect(await statusesFor(request, reading)).toEqual([200, 403]);
  const writing = await makeToken(ada, writer, /^Editor/, '366 days');
  expect(writing).not.toBe(reading);
  expect(await statusesFor(request, writing)).toEqual([200, 201]);
  const lines = ada.getByRole('list', { name: 'Tokens' }).getByRole('listitem');
  const line = lines.filter({ hasText: reader });
  await expect(line).toContainText('Viewer, expires');
  await expect(line).toContainText('Created by Ada Okonjo');
  await expect(lines.filter({ hasText: writer })).toContainText('Editor, expires');

  await ada.reload();
  await expect(line).toBeVisible();
  await expect(ada.getByRole('textbox', { name: 'Token' })).toHaveCount(0);
  const shown = await ada.content();
  expect([reading, writing].filter((secret) => shown.includes(secret))).toEqual([]);

  await revokeToken(ada, reader);
  expect(await statusesFor(request, reading)).toEqual([401, 401]);
  await expect(line).toHaveCount(0);
  expect(await statusesFor(request, writing)).toEqual([200, 201]);
  await revokeToken(ada, writer);
  expect(await statusesFor(request, writing)).toEqual([401, 401]);
  await ada.context().close();
});

for (const worker of ['vera', 'priya'] as const)
  test(`${worker}, who is not an admin, cannot open tokens`, async ({ browser }) => {
    const page = await anotherBrowser(browser, worker);
    const response = await page.goto('/tokens');

    expect(response?.status()).toBe(403);
    await expect(page.getByRole('button', { name: 'Create token' })).toHaveCount(0);
    await page.goto('/account');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: 'API tokens' })).toHaveCount(0);
    await page.context().close();
  });

import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { expectAccessible } from '../accessible';
import { anotherBrowser, expect } from '../fixtures';
import { on, test, unique } from '../seed-data';

test('an admin adds a webhook, sees its responses, resends a delivery and removes it', async ({
  browser,
  seed,
}) => {
  // Concurrent tests change licenses too. The first delivery for each license fails.
  const failed = new Set<string>();
  const got: { id: string; headers: Record<string, string>; body: string }[] = [];
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const { id } = (JSON.parse(body) as { data: { id: string } }).data;
      got.push({ id, headers: request.headers as Record<string, string>, body });
      response.writeHead(failed.has(id) ? 200 : 503).end();
      failed.add(id);
    });
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const ada = await anotherBrowser(browser, 'ada');
  const name = unique('Storefront');

  await ada.goto('/account');
  await ada.getByRole('link', { name: 'Webhooks' }).click();
  await expect(ada.getByRole('heading', { level: 1, name: 'Webhooks' })).toBeVisible();
  await ada.getByLabel('Name').fill(name);
  await ada.getByLabel('Address').fill('http://example.com/');
  await ada.getByRole('button', { name: 'Add webhook' }).click();
  await expect(ada.getByText('Enter a URL that begins with https://').first()).toBeVisible();
  await ada.getByLabel('Address').fill(url);
  await ada.getByRole('checkbox', { name: 'Contracts' }).setChecked(false, { force: true });
  await ada.getByRole('checkbox', { name: /^Titles/ }).setChecked(false, { force: true });
  await ada.getByRole('button', { name: 'Add webhook' }).click();
  const secret = await ada.getByLabel('Secret').inputValue();
  await expectAccessible(ada, 'webhooks');

  const lastDay = on('11-19');
  const license = await seed.license({ lastDay });
  await ada.getByRole('link', { name }).click();
  await expect(ada.getByRole('heading', { level: 1, name })).toBeVisible();
  const line = ada.getByRole('listitem').filter({ hasText: /Version 1.*19 Nov/ });
  await expect(async () => {
    await ada.reload();
    await expect(line).toContainText('503 Service Unavailable', { timeout: 1_000 });
  }).toPass();
  await expect(line).toContainText('Delivered', { timeout: 90_000 });
  await expect(line).toContainText('tried 2 times');
  const own = () => got.filter(({ id }) => id === license.id);
  const [, { headers, body } = { headers: {}, body: '' }] = own();
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({
    type: 'license-granted',
    data: { aggregate: 'license', id: license.id, version: 1 },
  });
  await line.getByRole('button', { name: /^Send again/ }).click();
  await expect(line).toContainText('tried once');
  await expect(line).toContainText('Delivered');
  expect(new Set(own().map((one) => one.headers['webhook-id'])).size).toBe(1);
  await ada.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(ada, 'the deliveries of a webhook');

  await ada.goto('/webhooks');
  await ada.getByRole('button', { name: `Remove ${name}` }).click();
  await ada.getByRole('button', { name: `Remove ${name}` }).click();
  await expect(ada.getByText('Removed. It gets no more events.')).toBeVisible();
  await expect(ada.getByRole('link', { name })).toHaveCount(0);
  await ada.context().close();
  receiver.close();
});

test('an editor cannot open webhooks', async ({ page }) => {
  const response = await page.goto('/webhooks');

  expect(response?.status()).toBe(403);
});

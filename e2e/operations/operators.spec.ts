import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { TestInfo } from '@playwright/test';
import pg from 'pg';
import getPort from 'get-port';
import { applyMigrations } from '../../scripts/database/schema-engine';
import { startWebServer } from '../../scripts/processes/web-server';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { expect, signInAs } from '../fixtures';
import { invite } from '../people/invitation';
import { PEOPLE } from '../people';
import { test } from '../seed-data';

const INVITED = { name: 'Nora Lindqvist', email: 'nora@example.test' };

interface Line {
  readonly msg: string;
  readonly kind?: string;
  readonly outcome?: string;
  readonly code?: string;
  readonly actor?: { readonly id: string; readonly name: string };
  readonly subject?: { readonly what: string; readonly id: string; readonly role?: string };
}

function clusterUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (url === undefined) throw new Error('TEST_DATABASE_URL is not set; run npm test.');
  return url;
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Runs a separate server and reads its log. */
async function withServer(
  testInfo: TestInfo,
  use: (address: string, log: () => Promise<string>) => Promise<void>,
): Promise<void> {
  const name = `e2e_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(clusterUrl());
  url.pathname = `/${name}`;
  await administer(`CREATE DATABASE ${name}`);
  await applyMigrations(url.href);
  const database = openDatabase(url.href, { connections: 1 });
  await invite(database.prisma);
  await database.close();
  const log = testInfo.outputPath('server.log');
  const server = await startWebServer({
    mode: 'start',
    port: await getPort(),
    distDir: process.env.CRMS_DIST_DIR ?? '.next-test',
    env: {
      DATABASE_URL: url.href,
      CRMS_EMBEDDED_DATABASE: '1',
      CRMS_SECRET: `only-for-tests-${randomUUID()}`,
      CRMS_DEMO: '0',
      CRMS_LOG_LEVEL: 'info',
    },
    log,
  });
  try {
    await use(server.address, () => readFile(log, 'utf8'));
  } finally {
    await server.stop();
    await administer(`DROP DATABASE ${name} WITH (FORCE)`);
  }
}

test('the log records admin actions on people, tokens and webhooks with actor and subject', async ({
  newcomer: page,
}, testInfo) => {
  test.slow();
  await withServer(testInfo, async (address, log) => {
    const { name, email } = INVITED;
    const expectStatus = (text: string) =>
      expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();
    const change = async (action: string) => {
      await page.getByRole('button', { name: `Change ${name}` }).click();
      await page.getByRole('menuitem', { name: action }).click();
    };
    await signInAs(page, 'ada', address);
    await page.goto(`${address}/people`);
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Invite' }).click();
    const link = await page.getByLabel('One-time link').inputValue();
    await change('Make viewer');
    await expectStatus('The role is now Viewer.');
    await change('Deactivate');
    await expectStatus('Deactivated');

    await page.goto(`${address}/tokens`);
    await page.getByLabel('Name').fill('Storefront');
    await page.getByRole('button', { name: 'Create token' }).click();
    const token = await page.getByRole('textbox', { name: 'Token' }).inputValue();
    for (let times = 0; times < 2; times += 1)
      await page.getByRole('button', { name: 'Revoke Storefront' }).click();
    await expectStatus('Revoked.');

    await page.goto(`${address}/webhooks`);
    await page.getByLabel('Name').fill('Storefront');
    await page.getByLabel('Address').fill('http://127.0.0.1:9/');
    await page.getByRole('button', { name: 'Add webhook' }).click();
    const secret = await page.getByLabel('Secret').inputValue();
    for (let times = 0; times < 2; times += 1)
      await page.getByRole('button', { name: 'Remove Storefront' }).click();
    await expectStatus('Removed.');

    const text = await log();
    const lines = text
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line)
      .filter(({ msg }) => msg === 'command');
    expect(lines.map(({ kind, outcome, subject }) => [kind, outcome, subject?.what])).toEqual([
      ['sign-in', 'accepted', undefined],
      ['invite-person', 'accepted', 'person'],
      ['change-role', 'accepted', 'person'],
      ['deactivate-person', 'accepted', 'person'],
      ['make-token', 'accepted', 'token'],
      ['revoke-token', 'accepted', 'token'],
      ['add-webhook', 'accepted', 'webhook'],
      ['remove-webhook', 'accepted', 'webhook'],
    ]);
    const [, ...acts] = lines;
    expect(new Set(acts.map(({ actor }) => actor?.name))).toEqual(new Set([PEOPLE.ada.name]));
    const ids = acts.map(({ subject }) => subject?.id ?? '');
    expect(ids.every((id) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id))).toBe(true);
    // Three actions on one person, two on a token, two on a webhook.
    expect(new Set(ids).size).toBe(3);
    expect(acts[1]?.subject?.role).toBe('viewer');
    const hidden = [email, PEOPLE.ada.email, token, secret, link.split('/').at(-1) ?? ''];
    expect(hidden.filter((one) => one === '' || text.includes(one))).toEqual([]);
  });
});

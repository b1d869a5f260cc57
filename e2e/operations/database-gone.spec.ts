import { randomUUID } from 'node:crypto';
import pg from 'pg';
import getPort from 'get-port';
import { applyMigrations } from '../../scripts/database/schema-engine';
import { startWebServer } from '../../scripts/processes/web-server';
import { openDatabase } from '../../src/adapters/postgres/connection/database';
import { expect, fillOffer, offerRow, signInAs, submitOffer } from '../fixtures';
import { invite } from '../people/invitation';
import { on, SeedData, test as base } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };

/** A separate app server, whose database can be made unavailable and available again. */
interface OwnApp {
  readonly address: string;
  readonly databaseUrl: string;
  takeAway(): Promise<void>;
  giveBack(): Promise<void>;
}

const test = base.extend<{ ownApp: OwnApp }>({
  ownApp: async ({}, use, testInfo) => {
    const database = `e2e_${randomUUID().replaceAll('-', '')}`;
    const url = new URL(clusterUrl());
    url.pathname = `/${database}`;
    await administer(`CREATE DATABASE ${database}`);
    await applyMigrations(url.href);
    const server = await startWebServer({
      mode: 'start',
      port: await getPort(),
      distDir: process.env.CRMS_DIST_DIR ?? '.next-test',
      env: {
        DATABASE_URL: url.href,
        CRMS_EMBEDDED_DATABASE: '1',
        CRMS_SECRET: `only-for-tests-${randomUUID()}`,
        CRMS_DEMO: '0',
      },
      log: testInfo.outputPath('server.log'),
    });
    await use({
      address: server.address,
      databaseUrl: url.href,
      takeAway: () =>
        administer(
          `ALTER DATABASE ${database} ALLOW_CONNECTIONS false`,
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`,
        ),
      giveBack: () => administer(`ALTER DATABASE ${database} ALLOW_CONNECTIONS true`),
    });
    await server.stop();
    await administer(`DROP DATABASE ${database} WITH (FORCE)`);
  },
});

function clusterUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (url === undefined) throw new Error('TEST_DATABASE_URL is not set; run npm test.');
  return url;
}

async function administer(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl() });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

test('while the database is unavailable a form keeps its input, and is saved once when it is back', async ({
  page,
  ownApp,
}) => {
  test.slow();
  const database = openDatabase(ownApp.databaseUrl, { connections: 1 });
  const license = await new SeedData(database).license();
  await invite(database.prisma);
  await database.close();
  await signInAs(page, 'priya', ownApp.address);
  await page.goto(`${ownApp.address}${license.address}`);
  await fillOffer(page, SPRING);
  await ownApp.takeAway();
  await submitOffer(page);

  const sheet = page.getByRole('complementary', { name: 'Generate an offer' });
  const alert = sheet.getByRole('alert');
  await expect(alert).toContainText(/^(Not saved|We lost the connection while saving)/, {
    timeout: 20_000,
  });
  await expect(alert).toContainText('Everything you typed is still here');
  await expect(sheet.getByLabel('Name')).toHaveValue('Spring');
  await expect(sheet.getByRole('textbox', { name: 'Price' })).toHaveValue('4.99');

  await ownApp.giveBack();
  await alert.getByRole('button', { name: /^(Try again|Retry)$/ }).click();
  await expect(page.getByText('Added. Saved as version 2.')).toBeVisible();
  await expect(offerRow(page, 'Spring')).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('link', { name: 'v2 Saved' })).toBeVisible();
  await expect(offerRow(page, 'Spring')).toHaveCount(1);
});

test('when all responses after the commit are lost, the page detects that the change was saved', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  await page.goto(license.address);
  await fillOffer(page, SPRING);
  const lost: number[] = [];
  await page.route(license.address, async (route, request) => {
    if (request.method() !== 'POST') return route.continue();
    const answer = await route.fetch();
    lost.push(answer.status());
    return route.abort('connectionreset');
  });
  await submitOffer(page);
  const alert = page.getByRole('complementary').getByRole('alert');
  await expect(alert).toContainText('We lost the connection while saving.', {
    timeout: 20_000,
  });
  expect(lost).toEqual([200, 200, 200]);
  await page.unroute(license.address);
  await alert.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('Already saved as version 2.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'v2 Saved' })).toBeVisible();
  await expect(offerRow(page, 'Spring')).toHaveCount(1);
});

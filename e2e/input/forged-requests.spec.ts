import type { Page, Request } from '@playwright/test';
import { expect, fillOffer, isCommand, offerRow, submitOffer } from '../fixtures';
import type { SeededLicense } from '../seed-data';
import { test } from '../seed-data';
import { GOOD, sheetOf, expectVersion } from './forms';

/** Response to a request that no form sends. */
const INVALID_FORM = 'This form is not valid. Reload the page.';

/** A command as sent by a form. */
type Sent = Record<string, unknown> & {
  key: string;
  input: Record<string, unknown> & {
    plan: { offers: [Record<string, unknown>, ...Record<string, unknown>[]] };
  };
};

/**
 * Submits a form and waits for the response. Checking the page is not enough: the previous response may show the same
 * text, and a form is not submitted again while a response is pending.
 */
async function submitAndWait(page: Page, send: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((response) => isCommand(response.request()));
  await send();
  expect((await answer).status()).toBe(200);
  await expect(page.locator('button[data-pending]')).toHaveCount(0);
}

test('a double click adds one offer', async ({ page, seed }) => {
  const license = await seed.license();
  await page.goto(license.address);
  await fillOffer(page, GOOD);
  await page.getByRole('button', { name: 'Add offer', exact: true }).dblclick();
  await expect(page.getByText('Added. Saved as version 2.')).toBeVisible();
  await expectVersion(page, license, 2);
  await expect(offerRow(page, GOOD.name)).toHaveCount(1);
});

test('the same request twice adds one offer and gets the same response', async ({ page, seed }) => {
  const license = await seed.license();
  await page.goto(license.address);
  await fillOffer(page, GOOD);
  const sent = page.waitForRequest(isCommand);
  await submitOffer(page);
  await expect(page.getByText('Added. Saved as version 2.')).toBeVisible();

  const { url, headers, body } = await contentOf(await sent);
  const again = await page.request.post(url, { headers, data: body });
  expect(again.status()).toBe(200);
  expect(await again.text()).toMatch(/"status":"saved",.*"version":2,.*"replayed":true/);
  await expectVersion(page, license, 2);
  await expect(offerRow(page, GOOD.name)).toHaveCount(1);
});

test('a request that no form sends is refused with a message, and the form stays usable', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  const forged: readonly [change: (sent: Sent) => unknown, sentence: string][] = [
    [inputWith({ expectedVersion: undefined }), 'This form does not name its base version'],
    [inputWith({ expectedVersion: '1' }), 'This form does not name its base version'],
    [inputWith({ expectedVersion: -1 }), 'A version is at least 1.'],
    [inputWith({ expectedVersion: 99 }), 'Version 99 does not exist; the latest is 1.'],
    [inputWith({ expectedVersion: 2 ** 40 }), 'This version does not exist.'],
    [({ key: _, ...sent }) => sent, 'This form has no key.'],
    [inputWith({ licenseId: '1' }), 'This item does not exist.'],
    [
      inputWith({ licenseId: '00000000-0000-4000-8000-000000000000' }),
      'This license does not exist.',
    ],
    [inputWith({ plan: undefined }), INVALID_FORM],
    [inputWith({ plan: { kind: 'at', offers: [] } }), INVALID_FORM],
    [inputWith({ extra: true }), INVALID_FORM],
    [(sent) => ({ ...sent, extra: true }), INVALID_FORM],
    [(sent) => ({ ...sent, input: null }), INVALID_FORM],
    [(sent) => ({ ...sent, kind: 'toString' }), INVALID_FORM],
    [(sent) => ({ ...sent, kind: 'apply-change' }), INVALID_FORM],
    [() => 'not a command at all', INVALID_FORM],
    [() => null, INVALID_FORM],
    [offerWith({ currency: 'XXX' }), '“XXX” is not an ISO 4217 currency code.'],
    [offerWith({ currency: '' }), 'Choose a currency.'],
    [offerWith({ devices: ['toaster'] }), '“toaster” is not a known device.'],
    [offerWith({ prices: [{ format: '', kind: 'WSP', price: 4.99 }] }), 'Fill in this field.'],
    [offerWith({ name: { first: 'Pre' } }), 'Fill in this field.'],
    [offerWith({ discount: '1' }), INVALID_FORM],
    [offerWith({ firstDay: '0000-01-01' }), '“0000-01-01” is not a valid date.'],
    [offerWith({ firstDay: '2026-02-30' }), '“2026-02-30” is not a valid date.'],
    [offerWith({ firstDay: '2026-03-01T00:00Z' }), '“2026-03-01T00:00Z” is not a valid date.'],
  ];
  await page.goto(license.address);
  await fillOffer(page, GOOD);
  for (const [change, sentence] of forged) {
    await forgeCommands(page, license, change);
    await submitAndWait(page, () => submitOffer(page));
    await expect(sheetOf(page).getByRole('alert'), String(change)).toContainText(sentence);
    await page.unroute(license.address);
  }
  await expect(sheetOf(page).getByLabel('Name')).toHaveValue(GOOD.name);
  await submitOffer(page);
  await expect(page.getByText('Added. Saved as version 2.')).toBeVisible();
});

test('an unknown territory is refused at its field', async ({ page, seed }) => {
  const license = await seed.license();
  await page.goto(license.address);
  await page.getByRole('button', { name: 'Amend terms' }).click();
  const sheet = page.getByRole('complementary', { name: license.name });
  await sheet.getByLabel('Name').fill('Renamed');
  await forgeCommands(page, license, (sent) =>
    JSON.parse(JSON.stringify(sent).replace('"US"', '"ZZ"')),
  );
  await sheet.getByRole('button', { name: 'Amend terms' }).click();
  await expect(sheet.getByRole('button', { name: /^Territories/ })).toHaveAccessibleDescription(
    /“ZZ” is no/,
  );
  await expect(sheet.getByLabel('Name')).toHaveValue('Renamed');
  await expectVersion(page, license, 1);
});

/** Replaces every command of a license's page on its way to the server. */
async function forgeCommands(
  page: Page,
  { address }: SeededLicense,
  change: (sent: Sent) => unknown,
): Promise<void> {
  await page.route(address, (route, request) => {
    if (!isCommand(request)) return route.continue();
    const [sent] = JSON.parse(request.postData() ?? '[]') as [Sent];
    return route.continue({ postData: JSON.stringify([change(sent)]) });
  });
}

/** Changes properties of a command's input; JSON omits undefined ones. */
function inputWith(parts: Record<string, unknown>): (sent: Sent) => unknown {
  return (sent) => ({ ...sent, input: { ...sent.input, ...parts } });
}

/** Changes the offer that a command adds. */
function offerWith(parts: Record<string, unknown>): (sent: Sent) => unknown {
  return (sent) => {
    const offer = { ...sent.input.plan.offers[0], ...parts };
    return inputWith({ plan: { kind: 'at', offers: [offer] } })(sent);
  };
}

test('a body beyond the limit is refused in the browser and on the server', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  await page.goto(license.address);
  const tooLong = 'x'.repeat(300_000);
  await fillOffer(page, { ...GOOD, name: tooLong });
  await submitOffer(page);
  const sheet = sheetOf(page);
  await expect(sheet.getByRole('alert')).toContainText('This is too long.');
  const name = sheet.getByLabel('Name');
  expect((await name.inputValue()).length).toBe(tooLong.length);

  await name.fill(GOOD.name);
  const sent = page.waitForRequest(isCommand);
  await submitOffer(page);
  await expect(page.getByText('Added. Saved as version 2.')).toBeVisible();
  const { headers, ...request } = await contentOf(await sent);
  const forced = await page.request.post(request.url, {
    headers,
    data: request.body.replace(GOOD.name, tooLong),
  });
  expect(forced.ok()).toBe(false);
  await expectVersion(page, license, 2);
});

async function contentOf(request: Request) {
  const headers = await request.allHeaders();
  delete headers['content-length'];
  return { url: request.url(), headers, body: request.postData() ?? '' };
}

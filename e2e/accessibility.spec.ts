import { expectAccessible } from './accessible';
import {
  anotherBrowser,
  chooseLicense,
  expect,
  expectVersion,
  fillOffer,
  offerRow,
  submitOffer,
  typeDay,
} from './fixtures';
import { on, test, unique } from './seed-data';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

test('lists, contracts, forms and empty pages are accessible', async ({ page, seed }) => {
  test.slow();
  const contract = await seed.contract();
  await page.goto(`/licenses?q=${unique('nobody')}`);
  await expect(page.getByText('No licenses match')).toBeVisible();
  await expectAccessible(page, 'a list without licenses');
  await page.goto(contract.address);
  await expect(page.getByText('No licenses under this contract yet')).toBeVisible();
  await expectAccessible(page, 'a contract without licenses');
  await seed.license({ contract, offers: [SPRING, AUTUMN] });
  await seed.license({ contract, lastDay: null, territories: ['DE', 'AT', 'CH', 'LI'] });
  await page.reload();
  await expectAccessible(page, 'a contract');
  await page.goto(`/licenses?studio=${contract.studio}`);
  await expect(page.getByRole('table', { name: 'Licenses' })).toBeVisible();
  await expectAccessible(page, 'licenses');
  await page.goto('/contracts');
  await expectAccessible(page, 'contracts');
  await page.goto('/contracts/new');
  await expectAccessible(page, 'a new contract');
  await page.goto(`/licenses/new?contract=${contract.id}`);
  await expectAccessible(page, 'a new license');
  await page.getByRole('button', { name: 'Grant license' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /Fix \d+ fields/ })).toBeVisible();
  await expectAccessible(page, 'a new license that is refused');
  await page.goto('/history');
  await expectAccessible(page, 'history');
  await page.goto('/nothing');
  await expectAccessible(page, 'nothing');
  await page.setViewportSize(PHONE);
  await page.goto(`/licenses?studio=${contract.studio}`);
  await expectAccessible(page, 'licenses on a phone');
});

test('a license, its forms and its history are accessible', async ({ page, seed }) => {
  test.slow();
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  await page.goto(license.address);
  await expectAccessible(page, 'a license');

  await page.getByRole('gridcell', { name: /^Spring/ }).click();
  await expect(page.getByRole('complementary', { name: 'Spring' })).toBeVisible();
  await expectAccessible(page, 'an offer');
  await page.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: /^New offer( N)?$/ }).click();
  const sheet = page.getByRole('complementary');
  await expectAccessible(page, 'a new offer at dates');
  for (const kind of ['First free', 'Price ladder']) {
    await sheet.getByText(kind, { exact: true }).click();
    await expectAccessible(page, `a new offer as ${kind}`);
  }
  await page.getByRole('button', { name: 'Add offers' }).click();
  await expect(sheet.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'a price ladder that is refused');
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Amend terms' }).click();
  await typeDay(sheet, 'Last day', on('10-15'));
  await expect(sheet.getByRole('status')).toContainText('1 offer would no longer fit');
  await expectAccessible(page, 'an amendment');
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.setViewportSize(PHONE);
  await expect(page.getByRole('list', { name: 'Offers and free days' })).toBeVisible();
  await expectAccessible(page, 'a license on a phone');
  await page.goto(`${license.address}/history`);
  await expectAccessible(page, 'the history of a license');
  await page.goto(`${license.address}?version=1`);
  await expectAccessible(page, 'a license as it was');
});

test('the conflict dialog is accessible', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING] });
  await page.goto(license.address);
  await offerRow(page, 'Spring').getByRole('button', { name: 'Spring' }).click();
  await page.getByRole('textbox', { name: 'Price' }).fill('5.49');
  await seed.replace(license, SPRING, { ...SPRING, price: '5.99' }, { version: 2, by: 'Marta' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const prompt = page.getByRole('dialog', { name: 'Marta saved while you were editing' });
  await expect(prompt).toContainText('both changed the price');
  await expectAccessible(page, 'a field in dispute');
  await page.keyboard.press('1');
  await expectAccessible(page, 'a field that was chosen');
  await page.getByRole('button', { name: 'Discard my change' }).click();
  await expectVersion(page, 3);

  await fillOffer(page, { ...AUTUMN, name: 'Mine' });
  await seed.offers(license, [AUTUMN], { version: 3, by: 'Marta' });
  await submitOffer(page);
  await expect(prompt).toContainText('Mine overlaps Autumn');
  await expectAccessible(page, 'a change that would overlap now');
});

test('the catalog, a title and its forms are accessible', async ({ page, seed }) => {
  test.slow();
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const series = await seed.title({ license, offer: SPRING, kind: 'series' });
  const identifiers = [{ scheme: 'house', value: unique('HSE') }];
  const parts = { kind: 'season', parentId: series.id, position: 1, identifiers };
  const season = await seed.title({ license, offer: SPRING, ...parts });
  await page.goto(`/content?q=${unique('zzyzx')}`);
  await expect(page.getByText('No titles match')).toBeVisible();
  await expectAccessible(page, 'a catalog without titles');
  await page.goto(`/content?studio=${license.contract.studio}`);
  await expect(page.getByRole('table', { name: 'Titles' })).toBeVisible();
  await expectAccessible(page, 'the catalog');
  await page.goto(series.address);
  await expectAccessible(page, 'a title');
  await page.getByRole('button', { name: 'Unassign Spring' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'only offer' })).toBeVisible();
  await expectAccessible(page, 'the last offer of a title');
  await page.getByRole('button', { name: 'Assign offer' }).click();
  const sheet = page.getByRole('complementary');
  await chooseLicense(sheet, license.name);
  await seed.assign(series, license, AUTUMN, { by: 'Marta' });
  await sheet.getByRole('button', { name: /Offer$/ }).click();
  await page.getByRole('option', { name: 'Autumn' }).click();
  await expectAccessible(page, 'choosing an offer');
  await sheet.getByRole('button', { name: 'Assign offer' }).click();
  await expect(
    page.getByRole('dialog', { name: 'Marta saved while you were editing' }),
  ).toBeVisible();
  await expectAccessible(page, 'an assignment that came second');

  await page.goto('/content/new');
  await page.getByRole('button', { name: 'Register title' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /Fix \d+ fields/ })).toBeVisible();
  await expectAccessible(page, 'a new title that is refused');
  await page.goto(`${season.address}/edit`);
  await expectAccessible(page, 'a correction of a title');
  await page.goto(`${season.address}/history`);
  await expectAccessible(page, 'the history of a title');
  await page.setViewportSize(PHONE);
  await page.goto(season.address);
  await expectAccessible(page, 'a title on a phone');
  await page.goto(`/content?studio=${license.contract.studio}`);
  await expectAccessible(page, 'the catalog on a phone');
});

test('tokens and webhooks are accessible', async ({ browser }) => {
  test.slow();
  const ada = await anotherBrowser(browser, 'ada');
  /** Checks the page at desktop and phone size. */
  const expectAccessibleEverywhere = async (what: string) => {
    await ada.setViewportSize(DESK);
    await expectAccessible(ada, what);
    await ada.setViewportSize(PHONE);
    await expectAccessible(ada, `${what} on a phone`);
  };
  const name = unique('Storefront');
  await ada.goto('/tokens');
  await ada.getByRole('button', { name: 'Create token' }).click();
  await expect(ada.getByRole('form', { name: 'New token' }).getByRole('alert')).toBeVisible();
  await expectAccessibleEverywhere('a token that is refused');
  await ada.getByLabel('Name').fill(name);
  await ada.getByRole('button', { name: 'Create token' }).click();
  await expect(ada.getByText(`The token of ${name} is ready.`)).toBeVisible();
  await expect(ada.getByRole('button', { name: `Revoke ${name}` })).toBeVisible();
  await expectAccessibleEverywhere('a token that is shown');
  await ada.getByRole('button', { name: `Revoke ${name}` }).click();
  await expectAccessibleEverywhere('a token about to be revoked');

  await ada.goto('/webhooks');
  await ada.getByLabel('Name').fill(name);
  await ada.getByLabel('Address').fill('http://127.0.0.1:9/');
  await ada.getByRole('button', { name: 'Add webhook' }).click();
  await expect(ada.getByLabel('Secret')).toBeVisible();
  await expectAccessibleEverywhere('webhooks');
  await ada.getByRole('button', { name: `Remove ${name}` }).click();
  await ada.getByRole('button', { name: `Remove ${name}` }).click();
  await expect(ada.getByText('Removed. It gets no more events.')).toBeVisible();
  await ada.context().close();
});

test('the API documentation is accessible', async ({ browser }) => {
  test.slow();
  const ada = await anotherBrowser(browser, 'ada');
  await ada.goto('/api/v1/docs');
  await expect(ada.getByRole('heading', { level: 1, name: 'HTTP API' })).toBeVisible();
  // axe would need minutes for thousands of similar elements, so only the first card of each section is checked.
  await ada.evaluate(() => {
    for (const card of document.querySelectorAll('main section > section:nth-of-type(n + 2)'))
      card.remove();
  });
  for (const size of [DESK, PHONE]) {
    await ada.setViewportSize(size);
    await expectAccessible(ada, `the documents of the API at ${size.width} px`);
  }
  await ada.context().close();
});

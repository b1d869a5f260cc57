import { expectAccessible } from '../accessible';
import { expect, offerRow } from '../fixtures';
import { cell } from './price-table-pages';
import { inDays, test } from '../seed-data';

test('a missing amount is found, filled in, and shown where the tier is on offer', async ({
  page,
  seed,
}) => {
  test.slow();
  const offer = { name: 'Premiere', price: 'Tier 1', firstDay: inDays(-30), lastDay: inDays(60) };
  const license = await seed.license({
    ...{ rightsType: 'EST', territories: ['CA', 'US'], offers: [offer] },
    ...{ firstDay: inDays(-60), lastDay: inDays(90) },
  });
  const title = await seed.title({ license, offer });
  const ask = async () => {
    const question = { territory: 'CA', device: 'tv', rights: 'EST', first: inDays(0) };
    const search = new URLSearchParams({ ...question, last: inDays(0), title: title.id });
    await page.goto(`/availability?${search.toString()}`);
  };

  await ask();
  const answers = page.getByRole('table', { name: 'Answers' });
  await expect(answers).toContainText('Yes');
  await expect(answers).toContainText('No amount for Tier 1, CA yet');
  await expectAccessible(page, 'an answer without an amount');
  await answers.getByRole('link', { name: 'Missing amounts' }).click();
  const missing = page.getByRole('table', { name: 'Missing amounts' });
  await expect(missing.getByRole('row', { name: /^Tier 1/ })).toContainText('CA and US');
  await expectAccessible(page, 'the board of missing amounts');

  await missing.getByRole('link', { name: /^Fill in Tier 1/ }).click();
  await cell(page, 'Tier 1', 0).click();
  await page.keyboard.type('16.99');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await page.waitForURL(/\/price-tables\/[\da-f-]{36}$/);
  await expect(page.getByRole('link', { name: /^v1/ }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText('1 title waits for an amount that has no cell here.')).toBeVisible();
  await page.getByRole('button', { name: 'Add its cell' }).click();
  await expect(page.getByRole('columnheader', { name: /^USD/ })).toBeVisible();
  await expect(page.getByText('has no cell here')).toHaveCount(0);

  await ask();
  await expect(answers).toContainText('Tier 1: C$16.99');
  await page.goto(license.address);
  await expect(offerRow(page, 'Premiere')).toContainText('Tier 1 C$16.99');
  await expect(
    page.getByRole('gridcell', { name: /^Premiere, .+ Tier 1 C\$16\.99, US no amount yet,/ }),
  ).toBeVisible();
  await expect(page.getByText('version 2')).toHaveCount(0);
  await offerRow(page, 'Premiere').getByRole('button').click();
  const amounts = page.getByRole('region', { name: 'Amounts of the tiers' });
  await expect(amounts).toContainText('CA Tier 1: C$16.99');
  await expect(amounts).toContainText('No amount for Tier 1, US yet');
  await expectAccessible(page, 'an offer on a tier');
  await page.goto(title.address);
  await expect(page.getByRole('table', { name: 'Assigned offers' })).toContainText('C$16.99');
});

import { expectAccessible } from '../accessible';
import { expect } from '../fixtures';
import { inDays, test } from '../seed-data';

const NOW = { name: 'Now', price: '4.99', firstDay: inDays(-10), lastDay: inDays(100) };
const REASON = 'Rights reverted';

test('history shows a title as it was before each change', async ({ page, seed }) => {
  const license = await seed.license({
    firstDay: inDays(-30),
    lastDay: inDays(300),
    offers: [NOW],
  });
  const title = await seed.title({ license, offer: NOW });
  await seed.replace(license, NOW, { ...NOW, price: '5.99' });
  await seed.takeDown(title, inDays(5), REASON);
  await seed.end(license, inDays(-11), REASON, { version: 3, by: 'Ana' });

  await page.goto(`${title.address}/history`);
  await page.getByRole('link', { name: 'v2', exact: true }).click();
  await expect(page.getByText('As of version 2 of 3.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Takedowns' })).toContainText(
    `Will be taken down everywhere`,
  );
  const offers = page.getByRole('table', { name: 'Assigned offers' });
  await expect(offers).toContainText('Now');
  await expect(offers).toContainText('$5.99');
  await expect(page.getByRole('img', { name: /^On offer .*: Now$/ })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Gaps' })).toContainText('Taken down');
  await expect(
    page.getByRole('table', { name: 'Licenses of this title' }).getByRole('row').nth(1),
  ).toContainText(license.name);
  const main = page.getByRole('main');
  await expect(
    main.getByRole('button', { name: /Move|Unassign|Take down|Bring back|Edit/ }),
  ).toHaveCount(0);
  await expectAccessible(page, 'a title as of an earlier version');

  // The place whose coverage is shown can be chosen, and the version stays.
  await page.getByRole('button', { name: /^Device/ }).click();
  await page.getByRole('option', { name: 'Mobile' }).click();
  await expect(page).toHaveURL(/device=mobile/);
  await expect(page.getByText('As of version 2 of 3.')).toBeVisible();

  await page.getByRole('link', { name: 'Version 1' }).click();
  await expect(page.getByText('As of version 1 of 3.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Takedowns' })).toHaveCount(0);
  await expect(offers).toContainText('$5.99');

  await page.goto(`${title.address}?version=3`);
  await expect(page.getByRole('region', { name: 'This title is retired' })).toContainText(REASON);
  const had = page.getByRole('table', { name: /^What it had/ });
  await expect(had).toContainText('Now');
  await expect(had.getByRole('row').nth(1)).toContainText(new RegExp(`${license.name}\\s*Ended`));
  await page.getByRole('link', { name: 'Show the latest' }).click();
  await expect(page.getByRole('button', { name: 'Bring back' })).toBeVisible();

  // The license says the same of itself.
  await page.goto(`${license.address}?version=4`);
  await expect(page.getByRole('region', { name: 'This license has ended' })).toContainText(REASON);
  await page.getByRole('link', { name: 'Version 3' }).click();
  await expect(page.getByText('As of version 3 of 4.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'This license has ended' })).toHaveCount(0);
});

import { expect } from '../../fixtures';
import { inDays, test } from '../../seed-data';

const OFFERS = Array.from({ length: 220 }, (_, index) => ({
  name: `Offer ${index + 1}`,
  price: '4.99',
  firstDay: inDays(2 * index + 1),
  lastDay: inDays(2 * index + 2),
}));

test('of more offers than are drawn at once, each is there where the page is scrolled to it', async ({
  page,
  seed,
}) => {
  const license = await seed.license({
    ...{ firstDay: inDays(0), lastDay: inDays(600), offers: OFFERS },
  });
  await page.goto(license.address);
  const row = (name: string) => page.getByRole('rowheader', { name, exact: true });
  await expect(row('Offer 1')).toBeVisible();
  await expect(row('Offer 220')).toHaveCount(0);
  await page.getByRole('heading', { name: 'Titles', exact: true }).scrollIntoViewIfNeeded();
  await expect(row('Offer 220')).toBeVisible();
  await expect(row('Offer 1')).toHaveCount(0);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  const cards = page.getByRole('list', { name: 'Offers and free days' }).getByRole('listitem');
  await expect(cards.filter({ hasText: /^Offer 1\b/ })).toBeVisible();
  await expect(cards.filter({ hasText: 'Offer 220' })).toHaveCount(0);
  await page.getByRole('heading', { name: 'Titles', exact: true }).scrollIntoViewIfNeeded();
  await expect(cards.filter({ hasText: 'Offer 220' })).toBeVisible();
});

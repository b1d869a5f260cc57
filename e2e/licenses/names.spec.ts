import { expect } from '../fixtures';
import { test, unique } from '../seed-data';

test('a territory is found by a common name and selected with Enter', async ({ page, seed }) => {
  const contract = await seed.contract();
  await page.goto(`/licenses/new?contract=${contract.id}`);
  const territories = page.getByRole('button', { name: /^Territories/ });
  await territories.click();
  const filter = page.getByRole('combobox', { name: 'Filter territories' });
  await expect(filter).toBeFocused();
  for (const typed of ['UK', 'USA', 'UAE', 'Turkey', 'Holland', 'Burma']) {
    await page.keyboard.type(typed);
    await expect(page.getByRole('option').first()).toHaveAttribute('data-focused', 'true');
    await page.keyboard.press('Enter');
    await filter.fill('');
  }
  await page.keyboard.press('Escape');

  const chosen = page.getByRole('grid', { name: 'Chosen territories' }).getByRole('row');
  await expect(chosen).toHaveText([
    'United Arab Emirates',
    'United Kingdom',
    'Myanmar',
    'Netherlands',
    'Türkiye',
    'United States',
  ]);
});

test('a long filter selects the match on Enter, or the option reached by arrow key', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ name: unique('Isles'), territories: ['GB', 'UA'] });
  for (const [keys, territory] of [
    [['Enter'], 'United Kingdom'],
    [['ArrowDown', 'Enter'], 'Ukraine'],
  ] as const) {
    await page.goto('/licenses');
    await page
      .getByRole('button', { name: /^Territory/ })
      .first()
      .click();
    const filter = page.getByRole('combobox', { name: 'Find in territory' });
    await expect(filter).toBeFocused();
    await page.keyboard.type('uk');
    await expect(page.getByRole('option')).toHaveText([/United Kingdom/, /Ukraine/]);
    for (const key of keys) await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await expect(filter).toBeHidden();
    await expect(
      page.getByRole('button', { name: `Territory ${territory}`, exact: true }),
    ).toBeVisible();
  }
  await page.goto(`/licenses?q=${encodeURIComponent(license.name)}&territory=UA`);
  await expect(page.getByRole('link', { name: license.name })).toBeVisible();
});

test('typing in the closed language field of a question searches and does not jump', async ({
  page,
}) => {
  await page.goto('/availability');
  const field = page.getByRole('button', { name: /Language$/ });
  await field.focus();
  await page.keyboard.type('icel');
  await expect(page.getByRole('combobox', { name: 'Find in language' })).toHaveValue('icel');
  await expect(page.getByRole('option')).toHaveText([/Icelandic/]);
  await page.keyboard.press('Enter');
  await expect(field).toHaveAccessibleName('Icelandic Language');
  await expect(field).toBeFocused();
});

test('a duplicate contract in another spelling is refused at its field', async ({ page, seed }) => {
  const contract = await seed.contract();
  await page.goto('/contracts/new');
  await page.getByLabel('Studio').fill(` ${contract.studio.toUpperCase()}`);
  await page.getByLabel('Reference number').fill(contract.reference.toLowerCase());
  await page.getByRole('button', { name: 'Record contract' }).click();
  await expect(
    page.getByText(/already has a contract with the reference number/).first(),
  ).toBeVisible();
});

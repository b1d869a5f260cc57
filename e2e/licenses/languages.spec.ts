import type { Page } from '@playwright/test';
import { expect, typeDay } from '../fixtures';
import { on, test, unique } from '../seed-data';

const OFFER = { name: 'Spring', firstDay: on('03-01'), lastDay: on('03-31') };

/** Chooses languages in a field by typing their names or tags. */
async function choose(page: Page, field: RegExp, typed: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: field }).click();
  const filter = page.getByRole('combobox', { name: 'Filter languages' });
  await expect(filter).toBeFocused();
  for (const text of typed) {
    await page.keyboard.type(text);
    await expect(page.getByRole('option').first()).toHaveAttribute('data-focused', 'true');
    await page.keyboard.press('Enter');
    await filter.fill('');
  }
  await page.keyboard.press('Escape');
}

test('a license is granted for chosen formats and languages, and its page says so', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  await page.goto(`/licenses/new?contract=${contract.id}`);
  await page.getByLabel('Name').fill('French dub');
  await page.getByRole('button', { name: /Rights type/ }).click();
  await page.getByRole('option', { name: /^TVOD/ }).click();
  await page.getByRole('button', { name: /^Territories/ }).click();
  await page
    .getByRole('option', { name: /United States/ })
    .first()
    .click();
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Chosen formats' }).press('Space');
  await page.getByRole('checkbox', { name: 'HD', exact: true }).press('Space');
  await page.getByRole('radio', { name: 'Chosen languages' }).press('Space');
  await choose(page, /^Chosen languages/, ['french', 'de-LI']);
  await choose(page, /^Languages held back/, ['es']);
  await page.getByRole('checkbox', { name: /^Exclusive/ }).press('Space');
  await typeDay(page, 'First day', on('01-01'));
  await typeDay(page, 'Last day', on('12-31'));
  await page.getByRole('button', { name: 'Grant license' }).click();
  await expect(page.getByText('Spanish is held back, but not allowed.').first()).toBeVisible();

  await page.getByRole('button', { name: 'Remove Spanish' }).click();
  await choose(page, /^Languages held back/, ['fr-CA']);
  await page.getByRole('button', { name: 'Grant license' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'French dub' })).toBeVisible();
  const head = page.getByRole('banner').or(page.locator('header')).filter({ hasText: 'Formats' });
  await expect(head.first()).toContainText('TVOD exclusive');
  await expect(head.first()).toContainText('HD');
  await expect(head.first()).toContainText('German (Liechtenstein), French');
  await expect(head.first()).toContainText('French (Canada) held back');
});

test('two licenses stand side by side until they have a language in common', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  const of = { contract, offers: [OFFER] };
  const french = await seed.license({ ...of, name: unique('French'), languages: ['fr'] });
  const german = await seed.license({ ...of, name: unique('German'), languages: ['de'] });
  const title = await seed.title({ license: french, offer: OFFER });
  await seed.assign(title, german, OFFER);

  await page.goto(german.address);
  await page.getByRole('button', { name: 'Amend terms' }).click();
  const sheet = page.getByRole('complementary');
  await choose(page, /^Chosen languages/, ['fr-CA']);
  await sheet.getByRole('button', { name: 'Amend terms' }).click();
  const refusal = sheet.getByRole('alert').filter({ hasText: 'two prices at once' });
  await expect(refusal).toContainText('in French (Canada)');

  await sheet.getByRole('button', { name: 'Remove French (Canada)' }).click();
  await choose(page, /^Chosen languages/, ['italian']);
  await sheet.getByRole('button', { name: 'Amend terms' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.locator('header').filter({ hasText: 'Languages' }).first()).toContainText(
    'German, Italian',
  );

  const question = { territory: 'US', device: 'tv', rights: 'TVOD', first: on('03-10') };
  const ask = (language: string) =>
    page.goto(
      `/availability?${String(new URLSearchParams({ ...question, language, title: title.id }))}`,
    );
  await ask('it');
  await expect(page.getByRole('table')).toContainText(german.name);
  await ask('es');
  await expect(page.getByRole('table')).toContainText('Only for German, French and Italian.');
});

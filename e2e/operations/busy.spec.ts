import pg from 'pg';
import { expect, fillOffer, offerRow, submitOffer } from '../fixtures';
import { databaseUrl, on, test } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };

test('a form for a locked license reports that it is busy, and a retry saves once', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  await page.goto(license.address);
  await fillOffer(page, SPRING);
  const holder = new pg.Client({ connectionString: databaseUrl() });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM licenses WHERE id = $1 FOR UPDATE', [license.id]);
    await submitOffer(page);

    const sheet = page.getByRole('complementary', { name: 'Generate an offer' });
    const alert = sheet.getByRole('alert');
    await expect(alert).toContainText('The database is busy. Nothing was saved; try again.');
    await expect(alert).toContainText('Everything you typed is still here');
    await expect(sheet.getByLabel('Name')).toHaveValue('Spring');
    await holder.query('ROLLBACK');
    await alert.getByRole('button', { name: 'Try again' }).click();
  } finally {
    await holder.end();
  }
  await expect(page.getByText('Added. Saved as version 2.')).toBeVisible();
  await expect(offerRow(page, 'Spring')).toHaveCount(1);
});

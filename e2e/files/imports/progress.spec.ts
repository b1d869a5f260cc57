import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expectAccessible } from '../../accessible';
import { availsFile, movieRow } from '../avails-workbook';
import { commitBar, fileName, openPart, studio, uploadAndCheck } from '../import-pages';
import { expect } from '../../fixtures';
import { FIRST_RULES } from '../../../src/domain/avails/import-rules';
import { databaseUrl, test, unique } from '../../seed-data';

const PHONE = { width: 390, height: 844 };

test('the progress of a job is shown while it runs and after a reload', async ({
  page,
  database,
}) => {
  const { prisma } = database;
  const [id, name] = [randomUUID(), fileName()];
  await prisma.$executeRaw`
    INSERT INTO imports (id, file_name, file, uploaded_by, uploaded_at, state, revision, rules)
    VALUES (${id}::uuid, ${name}, '', 'Seed', now(), 'checking', 1, ${JSON.stringify(FIRST_RULES)}::jsonb)`;
  await prisma.$executeRaw`
    INSERT INTO import_progress (import_id, words, done, total, cancelled)
    VALUES (${id}::uuid, 'Reading the rows', 0, 0, false)`;
  await page.goto(`/imports/${id}`);
  const progress = page.getByRole('region', { name: 'Progress' });
  const bar = progress.getByRole('progressbar', { name: 'Reading the rows' });
  await expect(bar).not.toHaveAttribute('aria-valuenow');
  await prisma.$executeRaw`
    UPDATE import_progress SET done = 184, total = 612 WHERE import_id = ${id}::uuid`;
  await expect(bar).toHaveAttribute('aria-valuenow', '184');
  await expect(progress).toContainText('184 of 612');
  await expect(page.getByRole('status').filter({ hasText: '25 percent' })).toBeAttached();
  await expectAccessible(page, 'a job under way');
  await page.reload();
  await expect(bar).toHaveAttribute('aria-valuetext', '184 of 612');
  await page.setViewportSize(PHONE);
  await expectAccessible(page, 'a job under way, on a phone');

  await progress.getByRole('button', { name: 'Cancel' }).click();
  const isCancelled = () =>
    prisma.$queryRaw`SELECT cancelled FROM import_progress WHERE import_id = ${id}::uuid`;
  await expect.poll(isCancelled).toEqual([{ cancelled: true }]);
  await prisma.$executeRaw`UPDATE imports SET state = 'cancelled' WHERE id = ${id}::uuid`;
  await expect(page.getByText('The check was canceled.')).toBeVisible();
  await expect(progress).toHaveCount(0);
});

test('a check shows its progress after a reload, is canceled, and repeated', async ({
  page,
  seed,
}) => {
  const { of } = await studio(seed);
  await uploadAndCheck(page, availsFile(fileName(), [movieRow(of(unique('Tarn')))]));
  const release = await holdRows(page.url());
  await openPart(page, 'Rules');
  await page.getByText('The day after', { exact: true }).click();
  await expect(page.getByText('is the first day after the window')).toBeVisible();
  await page.getByRole('button', { name: 'Check again with these rules' }).click();
  const progress = page.getByRole('region', { name: 'Progress' });
  await expect(progress).toBeVisible();
  await expect(commitBar(page)).toHaveCount(0);
  await page.reload();
  await expect(progress.getByRole('progressbar')).toBeVisible();

  await progress.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('The check was canceled.')).toBeVisible();
  await expect(progress).toHaveCount(0);
  await expectAccessible(page, 'a check that was canceled');
  await release();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(commitBar(page)).toBeVisible();
  await openPart(page, 'Rules');
  await expect(page.getByRole('radio', { name: 'The day after' })).toBeChecked();
});

/**
 * Locks the rows of a file, so that its check cannot end.
 *
 * @returns a function that releases the lock
 */
async function holdRows(address: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  await client.query('BEGIN');
  const importId = new URL(address).pathname.split('/').at(-1);
  await client.query('SELECT FROM import_rows WHERE import_id = $1 FOR UPDATE', [importId]);
  return () => client.end();
}

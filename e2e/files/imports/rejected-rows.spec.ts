import type { Download } from '@playwright/test';
import { read, utils, write } from '@e965/xlsx';
import { availsFile, movieRow, fakeWorkbook } from '../avails-workbook';
import {
  commitBar,
  fileName,
  reviewLine,
  save,
  savedNotice,
  studio,
  uploadAndCheck,
} from '../import-pages';
import { expect } from '../../fixtures';
import { on, test, unique } from '../../seed-data';

test('rejected rows are downloaded, fixed and uploaded again', async ({ page, seed }) => {
  const { of } = await studio(seed);
  const [good, bad] = [unique('Orchard'), unique('Pier')];
  await uploadAndCheck(
    page,
    availsFile(fileName(), [
      movieRow(of(good)),
      movieRow(of(bad), { 'AvailTrans/End': on('01-01').replace(/^\d+/, '2001') }),
    ]),
  );
  await save(page, '1 license');
  const download = page.waitForEvent('download');
  await savedNotice(page).getByRole('link', { name: 'Rejected rows as a workbook' }).click();
  const rejected = read(await bytesOf(await download));
  const sheet = rejected.Sheets[rejected.SheetNames[0] ?? ''] ?? {};
  const table = utils.sheet_to_json<(string | undefined)[]>(sheet, { header: 1 });
  const rows = table.slice(3);
  expect(rows).toHaveLength(1);
  const column = (name: string) => table[1]?.indexOf(name) ?? -1;
  expect(rows[0]?.[column('TitleInternalAlias')]).toBe(bad);
  expect(rows[0]?.[column('Reason')]).toMatch(/before/);

  const end = utils.encode_cell({ r: 3, c: column('End') });
  sheet[end] = { t: 's', v: on('12-31') };
  const buffer = write(rejected, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  await uploadAndCheck(page, { ...fakeWorkbook(fileName(), ''), buffer });
  await expect(commitBar(page)).toContainText('Nothing is left out.');
  await save(page, '1 license');
  await expect(reviewLine(page, 'title', bad)).toContainText('Created');
});

async function bytesOf(download: Download): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

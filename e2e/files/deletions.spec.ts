import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../accessible';
import { expect } from '../fixtures';
import { on, test, unique, YEAR } from '../seed-data';
import { availsFile, movieRow } from './avails-workbook';
import {
  commitBar,
  fileName,
  reviewLine,
  save,
  savedNotice,
  studio,
  uploadAndCheck,
} from './import-pages';

const [PHONE, DESKTOP] = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

/** The answer whether the only title of a studio is available in the United States in March. */
async function answerFor(page: Page, licensor: string): Promise<Locator> {
  const days = `first=${on('03-01')}&last=${on('03-31')}`;
  const asked = `territory=US&device=tv&rights=TVOD&${days}&studio=${encodeURIComponent(licensor)}`;
  await page.goto(`/availability?${asked}`);
  return page.getByRole('table', { name: 'Answers' }).getByRole('row').nth(1);
}

test('a full delete takes a title down that has no other offer, until it is undone', async ({
  page,
  seed,
}) => {
  const { contract, of } = await studio(seed);
  const title = unique('Juniper');
  await uploadAndCheck(page, availsFile(fileName(), [movieRow(of(title))]));
  await save(page, '1 license');
  await expect(await answerFor(page, contract.studio)).toContainText('Yes');

  const deleted = movieRow(of(title), {
    'Disposition/EntryType': 'Full Delete',
    'AvailTrans/Start': '1999-12-31',
    'AvailTrans/End': '2000-01-01',
  });
  const file = availsFile(fileName(), [deleted]);
  const reason = `Deleted by the avails of ${contract.studio} (${file.name})`;
  await uploadAndCheck(page, file);
  await expect(reviewLine(page, 'title', title)).toContainText(
    `Taken down from 1 Jan ${YEAR} in United States as TVOD: ${reason}`,
  );
  await expect(commitBar(page)).toContainText('Takes down 1 title.');
  await expectAccessible(page, 'a review that takes a title down');
  await commitBar(page).getByRole('button', { name: 'Save 1 change' }).click();
  const asked = page.getByRole('alertdialog', { name: 'Saving this file takes down 1 title' });
  await expect(asked.getByRole('listitem')).toContainText(title);
  await page.setViewportSize(PHONE);
  await expectAccessible(page, 'what a commit takes down, on a phone');
  await page.setViewportSize(DESKTOP);
  await asked.getByRole('button', { name: 'Take down and save' }).click();
  await expect(savedNotice(page)).toContainText('Saved by Priya Raman');
  const address = page.url();

  await expect(await answerFor(page, contract.studio)).toContainText(reason);
  await page.goto(address);
  await page.getByRole('button', { name: 'Undo import' }).click();
  await page.getByRole('button', { name: 'Undo it' }).click();
  await expect(page.getByText('Everything this file changed is restored.')).toBeVisible();
  await expect(await answerFor(page, contract.studio)).toContainText('Yes');
});

test('a later file brings the title back, and a deletion of what it never had says so', async ({
  page,
  seed,
}) => {
  const { contract, of } = await studio(seed);
  const title = unique('Rowan');
  const row = movieRow(of(title));
  const deleted = { ...row, 'Disposition/EntryType': 'Full Delete' };
  await uploadAndCheck(page, availsFile(fileName(), [row]));
  await save(page, '1 license');
  await uploadAndCheck(page, availsFile(fileName(), [deleted]));
  await commitBar(page).getByRole('button', { name: 'Save 1 change' }).click();
  await page.getByRole('button', { name: 'Take down and save' }).click();
  await expect(savedNotice(page)).toBeVisible();
  await expect(await answerFor(page, contract.studio)).not.toContainText('Yes');

  await uploadAndCheck(page, availsFile(fileName(), [row]));
  await expect(reviewLine(page, 'title', 'Brought back')).toContainText(
    `Brought back from 1 Jan ${YEAR} in United States as TVOD`,
  );
  await save(page, '1 change');
  await expect(await answerFor(page, contract.studio)).toContainText('Yes');

  const never = { ...deleted, 'AvailTrans/Territory': 'CA' };
  await uploadAndCheck(page, availsFile(fileName(), [never]));
  await expect(reviewLine(page, 'title', title)).toContainText(
    'It has no rights in Canada as TVOD, so there is nothing to delete',
  );
  await expect(commitBar(page).getByRole('button', { name: 'Nothing to save yet' })).toBeDisabled();
});

import { expect } from '../fixtures';
import { test, unique } from '../seed-data';
import { availsFile, movieRow } from './avails-workbook';
import {
  commitBar,
  fileName,
  openPart,
  reviewLine,
  save,
  savedNotice,
  upload,
} from './import-pages';

test('going back and forth between the steps of an import loses nothing and repeats nothing', async ({
  page,
}) => {
  const studio = unique('Studio');
  const reference = unique('DEAL').replace(' ', '-');
  const [ours, other] = [unique('Ours'), unique('Other')];
  const row = (title: string, licensee: string) =>
    movieRow({ studio, contract: '', title }, { 'Avail/Licensee': licensee });
  const file = availsFile(fileName(), [row(ours, 'Tern Street'), row(other, 'Gull & Gannet')]);
  const contract = page.getByLabel('Contract', { exact: true });
  const isUs = page.getByRole('checkbox', { name: 'Tern Street' });
  const expectAnswers = async () => {
    await expect(contract).toHaveValue(reference);
    await expect(isUs).toBeChecked();
  };

  await upload(page, file);
  await contract.fill(reference);
  await page.getByText('Tern Street', { exact: true }).click();
  await openPart(page, 'Problems');
  await page.goBack();
  await expectAnswers();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Imports' })).toBeVisible();
  await page.goForward();
  await expectAnswers();
  await page.reload();
  await expectAnswers();

  await page.getByRole('button', { name: /^Check again with these answers/ }).click();
  await expect(reviewLine(page, 'title', ours)).toBeVisible();
  await openPart(page, 'Decisions');
  await expectAnswers();
  await page.goBack();
  await expect(reviewLine(page, 'title', ours)).toBeVisible();
  await page.goForward();
  await expectAnswers();
  await openPart(page, 'Review');

  await save(page, '1 license');
  for (const step of ['goBack', 'goForward'] as const) {
    await page[step]();
    await expect(savedNotice(page)).toContainText('1 contract, 1 license, 1 offer and 1 title');
    await expect(commitBar(page)).toHaveCount(0);
  }
  await page.goto(`/licenses?q=${encodeURIComponent(ours)}`);
  await expect(page.getByRole('link', { name: new RegExp(`^${ours}`) })).toHaveCount(1);
});

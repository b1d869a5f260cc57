import { expect, expectVersion, offerRow, typeDay } from '../../fixtures';
import { on, test, YEAR } from '../../seed-data';
import { SPRING, AUTUMN, seedLicense, chooseReason } from './closing-pages';

test('an amendment that strands offers leads to ending the license after that day', async ({
  page,
  seed,
}) => {
  const { license } = await seedLicense(seed);
  await page.goto(license.address);
  await page.getByRole('button', { name: 'Amend terms' }).click();
  const amend = page.getByRole('complementary', { name: license.name });
  await typeDay(amend, 'Last day', on('06-30'));
  await amend.getByRole('button', { name: 'Amend terms' }).click();
  await amend.getByRole('button', { name: 'End it and cut what sticks out' }).click();

  const sheet = page.getByRole('complementary', { name: 'End license' });
  await chooseReason(page, sheet, 'Contract expired');
  await sheet.getByRole('button', { name: 'End after 30 Jun, retire 1 title' }).click();
  await expect(page.getByText(`Ended after 30 Jun ${YEAR}. Saved as version 3.`)).toBeVisible();
});

test('a withdrawal retires titles that have nothing else, and one undo brings all of them back', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  for (let count = 0; count < 3; count += 1) await seed.title({ license, offer: AUTUMN });
  await page.goto(license.address);
  await offerRow(page, 'Autumn').getByRole('rowheader').click();
  await page
    .getByRole('complementary', { name: 'Autumn' })
    .getByRole('button', { name: 'Withdraw' })
    .click();
  const preview = page.getByRole('alertdialog', { name: 'Withdraw Autumn?' });
  await preview.getByRole('button', { name: 'Withdraw and retire 3 titles' }).click();
  await expect(page.getByText('Withdrawn. Saved as version 3.')).toContainText(
    '3 titles had it; what has no other offer is retired. Undo brings everything back.',
  );
  await expectVersion(page, 3);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expectVersion(page, 4);
  await expect(offerRow(page, 'Autumn').getByRole('link')).toHaveText('3');
});

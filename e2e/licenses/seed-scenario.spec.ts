import {
  addOffer,
  applyWithEnter,
  expect,
  fillOffer,
  grantLicense,
  offerRow,
  submitOffer,
  test,
} from '../fixtures';

test('a license of DISNEY takes three offers, refuses a fourth, and two people add one each', async ({
  page,
  marta,
}) => {
  const address = await grantLicense(page, {
    studio: 'DISNEY',
    name: 'Library 2019–2024',
    firstDay: '2019-01-01',
    lastDay: '2024-12-31',
  });
  const offers = [
    { name: 'DSC', price: '9.99', firstDay: '2021-01-01', lastDay: '2021-12-31' },
    { name: 'PREM', price: '4.99', firstDay: '2022-01-01', lastDay: '2022-09-30' },
    { name: 'STD_DSC', price: '1.99', firstDay: '2023-01-01', lastDay: '2023-09-08' },
  ];
  for (const [index, offer] of offers.entries()) await addOffer(page, offer, index + 2);

  await fillOffer(page, {
    name: 'FOURTH',
    price: '3.99',
    firstDay: '2021-06-01',
    lastDay: '2022-05-31',
  });
  await submitOffer(page);
  await expect(page.getByRole('alert').filter({ hasText: 'FOURTH overlaps' })).toContainText(
    'FOURTH overlaps DSC by 214 days (1 Jun – 31 Dec 2021) and PREM by 151 days (1 Jan – 31 May 2022).',
  );
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(offerRow(page, 'FOURTH')).toHaveCount(0);

  await marta.goto(address);
  await fillOffer(marta, {
    name: 'MARTA',
    price: '0.99',
    firstDay: '2023-09-09',
    lastDay: '2023-12-31',
  });
  await fillOffer(page, {
    name: 'PRIYA',
    price: '2.99',
    firstDay: '2024-01-01',
    lastDay: '2024-06-30',
  });
  await submitOffer(marta);
  await expect(marta.getByText('Saved as version 5.')).toBeVisible();

  await submitOffer(page);
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('MARTA, $0.99, 9 Sep – 31 Dec 2023');
  await applyWithEnter(page, 'Apply to version 5');
  await expect(page.getByText('Saved as version 6.')).toBeVisible();
  await expect(offerRow(page, 'MARTA')).toBeVisible();
  await expect(offerRow(page, 'PRIYA')).toContainText('$2.99');

  await marta.reload();
  await expect(offerRow(marta, 'PRIYA')).toBeVisible();
  await expect(offerRow(marta, 'MARTA')).toBeVisible();
});

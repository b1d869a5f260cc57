import { expectAccessible } from '../../accessible';
import { availsFile, movieRow } from '../avails-workbook';
import {
  commitBar,
  fileName,
  openPart,
  reviewLine,
  save,
  savedNotice,
  studio,
  uploadAndCheck,
} from '../import-pages';
import { expect, isCommand } from '../../fixtures';
import { on, test, unique } from '../../seed-data';

const PHONE = { width: 390, height: 844 };

test('rules that were typed survive other parts, a reload and another person’s rules', async ({
  page,
  marta,
  seed,
}) => {
  const { contract } = await studio(seed);
  await seed.contract(contract.studio);
  const row = { studio: contract.studio, contract: '', title: unique('Heath') };
  await uploadAndCheck(page, availsFile(fileName(), [movieRow(row, {})]));
  const kept = page
    .getByRole('status')
    .filter({ hasText: /Your unsaved changes from \d\d:\d\d are back/ });
  const reference = page.getByRole('textbox', { name: 'Contract' });
  await reference.fill('Other');
  await openPart(page, 'Rules');
  await expect(reference).toHaveValue('');
  await reference.fill(contract.reference);
  await openPart(page, 'Decisions');
  await expect(kept).toBeVisible();
  await expect(reference).toHaveValue('Other');

  await marta.goto(page.url());
  await openPart(marta, 'Rules');
  await marta.getByText('The day after', { exact: true }).click();
  const decided = marta.waitForResponse((response) => isCommand(response.request()));
  await marta.getByRole('button', { name: 'Check again with these rules' }).click();
  await decided;
  await expect(commitBar(marta)).toBeVisible();
  await marta.reload();
  await expect(marta.getByRole('radio', { name: 'The day after' })).toBeChecked();

  await openPart(page, 'Rules');
  await page.reload();
  await expect(kept).toBeVisible();
  await expect(reference).toHaveValue(contract.reference);
  await expect(page.getByRole('radio', { name: 'The day after' })).toBeChecked();
  await reference.fill('x'.repeat(500));
  await page.getByRole('button', { name: 'Check again with these rules' }).click();
  await expect(reference).toHaveAccessibleDescription(/at most 120 characters/);
  await expect(reference).toBeFocused();
  await reference.fill(contract.reference);
  await page.getByRole('button', { name: 'Check again with these rules' }).click();
  await expect(page.getByRole('link', { name: /^Problems/ })).toBeVisible();
  await expect(kept).toHaveCount(0);
  await page.reload();
  await openPart(page, 'Rules');
  await expect(reference).toHaveValue(contract.reference);
  await expect(page.getByRole('radio', { name: 'The day after' })).toBeChecked();
  await expect(kept).toHaveCount(0);
});

test('a full extract shows the offers it withdraws before saving', async ({ page, seed }) => {
  const { of } = await studio(seed);
  const title = unique('Willow');
  const spring = movieRow(of(title), {
    'AvailTrans/Start': on('03-01'),
    'AvailTrans/End': on('04-30'),
  });
  const autumn = movieRow(of(title), {
    'AvailTrans/Start': on('09-01'),
    'AvailTrans/End': on('10-31'),
    'AvailTrans/PriceValue': '2.99',
  });
  await uploadAndCheck(page, availsFile(fileName(), [spring, autumn]));
  await save(page, '1 license');

  await uploadAndCheck(page, availsFile(fileName(), [spring]));
  await expect(commitBar(page)).toContainText('Withdraws 1 offer');
  await commitBar(page).getByRole('link', { name: 'Show what' }).click();
  await expect(page).toHaveURL(/outcome=withdrawn/);
  await expect(reviewLine(page, 'offer', title)).toContainText('$2.99');
  await commitBar(page).getByRole('button', { name: 'Save 1 license' }).click();
  const asked = page.getByRole('alertdialog', { name: /withdraws 1 offer/ });
  await expect(asked.getByRole('listitem')).toContainText('$2.99');
  await expectAccessible(page, 'what a commit withdraws');
  await asked.getByRole('button', { name: 'Keep reviewing' }).click();
  await expect(asked).toHaveCount(0);
  await expect(commitBar(page)).toBeVisible();
  await commitBar(page).getByRole('button', { name: 'Save 1 license' }).click();
  await asked.getByRole('button', { name: 'Withdraw and save' }).click();
  await expect(savedNotice(page)).toContainText('Saved by Priya Raman');
});

test('a change made after the review is not overwritten', async ({ page, seed }) => {
  const { contract, of } = await studio(seed);
  const [ours, theirs] = [unique('Cinder'), unique('Ember')];
  const rows = (title: string, price: string) =>
    ['03', '09'].map((month) =>
      movieRow(of(title), {
        'AvailTrans/Start': on(`${month}-01`),
        'AvailTrans/End': on(`${month}-28`),
        'AvailTrans/PriceValue': price,
      }),
    );
  await uploadAndCheck(
    page,
    availsFile(fileName(), [...rows(ours, '4.99'), ...rows(theirs, '3.99')]),
  );
  await save(page, '2 licenses');
  const address =
    (await reviewLine(page, 'license', theirs).getByRole('link').getAttribute('href')) ?? '';
  const license = { id: address.split('/').at(-1) ?? '', address, name: theirs, contract };

  await uploadAndCheck(
    page,
    availsFile(fileName(), [...rows(ours, '5.99'), ...rows(theirs, '6.99')]),
  );
  const summer = { name: 'Summer', firstDay: on('06-01'), lastDay: on('06-30') };
  await seed.offers(license, [summer], { version: 2, by: 'Marta Oliveira' });
  await save(page, '2 licenses');
  await expect(savedNotice(page)).toContainText('Not overwritten: 1 license');
  await expectAccessible(page, 'an import that came second');
  await savedNotice(page).getByRole('link', { name: 'Show them' }).click();
  await expect(page).toHaveURL(/outcome=stale/);
  await expect(reviewLine(page, 'license', theirs)).toContainText('Stale');
  await expect(reviewLine(page, 'license', ours)).toHaveCount(0);

  await savedNotice(page).getByRole('button', { name: 'Check again' }).click();
  await expect(commitBar(page)).toBeVisible();
  await save(page, '1 license');
  await page.goto(address);
  const offers = page.getByRole('table', { name: 'Offers', exact: true });
  await expect(offers.getByRole('row').filter({ hasText: '$6.99' })).toHaveCount(2);
  await expect(offers.getByRole('row').filter({ hasText: '$3.99' })).toHaveCount(0);
});

test('a file is saved as a whole only if no license of it is blocked', async ({ page, seed }) => {
  const { of } = await studio(seed);
  const [known, unknown] = [unique('Marsh'), unique('Fen')];
  const newcomer = { studio: unique('Newcomer'), contract: '', title: unknown };
  await uploadAndCheck(
    page,
    availsFile(fileName(), [
      movieRow(of(known)),
      movieRow(newcomer, { 'AvailTrans/PriceValue': '2.99' }),
    ]),
  );
  const saving = commitBar(page);
  await expect(saving).toContainText('Left out: 1 blocked license.');
  await saving.getByText('Save nothing', { exact: true }).click();
  await expect(saving).toContainText('so nothing would be saved');
  await expect(saving.getByRole('button', { name: /^Save/ })).toBeDisabled();
  await saving.getByRole('link', { name: 'See why' }).click();
  await expect(reviewLine(page, 'license', unknown)).toContainText(newcomer.studio);
  await expect(reviewLine(page, 'license', unknown)).toContainText('in the rules');

  await openPart(page, 'Rules');
  const reference = unique('NEW');
  await page.getByRole('textbox', { name: 'Contract' }).fill(reference);
  await page.getByRole('button', { name: 'Check again with these rules' }).click();
  await expect(saving).toContainText('Nothing is left out.');
  await saving.getByText('Save nothing', { exact: true }).click();
  await save(page, '2 licenses');
  await expect(savedNotice(page)).toContainText('Everything in this file is saved.');
  await openPart(page, 'Review');
  await expect(reviewLine(page, 'contract', reference)).toContainText('Created');
});

test('the second of two people who save the same review is refused', async ({
  page,
  marta,
  seed,
}) => {
  const { of } = await studio(seed);
  await uploadAndCheck(page, availsFile(fileName(), [movieRow(of(unique('Ferry')))]));
  await marta.goto(page.url());
  await expect(commitBar(marta)).toBeVisible();
  await save(page, '1 license');
  await commitBar(marta).getByRole('button', { name: 'Save 1 license' }).click();
  await expect(marta.getByRole('alert').filter({ hasText: 'has changed since' })).toBeVisible();
  await expect(savedNotice(marta)).toContainText('Saved by Priya Raman');
});

test('problems, review, rules and results are accessible', async ({ page, seed }) => {
  test.slow();
  const { of } = await studio(seed);
  const rows = [
    ...Array.from({ length: 6 }, (_, place) =>
      movieRow(of(unique('Reed')), { 'AvailTrans/Territory': place % 2 === 0 ? 'UK' : 'XX' }),
    ),
    movieRow(of(unique('Sedge')), {
      'AvailTrans/PriceType': 'Category',
      'AvailTrans/PriceValue': 'New Release',
    }),
    movieRow(of(unique('Rush'))),
  ];
  await page.goto('/imports');
  await expectAccessible(page, 'the imports');
  await uploadAndCheck(page, availsFile(fileName(), rows));
  await expectAccessible(page, 'decisions');
  await openPart(page, 'Problems');
  await expectAccessible(page, 'problems');
  await openPart(page, 'Review');
  await expectAccessible(page, 'a review');
  await openPart(page, 'Rules');
  await expectAccessible(page, 'rules');
  await page.setViewportSize(PHONE);
  await expectAccessible(page, 'rules on a phone');
  await openPart(page, 'Decisions');
  await expectAccessible(page, 'decisions on a phone');
  await openPart(page, 'Problems');
  await expectAccessible(page, 'problems on a phone');
  await openPart(page, 'Review');
  await expectAccessible(page, 'a review on a phone');
  await save(page, '2 licenses');
  await expectAccessible(page, 'what was saved, on a phone');
  await page.goto('/imports');
  await expectAccessible(page, 'the imports on a phone');
});

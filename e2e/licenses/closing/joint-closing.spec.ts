import { expectAccessible } from '../../accessible';
import { expect, typeDay } from '../../fixtures';
import { on, test, YEAR } from '../../seed-data';
import { SPRING, AUTUMN, chooseReason } from './closing-pages';

test('licenses of a contract end together, and one that somebody changed is named first', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  const one = await seed.license({ contract, offers: [SPRING, AUTUMN] });
  const other = await seed.license({ contract, offers: [SPRING] });
  const left = await seed.license({ contract });
  const title = await seed.title({ license: one, offer: AUTUMN });
  await page.goto(contract.address);
  await page.getByRole('button', { name: 'End licenses …' }).click();
  const sheet = page.getByRole('complementary', { name: 'End 3 licenses' });
  const two = page.getByRole('complementary', { name: 'End 2 licenses' });
  await sheet.getByRole('checkbox', { name: left.name }).press('Space');
  await typeDay(two, 'Last day', on('06-30'));
  await chooseReason(page, two, 'Contract expired');
  await expect(two.getByRole('button', { name: /^End 2 licenses/ })).toBeEnabled();
  // The sheet follows what is chosen, and says by itself that it is behind.
  await seed.offers(left, [AUTUMN], { by: 'Ana' });
  await seed.replace(other, SPRING, { ...SPRING, price: '5.99' }, { by: 'Marta Oliveira' });
  const alert = two.getByRole('alert');
  await expect(alert).toContainText(`Marta Oliveira has saved ${other.name} since.`);
  await expect(alert).not.toContainText(left.name);
  await expect(two.getByText('saved since', { exact: true })).toBeVisible();
  await alert.getByRole('button', { name: 'Check again' }).click();

  await expect(two.getByRole('link', { name: title.title })).toBeVisible();
  await expect(two).toContainText(`${one.name}: Autumn`);
  // What is cut or withdrawn is drawn before and after, on one scale; a license that only ends earlier is not.
  const drawn = two.getByRole('region', { name: one.name });
  await expect(drawn.getByRole('img')).toHaveCount(2);
  await expect(drawn.getByRole('img').first()).toHaveAccessibleName(/2 offers/);
  await expect(drawn.getByRole('img').last()).toHaveAccessibleName(/1 offer\b/);
  await expect(two.getByRole('region', { name: other.name })).toHaveCount(0);
  await expectAccessible(page, 'what ending licenses of a contract does');
  await two.getByRole('button', { name: 'End 2 licenses after 30 Jun, retire 1 title' }).click();
  await expect(page.getByText(`Ended 2 licenses after 30 Jun ${YEAR}.`)).toBeVisible();
  await page.getByRole('button', { name: 'End licenses …' }).click();
  await expect(
    page.getByRole('complementary', { name: 'End license' }).getByRole('checkbox'),
  ).toHaveCount(1);
  await page.goto(one.address);
  await expect(page.getByRole('region', { name: 'This license has ended' })).toContainText(
    `Ended after 30 Jun ${YEAR}: Contract expired`,
  );
});

test('a stale end of licenses is a prompt: what was saved since, and what the end would do now', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  const one = await seed.license({ contract, offers: [SPRING] });
  const other = await seed.license({ contract, offers: [SPRING] });
  await page.goto(contract.address);
  await page.getByRole('button', { name: 'End licenses …' }).click();
  const sheet = page.getByRole('complementary', { name: 'End 2 licenses' });
  await typeDay(sheet, 'Last day', on('06-30'));
  await chooseReason(page, sheet, 'Terminated');
  await expect(sheet).toContainText('Nothing is cut. The license only ends earlier.');
  await seed.offers(other, [AUTUMN], { version: 2, by: 'Marta Oliveira' });
  await expect(sheet.getByRole('alert')).toContainText(
    `Marta Oliveira has saved ${other.name} since.`,
  );
  await sheet.getByRole('button', { name: 'End 2 licenses after 30 Jun' }).click();
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await expect(dialog).toContainText('A license has changed since you looked.');
  const changed = dialog.getByRole('row').filter({ hasText: other.name }).first();
  await expect(changed).toContainText('Version 2');
  await expect(changed).toContainText('Marta Oliveira: ');
  await expect(changed).toContainText('Version 3');
  await expect(dialog.getByRole('row').filter({ hasText: 'Withdrawn' })).toContainText(
    `Now ${other.name}: Autumn`,
  );
  await expect(dialog).toContainText('It withdraws 1 offer instead of none.');
  await expectAccessible(page, 'a stale end of several licenses');

  // What was typed is kept, and nothing was written.
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(sheet.getByRole('button', { name: /Reason/ })).toContainText('Terminated');
  await expect(sheet.getByRole('term').filter({ hasText: 'offer is withdrawn' })).toBeVisible();
  await seed.replace(one, SPRING, { ...SPRING, price: '5.99' }, { by: 'Nora Lind' });
  await expect(sheet.getByRole('alert')).toContainText(`Nora Lind has saved ${one.name} since.`);
  await page.keyboard.press('Control+Enter');
  const again = page.getByRole('dialog', { name: 'Nora Lind saved while you were editing' });
  await expect(again).toContainText('It has the same effect as when you looked.');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Ended 2 licenses after 30 Jun ${YEAR}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('Undone. 2 licenses brought back.')).toBeVisible();
});

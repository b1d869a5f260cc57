import { expectAccessible } from '../accessible';
import { expect, expectVersion } from '../fixtures';
import { on, test } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };

test('a contract that was recorded twice is void with its licenses, and is brought back with them', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  const one = await seed.license({ contract, offers: [SPRING] });
  const other = await seed.license({ contract, offers: [SPRING] });
  const title = await seed.title({ license: one, offer: SPRING });

  await page.goto(contract.address);
  await page.getByRole('button', { name: 'More actions' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Void contract' }).press('Enter');
  const sheet = page.getByRole('complementary', { name: 'Void contract' });
  await expect(sheet).toContainText('2 licenses in use');
  await expect(sheet.getByRole('listitem').filter({ hasText: one.name }).first()).toBeVisible();
  await expect(sheet).toContainText('1 title with nothing left, retired');
  await expectAccessible(page, 'a contract about to be void');

  // Nothing is voided without a reason, and nothing typed is lost.
  await page.keyboard.press('Control+Enter');
  await expect(sheet.getByText('Choose a reason.')).toBeVisible();
  await sheet.getByRole('button', { name: /Reason/ }).press('Enter');
  await page.getByRole('option', { name: 'Recorded twice' }).press('Enter');
  await expect(
    sheet.getByRole('button', { name: 'Void contract and 2 licenses, retire 1 title' }),
  ).toBeEnabled();
  await page.keyboard.press('Control+Enter');

  const banner = page.getByRole('region', { name: 'This contract is void' });
  await expect(banner).toContainText('Void: Recorded twice');
  await expect(banner).toContainText('It counts nowhere, and its history stays. Priya Raman,');
  await expect(
    page.getByRole('status').filter({ hasText: 'Voided, with 2 licenses.' }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Grant a license' })).toHaveCount(0);
  // What is void has no days to give.
  const line = page.getByRole('row').filter({ hasText: one.name });
  await expect(line.getByRole('cell').last()).toHaveText('Void');
  await expect(line.getByRole('cell').nth(-2)).toBeEmpty();
  await expectAccessible(page, 'a void contract');

  // Its license is void, and cannot be brought back without it.
  await page.getByRole('link', { name: one.name }).click();
  await expectVersion(page, 3);
  await expect(page.getByText(`Its contract ${contract.reference} is void.`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bring back' })).toBeDisabled();
  await expect(page.getByRole('navigation', { name: 'Breadcrumbs' }).locator('del')).toHaveText(
    contract.reference,
  );

  // It is out of the list, unless void ones are asked for.
  await page.goto(`/contracts?q=${contract.reference}`);
  await expect(page.getByText('No contracts match')).toBeVisible();
  await page.getByRole('button', { name: 'Closed' }).click();
  await page.getByRole('option', { name: 'Void' }).click();
  const row = page.getByRole('row').filter({ hasText: contract.reference });
  await expect(row.getByRole('link', { name: contract.studio })).toHaveClass(/line-through/);
  await expect(row).toContainText('Void');
  await row.getByRole('link', { name: contract.studio }).click();

  await banner.getByRole('button', { name: 'Bring back with 2 licenses' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Brought back.' })).toBeVisible();
  await expect(banner).toHaveCount(0);
  await expect(page.getByRole('link', { name: other.name })).toBeVisible();
  const history = page.getByRole('listitem').filter({ has: page.locator('time') });
  await expect(history.first()).toContainText('Brought back, with 2 licenses');
  await page.goto(title.address);
  await expectVersion(page, 3);
  await expect(page.getByRole('region', { name: 'This title is retired' })).toHaveCount(0);
});

test('the void is undone by one press, and the contract comes back alone when asked', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  const license = await seed.license({ contract });
  const voidIt = async (name: string) => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Void contract' }).click();
    const sheet = page.getByRole('complementary', { name: 'Void contract' });
    // What a menu that is on its way out covers cannot be pressed yet.
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(sheet.getByRole('button', { name })).toBeEnabled();
    await sheet.getByRole('button', { name: /Reason/ }).click();
    await page.getByRole('option', { name: 'Recorded by mistake' }).click();
    await sheet.getByRole('button', { name }).click();
  };
  await page.goto(contract.address);
  await voidIt('Void contract and 1 license');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  const back = page.getByRole('status').filter({ hasText: 'Undone.' });
  await expect(back).toBeVisible();
  await expect(page.getByRole('link', { name: license.name })).toBeVisible();
  await expect(page.getByRole('region', { name: 'This contract is void' })).toHaveCount(0);
  await expect(page.getByText('v3', { exact: true }).first()).toBeVisible();

  await voidIt('Void contract and 1 license');
  await page.getByRole('button', { name: 'Bring back the contract only' }).click();
  await expect(page.getByText('No licenses under this contract yet')).toBeVisible();
  await expect(page.getByText('v5', { exact: true }).first()).toBeVisible();
  await voidIt('Void contract');
  await page.getByRole('button', { name: 'Bring back', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Brought back.' })).toBeVisible();
});

test('the sheet waits for the page to show one’s own save, and is not stale by it', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  const license = await seed.license({ contract });
  await page.goto(contract.address);
  let show: () => void = () => undefined;
  const shown = new Promise<void>((resolve) => {
    show = resolve;
  });
  // The page is drawn anew only when the test says so.
  await page.route(`**${contract.address}*`, async (route) => {
    if (route.request().method() === 'GET') await shown;
    await route.continue();
  });
  const openVoid = async () => {
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Void contract' }).click();
    await expect(page.getByRole('menu')).toHaveCount(0);
  };
  const sheet = page.getByRole('complementary', { name: 'Void contract' });
  await openVoid();
  await sheet.getByRole('button', { name: /Reason/ }).click();
  await page.getByRole('option', { name: 'Recorded by mistake' }).click();
  await sheet.getByRole('button', { name: 'Void contract and 1 license' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Undone.' })).toBeVisible();
  await openVoid();
  await expect(sheet).toHaveCount(0);
  show();
  await expect(sheet).toContainText('checked against v3');
  await sheet.getByRole('button', { name: /Reason/ }).click();
  await page.getByRole('option', { name: 'Recorded twice' }).click();
  await sheet.getByRole('button', { name: 'Void contract and 1 license' }).click();
  await expect(page.getByRole('region', { name: 'This contract is void' })).toContainText(
    'Void: Recorded twice',
  );
  await expect(page.getByRole('link', { name: license.name })).toBeVisible();
});

test('somebody who saved first is shown in the conflict, and a license that was granted is named', async ({
  page,
  marta,
  seed,
}) => {
  const contract = await seed.contract();
  await page.goto(contract.address);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Void contract' }).click();
  const sheet = page.getByRole('complementary', { name: 'Void contract' });
  await sheet.getByRole('button', { name: /Reason/ }).click();
  await page.getByRole('option', { name: 'Recorded twice' }).click();

  const late = await seed.license({ contract });
  await sheet.getByRole('button', { name: 'Void contract' }).click();
  const alert = sheet.getByRole('alert');
  await expect(alert).toContainText(
    `The contract ${contract.reference} has a license that is still in use: ${late.name}.`,
  );
  await expect(sheet).toContainText('1 license in use');

  await marta.goto(`${contract.address}/edit`);
  await marta.getByLabel('Notes').fill('Renewed.');
  await marta.getByRole('button', { name: 'Save' }).click();
  await expect(marta.getByRole('heading', { level: 1, name: contract.studio })).toBeVisible();
  // Who saved since is in the color of people, and not only so.
  await expect(sheet.getByText('Marta Oliveira saved v2').locator('..').locator('..')).toHaveClass(
    /text-plum-ink/,
  );
  await sheet.getByRole('button', { name: 'Void contract and 1 license' }).click();
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await expect(dialog).toContainText('Edited notes');
  await expect(dialog).toContainText('It has the same effect as when you looked.');
  await expectAccessible(page, 'a stale void of a contract');
  // A license that was saved meanwhile, too, is the same prompt again.
  await seed.offers(late, [SPRING], { by: 'Nora Lind' });
  await page.keyboard.press('Enter');
  const again = page.getByRole('dialog', { name: 'Nora Lind saved while you were editing' });
  await expect(again.getByRole('row').filter({ hasText: late.name }).first()).toContainText(
    'Nora Lind: ',
  );
  await expect(again).toContainText('It withdraws 1 offer instead of none.');
  await expectAccessible(page, 'a stale void with a license that was saved since');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'This contract is void' })).toBeVisible();
});

import { expect, expectVersion, typeDay } from '../fixtures';
import { expectAccessible } from '../accessible';
import { on, test } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

test('undo on a title names each change and its author, and goes back over several steps', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(`${title.address}/edit`);
  await page.getByLabel('Title', { exact: true }).fill('Another name');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Another name' })).toBeVisible();
  await expectVersion(page, 2);

  await page.getByRole('button', { name: 'Take down', exact: true }).click();
  const sheet = page.getByRole('complementary');
  await sheet.getByLabel('Reason').fill('Court order');
  await typeDay(sheet, 'From', on('05-01'));
  await sheet.getByRole('button', { name: /^Take down from/ }).click();
  await expectVersion(page, 3);
  await seed.assign(title, license, AUTUMN, { version: 3, by: 'Marta Oliveira' });
  await page.reload();
  await expectVersion(page, 4);
  await expect(page.getByRole('heading', { name: 'Offers 2' })).toBeVisible();

  await page.keyboard.press('Control+z');
  const prompt = page.getByRole('alertdialog', { name: 'Undo Marta Oliveira’s change?' });
  await expect(prompt).toContainText('Assigned Autumn, $3.99');
  await expectAccessible(page, 'the confirmation to undo another person’s change of a title');
  await prompt.getByRole('button', { name: 'Undo change' }).click();
  await expect(page.getByText('Undone. Saved as version 5.')).toBeVisible();
  await expectVersion(page, 5);
  await expect(page.getByRole('heading', { name: 'Offers 1' })).toBeVisible();

  await page.getByRole('button', { name: /^Undo your change: Taken down/ }).click();
  await expect(page.getByText('Undone. Saved as version 6.')).toBeVisible();
  await expectVersion(page, 6);
  await expect(page.getByRole('button', { name: /^Undo your change: Edited title/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone. Saved as version 7.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: title.title })).toBeVisible();
  // Before that there is only its registration.
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect(page.getByText('Redone. Saved as version 8.')).toBeVisible();
  await expectVersion(page, 8);
  await expect(page.getByRole('heading', { level: 1, name: 'Another name' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Undo your change: Edited title/ })).toBeVisible();
});

test('an undo of a title that is stale is settled in the conflict dialog, and a retired title comes back by it', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(title.address);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Retire title' }).click();
  const sheet = page.getByRole('complementary');
  await sheet.getByLabel('Reason').fill('Rights reverted');
  await sheet.getByRole('button', { name: /^Retire/ }).click();
  await expectVersion(page, 2);
  await page.reload();
  await page.getByRole('button', { name: /^Undo your change: Retired/ }).click();
  await expectVersion(page, 3);
  await expect(page.getByRole('heading', { name: 'Offers 1' })).toBeVisible();

  await seed.assign(title, license, AUTUMN, { version: 3 });
  await page.reload();
  await expectVersion(page, 4);
  await seed.takeDown(title, on('05-01'), 'Court order', { version: 4, by: 'Marta Oliveira' });
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Undo change' }).click();
  const dialog = page.getByRole('dialog', { name: 'Marta Oliveira saved while you were editing' });
  await dialog.getByRole('button', { name: 'Apply to version 5' }).click();
  await expect(page.getByText('Undone. Saved as version 6.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Offers 1' })).toBeVisible();
});

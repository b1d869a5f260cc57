import { expectAccessible } from '../accessible';
import { expect, expectVersion, offerRow } from '../fixtures';
import { on, test } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

test('undo names the change it reverts, and reverts one change at a time', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  await page.goto(license.address);
  await offerRow(page, 'Spring').getByRole('rowheader').click();
  const inspector = page.getByRole('complementary', { name: 'Spring' });
  for (const [price, version] of [
    ['5.99', 3],
    ['6.99', 4],
  ] as const) {
    await inspector.getByRole('textbox', { name: 'Price' }).fill(price);
    await inspector.getByRole('button', { name: 'Save' }).click();
    await expectVersion(page, version);
  }
  await inspector.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Undo your change: Spring: $5.99 → $6.99' }).click();
  await expectVersion(page, 5);
  await expect(offerRow(page, 'Spring')).toContainText('$5.99');
  await page.keyboard.press('Control+z');
  await expectVersion(page, 6);
  await expect(offerRow(page, 'Spring')).toContainText('$4.99');
  await expect(
    page.getByRole('button', { name: /^Undo Seed’s change: Price ladder: 2 offers/ }),
  ).toBeVisible();

  // A reverted change can be redone, and is then the next to undo.
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect(page.getByText('Redone. Saved as version 7.')).toBeVisible();
  await expectVersion(page, 7);
  await expect(offerRow(page, 'Spring')).toContainText('$5.99');
  await expect(
    page.getByRole('button', { name: 'Undo your change: Spring: $4.99 → $5.99' }),
  ).toBeVisible();
});

test('undoing another person’s change asks for confirmation, by keyboard alone', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  await seed.offers(license, [AUTUMN], { version: 2, by: 'Marta Oliveira' });
  await page.goto(license.address);
  const undo = page.getByRole('button', { name: /^Undo Marta Oliveira’s change: Added Autumn/ });
  await undo.focus();
  await page.keyboard.press('Enter');
  const prompt = page.getByRole('alertdialog', { name: 'Undo Marta Oliveira’s change?' });
  await expect(prompt).toContainText('Marta Oliveira saved version 3');
  await expect(prompt).toContainText('Added Autumn, $3.99');
  await expectAccessible(page, 'the confirmation to undo another person’s change');
  await page.keyboard.press('Escape');
  await expect(prompt).toHaveCount(0);
  await expectVersion(page, 3);

  await page.keyboard.press('Control+z');
  await expect(prompt.getByRole('button', { name: 'Undo change' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Undone. Saved as version 4.')).toBeVisible();
  await expectVersion(page, 4);
  await expect(offerRow(page, 'Autumn')).toHaveCount(0);
  await expect(
    page.getByRole('button', { name: /^Undo Seed’s change: Added Spring/ }),
  ).toBeVisible();
});

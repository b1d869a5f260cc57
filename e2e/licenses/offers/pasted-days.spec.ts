import type { Locator } from '@playwright/test';
import { expect } from '../../fixtures';
import { test, YEAR } from '../../seed-data';

test('a pasted day is parsed, or refused with a message beside the field', async ({
  page,
  seed,
}) => {
  const license = await seed.license();
  await page.goto(license.address);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: /^New offer( N)?$/ }).click();
  const sheet = page.getByRole('complementary', { name: 'Generate an offer' });
  const field = sheet.getByRole('group', { name: 'Last day', exact: true });
  const paste = async (text: string) => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await field.getByRole('spinbutton').first().click();
    await page.keyboard.press('ControlOrMeta+v');
  };
  const expectDay = (day: string) => expect(field).toHaveText(dayWords(day));

  for (const text of [`12/31/${YEAR}`, `30-Nov-${YEAR - 2000}`, `31.12.${YEAR - 2000}`]) {
    await paste(text);
    await expectDay(text.includes('Nov') ? `30 Nov ${YEAR}` : `31 Dec ${YEAR}`);
    await expect(alertOf(sheet)).toHaveCount(0);
  }
  await paste(`03/04/${YEAR}`);
  await expect(
    sheet.getByText(`“03/04/${YEAR}” can mean 3 Apr ${YEAR} or 4 Mar ${YEAR}. Type the day.`),
  ).toBeVisible();
  await expectDay(`31 Dec ${YEAR}`);
  await paste('next summer');
  await expect(sheet.getByText('“next summer” is not a day.', { exact: false })).toBeVisible();
  await expect(field.getByRole('spinbutton').first()).toHaveAccessibleDescription(
    /“next summer” is not a day/,
  );
  await field.getByRole('spinbutton').first().click();
  await page.keyboard.type(`0406${YEAR}`);
  await expectDay(`4 Jun ${YEAR}`);
  await expect(alertOf(sheet)).toHaveCount(0);
});

/** The message about a pasted text. */
function alertOf(sheet: Locator): Locator {
  return sheet.getByText(/can mean|is not a day/);
}

/** Text of the three segments of the field. */
function dayWords(day: string): RegExp {
  return new RegExp(`^${day.split(' ').join('\\s*')}$`);
}

import { expectAccessible } from '../accessible';
import { expect, expectVersion, offerRow, typeDay } from '../fixtures';
import { inDays, on, test, YEAR } from '../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };
const NOW = { name: 'Now', price: '4.99', firstDay: inDays(-10), lastDay: inDays(100) };
const LATER = { name: 'Later', price: '3.99', firstDay: inDays(150), lastDay: inDays(250) };

/** A license that runs today. */
const RUNNING = { firstDay: inDays(-30), lastDay: inDays(300), offers: [NOW] };

test('licenses of a contract that ended together are given back by one undo, or named', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  const one = await seed.license({ contract, offers: [SPRING, AUTUMN] });
  const other = await seed.license({ contract, offers: [SPRING] });
  const title = await seed.title({ license: one, offer: AUTUMN });
  const endBoth = async () => {
    await page.getByRole('button', { name: 'End licenses …' }).click();
    const sheet = page.getByRole('complementary', { name: 'End 2 licenses' });
    await typeDay(sheet, 'Last day', on('06-30'));
    await sheet.getByRole('button', { name: /Reason/ }).click();
    await page.getByRole('option', { name: 'Contract expired' }).click();
    await expect(
      sheet.getByRole('button', { name: 'End 2 licenses after 30 Jun, retire 1 title' }),
    ).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(`Ended 2 licenses after 30 Jun ${YEAR}.`)).toBeVisible();
  };
  await page.goto(contract.address);
  await endBoth();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('Undone. 2 licenses brought back.')).toBeVisible();

  await page.goto(contract.address);
  await endBoth();
  await seed.replace(other, SPRING, { ...SPRING, price: '5.99' }, { version: 5, by: 'Marta' });
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'Nothing was undone' });
  await expect(alert).toContainText(`Nothing was undone: ${other.name} has changed since.`);
  await expect(alert.getByRole('link', { name: `Open ${other.name}` })).toBeVisible();
  await expectAccessible(page, 'an undo that a license stands against');

  await page.goto(one.address);
  await expectVersion(page, 5);
  await page.getByRole('button', { name: 'Bring back' }).click();
  await expect(offerRow(page, 'Autumn').getByRole('link')).toHaveText('1');
  await page.goto(title.address);
  await expectVersion(page, 5);
});

test('a takedown of several titles is undone as one', async ({ page, seed }) => {
  const license = await seed.license(RUNNING);
  const titles = [
    await seed.title({ license, offer: NOW }),
    await seed.title({ license, offer: NOW }),
  ];
  await page.goto(license.address);
  const section = page.getByRole('region', { name: 'Titles', exact: true });
  await section.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await section.getByRole('button', { name: 'Take down', exact: true }).click();
  await page
    .getByRole('complementary', { name: 'Take down' })
    .getByLabel('Reason')
    .fill('Rights dispute');
  await page.keyboard.press('Control+Enter');
  await expect(section).toContainText('2 titles taken down from');
  await section.getByRole('button', { name: 'Undo' }).click();
  await expect(section).toContainText('Undone. 2 titles brought back.');
  for (const { address } of titles) {
    await page.goto(address);
    await expectVersion(page, 3);
    await expect(page.getByRole('region', { name: 'Takedowns' })).toHaveCount(0);
  }
});

test('a takedown of several titles is not undone when one was changed since, which is named', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ ...RUNNING, offers: [NOW, LATER] });
  const [changed, other] = [
    await seed.title({ license, offer: NOW }),
    await seed.title({ license, offer: NOW }),
  ];
  await page.goto(license.address);
  const section = page.getByRole('region', { name: 'Titles', exact: true });
  await section.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await section.getByRole('button', { name: 'Take down', exact: true }).click();
  await page
    .getByRole('complementary', { name: 'Take down' })
    .getByLabel('Reason')
    .fill('Rights dispute');
  await page.keyboard.press('Control+Enter');
  await expect(section).toContainText('2 titles taken down from');
  await seed.assign(changed, license, LATER, { version: 2, by: 'Marta Oliveira' });
  await section.getByRole('button', { name: 'Undo' }).click();
  const alert = section.getByRole('alert');
  await expect(alert).toContainText(`Nothing was undone: ${changed.title} has changed since.`);
  await expect(alert.getByRole('link', { name: `Open ${changed.title}` })).toBeVisible();
  await expectAccessible(page, 'an undo that something stands against');
  await page.goto(other.address);
  await expectVersion(page, 2);
});

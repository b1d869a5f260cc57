import type { Locator, Page } from '@playwright/test';
import {
  addOffer,
  anotherBrowser,
  applyWithEnter,
  expect,
  expectVersion,
  fillOffer,
  offerRow,
} from '../fixtures';
import { expectAccessible } from '../accessible';
import { on, test } from '../seed-data';

const SPRING = {
  name: 'Spring',
  price: '4.99',
  firstDay: on('03-01'),
  lastDay: on('03-31'),
};
const AUTUMN = { ...SPRING, name: 'Autumn', firstDay: on('09-01'), lastDay: on('09-30') };
const WINTER = { ...SPRING, name: 'Winter', firstDay: on('12-01'), lastDay: on('12-15') };

/** The notice that another person has saved a newer version. */
function hint(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: / saved version / });
}

/** Records every announcement of a saved version in the page's live regions from now on. */
async function listenTo(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => {
      for (const region of document.querySelectorAll('[role=status]'))
        if (region.textContent.includes(' saved version ')) said.push(region.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => [...new Set((window as unknown as { said: string[] }).said)]);
}

test('a page announces the author of a new version without layout shift, and shows it on request', async ({
  page,
  marta,
  seed,
}) => {
  const license = await seed.license();
  for (const one of [page, marta]) await one.goto(license.address);
  const heard = await listenTo(marta);
  await fillOffer(page, AUTUMN);
  const name = page
    .getByRole('complementary', { name: 'Generate an offer' })
    .getByRole('textbox', { name: 'Name' });
  const before = await name.boundingBox();
  await addOffer(marta, SPRING, 2);

  await expect(hint(page)).toContainText('Marta Oliveira saved version 2 just now.');
  expect(await name.boundingBox()).toEqual(before);
  await expect(offerRow(page, 'Spring')).toHaveCount(0);
  await hint(page).getByRole('button', { name: 'Show it' }).click();
  await expect(offerRow(page, 'Spring')).toBeVisible();
  await expectVersion(page, 2);
  await expect(hint(page)).toHaveCount(0);
  await expect(name).toHaveValue('Autumn');

  // A person's own change is not announced, even if the next one is by another person.
  await seed.offers(license, [WINTER], { version: 2, by: 'Nora Lind' });
  await expect(hint(marta)).toContainText('Nora Lind saved version 3 just now.');
  expect((await heard()).filter((text) => text.includes('Marta Oliveira'))).toEqual([]);
});

test('a version saved while a page loads or is hidden is announced too', async ({ page, seed }) => {
  const license = await seed.license();
  // The stream begins only after another person has saved.
  let letStream: () => void = () => undefined;
  const saved = new Promise<void>((resolve) => {
    letStream = resolve;
  });
  await page.route('**/api/v1/events?*', async (route) => {
    await saved;
    await route.continue();
  });
  await page.goto(license.address);
  await seed.offers(license, [SPRING], { by: 'Nora Lind' });
  letStream();

  await expect(hint(page)).toContainText('Nora Lind saved version 2');
  await hint(page).getByRole('button', { name: 'Not now' }).click();
  await expect(hint(page)).toHaveCount(0);
  await seed.offers(license, [WINTER], { version: 2, by: 'Nora Lind' });
  await expect(hint(page)).toContainText('Nora Lind saved version 3');
});

test('a change by the same person in another window is attributed to them in the notice and the conflict', async ({
  page,
  browser,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING] });
  const other = await anotherBrowser(browser, 'priya');
  for (const one of [page, other]) await one.goto(license.address);
  await offerRow(page, 'Spring').getByRole('rowheader').click();
  const inspector = page.getByRole('complementary', { name: 'Spring' });
  await inspector.getByRole('textbox', { name: 'Price' }).fill('5.99');
  await addOffer(other, AUTUMN, 3);

  await expect(hint(page)).toContainText('You, in another window, saved version 3 just now.');
  await inspector.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog', {
    name: 'You, in another window, saved while you were editing',
  });
  await expect(dialog).toContainText('Your two changes don’t conflict. Both will be saved.');
  await expect(dialog).not.toContainText('Priya Raman');
  await applyWithEnter(page, 'Apply to version 3');
  await expectVersion(page, 4);
  await other.context().close();
});

test('titles and contracts announce new versions too, by keyboard alone and in both themes', async ({
  page,
  marta,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(title.address);
  await seed.assign(title, license, AUTUMN, { by: 'Nora Lind' });
  await expect(hint(page)).toContainText('Nora Lind saved version 2');
  await expectAccessible(page, 'a title that another person has just saved');
  await hint(page).getByRole('button', { name: 'Show it' }).focus();
  await page.keyboard.press('Enter');
  await expectVersion(page, 2);
  await expect(hint(page)).toHaveCount(0);

  await page.goto(license.contract.address);
  await marta.goto(`${license.contract.address}/edit`);
  await marta.getByLabel('Notes').fill('Signed in Lisbon');
  await marta.getByRole('button', { name: /Save|Edit details/ }).click();
  await expect(hint(page)).toContainText('Marta Oliveira saved version 2 just now.');
  await hint(page).getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByText('Signed in Lisbon')).toBeVisible();
  await expect(hint(page)).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await seed.offers(license, [WINTER], { version: 2, by: 'Nora Lind' });
  await page.goto(license.address);
  await expectVersion(page, 3);
  await seed.replace(
    license,
    SPRING,
    { ...SPRING, price: '5.99' },
    { version: 3, by: 'Nora Lind' },
  );
  await expect(hint(page)).toContainText('Nora Lind saved version 4');
  const [box, tabs] = [
    await hint(page).boundingBox(),
    await page.getByRole('navigation').last().boundingBox(),
  ];
  expect((box?.x ?? 0) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 390).toBe(true);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(tabs?.y ?? 0);
});

test('the event stream requires sign-in', async ({ newcomer }) => {
  const response = await newcomer.request.get('/api/v1/events');

  expect(response.status()).toBe(401);
});

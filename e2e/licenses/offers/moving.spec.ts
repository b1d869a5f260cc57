import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../../accessible';
import { expect, expectVersion, offerRow, tabTo } from '../../fixtures';
import { on, test } from '../../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

function cell(page: Page, name: string | RegExp): Locator {
  return page.getByRole('grid', { name: /^Offers of/ }).getByRole('gridcell', { name });
}

/** Presses a bar in its middle, or at a share of its width, and moves the pointer by pixels. */
async function drag(page: Page, bar: Locator, by: number, at = 0.5): Promise<void> {
  const box = await bar.boundingBox();
  if (box === null) throw new Error('The bar is not drawn.');
  const [x, y] = [box.x + box.width * at, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by / 2, y);
  await page.mouse.move(x + by, y);
}

async function widthOf(bar: Locator): Promise<number> {
  return (await bar.boundingBox())?.width ?? 0;
}

test('an offer is dragged to free days, its edge to its neighbor, and free days become an offer', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  await page.goto(license.address);
  await expectVersion(page, 2);
  const perDay = (await widthOf(cell(page, /^Spring/))) / 61;

  await drag(page, cell(page, /^Spring/), 31 * perDay);
  await page.mouse.up();
  await expectVersion(page, 3);
  await expect(cell(page, /^Spring, \$4\.99, 1 Apr – 31 May/)).toBeVisible();
  await expect(page.getByRole('complementary')).toHaveCount(0);

  const autumn = cell(page, /^Autumn/);
  const gap = await widthOf(cell(page, /^Free 1 Jun – 31 Aug/));
  await drag(page, autumn, -gap + 5, 0.005);
  await page.mouse.up();
  await expectVersion(page, 4);
  await expect(cell(page, /^Autumn, \$3\.99, 1 Jun – 31 Oct/)).toBeVisible();

  await drag(page, cell(page, /^Free 1 Jan – 31 Mar/), 20 * perDay, 0.01);
  await page.mouse.up();
  const sheet = page.getByRole('complementary', { name: 'Generate an offer' });
  await expect(sheet).toBeVisible();
  await expect(sheet.getByRole('group', { name: 'First day' })).toContainText('Jan');
  await expectVersion(page, 4);
});

test('let go where another offer is, nothing changes until a way to make room is taken', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  const title = await seed.title({ license, offer: SPRING });
  await page.goto(license.address);
  await expectVersion(page, 2);
  const spring = cell(page, /^Spring/);
  const [from, to] = [await cell(page, /^Autumn/).boundingBox(), await spring.boundingBox()];
  await drag(page, cell(page, /^Autumn/), (to?.x ?? 0) - (from?.x ?? 0) + 20);
  await expect(page.getByText(/^(Autumn .*: )?Overlaps Spring by \d+ days$/)).toBeInViewport();
  await page.mouse.up();

  const card = page.getByRole('dialog', { name: /^Overlaps Spring by/ });
  await expect(card).toBeVisible();
  await expectVersion(page, 2);
  await expectAccessible(page, 'ways to make room');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(cell(page, /^Autumn, \$3\.99, 1 Sep/)).toBeVisible();

  await drag(page, cell(page, /^Autumn/), (to?.x ?? 0) - (from?.x ?? 0) + 20);
  await page.mouse.up();
  await page.keyboard.press('5');
  await expect(card.getByRole('radio', { name: /^Replace Spring/ })).toBeChecked();
  await page.keyboard.press('Enter');
  const preview = page.getByRole('alertdialog', { name: 'Withdraw Spring?' });
  await expect(preview.getByRole('link', { name: title.title })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);
  await expectVersion(page, 2);

  await drag(page, cell(page, /^Autumn/), (to?.x ?? 0) - (from?.x ?? 0) + 20);
  await page.mouse.up();
  await page.keyboard.press('1');
  await card.getByRole('button', { name: /^Trim and move/ }).click();
  await expectVersion(page, 3);
  await expect(offerRow(page, 'Spring')).toHaveCount(1);
  await expect(cell(page, /^Autumn, \$3\.99, \d+ Mar/)).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expectVersion(page, 4);
  await expect(cell(page, /^Spring, \$4\.99, 1 Mar – 30 Apr/)).toBeVisible();
});

test('an offer is moved, resized and withdrawn by keyboard alone', async ({ page, seed }) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  await page.goto(license.address);
  await expectVersion(page, 2);
  await tabTo(page, page.getByRole('grid', { name: /^Offers of/ }));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(cell(page, /^Spring/)).toBeFocused();

  await page.keyboard.press('m');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: '9 Apr – 8 Jun' })).toBeAttached();
  await page.keyboard.press('Enter');
  await expectVersion(page, 3);
  const moved = cell(page, /^Spring, \$4\.99, 9 Apr – 8 Jun/);
  await expect(moved).toBeFocused();

  await page.keyboard.press(']');
  const slider = page.getByRole('slider', { name: 'Last day of Spring' });
  await expect(slider).toBeFocused();
  await expect(slider).toHaveAttribute('aria-valuetext', /^8 Jun/);
  await page.keyboard.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuetext', /^7 Jun/);
  await page.keyboard.press('Escape');
  await expect(moved).toBeFocused();
  await expectVersion(page, 3);

  await page.keyboard.press('[');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expectVersion(page, 4);
  const longer = cell(page, /^Spring, \$4\.99, 2 Apr – 8 Jun/);
  await expect(longer).toBeFocused();

  await page.keyboard.press('Delete');
  await expectVersion(page, 5);
  await expect(longer).toHaveCount(0);
});

test('licenses of the same contract and titles unfold under the offers, and a picture is saved', async ({
  page,
  seed,
}) => {
  const contract = await seed.contract();
  const license = await seed.license({ contract, offers: [SPRING] });
  const sibling = await seed.license({ contract, offers: [AUTUMN] });
  await page.goto(license.address);
  await expectVersion(page, 2);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const fold = timeline.getByRole('button', { name: 'Same contract' });
  await fold.click();
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  await expect(timeline.getByRole('link', { name: sibling.name })).toBeVisible();
  await expect(timeline.getByRole('img', { name: `${sibling.name}: 1 offer` })).toBeVisible();
  await fold.click();
  await expect(timeline.getByRole('link', { name: sibling.name })).toHaveCount(0);

  for (const kind of ['SVG', 'PNG']) {
    const saved = page.waitForEvent('download');
    await timeline.getByRole('button', { name: 'Picture of the timeline' }).click();
    await page.getByRole('menuitem', { name: `Save as ${kind}` }).click();
    expect((await saved).suggestedFilename()).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`));
  }
});

import type { CDPSession, Locator, Page } from '@playwright/test';
import { expect, expectVersion } from '../../fixtures';
import { on, test } from '../../seed-data';

const SPRING = { name: 'Spring', price: '4.99', firstDay: on('03-01'), lastDay: on('04-30') };
const AUTUMN = { name: 'Autumn', price: '3.99', firstDay: on('09-01'), lastDay: on('10-31') };

test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true });

function cell(page: Page, name: string | RegExp): Locator {
  return page.getByRole('grid', { name: /^Offers of/ }).getByRole('gridcell', { name });
}

/**
 * A finger that rests on a place until it holds the offer there, is drawn to another, and is lifted.
 *
 * @param held what the timeline shows while it holds
 */
async function draw(
  page: Page,
  fingers: CDPSession,
  [from, to]: readonly [Point, Point],
  held: string,
): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    fingers.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [from]);
  await expect(page.getByRole('region', { name: 'Timeline' }).getByText(held).last()).toBeVisible();
  for (const share of [0.3, 0.6, 1])
    await touch('touchMove', [
      { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share },
    ]);
  await touch('touchEnd', []);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

async function pointOn(bar: Locator, share: number): Promise<Point> {
  const box = await bar.boundingBox();
  if (box === null) throw new Error('The bar is not drawn.');
  return { x: box.x + box.width * share, y: box.y + box.height / 2 };
}

test('a finger that rests on an offer moves it, on its edge resizes it, and where others are gets ways to make room', async ({
  page,
  seed,
}) => {
  const license = await seed.license({ offers: [SPRING, AUTUMN] });
  await page.goto(license.address);
  await expectVersion(page, 2);
  const fingers = await page.context().newCDPSession(page);
  const spring = cell(page, /^Spring/);
  const perDay = ((await spring.boundingBox())?.width ?? 0) / 61;

  const middle = await pointOn(spring, 0.5);
  await draw(page, fingers, [middle, { ...middle, x: middle.x + 31 * perDay }], 'Was here');
  await expect(page.getByText('Changed. Saved as version 3.')).toBeVisible();
  await expectVersion(page, 3);
  await expect(cell(page, /^Spring, \$4\.99, 1 Apr – 31 May/)).toBeVisible();

  const edge = await pointOn(cell(page, /^Spring/), 0.85);
  await draw(page, fingers, [edge, { ...edge, x: edge.x + 20 * perDay }], 'Was here');
  await expect(page.getByText('Changed. Saved as version 4.')).toBeVisible();
  await expectVersion(page, 4);
  await expect(cell(page, /^Spring, \$4\.99, 1 Apr – \d+ Jun/)).toBeVisible();

  const free = await pointOn(cell(page, /^Free 1 Jan – 31 Mar/), 0.7);
  await draw(page, fingers, [free, await pointOn(cell(page, /^Spring/), 0.4)], 'New offer');
  const card = page.getByRole('dialog', { name: /^Overlaps Spring by/ });
  await card.getByText(/^Trim Spring/).tap();
  await card.getByRole('button', { name: 'Next: name and price' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Generate an offer' });
  await sheet.getByLabel('Name').fill('Preview week');
  await sheet.getByRole('textbox', { name: 'Price' }).fill('6.99');
  await sheet.getByRole('button', { name: 'Trim and add' }).tap();
  await expect(page.getByText('Made room. Saved as version 5.')).toBeVisible();
  await expect(cell(page, /^Preview week, \$6\.99/)).toBeVisible();
});

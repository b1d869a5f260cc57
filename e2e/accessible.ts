import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './fixtures';

const LEVEL_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Looks at what the page shows now, in light and in dark. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // What is cut short on its way out by another theme stays where it is.
  await expectStill(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveClass(new RegExp(`\\b${colorScheme}\\b`));
    // A page that is just refreshed has no title for a moment.
    await expect(page).toHaveTitle(/./);
    // Soft, so that one look at the report shows all there is to repair.
    expect.soft(await violations(page), `${what}, ${colorScheme}`).toEqual([]);
  }
}

/** Waits until nothing moves any more, save what moves for ever. */
async function expectStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

/** What axe finds against WCAG 2.2 AA, once nothing moves any more: the rule, why, and where. */
async function violations(page: Page): Promise<string[]> {
  await expectStill(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { axe: injected } = window as unknown as { axe: typeof axe };
    const { violations: found } = await injected.run(document, {
      runOnly: tags,
      resultTypes: ['violations'],
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${String(target)}: ${failureSummary ?? ''}`,
      ),
    );
  }, LEVEL_AA);
}

import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './fixtures';

const LEVEL_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Expects the current page to be accessible in the light and the dark theme. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // A theme change that interrupts an exit transition leaves its element in place.
  await expectStill(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveClass(new RegExp(`\\b${colorScheme}\\b`));
    // A page that is being refreshed has no title for a moment.
    await expect(page).toHaveTitle(/./);
    // Soft, so that the report lists all violations.
    expect.soft(await violations(page), `${what}, ${colorScheme}`).toEqual([]);
  }
}

/** Waits until all animations have ended, except infinite ones. */
async function expectStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

/** WCAG 2.2 AA violations that axe finds once animations have ended: rule, reason and element. */
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

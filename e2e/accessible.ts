import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './fixtures';

const LEVEL_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The dark theme differs in nothing but colors and the icon of its switch. */
const RULES: Readonly<Record<'light' | 'dark', axe.RunOnly>> = {
  light: { type: 'tag', values: LEVEL_AA },
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

/** Expects the current page to be accessible in the light theme, and its colors in the dark one. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // A theme change that interrupts an exit transition leaves its element in place.
  await expectStill(page);
  // The live region names a button for some seconds after it has left: findings/react-aria-pending-button-announced-after-it-left.sh.
  await expect(page.locator('[data-live-announcer] [role="img"]')).toHaveCount(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveClass(new RegExp(`\\b${colorScheme}\\b`));
    // A page whose filter changes has no title until the rest of it has come.
    await expect(page).toHaveTitle(/./);
    // Soft, so that the report lists all violations.
    expect.soft(await violations(page, RULES[colorScheme]), `${what}, ${colorScheme}`).toEqual([]);
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

/** Violations of the rules that axe finds once animations have ended: rule, reason and element. */
async function violations(page: Page, rules: axe.RunOnly): Promise<string[]> {
  await expectStill(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { axe: injected } = window as unknown as { axe: typeof axe };
    const { violations: found } = await injected.run(document, {
      runOnly,
      resultTypes: ['violations'],
      // The only rule that would read all style sheets again looks for media that play by themselves.
      preload: false,
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${String(target)}: ${failureSummary ?? ''}`,
      ),
    );
  }, rules);
}

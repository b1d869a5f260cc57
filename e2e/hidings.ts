import { expect, type Page } from '@playwright/test';

/**
 * Counts how often the heading of the page goes out of sight: where a part of a page suspends that has a skeleton, React hides
 * the page. What is returned expects that it never did.
 */
export async function watchHeading(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const watched = { hidings: 0 };
    Object.assign(window, { watched });
    new MutationObserver(() => {
      if (document.querySelector('h1')?.checkVisibility() !== true) watched.hidings += 1;
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  return async () => {
    const { watched } = await page.evaluate(() => ({
      watched: (window as { readonly watched?: { readonly hidings: number } }).watched,
    }));
    expect(watched).toEqual({ hidings: 0 });
  };
}

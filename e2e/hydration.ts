import type { Page } from '@playwright/test';

/**
 * Makes `goto` and `reload` wait until React has hydrated every control. Playwright clicks sooner than a person would, and
 * input before hydration is lost.
 */
export async function withHydration(page: Page): Promise<Page> {
  await page.addInitScript(() => {
    const areHydrated = () =>
      [...document.querySelectorAll('button, input:not([type=hidden])')].every((control) =>
        Object.keys(control).some((key) => key.startsWith('__reactProps$')),
      );
    // React marks controls during concurrent rendering, so the marks alone are too early. The developer tools hook is called
    // after the commit; effects that add key listeners and measure run by the next idle frame. Controls may still stream in
    // after that.
    let isCommitted = false;
    const tools = {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: () => {
        if (!areHydrated()) return;
        requestAnimationFrame(() =>
          requestIdleCallback(() => {
            isCommitted = areHydrated();
          }),
        );
      },
      onCommitFiberUnmount: () => undefined,
    };
    const isUsable = () => document.readyState !== 'loading' && isCommitted && areHydrated();
    Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: tools, isUsable });
  });
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  const untilUsable = () =>
    page.waitForFunction(
      () => (window as { readonly isUsable?: () => boolean }).isUsable?.() === true,
    );
  page.goto = async (...address) => {
    const response = await goto(...address);
    await untilUsable();
    return response;
  };
  page.reload = async (...options) => {
    const response = await reload(...options);
    await untilUsable();
    return response;
  };
  return page;
}

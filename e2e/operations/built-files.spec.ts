import { expect } from '../fixtures';
import { test } from '../seed-data';

/** Addresses of the scripts, styles and fonts that the markup of a page names. */
const BUILT_FILE = /\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)/g;

test('the files of a build are sent as they were compressed when it was made, scripts to be compiled ahead, and may be kept', async ({
  request,
}) => {
  const markup = await (await request.get('/sign-in')).text();
  const files = [...new Set(markup.match(BUILT_FILE))];
  expect(files.length).toBeGreaterThan(5);

  for (const file of files) {
    const plain = await request.get(file, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.headers()['x-content-type-options']).toBe('nosniff');
    const isText = !file.endsWith('.woff2');
    const content = await plain.body();
    if (file.endsWith('.js'))
      expect(content.toString('utf8', 0, 29), file).toBe('//# allFunctionsCalledOnLoad\n');
    if (!isText || content.length < 1024) continue;
    for (const encoding of ['br', 'gzip']) {
      const packed = await request.get(file, { headers: { 'accept-encoding': encoding } });
      expect(packed.headers(), file).toMatchObject({
        'content-encoding': encoding,
        'content-type': plain.headers()['content-type'],
        vary: 'Accept-Encoding',
      });
      expect(Number(packed.headers()['content-length'])).toBeLessThan(content.length / 1.5);
      expect((await packed.body()).equals(content)).toBe(true);
    }
  }
  expect((await request.get('/_next/static/chunks/gone.js')).status()).toBe(404);
});

test('the style sheets of a license come with its markup: one that came later would have all of it laid out again', async ({
  page,
  seed,
}) => {
  await page.addInitScript(() => {
    const sheets: string[] = [];
    Object.assign(window, { sheets });
    new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
        if (node instanceof HTMLStyleElement) sheets.push(node.textContent);
    }).observe(document, { childList: true, subtree: true });
  });
  const license = await seed.license();
  const markup = (await (await page.goto(license.address))?.text()) ?? '';
  const sent = [...markup.matchAll(/<style[^>]*>([^<]*)/g)].map(([, sheet]) => sheet);
  expect(sent).toHaveLength(1);

  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await expect(page.locator('html')).toHaveClass(/\bdark\b/);
  const sheets = await page.evaluate(() => (window as { readonly sheets?: string[] }).sheets);
  expect(sheets).toEqual(sent);
});

test('a list asks for at most 220 KB of JavaScript at first, and a license for 260', async ({
  request,
  page,
  seed,
}) => {
  const license = await seed.license();
  for (const [address, most] of [
    ['/licenses', 220],
    [license.address, 260],
  ] as const) {
    const markup = (await (await page.goto(address))?.text()) ?? '';
    // Browsers that know modules leave out what is for those that do not.
    const asked = markup.replaceAll(/<script[^>]*nomodule[^>]*>/gi, '');
    const scripts = [...new Set(asked.match(BUILT_FILE))].filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(10);
    let bytes = 0;
    for (const script of scripts) {
      const packed = await request.get(script, { headers: { 'accept-encoding': 'gzip' } });
      bytes += Number(packed.headers()['content-length']);
    }
    expect(bytes / 1_000, address).toBeGreaterThan(150);
    expect(bytes / 1_000, address).toBeLessThanOrEqual(most);
  }
});

import { pathToFileURL } from 'node:url';
import type { Product } from './product';
import { COMPILED, inProject } from '../bootstrap/prepare.mjs';

/** For development: the product as its sources stand, compiled anew with every change of them. What does not compile is said, and the last that did stays. */
export async function editedProduct(): Promise<() => Promise<Product>> {
  const file = inProject('dist/web-edited.js');
  let edition = 0;
  const { context } = await import('esbuild');
  const compiler = await context({
    ...COMPILED,
    entryPoints: { 'web-edited': 'api/web.ts' },
    outdir: 'dist',
    plugins: [
      {
        name: 'editions',
        setup: (build) => {
          build.onEnd(({ errors }) => {
            if (errors.length === 0) edition += 1;
          });
        },
      },
    ],
  });
  await compiler.rebuild();
  await compiler.watch();
  return async () => (await import(`${pathToFileURL(file).href}?edition=${edition}`)) as Product;
}

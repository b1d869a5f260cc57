import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = /\.(?:js|css|svg|json|txt)$/;
/** In bytes: what is smaller travels in one packet either way. */
const WORTHWHILE = 1024;
/** Twelve times as fast as the highest, 11, and a tenth larger. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

/**
 * Chromium then compiles all of a script while it arrives, on another processor, and not each function when the page first
 * calls it and waits: https://v8.dev/blog/explicit-compile-hints. It is read only at the very top.
 */
const COMPILE_AHEAD = Buffer.from('//# allFunctionsCalledOnLoad\n');

/**
 * Prepares what a build made for browsers, in a folder and those in it: scripts say that they are to be compiled ahead, and
 * each text file is written once more as `.br` and as `.gz` beside it, so that a server need not compress it for everyone
 * who asks.
 */
export async function prepareForBrowsers(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  await Promise.all(
    files.map(async (file) => {
      const content = file.endsWith('.js') ? await compiledAhead(file) : await readFile(file);
      if (content.length < WORTHWHILE) return;
      await writeFile(`${file}.br`, await promisify(brotliCompress)(content, QUALITY));
      await writeFile(`${file}.gz`, await promisify(gzip)(content));
    }),
  );
}

/** What is in a script once it says so; a build leaves a script of the build before as it is. */
async function compiledAhead(file: string): Promise<Buffer> {
  const made = await readFile(file);
  if (made.subarray(0, COMPILE_AHEAD.length).equals(COMPILE_AHEAD)) return made;
  const content = Buffer.concat([COMPILE_AHEAD, made]);
  await writeFile(file, content);
  return content;
}

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
 * Writes each text file of a folder, and of those in it, once more as `.br` and as `.gz` beside it, so that a server that
 * sends them need not compress them for everyone who asks.
 */
export async function compressFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      if (content.length < WORTHWHILE) return;
      await writeFile(`${file}.br`, await promisify(brotliCompress)(content, QUALITY));
      await writeFile(`${file}.gz`, await promisify(gzip)(content));
    }),
  );
}

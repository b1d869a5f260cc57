import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * One short text that changes when any of these files or folders does. Contents, not dates: a checkout gives old files
 * new dates, and a deleted file has none.
 */
export function fingerprint(root, entries, { except = [] } = {}) {
  const hash = createHash('sha256');
  const excluded = new Set(except.map((entry) => path.join(root, entry)));
  for (const entry of entries) add(hash, root, path.join(root, entry), excluded);
  return hash.digest('hex');
}

function add(hash, root, file, excluded) {
  if (excluded.has(file) || !existsSync(file)) return;
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) add(hash, root, path.join(file, name), excluded);
    return;
  }
  const contents = readFileSync(file);
  hash.update(`${path.relative(root, file)}\0${contents.length}\0`);
  hash.update(contents);
}

import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainFailure } from './plain-failure.mjs';

const LARGEST = 16 * 1024 * 1024;

/**
 * Where the output of one step goes, in the data directory. A step that ends says everything anew each time; what keeps
 * running is written on, over many starts but not without end.
 */
export function logFile(dataDir, step, { fresh = false } = {}) {
  const folder = path.join(dataDir, 'log');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${step}.log`);
  const tooLarge = existsSync(file) && statSync(file).size > LARGEST;
  try {
    writeFileSync(file, '', { flag: fresh || tooLarge ? 'w' : 'a' });
  } catch (cause) {
    throw new PlainFailure(
      `This user may not write to ${file} (${cause.code}): remove it, or choose another folder with CRMS_DATA_DIR.`,
      { cause },
    );
  }
  return file;
}

/** What a program said last, which is where it says why it failed. */
export function lastLines(file, count = 15) {
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}

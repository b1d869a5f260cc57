import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { errnoOf } from './errno';

/** The folder of the logs, in the data directory; made when absent. */
export function logFolder(dataDir: string): string {
  const folder = path.join(dataDir, 'log');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Where the output of one step goes. A step that ends says everything anew each time (`fresh`); the log of a program that
 * keeps running is appended to over many starts, and `log-rotation.ts` keeps it bounded.
 */
export function logFile(dataDir: string, step: string, { fresh = false } = {}): string {
  const file = path.join(logFolder(dataDir), `${step}.log`);
  try {
    writeFileSync(file, '', { flag: fresh ? 'w' : 'a' });
  } catch (cause) {
    throw new UserFacingError(
      `This user may not write to ${file} (${errnoOf(cause)}): remove it, or choose another folder with CRMS_DATA_DIR.`,
      { cause },
    );
  }
  return file;
}

/** What a program said last, which is where it says why it failed. */
export function lastLines(file: string | undefined, count = 15): string {
  if (file === undefined || !existsSync(file)) return '';
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}

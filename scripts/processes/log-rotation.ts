import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { hasErrno } from './errno';

/** In bytes: a log that has grown beyond this is put aside as `.1`, and is empty again. */
export const MAX_LOG_BYTES = 16 * 1024 * 1024;
/** So many earlier parts are kept, the newest as `.1`. */
export const MAX_LOG_PARTS = 3;

const LOOK_EVERY_MS = 1_000;
const CHUNK_BYTES = 1024 * 1024;

/**
 * Keeps every log in a folder within its bounds for as long as this process runs.
 *
 * @returns a function that stops it
 */
export function keepLogsBounded(
  folder: string,
  { onError }: { readonly onError: (error: unknown) => void },
): () => void {
  const look = () => {
    try {
      for (const name of readdirSync(folder))
        if (name.endsWith('.log')) rotateLog(path.join(folder, name));
    } catch (error) {
      onError(error);
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Puts a log aside when it is too large. The programs that write it keep it open, and some (the database server, Node when
 * it crashes) cannot be told to open another, so it is copied and then emptied. They append, which makes that safe; a line
 * written in the instant between the last read and the emptying is lost. On a full disk older parts make room.
 */
export function rotateLog(
  file: string,
  { maxBytes = MAX_LOG_BYTES, maxParts = MAX_LOG_PARTS } = {},
): void {
  if (!existsSync(file) || statSync(file).size <= maxBytes) return;
  const part = (number: number) => `${file}.${number}`;
  const older = Array.from({ length: maxParts }, (_, index) => maxParts - index);
  const draft = `${file}.new`;
  const log = openSync(file, 'r+');
  const copy = openSync(draft, 'w');
  try {
    copyRest(log, copy);
    for (const number of older.slice(1))
      if (existsSync(part(number))) renameSync(part(number), part(number + 1));
    renameSync(draft, part(1));
    copyRest(log, copy);
    ftruncateSync(log);
  } catch (error) {
    rmSync(draft, { force: true });
    if (!hasErrno(error, 'ENOSPC', 'EDQUOT')) throw error;
    const oldest = older.map((number) => part(number)).find((name) => existsSync(name));
    if (oldest !== undefined) rmSync(oldest);
  } finally {
    closeSync(copy);
    closeSync(log);
  }
}

function copyRest(from: number, to: number): void {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  for (let read = readSync(from, chunk); read > 0; read = readSync(from, chunk))
    for (let done = 0; done < read;) done += writeSync(to, chunk, done, read - done);
}

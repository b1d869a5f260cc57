import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { errnoOf, hasErrno } from '../processes/errno';

/** A secret of this installation's own: made at random once, and kept where only its user can read it. */
export function keptSecret(dataDir: string, name: string): string {
  const file = path.join(dataDir, name);
  const draft = `${file}.${process.pid}`;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (!hasErrno(error, 'ENOENT')) {
      throw new UserFacingError(
        `${file} cannot be read by this user (${errnoOf(error)}): start as the user who made it.`,
        { cause: error },
      );
    }
  }
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    // It appears whole or not at all, and never in the place of another.
    linkSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return keptSecret(dataDir, name);
}

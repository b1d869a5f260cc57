import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { inProject } from '../bootstrap/prepare.mjs';
import { errnoOf } from '../processes/errno';

/** The data directory of this installation, as an absolute path; made when absent. */
export function prepareDataDir(): string {
  const dataDir = dataDirectory();
  try {
    const made = mkdirSync(dataDir, { recursive: true }) !== undefined;
    // Root's database runs as another user, who has to be able to pass through.
    if (made) chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new UserFacingError(
      `The data directory ${dataDir} cannot be written to by this user (${errnoOf(cause)}); choose another with CRMS_DATA_DIR.`,
      { cause },
    );
  }
  return dataDir;
}

export function dataDirectory(): string {
  return inProject(process.env.CRMS_DATA_DIR || '.data');
}

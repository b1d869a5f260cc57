import { readFileSync, rmSync } from 'node:fs';
import type { Environment } from './process-group';
import { UserFacingError } from '../bootstrap/failure.mjs';
import { PROJECT } from '../bootstrap/prepare.mjs';
import { lastLines, logFile } from './log-file';
import { startProcessGroup } from './process-group';

/** A program that does one thing and ends, in a process of its own. */
export interface Step {
  /** Of its log in the data directory. */
  readonly name: string;
  /** The beginning of the sentence that says that it failed. */
  readonly failure: string;
  readonly dataDir: string;
  /** For Node. */
  readonly args: readonly string[];
  readonly env?: Environment;
}

/**
 * Runs a step to its end, and returns what it said, which is kept nowhere else: it may be a secret.
 *
 * @throws UserFacingError with the last lines of its output
 */
export async function runStep({ name, failure, dataDir, args, env }: Step): Promise<string> {
  const log = logFile(dataDir, name, { fresh: true });
  const group = await startProcessGroup(process.execPath, args, {
    log,
    cwd: PROJECT,
    env: { ...process.env, ...env },
  });
  const { code, signal } = await group.exited;
  if (code === 0) {
    const said = readFileSync(log, 'utf8');
    rmSync(log);
    return said;
  }
  throw new UserFacingError(
    `${failure} (ended with ${signal ?? code ?? ''}; all it said is in ${log}).`,
    { details: lastLines(log) },
  );
}

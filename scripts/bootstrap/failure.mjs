import { debuglog } from 'node:util';

const debug = debuglog('crms');

/**
 * Something went wrong that a person can do something about. The message is one whole sentence; `details` are the last
 * lines of the program that failed, when they say more than the sentence can.
 */
export class UserFacingError extends Error {
  /**
   * @param {string} sentence
   * @param {{ details?: string, cause?: unknown }} [about]
   */
  constructor(sentence, { details = '', cause } = {}) {
    super(sentence, { cause });
    this.name = 'UserFacingError';
    this.details = details;
  }
}

/**
 * Says what failed in one sentence, without a stack trace: its reader started a program and did not write it.
 * `NODE_DEBUG=crms` shows the stack.
 *
 * @param {unknown} error
 */
export function reportFailure(error) {
  debug('%O', error);
  if (isUserFacing(error) && error.details !== '')
    process.stderr.write(`${error.details.replace(/^/gm, '  | ')}\n`);
  process.stderr.write(`${isUserFacing(error) ? error.message : unexpected(error)}\n`);
}

/**
 * Runs a program's main function: a failure is reported and makes the exit code 1.
 *
 * @param {() => Promise<void>} main
 */
export async function runAsCommand(main) {
  try {
    await main();
  } catch (error) {
    reportFailure(error);
    process.exitCode = 1;
  }
}

/**
 * Each compiled program has a class of its own.
 *
 * @param {unknown} error
 * @returns {error is UserFacingError}
 */
function isUserFacing(error) {
  return error instanceof Error && error.name === 'UserFacingError';
}

/** @param {unknown} error */
function unexpected(error) {
  const message = error instanceof Error ? error.message : String(error);
  const [firstLine] = message.trim().split('\n', 1);
  return `Something unexpected failed: ${firstLine} (NODE_DEBUG=crms shows where).`;
}

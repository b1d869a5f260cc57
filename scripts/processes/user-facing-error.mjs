import { debuglog } from 'node:util';

const debug = debuglog('crms');

/**
 * Something went wrong that a person can do something about. The message is one whole sentence; `details` are the last
 * lines of whatever program failed, when they say more than the sentence can.
 */
export class UserFacingError extends Error {
  constructor(sentence, { details = '', cause } = {}) {
    super(sentence, { cause });
    this.name = 'UserFacingError';
    this.details = details;
  }
}

/**
 * Says what failed in one sentence and no stack trace, because whoever reads it started a program and did not write it.
 * `NODE_DEBUG=crms` shows the stack to whoever did.
 */
export function reportFailure(error) {
  debug('%O', error);
  if (error instanceof UserFacingError && error.details !== '') {
    process.stderr.write(`${error.details.replace(/^/gm, '  | ')}\n`);
  }
  const sentence = error instanceof UserFacingError ? error.message : unexpected(error);
  process.stderr.write(`${sentence}\n`);
}

function unexpected(error) {
  const message = error instanceof Error ? error.message : String(error);
  return `Something unexpected failed: ${firstLine(message)} (NODE_DEBUG=crms shows where).`;
}

function firstLine(text) {
  return text.trim().split('\n', 1)[0];
}

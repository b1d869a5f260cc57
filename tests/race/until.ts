import { setTimeout } from 'node:timers/promises';

const PAUSE_MS = 5;
const DEADLINE_MS = 60_000;

/**
 * Resolves as soon as a condition holds that nothing announces, such as what a database server says of its sessions.
 *
 * @param what the condition in words, for the error
 * @throws when it does not hold within a minute
 */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + DEADLINE_MS;
  while (!(await holds())) {
    if (performance.now() > deadline)
      throw new Error(`Waited ${DEADLINE_MS / 1_000} s in vain until ${what}.`);
    await setTimeout(PAUSE_MS);
  }
}

import { setTimeout } from 'node:timers/promises';

const PAUSE_MS = 5;
const DEADLINE_MS = 60_000;

/**
 * Waits for a condition without a notification, such as the state of a database's sessions.
 *
 * @param what description of the condition, for the error
 * @throws Error when it is not met within a minute
 */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + DEADLINE_MS;
  while (!(await holds())) {
    if (performance.now() > deadline)
      throw new Error(`Waited ${DEADLINE_MS / 1_000} s in vain until ${what}.`);
    await setTimeout(PAUSE_MS);
  }
}

import { setTimeout } from 'node:timers/promises';
import { OutcomeUnknown } from '../../../service/errors';
import { busyBecauseOf } from './busy';
import { failureOf } from './database-errors';

/** How often something is tried in all, when the database asks for a retry or goes away in the middle. */
const TRIES = 4;
/**
 * In milliseconds: nothing is tried again that began longer ago. Whoever waits for a lock that nobody lets go is told so
 * after PATIENCE, a MAX_PAUSE and a last `lock_timeout` at most, which are 2.5 s; see `database.ts`.
 */
const PATIENCE = 1_500;
/**
 * In milliseconds: what may have been written is not sent again that began longer ago. A silent host is waited for as long as
 * a statement may take, once: whoever waits is told within 6 s that nobody knows, and the same key tells later.
 */
const DOUBT = 1_000;
/** In milliseconds, growing with the tries: whoever collided does not collide again. */
const [SHORTEST_PAUSE, MAX_PAUSE] = [50, 370];

/**
 * Tries until the database has taken it, or somebody has waited long enough.
 *
 * @param attempt can be made again when nothing was written
 * @param whenUnknown whether it can be made again also when it may have been written
 * @param patience milliseconds after whose end nothing is tried again
 * @throws Busy when nothing was written, OutcomeUnknown when nobody knows, and whatever the attempt throws
 */
export async function withRetry<T>(
  attempt: () => Promise<T>,
  whenUnknown: 'try again' | 'tell',
  patience = PATIENCE,
): Promise<T> {
  const begun = performance.now();
  let doubtful = false;
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const { kind } = failureOf(error);
      if (kind !== 'retry' && kind !== 'unknown') throw error;
      doubtful ||= kind === 'unknown';
      const isOver =
        kind === 'retry'
          ? performance.now() - begun > patience
          : whenUnknown === 'tell' || performance.now() - begun > DOUBT;
      if (tries === TRIES || isOver)
        throw doubtful ? new OutcomeUnknown({ cause: error }) : busyBecauseOf(error);
    }
    const longest = MAX_PAUSE / 2 ** (TRIES - 1 - tries);
    await setTimeout(SHORTEST_PAUSE + Math.random() * (longest - SHORTEST_PAUSE));
  }
}

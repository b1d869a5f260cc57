import { setTimeout as sleep } from 'node:timers/promises';
import { reportFailure } from '../bootstrap/failure.mjs';

interface Running {
  readonly exited: Promise<unknown>;
}

/** An end within this time after the start is a quick one: what failed then may fail again at once. */
const QUICK_MS = 60_000;
const MAX_PAUSE_MS = 30_000;

/**
 * Milliseconds to wait before the next start, after so many quick ends in a row: none after the first, then half a
 * second, twice as long each time, and never more than half a minute.
 */
export function pauseAfter(quickEnds: number): number {
  return quickEnds < 2 ? 0 : Math.min(500 * 2 ** (quickEnds - 2), MAX_PAUSE_MS);
}

/**
 * Starts one part of the product again whenever it ends by itself. It does so for as long as the product runs: a cause
 * such as a full disk or a database that is away passes, and the part must then be there again, whatever it took.
 *
 * @param name the part, as the subject of a sentence
 * @param running the part as it runs now; its promise `exited` resolves when it has ended
 * @param start starts it again, and returns what runs then
 * @param isEnding whether the whole product is being ended, so that nothing is started any more
 */
export async function keepRunning({
  name,
  running,
  start,
  isEnding,
  say = console.error,
  report = reportFailure,
  pause = sleep,
  now = () => performance.now(),
}: {
  readonly name: string;
  readonly running: Running;
  readonly start: () => Promise<Running>;
  readonly isEnding: () => boolean;
  readonly say?: (line: string) => void;
  readonly report?: (error: unknown) => void;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
  readonly now?: () => number;
}): Promise<void> {
  let current: Running | null = running;
  let quickEnds = 0;
  for (;;) {
    const startedAt = now();
    await current.exited;
    if (isEnding()) return;
    quickEnds = now() - startedAt < QUICK_MS ? quickEnds + 1 : 1;
    say(`${name} ended by itself; starting it again.`);
    do {
      await pause(pauseAfter(quickEnds));
      if (isEnding()) return;
      current = await start().catch((error: unknown) => {
        if (!isEnding()) report(error);
        quickEnds += 1;
        return null;
      });
    } while (current === null);
  }
}

import { setTimeout } from 'node:timers/promises';
import type { Config } from './config';
import { databaseProblems } from './adapters/postgres/connection/fitness';

/** How often, and for how long in milliseconds, a database is looked for that is not there at the start. */
const LOOK_EVERY = 500;
const LOOK_FOR = 30_000;

/** In production a database that forgets, or a role that could rewrite history, is not begun with. */
export async function exitUnlessFit({
  isProduction,
  databaseUrl,
  directDatabaseUrl,
}: Config): Promise<void> {
  if (!isProduction) return;
  const reasons = await whenItAnswers(() => databaseProblems(databaseUrl, directDatabaseUrl));
  if (reasons.length === 0) return;
  process.stderr.write(`${reasons.join('\n')}\n`);
  process.exit(1);
}

async function whenItAnswers<T>(ask: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + LOOK_FOR;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await setTimeout(LOOK_EVERY);
    }
  }
}

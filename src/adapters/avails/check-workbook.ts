import { Worker } from 'node:worker_threads';
import type { CheckedFile } from '../../domain/avails/avail-entry';
import type { ImportRules } from '../../domain/avails/import-rules';
import type { IsoDate } from '../../domain/date-range';
import type { WorkerAnswer, WorkerTask } from './check-worker';
import { UnreadableWorkbook } from '../../domain/avails/unreadable-workbook';

/** What a check may take before it is given up. */
const BOUNDS = {
  /** Milliseconds. */
  time: 60_000,
  /** Megabytes of JavaScript objects; the bytes of the file come on top. */
  memory: 900,
  /** Megabytes for objects that are hardly made; with few, the collector runs all the time. */
  young: 192,
};

const THREAD = new URL('./check-thread.mjs', import.meta.url);

/**
 * Reads and checks a workbook in a thread of its own, so that nothing in it can hold up this one or fill its memory.
 *
 * @param today the day that `Immediate` means, and before which windows are over
 * @throws UnreadableWorkbook when it is no avails workbook, or takes too much memory or time
 * @throws the reason of the signal when that aborts it
 */
export async function checkWorkbook(
  bytes: Uint8Array,
  rules: ImportRules,
  today: IsoDate,
  { signal, time = BOUNDS.time, memory = BOUNDS.memory }: CheckBounds = {},
): Promise<CheckedFile> {
  signal?.throwIfAborted();
  const own = Uint8Array.from(bytes);
  const task: WorkerTask = { bytes: own, rules, today };
  const worker = new Worker(THREAD, {
    execArgv: [],
    workerData: task,
    transferList: [own.buffer],
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: BOUNDS.young },
  });
  try {
    const answer = await answerOf(worker, AbortSignal.timeout(time), signal);
    if ('unreadable' in answer) throw new UnreadableWorkbook(answer.unreadable);
    return answer.checked;
  } finally {
    await worker.terminate();
  }
}

interface CheckBounds {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds. */
  readonly time?: number;
  /** Megabytes. */
  readonly memory?: number;
}

function answerOf(
  worker: Worker,
  deadline: AbortSignal,
  signal: AbortSignal | undefined,
): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal?.reason as Error);
    worker.once('message', resolve);
    worker.once('error', (error) => reject(isOutOfMemory(error) ? tooMuch('memory') : error));
    worker.once('exit', () => reject(new Error('The worker ended without an answer.')));
    deadline.addEventListener('abort', () => reject(tooMuch('time')), { once: true });
    signal?.addEventListener('abort', giveUp, { once: true });
    worker.once('exit', () => signal?.removeEventListener('abort', giveUp));
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooMuch(what: 'memory' | 'time'): UnreadableWorkbook {
  return new UnreadableWorkbook(
    `Reading this file takes too much ${what}. Save only the avails sheets as a workbook of their own, or split it into several.`,
  );
}

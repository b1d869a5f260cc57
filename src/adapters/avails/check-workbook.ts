import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import type { CheckedFile } from '../../domain/avails/avail-entry';
import type { ImportRules } from '../../domain/avails/import-rules';
import type { IsoDate } from '../../domain/values/date-range';
import type { CheckAnswer, CheckTask } from './check-process';
import { UnreadableWorkbook } from '../../domain/avails/unreadable-workbook';
import { unpacked } from './packed-file';

/** Limits of a check; exceeding one aborts it. */
const BOUNDS = {
  /** Milliseconds. */
  time: 60_000,
  /** Megabytes of the JavaScript heap. */
  memory: 900,
};

/** Megabytes for the young generation; with less, the garbage collector runs constantly. */
const YOUNG_OBJECTS = 64;

/** Compiled from `check-process.ts`, because loading its fifty TypeScript files takes longer than checking most workbooks. */
const PROGRAM = createRequire(import.meta.url).resolve('#project/dist/check-process.js');

/**
 * Reads and checks a workbook in a separate process, so that it cannot block this one or exhaust its memory. A worker
 * thread is not enough: running out of memory ends the whole process.
 *
 * @param today the value of `Immediate`; windows that end by this day are over
 * @throws UnreadableWorkbook when it is not an avails workbook, or takes too much memory or time
 * @throws the abort reason of the signal
 */
export async function checkWorkbook(
  bytes: Uint8Array,
  rules: ImportRules,
  today: IsoDate,
  { signal, time = BOUNDS.time, memory = BOUNDS.memory }: CheckBounds = {},
): Promise<CheckedFile> {
  signal?.throwIfAborted();
  const child = memory === BOUNDS.memory ? takeSpare() : startProcess(memory);
  try {
    const answer = await answerOf(
      child,
      { bytes, rules, today },
      AbortSignal.timeout(time),
      signal,
    );
    if ('unreadable' in answer) throw new UnreadableWorkbook(answer.unreadable);
    if ('failed' in answer) throw answer.failed;
    return unpacked(answer.checked);
  } finally {
    child.kill('SIGKILL');
    prepareSpare();
  }
}

/** A process that has loaded its program and is idle, so that the next check starts at once. */
let spare: ChildProcess | null = null;

function takeSpare(): ChildProcess {
  const child = spare ?? startProcess(BOUNDS.memory);
  spare = null;
  child.ref();
  child.channel?.ref();
  return child;
}

/** The spare process does not keep this one alive, and ends with it. */
function prepareSpare(): void {
  if (spare !== null) return;
  const child = startProcess(BOUNDS.memory);
  child.unref();
  child.channel?.unref();
  child.once('exit', () => {
    if (spare === child) spare = null;
  });
  spare = child;
}

function startProcess(memory: number): ChildProcess {
  return fork(PROGRAM, {
    execArgv: [
      `--max-old-space-size=${memory}`,
      ...['min', 'max'].map((bound) => `--${bound}-semi-space-size=${YOUNG_OBJECTS}`),
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

interface CheckBounds {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds. */
  readonly time?: number;
  /** Megabytes. */
  readonly memory?: number;
}

function answerOf(
  child: ChildProcess,
  task: CheckTask,
  deadline: AbortSignal,
  signal: AbortSignal | undefined,
): Promise<CheckAnswer> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal?.reason as Error);
    child.once('message', (answer) => resolve(answer as CheckAnswer));
    child.once('error', reject);
    child.once('exit', (code, killer) => {
      signal?.removeEventListener('abort', giveUp);
      reject(
        ranOutOfMemory(code, killer) ? tooMuch('memory') : new Error(`The check ended: ${code}.`),
      );
    });
    deadline.addEventListener('abort', () => reject(tooMuch('time')), { once: true });
    signal?.addEventListener('abort', giveUp, { once: true });
    child.send(task, (error) => {
      if (error !== null) reject(error);
    });
  });
}

/** Whether a process ended because it ran out of memory: aborted by itself or killed by the operating system. */
function ranOutOfMemory(code: number | null, killer: NodeJS.Signals | null): boolean {
  return code === 134 || killer === 'SIGABRT' || killer === 'SIGKILL' || killer === 'SIGTRAP';
}

function tooMuch(what: 'memory' | 'time'): UnreadableWorkbook {
  return new UnreadableWorkbook(
    `Reading this file takes too much ${what}. Save only the avails sheets in a separate workbook, or split it into several.`,
  );
}

import { parentPort, workerData } from 'node:worker_threads';
import type { CheckedFile } from '../../domain/avails/avail-entry';
import type { ImportRules } from '../../domain/avails/import-rules';
import type { IsoDate } from '../../domain/date-range';
import { checkFile } from '../../domain/avails/checking/check-file';
import { UnreadableWorkbook } from '../../domain/avails/unreadable-workbook';
import { unpack } from './archive';
import { readWorkbook } from './workbook-reader';

/** What the thread is asked. */
export interface WorkerTask {
  readonly bytes: Uint8Array;
  readonly rules: ImportRules;
  readonly today: IsoDate;
}

/** What it answers: the file as checked, or why it cannot be read. */
export type WorkerAnswer = { readonly checked: CheckedFile } | { readonly unreadable: string };

const { bytes, rules, today } = workerData as WorkerTask;

async function answer(): Promise<WorkerAnswer> {
  try {
    return { checked: checkFile(readWorkbook(await unpack(bytes)), rules, today) };
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return { unreadable: error.message };
    throw error;
  }
}

parentPort?.postMessage(await answer());

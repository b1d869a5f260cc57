import { parentPort, workerData } from 'node:worker_threads';
import type { ImportRules } from '../../domain/avails/import-rules';
import type { IsoDate } from '../../domain/date-range';
import type { PackedFile } from './packed-file';
import { checkFile } from '../../domain/avails/checking/check-file';
import { UnreadableWorkbook } from '../../domain/avails/unreadable-workbook';
import { unpack } from './archive';
import { packed } from './packed-file';
import { readWorkbook } from './workbook-reader';

/** What the thread is asked. */
export interface WorkerTask {
  readonly bytes: Uint8Array;
  readonly rules: ImportRules;
  readonly today: IsoDate;
}

/** What it answers: the file as checked, or why it cannot be read. */
export type WorkerAnswer = { readonly checked: PackedFile } | { readonly unreadable: string };

const { bytes, rules, today } = workerData as WorkerTask;

async function answer(): Promise<WorkerAnswer> {
  try {
    return { checked: packed(checkFile(readWorkbook(await unpack(bytes)), rules, today)) };
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return { unreadable: error.message };
    throw error;
  }
}

parentPort?.postMessage(await answer());

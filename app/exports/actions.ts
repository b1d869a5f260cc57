'use server';

import type { z } from 'zod';
import { revalidatePath } from 'next/cache';
import type { Actor } from '../../src/domain/actor';
import type { CancelExportInput, ExportResult, OrderExportInput } from './export-input';
import { exportDesk } from '../../src/bootstrap';
import { DomainError } from '../../src/domain/errors';
import { Busy, OutcomeUnknown } from '../../src/service/errors';
import { orderExport } from '../../src/service/exports';
import { currentWorker } from '../worker';
import { cancelExportInput, orderExportInput } from './export-input';
import { exportWords } from './export-words';

export async function orderExportAction(input: OrderExportInput): Promise<ExportResult> {
  return answered(orderExportInput, input, async (command) => {
    const words = await exportWords(command.query);
    await orderExport({ ...command, words }, exportDesk());
    return { status: 'ordered' };
  });
}

export async function cancelExportAction(input: CancelExportInput): Promise<ExportResult> {
  return answered(cancelExportInput, input, async ({ exportId, at }) => {
    await exportDesk().cancel(exportId, at);
    return { status: 'cancelled' };
  });
}

/** Parses, runs and answers: where errors become values. What it does not know is a bug and passes. */
async function answered<Parsed>(
  schema: z.ZodType<Parsed>,
  input: unknown,
  run: (command: Parsed & { actor: Actor; at: string }) => Promise<ExportResult>,
): Promise<ExportResult> {
  const actor = await currentWorker();
  if (actor === null) return refused('Nothing was ordered: say who is working first.');
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const fieldErrors: Record<string, string> = {};
    for (const { path, message } of parsed.error.issues)
      fieldErrors[String(path[0] ?? '')] ??= message;
    return refused(parsed.error.issues[0]?.message ?? 'This form is not complete.', fieldErrors);
  }
  try {
    const result = await run({ ...parsed.data, actor, at: new Date().toISOString() });
    revalidatePath('/exports');
    return result;
  } catch (error) {
    if (error instanceof DomainError || error instanceof Busy) return refused(error.message);
    if (error instanceof OutcomeUnknown)
      return refused(
        `${error.message} Send it again: it is done once, also if it was done already.`,
      );
    throw error;
  }
}

function refused(message: string, fieldErrors: Record<string, string> = {}): ExportResult {
  return { status: 'refused', message, fieldErrors };
}

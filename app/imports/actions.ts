'use server';

import type { z } from 'zod';
import { revalidatePath } from 'next/cache';
import type { Actor } from '../../src/domain/actor';
import type {
  CancelInput,
  ChangeRulesInput,
  CommitInput,
  ImportAnswer,
  ImportMoment,
  UndoInput,
} from './import-input';
import { importDesk, importViews } from '../../src/bootstrap';
import { DomainError } from '../../src/domain/errors';
import { Busy, OutcomeUnknown } from '../../src/service/errors';
import { identity } from '../domain-input';
import { currentWorker } from '../worker';
import { importAddress } from './import-address';
import { cancelInput, changeRulesInput, commitInput, undoInput } from './import-input';

export async function changeRulesAction(input: ChangeRulesInput): Promise<ImportAnswer> {
  return answered(changeRulesInput, input, (decision) => importDesk().changeRules(decision));
}

export async function commitImportAction(input: CommitInput): Promise<ImportAnswer> {
  return answered(commitInput, input, (decision) => importDesk().commit(decision));
}

export async function cancelImportAction(input: CancelInput): Promise<ImportAnswer> {
  return answered(cancelInput, input, (decision) => importDesk().cancel(decision));
}

export async function undoImportAction(input: UndoInput): Promise<ImportAnswer> {
  return answered(undoInput, input, (decision) => importDesk().undo(decision));
}

/** How far an import is, for a page that waits for it; `null` when there is no such import. */
export async function importProgressAction(importId: string): Promise<ImportMoment | null> {
  const id = identity.safeParse(importId);
  if (!id.success || (await currentWorker()) === null) return null;
  const view = await importViews().import(id.data);
  return view && { state: view.state, progress: view.progress };
}

/** Parses, decides and answers: where errors become values. What it does not know is a bug and passes. */
async function answered<Parsed extends { readonly importId: string }>(
  schema: z.ZodType<Parsed>,
  input: unknown,
  decide: (decision: Parsed & { actor: Actor; at: string }) => Promise<void>,
): Promise<ImportAnswer> {
  const actor = await currentWorker();
  if (actor === null) return refused('Nothing was done: say who is working first.');
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const fieldErrors: Record<string, string> = {};
    for (const { path, message } of parsed.error.issues)
      fieldErrors[String(path.at(-1) ?? '')] ??= message;
    return refused(parsed.error.issues[0]?.message ?? 'This form is not complete.', fieldErrors);
  }
  try {
    await decide({ ...parsed.data, actor, at: new Date().toISOString() });
    return { status: 'accepted' };
  } catch (error) {
    if (error instanceof DomainError || error instanceof Busy) return refused(error.message);
    if (error instanceof OutcomeUnknown)
      return refused(
        `${error.message} Decide again: it is done once, also if it was done already.`,
      );
    throw error;
  } finally {
    revalidatePath(importAddress(parsed.data.importId));
  }
}

function refused(message: string, fieldErrors: Record<string, string> = {}): ImportAnswer {
  return { status: 'refused', message, fieldErrors };
}

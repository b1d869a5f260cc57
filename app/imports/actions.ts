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
import { identity } from '../domain-input';
import { answered } from '../answer';
import { currentPerson } from '../person';
import { importAddress } from './import-address';
import { cancelInput, changeRulesInput, commitInput, undoInput } from './import-input';

export async function changeRulesAction(input: ChangeRulesInput): Promise<ImportAnswer> {
  return decided(changeRulesInput, input, (decision) => importDesk().changeRules(decision));
}

export async function commitImportAction(input: CommitInput): Promise<ImportAnswer> {
  return decided(commitInput, input, (decision) => importDesk().commit(decision));
}

export async function cancelImportAction(input: CancelInput): Promise<ImportAnswer> {
  return decided(cancelInput, input, (decision) => importDesk().cancel(decision));
}

export async function undoImportAction(input: UndoInput): Promise<ImportAnswer> {
  return decided(undoInput, input, (decision) => importDesk().undo(decision));
}

/** How far an import is, for a page that waits for it; `null` when there is no such import. */
export async function importProgressAction(importId: string): Promise<ImportMoment | null> {
  const id = identity.safeParse(importId);
  if (!id.success || (await currentPerson()) === null) return null;
  const view = await importViews().import(id.data);
  return view && { state: view.state, progress: view.progress };
}

/** Decides and answers; what the page shows has changed also when somebody else decided first. */
async function decided<Parsed extends { readonly importId: string }>(
  schema: z.ZodType<Parsed>,
  input: unknown,
  decide: (decision: Parsed & { actor: Actor; at: string }) => Promise<unknown>,
): Promise<ImportAnswer> {
  return answered(schema, input, async (decision): Promise<ImportAnswer> => {
    try {
      await decide(decision);
      return { status: 'accepted' };
    } finally {
      revalidatePath(importAddress(decision.importId));
    }
  });
}

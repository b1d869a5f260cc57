'use server';

import type { z } from 'zod';
import { revalidatePath } from 'next/cache';
import type { Actor } from '../../src/domain/people/actor';
import type { ImportDecided } from '../../src/service/import/imports';
import type {
  CancelInput,
  ChangeRulesInput,
  CommitInput,
  ImportAnswer,
  ImportMoment,
  UndoInput,
} from './import-input';
import { importDesk, importViews } from '../../src/bootstrap';
import { identity } from '../../src/wire/forms/typed';
import { answered } from '../answer';
import { currentPerson } from '../person';
import { importAddress } from './import-address';
import { cancelInput, changeRulesInput, commitInput, undoInput } from './import-input';

export async function changeRulesAction(input: ChangeRulesInput): Promise<ImportAnswer> {
  return decided('import-rules-changed', changeRulesInput, input, (decision) =>
    importDesk().changeRules(decision),
  );
}

export async function commitImportAction(input: CommitInput): Promise<ImportAnswer> {
  return decided('import-commit-ordered', commitInput, input, (decision) =>
    importDesk().commit(decision),
  );
}

export async function cancelImportAction(input: CancelInput): Promise<ImportAnswer> {
  return decided('import-cancelled', cancelInput, input, (decision) =>
    importDesk().cancel(decision),
  );
}

export async function undoImportAction(input: UndoInput): Promise<ImportAnswer> {
  return decided('import-undo-ordered', undoInput, input, (decision) =>
    importDesk().undo(decision),
  );
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
  kind: string,
  schema: z.ZodType<Parsed>,
  input: unknown,
  decide: (decision: Parsed & { actor: Actor; at: string }) => Promise<ImportDecided>,
): Promise<ImportAnswer> {
  return answered({
    schema,
    input,
    kind,
    subject: ({ importId: id }) => ({ what: 'import', id }),
    run: async (decision): Promise<ImportAnswer> => {
      try {
        const { replayed } = await decide(decision);
        return { status: 'accepted', replayed };
      } finally {
        revalidatePath(importAddress(decision.importId));
      }
    },
  });
}

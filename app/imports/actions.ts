'use server';

import type {
  CancelInput,
  ChangeRulesInput,
  CommitInput,
  ImportAnswer,
  ImportMoment,
  UndoInput,
} from './import-input';
import { importViews } from '../../src/bootstrap';
import { identity } from '../../src/wire/forms/typed';
import { currentPerson } from '../person';
import { recordAction } from '../record-action';
import { importAddress } from './import-address';
import { cancelInput, changeRulesInput, commitInput, undoInput } from './import-input';

export async function changeRulesAction(sent: ChangeRulesInput): Promise<ImportAnswer> {
  return recordAction({
    kind: 'change-import-rules',
    schema: changeRulesInput,
    sent,
    input: (input) => input,
    ...ON_IMPORT,
  });
}

export async function commitImportAction(sent: CommitInput): Promise<ImportAnswer> {
  return recordAction({
    kind: 'commit-import',
    schema: commitInput,
    sent,
    input: (input) => input,
    ...ON_IMPORT,
  });
}

export async function cancelImportAction(sent: CancelInput): Promise<ImportAnswer> {
  return recordAction({
    kind: 'cancel-import',
    schema: cancelInput,
    sent,
    input: (input) => input,
    ...ON_IMPORT,
  });
}

export async function undoImportAction(sent: UndoInput): Promise<ImportAnswer> {
  return recordAction({
    kind: 'undo-import',
    schema: undoInput,
    sent,
    input: (input) => input,
    ...ON_IMPORT,
  });
}

/** What all decisions have in common. What the page shows has changed also when somebody else decided first. */
const ON_IMPORT = {
  answer: ({ replayed }: { readonly replayed: boolean }): ImportAnswer => ({
    status: 'accepted',
    replayed,
  }),
  page: ({ importId }: { readonly importId: string }) => importAddress(importId),
};

/** How far an import is, for a page that waits for it; `null` when there is no such import. */
export async function importProgressAction(importId: string): Promise<ImportMoment | null> {
  const id = identity.safeParse(importId);
  if (!id.success || (await currentPerson()) === null) return null;
  const view = await importViews().import(id.data);
  return view && { state: view.state, progress: view.progress };
}

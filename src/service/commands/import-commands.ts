import type {
  CancelImport,
  ChangeImportRules,
  CommitImport,
  ImportDecided,
  LeaveOutOfImport,
  OnImport,
  UploadImport,
} from '../import/import-service';
import type { Definition, Definitions, Kind } from './definition';
import {
  cancelImport,
  changeImportRules,
  commitImport,
  leaveOutOfImport,
  undoImport,
  uploadImport,
} from '../import/import-service';
import { onRecords } from './definition';

/** Each orders a job, but for cancelling, which stops one, and leaving out, which waits for the commit. */
export interface ImportCommands {
  readonly 'upload-import': Kind<UploadImport, ImportDecided>;
  readonly 'change-import-rules': Kind<ChangeImportRules, ImportDecided>;
  readonly 'leave-out-of-import': Kind<LeaveOutOfImport, ImportDecided>;
  readonly 'commit-import': Kind<CommitImport, ImportDecided>;
  readonly 'cancel-import': Kind<CancelImport, ImportDecided>;
  readonly 'undo-import': Kind<OnImport, ImportDecided>;
}

export const IMPORT_COMMANDS: Definitions<ImportCommands> = {
  'upload-import': onImport(onRecords(uploadImport)),
  'change-import-rules': {
    ...onImport(onRecords(changeImportRules)),
    parts: ({ rules }) => [{ at: ['rules'], value: rules }],
  },
  'leave-out-of-import': onImport(onRecords(leaveOutOfImport)),
  'commit-import': onImport(onRecords(commitImport)),
  'cancel-import': onImport(onRecords(cancelImport)),
  'undo-import': onImport(onRecords(undoImport)),
};

function onImport<Input extends { readonly importId: string }>(
  run: Definition<Input, ImportDecided, never>['run'],
): Definition<Input, ImportDecided, never> {
  return {
    aggregate: 'import',
    role: 'editor',
    run,
    subject: ({ importId: id }) => ({ what: 'import', id }),
  };
}

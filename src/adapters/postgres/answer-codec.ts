import type { DoneOf, VersionedKind } from '../../service/commands/commands';
import type { ExportCommands } from '../../service/commands/export-commands';
import type { ImportCommands } from '../../service/commands/import-commands';
import type { StoredCodec } from './stored/codec';
import type { AnswerOf, AnswerShape } from './stored/stored-answers';
import { answersOf, anyAnswers } from './stored/stored-answers';

/** Writes nothing, so its answer is not stored. */
type DryRun = Extract<VersionedKind, `${'preview' | 'try'}-${string}`>;

/** The commands whose answers are stored under their keys. */
export type AnsweredKind =
  Exclude<VersionedKind, DryRun> | keyof ImportCommands | keyof ExportCommands;

/** The names of the shapes that are read as an answer. */
type ShapeOf<Answer> = {
  [Shape in AnswerShape]: AnswerOf<Shape> extends Answer ? Shape : never;
}[AnswerShape];

/** The shape of each kind's answer. */
const SHAPES = {
  'grant-license': 'license',
  'generate-offers': 'license',
  'replace-offer': 'license',
  'withdraw-offers': 'license',
  'rearrange-offers': 'license',
  'amend-license': 'license',
  'apply-change': 'license',
  'undo-change': 'license',
  'close-license': 'license',
  'close-licenses': 'licenses',
  'reopen-licenses': 'reopened',
  'change-licenses': 'changed',
  'undo-licenses': 'changed',
  'copy-license': 'license',
  'undo-license-copy': 'license',
  'register-title': 'saved',
  'correct-title': 'saved',
  'assign-offer': 'saved',
  'unassign-offer': 'saved',
  'move-assignment': 'saved',
  'assign-titles': 'titles',
  'unassign-titles': 'titles',
  'take-down-title': 'saved',
  'bring-title-back': 'saved',
  'take-down-titles': 'titles',
  'undo-takedowns': 'titles',
  'close-title': 'saved',
  'reopen-title': 'saved',
  'record-contract': 'contract',
  'correct-contract': 'saved',
  'close-contract': 'contract',
  'reopen-contract': 'contract',
  'record-price-table': 'saved',
  'change-prices': 'saved',
  'remove-price-day': 'saved',
  'undo-prices': 'saved',
  'upload-import': 'import',
  'change-import-rules': 'import',
  'leave-out-of-import': 'import',
  'commit-import': 'import',
  'cancel-import': 'import',
  'undo-import': 'import',
  'make-export': 'export',
  'cancel-export': 'export',
  'export-rejected-rows': 'export',
} as const satisfies { readonly [K in AnsweredKind]: ShapeOf<DoneOf<K>> };

/**
 * Reads and writes the answer to a command.
 *
 * @param kind of the command; a command that an import consists of has none, and its answer can have any shape
 */
export function answerCodec(kind: string | undefined): StoredCodec<AnswerOf<AnswerShape>> {
  return kind === undefined || !isAnswered(kind) ? anyAnswers : answersOf(SHAPES[kind]);
}

function isAnswered(kind: string): kind is AnsweredKind {
  return Object.hasOwn(SHAPES, kind);
}

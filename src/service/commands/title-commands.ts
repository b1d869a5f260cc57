import type { ContentConflict, ContentIntent } from '../content/content-conflict';
import type {
  AssignOffer,
  AssignTitles,
  ContentSaved,
  CorrectContent,
  MoveAssignment,
  RegisterContent,
  TitlesAssigned,
  TitlesTried,
  TryAssigning,
  UnassignOffer,
  UnassignTitles,
} from '../content/content-service';
import type { Definition, InputIn, Kind } from './definition';
import { explainContentConflict } from '../content/content-conflict';
import {
  assignOffer,
  assignTitles,
  correctContent,
  moveAssignment,
  registerContent,
  tryAssigning,
  unassignOffer,
  unassignTitles,
} from '../content/content-service';

export interface TitleCommands {
  readonly 'register-title': Kind<InputIn<RegisterContent>, ContentSaved>;
  readonly 'correct-title': Kind<InputIn<CorrectContent>, ContentSaved, ContentConflict>;
  readonly 'assign-offer': Kind<InputIn<AssignOffer>, ContentSaved, ContentConflict>;
  readonly 'unassign-offer': Kind<InputIn<UnassignOffer>, ContentSaved, ContentConflict>;
  readonly 'move-assignment': Kind<InputIn<MoveAssignment>, ContentSaved, ContentConflict>;
  /** On many titles: a stale one is refused with the title's id, because each has a version of its own. */
  readonly 'assign-titles': Kind<InputIn<AssignTitles>, TitlesAssigned>;
  /** As `assign-titles`. */
  readonly 'unassign-titles': Kind<InputIn<UnassignTitles>, TitlesAssigned>;
  /** A dry run of `assign-titles`: writes nothing. */
  readonly 'try-assigning': Kind<InputIn<TryAssigning>, TitlesTried>;
}

type Definitions = {
  readonly [K in keyof TitleCommands]: Definition<
    TitleCommands[K]['input'],
    TitleCommands[K]['done'],
    TitleCommands[K]['conflict']
  >;
};

export const TITLE_COMMANDS: Definitions = {
  'register-title': { aggregate: 'content', role: 'editor', run: registerContent },
  'correct-title': onTitle(correctContent, ({ details }) => ({ kind: 'correct', details })),
  'assign-offer': onTitle(assignOffer, ({ chosen }) => ({ kind: 'assign', chosen })),
  'unassign-offer': onTitle(unassignOffer, ({ assignment }) => ({ kind: 'unassign', assignment })),
  'move-assignment': onTitle(moveAssignment, ({ from, to }) => ({ kind: 'move', from, to })),
  'assign-titles': { aggregate: 'content', role: 'editor', run: assignTitles },
  'unassign-titles': { aggregate: 'content', role: 'editor', run: unassignTitles },
  'try-assigning': { aggregate: 'content', role: 'editor', run: tryAssigning },
};

/** A command on one title: its intent explains it when it is stale. */
function onTitle<Input extends { readonly contentId: string; readonly expectedVersion: number }>(
  run: Definition<NoInfer<Input>, ContentSaved, ContentConflict>['run'],
  intentOf: (input: Input) => ContentIntent,
): Definition<Input, ContentSaved, ContentConflict> {
  return {
    aggregate: 'content',
    role: 'editor',
    run,
    explain: (input, { contents, licenses }) =>
      explainContentConflict(
        input.contentId,
        input.expectedVersion,
        intentOf(input),
        contents,
        licenses,
      ),
  };
}

import type { ContentConflict } from '../conflict/conflict';
import type { ContentIntent } from '../content/conflict/content-intent';
import type {
  AssignOffer,
  CorrectContent,
  MoveAssignment,
  RegisterContent,
  UnassignOffer,
} from '../content/content-service';
import type {
  AssignTitles,
  TitlesTried,
  TitlesTriedWithout,
  TryAssigning,
  TryUnassigning,
  UnassignTitles,
} from '../content/assign-titles';
import type { ContentSaved, TitlesAssigned } from '../content/title-at-version';
import type { InputPart } from './refused-part';
import type { Definition, Definitions, InputIn, Kind } from './definition';
import { isoDate } from '../../domain/values/date-range';
import { chosenParts } from './refused-part';
import { explainContentConflict } from '../content/conflict/content-conflict';
import {
  assignOffer,
  correctContent,
  moveAssignment,
  registerContent,
  unassignOffer,
} from '../content/content-service';
import {
  assignTitles,
  tryAssigning,
  tryUnassigning,
  unassignTitles,
} from '../content/assign-titles';
import { onVersions } from './definition';

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
  /** A dry run of `unassign-titles`: writes nothing. */
  readonly 'try-unassigning': Kind<InputIn<TryUnassigning>, TitlesTriedWithout>;
}

export const TITLE_COMMANDS: Definitions<TitleCommands> = {
  'register-title': {
    ...{ aggregate: 'content', role: 'editor', run: onVersions(registerContent) },
    parts: ({ details, first }) => [
      { at: ['details'], value: details },
      ...chosenParts(['first'], first),
    ],
  },
  'correct-title': onTitle(
    onVersions(correctContent),
    ({ details }) => ({ kind: 'correct', details }),
    ({ details }) => [{ at: ['details'], value: details }],
  ),
  'assign-offer': onTitle(
    onVersions(assignOffer),
    ({ chosen }) => ({ kind: 'assign', chosen }),
    ({ chosen }) => chosenParts(['chosen'], chosen),
  ),
  'unassign-offer': onTitle(
    onVersions(unassignOffer),
    ({ assignment }) => ({ kind: 'unassign', assignment }),
    ({ assignment }) => [{ at: ['assignment'], value: assignment }],
  ),
  'move-assignment': onTitle(
    onVersions(moveAssignment),
    ({ from, to }) => ({ kind: 'move', from, to }),
    ({ from, to }) => [{ at: ['from'], value: from }, ...chosenParts(['to'], to)],
  ),
  'assign-titles': {
    ...{ aggregate: 'content', role: 'editor', run: onVersions(assignTitles) },
    parts: ({ chosen, titles }) => [
      ...chosenParts(['chosen'], chosen),
      ...titles.map((title, index) => ({ at: ['titles', index], value: title })),
    ],
  },
  'unassign-titles': { aggregate: 'content', role: 'editor', run: onVersions(unassignTitles) },
  'try-assigning': {
    ...{ aggregate: 'content', role: 'editor', run: onVersions(tryAssigning) },
    parts: ({ chosen, contentIds }) => [
      ...chosenParts(['chosen'], chosen),
      { at: ['contentIds'], value: contentIds },
    ],
  },
  'try-unassigning': {
    ...{ aggregate: 'content', role: 'editor', run: onVersions(tryUnassigning) },
    parts: ({ assignment, contentIds }) => [
      { at: ['assignment'], value: assignment },
      { at: ['contentIds'], value: contentIds },
    ],
  },
};

/** A command on one title: its intent explains it when it is stale. */
export function onTitle<
  Input extends { readonly contentId: string; readonly expectedVersion: number },
  Done extends object,
>(
  run: Definition<NoInfer<Input>, Done, ContentConflict>['run'],
  intentOf: (input: Input) => ContentIntent,
  parts: (input: Input) => readonly InputPart[],
): Definition<Input, Done, ContentConflict> {
  return {
    aggregate: 'content',
    role: 'editor',
    run,
    explain: (input, views, at) =>
      explainContentConflict(
        input.contentId,
        input.expectedVersion,
        intentOf(input),
        views,
        isoDate(at.slice(0, 10)),
      ),
    parts,
  };
}

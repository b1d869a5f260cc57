import type { ContentConflict } from '../conflict/conflict';
import type { JointConflict } from '../conflict/joint-conflict';
import type { ContentSaved, TitlesAssigned } from '../content/title-at-version';
import type {
  BringTitleBack,
  TakeDownTitle,
  TakeDownTitles,
  TakedownEffect,
  UndoTakedowns,
} from '../content/takedown-service';
import type { Definitions, InputIn, Kind } from './definition';
import {
  bringTitleBack,
  previewTakedown,
  takeDownTitle,
  takeDownTitles,
  undoTakedowns,
} from '../content/takedown-service';
import { explainJointly } from '../conflict/joint-conflict';
import { onVersions } from './definition';
import { onTitle } from './title-commands';

export interface TakedownCommands {
  readonly 'take-down-title': Kind<InputIn<TakeDownTitle>, ContentSaved, ContentConflict>;
  readonly 'bring-title-back': Kind<InputIn<BringTitleBack>, ContentSaved, ContentConflict>;
  readonly 'take-down-titles': Kind<InputIn<TakeDownTitles>, TitlesAssigned, JointConflict>;
  /** Undoes `take-down-titles`, given what that answered. */
  readonly 'undo-takedowns': Kind<InputIn<UndoTakedowns>, TitlesAssigned>;
  /** A dry run of `take-down-titles`: writes nothing. */
  readonly 'preview-takedown': Kind<
    InputIn<TakeDownTitles>,
    { readonly effects: readonly TakedownEffect[] }
  >;
}

const onPlan = ({ plan }: Pick<TakeDownTitles, 'plan'>) => [{ at: ['plan'], value: plan }];

export const TAKEDOWN_COMMANDS: Definitions<TakedownCommands> = {
  'take-down-title': onTitle(
    onVersions(takeDownTitle),
    ({ plan }) => ({ kind: 'take-down', plan }),
    (input) => onPlan(input),
  ),
  'bring-title-back': onTitle(
    onVersions(bringTitleBack),
    ({ takedown, from }) => ({ kind: 'bring-back', takedown, from }),
    () => [],
  ),
  'take-down-titles': {
    ...{ aggregate: 'content', role: 'editor', run: onVersions(takeDownTitles), parts: onPlan },
    explain: ({ titles }, { history }) =>
      explainJointly(
        'titles',
        titles.map(({ contentId: id, expectedVersion: version }) => ({ id, version })),
        history,
      ),
  },
  'undo-takedowns': { aggregate: 'content', role: 'editor', run: onVersions(undoTakedowns) },
  'preview-takedown': {
    ...{ aggregate: 'content', role: 'editor', run: onVersions(previewTakedown), parts: onPlan },
  },
};

import type { ContentConflict } from '../conflict/conflict';
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
import { onVersions } from './definition';
import { onTitle } from './title-commands';

export interface TakedownCommands {
  readonly 'take-down-title': Kind<InputIn<TakeDownTitle>, ContentSaved, ContentConflict>;
  readonly 'bring-title-back': Kind<InputIn<BringTitleBack>, ContentSaved, ContentConflict>;
  /** On several titles: a stale one is refused with the title's id, because each has a version of its own. */
  readonly 'take-down-titles': Kind<InputIn<TakeDownTitles>, TitlesAssigned>;
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
  },
  'undo-takedowns': { aggregate: 'content', role: 'editor', run: onVersions(undoTakedowns) },
  'preview-takedown': {
    ...{ aggregate: 'content', role: 'editor', run: onVersions(previewTakedown), parts: onPlan },
  },
};

import type { RemoveView, SaveView, ViewSaved } from '../views/saved-views';
import type { Definitions, Kind } from './definition';
import type { Subject } from './subject';
import { removeSharedView, removeView, saveSharedView, saveView } from '../views/saved-views';
import { onRecords } from './definition';

/** Saving the same twice changes nothing, so no answer is stored under a key. */
export interface ViewCommands {
  readonly 'save-view': Kind<SaveView, ViewSaved>;
  readonly 'save-shared-view': Kind<SaveView, ViewSaved>;
  readonly 'remove-view': Kind<RemoveView, ViewSaved>;
  readonly 'remove-shared-view': Kind<RemoveView, ViewSaved>;
}

const onView = {
  aggregate: 'view',
  subject: ({ viewId: id }: { readonly viewId: string }): Subject => ({ what: 'view', id }),
} as const;

export const VIEW_COMMANDS: Definitions<ViewCommands> = {
  'save-view': { ...onView, role: 'viewer', run: onRecords(saveView) },
  'save-shared-view': { ...onView, role: 'editor', run: onRecords(saveSharedView) },
  'remove-view': { ...onView, role: 'viewer', run: onRecords(removeView) },
  'remove-shared-view': { ...onView, role: 'editor', run: onRecords(removeSharedView) },
};

import type { JointConflict } from '../conflict/joint-conflict';
import type { ChangeLicenses, LicensesChanged } from '../bulk/change-licenses';
import type { BulkPreview, PreviewLicensesChange } from '../bulk/preview-licenses-change';
import type { UndoLicenses } from '../bulk/undo-licenses';
import type { Definitions, InputIn, Kind } from './definition';
import { changeLicenses } from '../bulk/change-licenses';
import { previewLicensesChange } from '../bulk/preview-licenses-change';
import { undoLicenses } from '../bulk/undo-licenses';
import { changedLicenses } from './closing-commands';
import { onVersions } from './definition';

/** Commands that make one kind of change on many licenses. */
export interface BulkCommands {
  readonly 'change-licenses': Kind<InputIn<ChangeLicenses>, LicensesChanged, JointConflict>;
  /** Undoes `change-licenses`, given what that answered. */
  readonly 'undo-licenses': Kind<InputIn<UndoLicenses>, LicensesChanged>;
  /** A dry run of `change-licenses`: writes nothing. */
  readonly 'preview-licenses-change': Kind<
    InputIn<PreviewLicensesChange>,
    { readonly bulk: BulkPreview }
  >;
}

const onPlan = ({ plan, licenses }: Pick<InputIn<ChangeLicenses>, 'plan' | 'licenses'>) => [
  { at: ['plan'], value: plan },
  { at: ['licenses'], value: licenses },
];

export const BULK_COMMANDS: Definitions<BulkCommands> = {
  'change-licenses': {
    ...{ aggregate: 'license', role: 'editor', run: onVersions(changeLicenses), parts: onPlan },
    explain: ({ licenses }, views) => changedLicenses(licenses, views),
  },
  'undo-licenses': { aggregate: 'license', role: 'editor', run: onVersions(undoLicenses) },
  'preview-licenses-change': {
    ...{ aggregate: 'license', role: 'editor', run: onVersions(previewLicensesChange) },
    parts: onPlan,
  },
};

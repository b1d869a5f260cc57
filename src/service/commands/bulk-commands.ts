import type { JointConflict } from '../conflict/joint-conflict';
import type { ChangeLicenses, LicensesChanged } from '../bulk/change-licenses';
import type { CopyLicense, UndoLicenseCopy } from '../bulk/copy-license';
import type { LicenseCopyPreview, PreviewLicenseCopy } from '../bulk/preview-license-copy';
import type { LicenseSaved } from '../license/license-at-version';
import type { BulkPreview, PreviewLicensesChange } from '../bulk/preview-licenses-change';
import type { UndoLicenses } from '../bulk/undo-licenses';
import type { Command } from '../unit-of-work';
import type { Definitions, InputIn, Kind, Views } from './definition';
import { changeLicenses } from '../bulk/change-licenses';
import { copyLicense, undoLicenseCopy } from '../bulk/copy-license';
import { previewLicenseCopy } from '../bulk/preview-license-copy';
import { previewLicensesChange } from '../bulk/preview-licenses-change';
import { undoLicenses } from '../bulk/undo-licenses';
import { changedLicenses } from './closing-commands';
import { onVersions } from './definition';

/** Commands that make one kind of change on many licenses, or another license like one. */
export interface BulkCommands {
  readonly 'change-licenses': Kind<InputIn<ChangeLicenses>, LicensesChanged, JointConflict>;
  /** Undoes `change-licenses`, given what that answered. */
  readonly 'undo-licenses': Kind<InputIn<UndoLicenses>, LicensesChanged>;
  /** A dry run of `change-licenses`: writes nothing. */
  readonly 'preview-licenses-change': Kind<
    InputIn<PreviewLicensesChange>,
    { readonly bulk: BulkPreview }
  >;
  readonly 'copy-license': Kind<InputIn<CopyLicense>, LicenseSaved, JointConflict>;
  /** Undoes `copy-license`, given what that answered. */
  readonly 'undo-license-copy': Kind<InputIn<UndoLicenseCopy>, LicenseSaved>;
  /** A dry run of `copy-license`: writes nothing. */
  readonly 'preview-license-copy': Kind<
    Omit<PreviewLicenseCopy, keyof Command>,
    { readonly copy: LicenseCopyPreview },
    JointConflict
  >;
}

const onPlan = ({ plan, licenses }: Pick<InputIn<ChangeLicenses>, 'plan' | 'licenses'>) => [
  { at: ['plan'], value: plan },
  { at: ['licenses'], value: licenses },
];

const onCopy = ({ plan, ...input }: Pick<InputIn<CopyLicense>, 'plan' | 'licenseId'>) => [
  { at: ['plan'], value: plan },
  ...(plan.shift === null ? [] : [{ at: ['plan', 'shift'], value: plan.shift }]),
  { at: [], value: input },
];
const savedSince = (
  { licenseId, expectedVersion }: InputIn<CopyLicense> | InputIn<UndoLicenseCopy>,
  views: Pick<Views, 'history'>,
) => changedLicenses([{ licenseId, expectedVersion }], views);

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
  'copy-license': {
    ...{ aggregate: 'license', role: 'editor', run: onVersions(copyLicense) },
    ...{ parts: onCopy, explain: savedSince },
  },
  'undo-license-copy': { aggregate: 'license', role: 'editor', run: onVersions(undoLicenseCopy) },
  'preview-license-copy': {
    ...{ aggregate: 'license', role: 'editor', run: onVersions(previewLicenseCopy) },
    ...{ parts: onCopy, explain: savedSince },
  },
};

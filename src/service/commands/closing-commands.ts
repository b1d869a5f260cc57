import type { JointConflict } from '../conflict/joint-conflict';
import type { ContentConflict, LicenseConflict } from '../conflict/conflict';
import type { ContentSaved } from '../content/title-at-version';
import type {
  CloseTitle,
  PreviewTitleClosing,
  ReopenTitle,
  TitleClosingPreview,
} from '../content/close-title';
import type {
  CloseLicense,
  CloseLicenses,
  LicenseAtVersion,
  LicensesClosed,
} from '../license/close-license';
import type { ClosingPreview, PreviewClosing } from '../license/closing-preview';
import type { LicensesReopened, ReopenLicenses } from '../license/reopen-licenses';
import type { LicenseSaved } from '../license/license-at-version';
import type { Definitions, InputIn, Kind, Views } from './definition';
import { closeTitle, previewTitleClosing, reopenTitle } from '../content/close-title';
import { closeLicense, closeLicenses } from '../license/close-license';
import { previewClosing } from '../license/closing-preview';
import { reopenLicenses } from '../license/reopen-licenses';
import { explainJointly } from '../conflict/joint-conflict';
import { onVersions } from './definition';
import { onLicense } from './license-commands';
import { chosenParts } from './refused-part';
import { onTitle } from './title-commands';

export interface ClosingCommands {
  readonly 'close-license': Kind<InputIn<CloseLicense>, LicenseSaved, LicenseConflict>;
  readonly 'close-licenses': Kind<InputIn<CloseLicenses>, LicensesClosed, JointConflict>;
  /** Undoes `close-licenses`, given what that answered. */
  readonly 'reopen-licenses': Kind<InputIn<ReopenLicenses>, LicensesReopened>;
  /** A dry run of `close-license` and `close-licenses`: writes nothing. */
  readonly 'preview-closing': Kind<InputIn<PreviewClosing>, { readonly closing: ClosingPreview }>;
  readonly 'close-title': Kind<InputIn<CloseTitle>, ContentSaved, ContentConflict>;
  /** A dry run of `close-title`: writes nothing. */
  readonly 'preview-title-closing': Kind<
    InputIn<PreviewTitleClosing>,
    { readonly titleClosing: TitleClosingPreview },
    ContentConflict
  >;
  readonly 'reopen-title': Kind<InputIn<ReopenTitle>, ContentSaved, ContentConflict>;
}

export const CLOSING_COMMANDS: Definitions<ClosingCommands> = {
  'close-license': onLicense(
    onVersions(closeLicense),
    ({ plan }) => ({ kind: 'close', plan }),
    ({ plan }) => [{ at: ['plan'], value: plan }],
  ),
  'close-licenses': {
    ...{ aggregate: 'license', role: 'editor', run: onVersions(closeLicenses) },
    explain: ({ licenses }, views) => changedLicenses(licenses, views),
    parts: ({ plan }) => [{ at: ['plan'], value: plan }],
  },
  'reopen-licenses': { aggregate: 'license', role: 'editor', run: onVersions(reopenLicenses) },
  'preview-closing': {
    ...{ aggregate: 'license', role: 'editor', run: onVersions(previewClosing) },
    parts: ({ plan }) => [{ at: ['plan'], value: plan }],
  },
  'close-title': onTitle(
    onVersions(closeTitle),
    ({ closing }) => ({ kind: 'close', closing }),
    ({ closing }) => [{ at: ['closing'], value: closing }],
  ),
  'preview-title-closing': onTitle(
    onVersions(previewTitleClosing),
    ({ closing }) => ({ kind: 'close', closing }),
    ({ closing }) => [{ at: ['closing'], value: closing }],
  ),
  'reopen-title': onTitle(
    onVersions(reopenTitle),
    ({ chosen }) => ({ kind: 'reopen', chosen }),
    ({ chosen }) => chosen.flatMap((one, index) => chosenParts(['chosen', index], one)),
  ),
};

/** Which of several licenses were saved since, and what happened to them. */
export function changedLicenses(
  licenses: readonly LicenseAtVersion[],
  { history }: Pick<Views, 'history'>,
): Promise<JointConflict> {
  const on = licenses.map(({ licenseId: id, expectedVersion: version }) => ({ id, version }));
  return explainJointly('licenses', on, history);
}

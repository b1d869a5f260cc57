import type { ProposedChange } from '../../domain/license/license-change';
import type { LicenseConflict } from '../conflict/conflict';
import type { LicenseIntent } from '../license/conflict-explanation';
import type {
  AmendLicense,
  ApplyChange,
  GrantLicense,
  RearrangeOffers,
  ReplaceOffer,
  WithdrawOffers,
} from '../license/license-service';
import type { GenerateOffers } from '../license/generate-offers';
import type { LicenseSaved } from '../license/license-at-version';
import type { UndoChange } from '../license/undo-change';
import type {
  PreviewRearrangement,
  PreviewUndo,
  PreviewWithdrawal,
  WithdrawalPreview,
} from '../license/withdrawal-preview';
import type { InputPart } from './refused-part';
import type { Definition, Definitions, InputIn, Kind } from './definition';
import { explainConflict, generationOf } from '../license/conflict-explanation';
import {
  amendLicense,
  applyChange,
  grantLicense,
  rearrangementOf,
  rearrangeOffers,
  replaceOffer,
  withdrawOffers,
} from '../license/license-service';
import { generateOffers, knownPlan } from '../license/generate-offers';
import { undoChange } from '../license/undo-change';
import { changeParts, detailsParts, planParts } from './refused-part';
import {
  previewRearrangement,
  previewUndo,
  previewWithdrawal,
} from '../license/withdrawal-preview';
import { onVersions } from './definition';

export interface LicenseCommands {
  readonly 'grant-license': Kind<InputIn<GrantLicense>, LicenseSaved>;
  readonly 'generate-offers': Kind<InputIn<GenerateOffers>, LicenseSaved, LicenseConflict>;
  readonly 'replace-offer': Kind<InputIn<ReplaceOffer>, LicenseSaved, LicenseConflict>;
  readonly 'withdraw-offers': Kind<InputIn<WithdrawOffers>, LicenseSaved, LicenseConflict>;
  readonly 'rearrange-offers': Kind<InputIn<RearrangeOffers>, LicenseSaved, LicenseConflict>;
  /** A dry run of `rearrange-offers`, as far as titles lose days by it: writes nothing. */
  readonly 'preview-rearrangement': Kind<
    InputIn<PreviewRearrangement>,
    { readonly withdrawal: WithdrawalPreview },
    LicenseConflict
  >;
  readonly 'amend-license': Kind<InputIn<AmendLicense>, LicenseSaved, LicenseConflict>;
  /** A dry run of `withdraw-offers`: writes nothing. */
  readonly 'preview-withdrawal': Kind<
    InputIn<PreviewWithdrawal>,
    { readonly withdrawal: WithdrawalPreview },
    LicenseConflict
  >;
  /** A dry run of `undo-change`, as far as it takes offers from titles: writes nothing. */
  readonly 'preview-undo': Kind<
    InputIn<PreviewUndo>,
    { readonly withdrawal: WithdrawalPreview },
    LicenseConflict
  >;
  /** A change as a conflict or a refusal proposes it. */
  readonly 'apply-change': Kind<InputIn<ApplyChange>, LicenseSaved, LicenseConflict>;
  readonly 'undo-change': Kind<InputIn<UndoChange>, LicenseSaved, LicenseConflict>;
}

export const LICENSE_COMMANDS: Definitions<LicenseCommands> = {
  'grant-license': {
    aggregate: 'license',
    role: 'editor',
    run: onVersions(grantLicense),
    parts: ({ details }) => detailsParts(['details'], details),
  },
  'generate-offers': {
    ...{ aggregate: 'license', role: 'editor', run: onVersions(generateOffers) },
    explain: async ({ licenseId, expectedVersion, plan }, { licenses, pricePlans }) =>
      explainConflict(
        licenseId,
        expectedVersion,
        { kind: 'generate', plan: await knownPlan(plan, pricePlans) },
        licenses,
      ),
    parts: ({ plan }) => planParts(['plan'], plan),
    proposed: ({ plan }) => generationOf(plan),
  },
  'replace-offer': changing(onVersions(replaceOffer), ({ before, after }) => ({
    kind: 'offer-replaced',
    before,
    after,
  })),
  'withdraw-offers': changing(onVersions(withdrawOffers), ({ offers }) => ({
    kind: 'offers-withdrawn',
    offers,
  })),
  'rearrange-offers': changing(onVersions(rearrangeOffers), (input: InputIn<RearrangeOffers>) =>
    rearrangementOf(input),
  ),
  'preview-rearrangement': onLicense(onVersions(previewRearrangement), (input) => ({
    kind: 'change',
    change: rearrangementOf(input),
  })),
  'preview-withdrawal': onLicense(onVersions(previewWithdrawal), ({ offers }) => ({
    kind: 'change',
    change: { kind: 'offers-withdrawn', offers },
  })),
  'preview-undo': onLicense(onVersions(previewUndo), ({ undoes }) => ({ kind: 'undo', undoes })),
  'amend-license': changing(
    onVersions(amendLicense),
    ({ details }) => ({ kind: 'license-amended', before: details, after: details }),
    ({ details }) => detailsParts(['details'], details),
  ),
  'apply-change': changing(
    onVersions(applyChange),
    ({ change }) => change,
    ({ change }) => changeParts(['change'], change),
  ),
  'undo-change': onLicense(onVersions(undoChange), ({ undoes }) => ({ kind: 'undo', undoes })),
};

interface OnLicense {
  readonly licenseId: string;
  readonly expectedVersion: number;
}

/** A command on one license: its intent explains it when it is stale. */
export function onLicense<Input extends OnLicense, Done extends object>(
  run: Definition<NoInfer<Input>, Done, LicenseConflict>['run'],
  intentOf: (input: Input) => LicenseIntent,
  parts: (input: Input) => readonly InputPart[] = () => [],
  proposed: (input: Input) => ProposedChange | null = () => null,
): Definition<Input, Done, LicenseConflict> {
  return {
    aggregate: 'license',
    role: 'editor',
    run,
    explain: (input, { licenses }) =>
      explainConflict(input.licenseId, input.expectedVersion, intentOf(input), licenses),
    proposed,
    parts,
  };
}

/** A command whose change is known without looking at the license; its input has the parts of the change, unless it says otherwise. */
function changing<Input extends OnLicense>(
  run: Definition<NoInfer<Input>, LicenseSaved, LicenseConflict>['run'],
  changeOf: (input: Input) => ProposedChange,
  parts: (input: Input) => readonly InputPart[] = (input) => changeParts([], changeOf(input)),
): Definition<Input, LicenseSaved, LicenseConflict> {
  return onLicense(run, (input) => ({ kind: 'change', change: changeOf(input) }), parts, changeOf);
}

import type {
  CloseContract,
  PreviewContractClosing,
  ReopenContract,
} from '../contract/close-contract';
import type { ContractSaved, ContractSavedWithLicenses } from '../contract/contract-at-version';
import type { ContractIntent } from '../contract/contract-conflict';
import type { CorrectContract, RecordContract } from '../contract/contract-service';
import type { ClosingPreview } from '../license/closing-preview';
import type { ContractConflict } from '../conflict/conflict';
import type { JointConflict } from '../conflict/joint-conflict';
import type { Definition, Definitions, InputIn, Kind } from './definition';
import type { InputPart } from './refused-part';
import { closeContract, previewContractClosing, reopenContract } from '../contract/close-contract';
import { explainContractConflict } from '../contract/contract-conflict';
import { correctContract, recordContract } from '../contract/contract-service';
import { changedLicenses } from './closing-commands';
import { onVersions } from './definition';
import { detailsParts, offerParts } from './refused-part';

export interface ContractCommands {
  readonly 'record-contract': Kind<InputIn<RecordContract>, ContractSavedWithLicenses>;
  readonly 'correct-contract': Kind<InputIn<CorrectContract>, ContractSaved, ContractConflict>;
  readonly 'close-contract': Kind<
    InputIn<CloseContract>,
    ContractSavedWithLicenses,
    ContractConflict | JointConflict
  >;
  /** A dry run of `close-contract`: writes nothing. */
  readonly 'preview-contract-closing': Kind<
    InputIn<PreviewContractClosing>,
    { readonly closing: ClosingPreview },
    ContractConflict
  >;
  readonly 'reopen-contract': Kind<
    InputIn<ReopenContract>,
    ContractSavedWithLicenses,
    ContractConflict
  >;
}

export const CONTRACT_COMMANDS: Definitions<ContractCommands> = {
  'record-contract': {
    ...{ aggregate: 'contract', role: 'editor', run: onVersions(recordContract) },
    parts: ({ details, licenses = [] }) => [
      { at: ['details'], value: details },
      ...licenses.flatMap((license, index) => [
        ...detailsParts(['licenses', index, 'details'], license.details),
        ...offerParts(['licenses', index, 'offers'], license.offers),
      ]),
    ],
  },
  'correct-contract': onContract(
    onVersions(correctContract),
    ({ details }) => ({ kind: 'correct', details }),
    ({ details }) => [{ at: ['details'], value: details }],
  ),
  'close-contract': {
    ...onContract(onVersions(closeContract), (input) => closing(input)),
    explainBeside: ({ licenses = [] }, views) => changedLicenses(licenses, views),
  },
  'preview-contract-closing': onContract(onVersions(previewContractClosing), (input) =>
    closing(input),
  ),
  'reopen-contract': onContract(onVersions(reopenContract), ({ withLicenses }) => ({
    kind: 'reopen',
    withLicenses,
  })),
};

interface OnContract {
  readonly contractId: string;
  readonly expectedVersion: number;
}

/** A command on one contract: its intent explains it when it is stale. */
function onContract<Input extends OnContract, Done extends object>(
  run: Definition<NoInfer<Input>, Done, ContractConflict>['run'],
  intentOf: (input: Input) => ContractIntent,
  parts: (input: Input) => readonly InputPart[] = () => [],
): Definition<Input, Done, ContractConflict> {
  return {
    aggregate: 'contract',
    role: 'editor',
    run,
    explain: (input, { contracts }) =>
      explainContractConflict(input.contractId, input.expectedVersion, intentOf(input), contracts),
    parts,
  };
}

function closing({
  reason,
  licenses = [],
}: Pick<InputIn<CloseContract>, 'reason' | 'licenses'>): ContractIntent {
  return { kind: 'close', reason, licenses: licenses.map(({ licenseId }) => licenseId) };
}

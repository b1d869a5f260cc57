import type {
  ContractRecorded,
  ContractSaved,
  CorrectContract,
  RecordContract,
} from '../contract/contract-service';
import type { ContractConflict } from '../conflict/conflict';
import type { Definitions, InputIn, Kind } from './definition';
import { explainContractConflict } from '../contract/contract-conflict';
import { correctContract, recordContract } from '../contract/contract-service';
import { onVersions } from './definition';
import { detailsParts, offerParts } from './refused-part';

export interface ContractCommands {
  readonly 'record-contract': Kind<InputIn<RecordContract>, ContractRecorded>;
  readonly 'correct-contract': Kind<InputIn<CorrectContract>, ContractSaved, ContractConflict>;
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
  'correct-contract': {
    aggregate: 'contract',
    role: 'editor',
    run: onVersions(correctContract),
    explain: ({ contractId, expectedVersion, details }, { contracts }) =>
      explainContractConflict(contractId, expectedVersion, details, contracts),
    parts: ({ details }) => [{ at: ['details'], value: details }],
  },
};

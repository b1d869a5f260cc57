import type {
  ContractRecorded,
  ContractSaved,
  CorrectContract,
  RecordContract,
} from '../contract/contract-service';
import type { HistoryEntry } from '../views';
import type { Definitions, InputIn, Kind } from './definition';
import { correctContract, recordContract } from '../contract/contract-service';
import { onVersions } from './definition';
import { detailsParts, offerParts } from './refused-part';

/** What explains a stale command on a contract. */
export interface ContractConflict {
  readonly latestVersion: number;
  /** What happened after the version it was made against, in order. */
  readonly since: readonly HistoryEntry[];
}

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
    explain: async ({ contractId, expectedVersion }, { contracts }) => {
      const since = await contracts.contractChanges(contractId, expectedVersion);
      return { latestVersion: since.at(-1)?.version ?? expectedVersion, since };
    },
    parts: ({ details }) => [{ at: ['details'], value: details }],
  },
};

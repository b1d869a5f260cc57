import type {
  ContractRecorded,
  ContractSaved,
  CorrectContract,
  RecordContract,
} from '../contract/contract-service';
import type { HistoryEntry } from '../views';
import type { Definition, InputIn, Kind } from './definition';
import { correctContract, recordContract } from '../contract/contract-service';

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

type Definitions = {
  readonly [K in keyof ContractCommands]: Definition<
    ContractCommands[K]['input'],
    ContractCommands[K]['done'],
    ContractCommands[K]['conflict']
  >;
};

export const CONTRACT_COMMANDS: Definitions = {
  'record-contract': { aggregate: 'contract', role: 'editor', run: recordContract },
  'correct-contract': {
    aggregate: 'contract',
    role: 'editor',
    run: correctContract,
    explain: async ({ contractId, expectedVersion }, { contracts }) => {
      const since = await contracts.contractChanges(contractId, expectedVersion);
      return { latestVersion: since.at(-1)?.version ?? expectedVersion, since };
    },
  },
};

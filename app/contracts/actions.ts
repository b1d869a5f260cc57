'use server';

import { revalidatePath } from 'next/cache';
import type { CommandResult } from '../command-result';
import type { CorrectContractInput, RecordContractInput } from './contract-input';
import { contractViews, unitOfWork } from '../../src/bootstrap';
import { correctContract, recordContract } from '../../src/service/contract-service';
import { perform } from '../perform';
import { correctContractInput, recordContractInput } from './contract-input';

export async function recordContractAction(input: RecordContractInput): Promise<CommandResult> {
  return perform({
    schema: recordContractInput,
    input,
    run: (command) => recordContract(command, unitOfWork()),
  });
}

export async function correctContractAction(input: CorrectContractInput): Promise<CommandResult> {
  const result = await perform({
    schema: correctContractInput,
    input,
    run: (command) => correctContract(command, unitOfWork()),
    explain: async ({ contractId, expectedVersion }) => {
      const since = await contractViews().contractChanges(contractId, expectedVersion);
      return {
        status: 'stale-contract',
        version: since.at(-1)?.version ?? expectedVersion,
        since,
      };
    },
  });
  if (result.status === 'saved') revalidatePath(`/contracts/${result.id}`);
  return result;
}

'use server';

import type { CommandResult } from '../commands/command-result';
import type { CorrectContractInput, RecordContractInput } from './contract-input';
import { runCommandAction } from '../commands/run-command-action';
import { correctContractInput, recordContractInput } from './contract-input';

export async function recordContractAction(input: RecordContractInput): Promise<CommandResult> {
  return runCommandAction('record-contract', recordContractInput, input);
}

export async function correctContractAction(input: CorrectContractInput): Promise<CommandResult> {
  return runCommandAction('correct-contract', correctContractInput, input);
}

'use server';

import { revalidatePath } from 'next/cache';
import type { CommandResult } from '../../commands/command-result';
import type { AssignTitlesInput, TryAssigningInput, UnassignTitlesInput } from './titles-input';
import { runCommandAction } from '../../commands/run-command-action';
import { assignTitlesInput, tryAssigningInput, unassignTitlesInput } from './titles-input';

/** A dry run: nothing is written, and nothing on any page changes. */
export async function tryAssigningAction(input: TryAssigningInput): Promise<CommandResult> {
  return runCommandAction('try-assigning', tryAssigningInput, input);
}

export async function assignTitlesAction(input: AssignTitlesInput): Promise<CommandResult> {
  return refreshing(
    input.chosen.licenseId,
    await runCommandAction('assign-titles', assignTitlesInput, input),
  );
}

/** What undoes an assignment to many titles. */
export async function unassignTitlesAction(input: UnassignTitlesInput): Promise<CommandResult> {
  return refreshing(
    input.assignment.licenseId,
    await runCommandAction('unassign-titles', unassignTitlesInput, input),
  );
}

/** Shows on the license's page which titles have its offers now. */
function refreshing(licenseId: string, result: CommandResult): CommandResult {
  if (result.status === 'assigned') revalidatePath(`/licenses/${licenseId}`);
  return result;
}

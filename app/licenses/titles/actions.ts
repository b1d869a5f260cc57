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
  const result = await runCommandAction('assign-titles', assignTitlesInput, input);
  // Only what was accepted is known to have these parts.
  if (result.status === 'assigned') revalidatePath(`/licenses/${input.chosen.licenseId}`);
  return result;
}

/** What undoes an assignment to many titles. */
export async function unassignTitlesAction(input: UnassignTitlesInput): Promise<CommandResult> {
  const result = await runCommandAction('unassign-titles', unassignTitlesInput, input);
  if (result.status === 'assigned') revalidatePath(`/licenses/${input.assignment.licenseId}`);
  return result;
}

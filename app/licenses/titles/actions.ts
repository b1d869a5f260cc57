'use server';

import { revalidatePath } from 'next/cache';
import type { CommandResult } from '../../command-result';
import type { AssignTitlesInput, TryAssigningInput, UnassignTitlesInput } from './titles-input';
import { unitOfWork } from '../../../src/bootstrap';
import { assignTitles, tryAssigning, unassignTitles } from '../../../src/service/content-service';
import { perform } from '../../perform';
import { assignTitlesInput, tryAssigningInput, unassignTitlesInput } from './titles-input';

/** A dry run: nothing is written, and nothing on any page changes. */
export async function tryAssigningAction(input: TryAssigningInput): Promise<CommandResult> {
  return perform({
    schema: tryAssigningInput,
    input,
    run: (command) => tryAssigning(command, unitOfWork()),
  });
}

export async function assignTitlesAction(input: AssignTitlesInput): Promise<CommandResult> {
  const result = await perform({
    schema: assignTitlesInput,
    input,
    run: (command) => assignTitles(command, unitOfWork()),
  });
  if (result.status === 'assigned') revalidatePath(`/licenses/${input.chosen.licenseId}`);
  return result;
}

/** What undoes an assignment to many titles. */
export async function unassignTitlesAction(input: UnassignTitlesInput): Promise<CommandResult> {
  const result = await perform({
    schema: unassignTitlesInput,
    input,
    run: (command) => unassignTitles(command, unitOfWork()),
  });
  if (result.status === 'assigned') revalidatePath(`/licenses/${input.assignment.licenseId}`);
  return result;
}

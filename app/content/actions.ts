'use server';

import { revalidatePath } from 'next/cache';
import type { ContentIntent } from '../../src/service/content-conflict';
import type { CommandResult } from '../command-result';
import type {
  AssignOfferInput,
  CorrectContentInput,
  MoveAssignmentInput,
  RegisterContentInput,
  UnassignOfferInput,
} from './content-input';
import { contentViews, licenseViews, unitOfWork } from '../../src/bootstrap';
import { explainContentConflict } from '../../src/service/content-conflict';
import {
  assignOffer,
  correctContent,
  moveAssignment,
  registerContent,
  unassignOffer,
} from '../../src/service/content-service';
import { perform } from '../perform';
import {
  assignOfferInput,
  correctContentInput,
  moveAssignmentInput,
  registerContentInput,
  unassignOfferInput,
} from './content-input';

interface OnContent {
  readonly contentId: string;
  readonly expectedVersion: number;
}

export async function registerContentAction(input: RegisterContentInput): Promise<CommandResult> {
  return refreshing(
    await perform({
      schema: registerContentInput,
      input,
      run: (command) => registerContent(command, unitOfWork()),
    }),
  );
}

export async function correctContentAction(input: CorrectContentInput): Promise<CommandResult> {
  return refreshing(
    await perform({
      schema: correctContentInput,
      input,
      run: (command) => correctContent(command, unitOfWork()),
      explain: (command) => explained(command, { kind: 'correct', details: command.details }),
    }),
  );
}

export async function assignOfferAction(input: AssignOfferInput): Promise<CommandResult> {
  return refreshing(
    await perform({
      schema: assignOfferInput,
      input,
      run: (command) => assignOffer(command, unitOfWork()),
      explain: (command) => explained(command, { kind: 'assign', chosen: command.chosen }),
    }),
  );
}

export async function unassignOfferAction(input: UnassignOfferInput): Promise<CommandResult> {
  return refreshing(
    await perform({
      schema: unassignOfferInput,
      input,
      run: (command) => unassignOffer(command, unitOfWork()),
      explain: (command) =>
        explained(command, { kind: 'unassign', assignment: command.assignment }),
    }),
  );
}

export async function moveAssignmentAction(input: MoveAssignmentInput): Promise<CommandResult> {
  return refreshing(
    await perform({
      schema: moveAssignmentInput,
      input,
      run: (command) => moveAssignment(command, unitOfWork()),
      explain: (command) =>
        explained(command, { kind: 'move', from: command.from, to: command.to }),
    }),
  );
}

async function explained(
  { contentId, expectedVersion }: OnContent,
  intent: ContentIntent,
): Promise<CommandResult> {
  const conflict = await explainContentConflict(
    contentId,
    expectedVersion,
    intent,
    contentViews(),
    licenseViews(),
  );
  return { status: 'stale-content', conflict };
}

/** Shows the new version on the page that holds it. */
function refreshing(result: CommandResult): CommandResult {
  if (result.status === 'saved') revalidatePath(`/content/${result.id}`);
  return result;
}

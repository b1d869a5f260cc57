'use server';

import type { CommandResult } from '../commands/command-result';
import type {
  AssignOfferInput,
  CorrectContentInput,
  MoveAssignmentInput,
  RegisterContentInput,
  UnassignOfferInput,
} from './content-input';
import { runCommandAction } from '../commands/run-command-action';
import {
  assignOfferInput,
  correctContentInput,
  moveAssignmentInput,
  registerContentInput,
  unassignOfferInput,
} from './content-input';

export async function registerContentAction(input: RegisterContentInput): Promise<CommandResult> {
  return runCommandAction('register-title', registerContentInput, input);
}

export async function correctContentAction(input: CorrectContentInput): Promise<CommandResult> {
  return runCommandAction('correct-title', correctContentInput, input);
}

export async function assignOfferAction(input: AssignOfferInput): Promise<CommandResult> {
  return runCommandAction('assign-offer', assignOfferInput, input);
}

export async function unassignOfferAction(input: UnassignOfferInput): Promise<CommandResult> {
  return runCommandAction('unassign-offer', unassignOfferInput, input);
}

export async function moveAssignmentAction(input: MoveAssignmentInput): Promise<CommandResult> {
  return runCommandAction('move-assignment', moveAssignmentInput, input);
}

'use server';

import type { CommandResult } from '../commands/command-result';
import type {
  AmendLicenseInput,
  GenerateOffersInput,
  GrantLicenseInput,
  ReplaceOfferInput,
  UndoInput,
  WithdrawOffersInput,
} from './license-input';
import { runCommandAction } from '../commands/run-command-action';
import { today } from '../today';
import {
  amendLicenseInput,
  generateOffersInput,
  grantLicenseInput,
  replaceOfferInput,
  undoInput,
  withdrawOffersInput,
} from './license-input';

export async function grantLicenseAction(input: GrantLicenseInput): Promise<CommandResult> {
  return runCommandAction('grant-license', grantLicenseInput, input);
}

export async function generateOffersAction(input: GenerateOffersInput): Promise<CommandResult> {
  return runCommandAction('generate-offers', generateOffersInput, input);
}

export async function replaceOfferAction(input: ReplaceOfferInput): Promise<CommandResult> {
  return runCommandAction('replace-offer', replaceOfferInput, input);
}

export async function withdrawOffersAction(input: WithdrawOffersInput): Promise<CommandResult> {
  return runCommandAction('withdraw-offers', withdrawOffersInput, input);
}

/** What a withdrawal would take from titles: nothing is written, and nothing on any page changes. */
export async function previewWithdrawalAction(input: WithdrawOffersInput): Promise<CommandResult> {
  const asOfToday = withdrawOffersInput.transform((asked) => ({ ...asked, today: today() }));
  return runCommandAction('preview-withdrawal', asOfToday, input);
}

/** What undoing a change would take from titles: nothing is written, and nothing on any page changes. */
export async function previewUndoAction(input: UndoInput): Promise<CommandResult> {
  const asOfToday = undoInput.transform((asked) => ({ ...asked, today: today() }));
  return runCommandAction('preview-undo', asOfToday, input);
}

export async function amendLicenseAction(input: AmendLicenseInput): Promise<CommandResult> {
  return runCommandAction('amend-license', amendLicenseInput, input);
}

export async function undoChangeAction(input: UndoInput): Promise<CommandResult> {
  return runCommandAction('undo-change', undoInput, input);
}

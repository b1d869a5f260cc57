'use server';

import { revalidatePath } from 'next/cache';
import type { LicenseIntent } from '../../src/service/conflict-explanation';
import type { ProposedChange } from '../../src/domain/license-change';
import type { CommandResult } from '../command-result';
import type {
  AmendLicenseInput,
  GenerateOffersInput,
  GrantLicenseInput,
  ReplaceOfferInput,
  UndoInput,
  WithdrawOffersInput,
} from './license-input';
import { licenseViews, unitOfWork } from '../../src/bootstrap';
import { explainConflict, generationOf } from '../../src/service/conflict-explanation';
import {
  amendLicense,
  generateOffers,
  grantLicense,
  replaceOffer,
  undoNewestChange,
  withdrawOffers,
} from '../../src/service/license-service';
import { previewWithdrawal } from '../../src/service/withdrawal-preview';
import { perform } from '../perform';
import { today } from '../today';
import {
  amendLicenseInput,
  generateOffersInput,
  grantLicenseInput,
  replaceOfferInput,
  undoInput,
  withdrawOffersInput,
} from './license-input';

interface OnLicense {
  readonly licenseId: string;
  readonly expectedVersion: number;
}

export async function grantLicenseAction(input: GrantLicenseInput): Promise<CommandResult> {
  return refreshing(
    await perform({
      schema: grantLicenseInput,
      input,
      run: (command) => grantLicense(command, unitOfWork()),
    }),
  );
}

export async function generateOffersAction(input: GenerateOffersInput): Promise<CommandResult> {
  return refreshing(
    await perform({
      schema: generateOffersInput,
      input,
      run: (command) => generateOffers(command, unitOfWork()),
      explain: (command) => explained(command, { kind: 'generate', plan: command.plan }),
      proposed: ({ plan }) => generationOf(plan),
    }),
  );
}

export async function replaceOfferAction(input: ReplaceOfferInput): Promise<CommandResult> {
  const changeOf = ({
    before,
    after,
  }: Pick<Extract<ProposedChange, { kind: 'offer-replaced' }>, 'before' | 'after'>) =>
    ({ kind: 'offer-replaced', before, after }) as const;
  return refreshing(
    await perform({
      schema: replaceOfferInput,
      input,
      run: (command) => replaceOffer(command, unitOfWork()),
      explain: (command) => explained(command, { kind: 'change', change: changeOf(command) }),
      proposed: changeOf,
    }),
  );
}

export async function withdrawOffersAction(input: WithdrawOffersInput): Promise<CommandResult> {
  return refreshing(
    await perform({
      schema: withdrawOffersInput,
      input,
      run: (command) => withdrawOffers(command, unitOfWork()),
      explain: (command) =>
        explained(command, {
          kind: 'change',
          change: { kind: 'offers-withdrawn', offers: command.offers },
        }),
    }),
  );
}

/** What a withdrawal would take from titles: nothing is written, and nothing on any page changes. */
export async function previewWithdrawalAction(input: WithdrawOffersInput): Promise<CommandResult> {
  return perform({
    schema: withdrawOffersInput,
    input,
    run: (command) => previewWithdrawal({ ...command, today: today() }, unitOfWork()),
    explain: (command) =>
      explained(command, {
        kind: 'change',
        change: { kind: 'offers-withdrawn', offers: command.offers },
      }),
  });
}

export async function amendLicenseAction(input: AmendLicenseInput): Promise<CommandResult> {
  const changeOf = ({
    details,
  }: {
    details: Extract<ProposedChange, { kind: 'license-amended' }>['after'];
  }) => ({ kind: 'license-amended', before: details, after: details }) as const;
  return refreshing(
    await perform({
      schema: amendLicenseInput,
      input,
      run: (command) => amendLicense(command, unitOfWork()),
      explain: (command) => explained(command, { kind: 'change', change: changeOf(command) }),
      proposed: changeOf,
    }),
  );
}

export async function undoNewestChangeAction(input: UndoInput): Promise<CommandResult> {
  return refreshing(
    await perform({
      schema: undoInput,
      input,
      run: (command) => undoNewestChange(command, unitOfWork()),
      explain: (command) => explained(command, { kind: 'undo', undoes: command.undoes }),
    }),
  );
}

async function explained(
  { licenseId, expectedVersion }: OnLicense,
  intent: LicenseIntent,
): Promise<CommandResult> {
  const conflict = await explainConflict(licenseId, expectedVersion, intent, licenseViews());
  return { status: 'stale', conflict };
}

/** Shows the new version on the pages that hold it. */
function refreshing(result: CommandResult): CommandResult {
  if (result.status === 'saved') revalidatePath(`/licenses/${result.id}`);
  return result;
}

import { randomUUID } from 'node:crypto';
import type { ProposedChange } from '../../src/domain/license/license-change';
import type { OfferData } from '../../src/domain/license/offer';
import type {
  AssignOffer,
  CorrectContent,
  MoveAssignment,
  RegisterContent,
  UnassignOffer,
} from '../../src/service/content/content-service';
import type { CloseTitle, ReopenTitle } from '../../src/service/content/close-title';
import type {
  BringTitleBack,
  TakeDownTitle,
  TakeDownTitles,
  UndoTakedowns,
} from '../../src/service/content/takedown-service';
import type { ChangeLicenses } from '../../src/service/bulk/change-licenses';
import type { CopyLicense, UndoLicenseCopy } from '../../src/service/bulk/copy-license';
import type { UndoLicenses } from '../../src/service/bulk/undo-licenses';
import type { CloseLicense, CloseLicenses } from '../../src/service/license/close-license';
import type { ReopenLicenses } from '../../src/service/license/reopen-licenses';
import type { UndoChange } from '../../src/service/license/undo-change';
import type { AssignTitles, UnassignTitles } from '../../src/service/content/assign-titles';
import type { ContentSaved } from '../../src/service/content/title-at-version';
import type { CorrectContract, RecordContract } from '../../src/service/contract/contract-service';
import type {
  AmendLicense,
  GrantLicense,
  RearrangeOffers,
  ReplaceOffer,
  WithdrawOffers,
} from '../../src/service/license/license-service';
import type { GenerateOffers } from '../../src/service/license/generate-offers';
import type { Command, UnitOfWork } from '../../src/service/unit-of-work';
import { planOf } from '../../src/domain/license/license-closing';
import type { Build } from './build';
import type { PriceRequest } from './prices/price-requests';
import { changePriceTable } from './prices/price-requests';

/** Any command of the program, as plain data for another process. */
export type Request =
  | { readonly kind: 'record'; readonly command: RecordContract }
  | { readonly kind: 'correct'; readonly command: CorrectContract }
  | { readonly kind: 'grant'; readonly command: GrantLicense }
  | { readonly kind: 'close licenses'; readonly command: CloseLicenses }
  | { readonly kind: 'reopen licenses'; readonly command: ReopenLicenses }
  | { readonly kind: 'change licenses'; readonly command: ChangeLicenses }
  | { readonly kind: 'undo licenses'; readonly command: UndoLicenses }
  | { readonly kind: 'copy'; readonly command: CopyLicense }
  | { readonly kind: 'undo copy'; readonly command: UndoLicenseCopy }
  | LicenseRequest
  | ContentRequest
  | PriceRequest;

/** A command on titles. */
export type ContentRequest =
  | { readonly kind: 'register'; readonly command: RegisterContent }
  | { readonly kind: 'correct title'; readonly command: CorrectContent }
  | { readonly kind: 'assign'; readonly command: AssignOffer }
  | { readonly kind: 'unassign'; readonly command: UnassignOffer }
  | { readonly kind: 'move'; readonly command: MoveAssignment }
  | { readonly kind: 'assign titles'; readonly command: AssignTitles }
  | { readonly kind: 'unassign titles'; readonly command: UnassignTitles }
  | { readonly kind: 'take down'; readonly command: TakeDownTitle }
  | { readonly kind: 'take down titles'; readonly command: TakeDownTitles }
  | { readonly kind: 'undo takedowns'; readonly command: UndoTakedowns }
  | { readonly kind: 'bring back'; readonly command: BringTitleBack }
  | { readonly kind: 'close title'; readonly command: CloseTitle }
  | { readonly kind: 'reopen title'; readonly command: ReopenTitle };

/** A command on a license at a version. */
export type LicenseRequest =
  | { readonly kind: 'generate'; readonly command: GenerateOffers }
  | { readonly kind: 'replace'; readonly command: ReplaceOffer }
  | { readonly kind: 'withdraw'; readonly command: WithdrawOffers }
  | { readonly kind: 'rearrange'; readonly command: RearrangeOffers }
  | { readonly kind: 'amend'; readonly command: AmendLicense }
  | { readonly kind: 'close'; readonly command: CloseLicense }
  | { readonly kind: 'undo'; readonly command: UndoChange };

export type Answer =
  | {
      readonly kind: 'accepted';
      readonly version: number;
      readonly offers: readonly OfferData[];
      readonly replayed: boolean;
      /** For a command on several, the one that the version belongs to. */
      readonly id?: string;
    }
  /** Accepted without a change. */
  | { readonly kind: 'unchanged'; readonly version: number }
  /** The code of the violated rule. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Nothing was written. */
  | { readonly kind: 'busy' }
  /** The outcome is unknown; a retry with the same key returns it. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'bug'; readonly words: string };

/** The fields of a new command that do not depend on its kind. */
export function newCommand(name = 'Ada'): Command {
  return { key: randomUUID(), actor: { name }, at: new Date().toISOString() };
}

/** The same request as a new intent: with a new key and, on a license, for another version. */
export function madeAgain(request: LicenseRequest, expectedVersion: number): LicenseRequest {
  const renewed = { ...newCommand(), expectedVersion };
  switch (request.kind) {
    case 'generate':
      return { kind: request.kind, command: { ...request.command, ...renewed } };
    case 'replace':
      return { kind: request.kind, command: { ...request.command, ...renewed } };
    case 'withdraw':
      return { kind: request.kind, command: { ...request.command, ...renewed } };
    case 'rearrange':
      return { kind: request.kind, command: { ...request.command, ...renewed } };
    case 'amend':
      return { kind: request.kind, command: { ...request.command, ...renewed } };
    case 'close':
      return { kind: request.kind, command: { ...request.command, ...renewed } };
    case 'undo':
      return { kind: request.kind, command: { ...request.command, ...renewed } };
  }
}

/** The request for a change of a license at a version. */
export function asking(
  change: ProposedChange,
  licenseId: string,
  expectedVersion: number,
): LicenseRequest {
  const command = { ...newCommand(), licenseId, expectedVersion };
  switch (change.kind) {
    case 'offers-generated': {
      const plan = { kind: 'at', offers: change.offers } as const;
      return { kind: 'generate', command: { ...command, plan } };
    }
    case 'offer-replaced': {
      const { before, after } = change;
      return { kind: 'replace', command: { ...command, before, after } };
    }
    case 'license-closed':
      return { kind: 'close', command: { ...command, plan: planOf(change) } };
    case 'license-reopened':
      throw new Error('A license is reopened only by undo.');
    case 'offers-withdrawn':
      return { kind: 'withdraw', command: { ...command, offers: change.offers } };
    case 'offers-rearranged': {
      const { replaced, added, withdrawn } = change;
      return { kind: 'rearrange', command: { ...command, replaced, added, withdrawn } };
    }
    case 'license-amended':
      return { kind: 'amend', command: { ...command, details: change.after } };
  }
}

/** Runs a request through the services of a build. Every outcome is returned as an answer. */
export async function perform(
  build: Build,
  unitOfWork: UnitOfWork,
  request: Request,
): Promise<Answer> {
  try {
    const saved = await dispatch(build, unitOfWork, request);
    const { version, replayed, ...which } =
      'assigned' in saved || 'closed' in saved || 'reopened' in saved || 'changed' in saved
        ? firstOf(saved)
        : answerOf(saved);
    if (isUnchanged(request, version)) return { kind: 'unchanged', version };
    return {
      kind: 'accepted',
      version,
      offers: ('offers' in saved && saved.offers) || [],
      replayed,
      ...which,
    };
  } catch (error) {
    if (error instanceof build.DomainError) return { kind: 'refused', code: error.code };
    if (error instanceof build.Busy) return { kind: 'busy' };
    if (error instanceof build.OutcomeUnknown) return { kind: 'unknown' };
    return { kind: 'bug', words: error instanceof Error ? error.message : String(error) };
  }
}

type Saved =
  | {
      readonly version: number;
      readonly offers?: readonly OfferData[];
      readonly replayed: boolean;
    }
  | SavedSeveral;

type SavedSeveral = { readonly replayed: boolean } & (
  | { readonly assigned: readonly ContentSaved[] }
  | { readonly closed: readonly ContentSaved[] }
  | { readonly reopened: readonly ContentSaved[] }
  | { readonly changed: readonly ContentSaved[] }
);

/** The answer to a command on several is the first of them; version 0 when none changed. */
function firstOf({ replayed, ...saved }: SavedSeveral) {
  const [first = { id: '', version: 0 }] = Object.values(saved).flat();
  return { ...first, replayed };
}

function answerOf({ version, replayed }: Exclude<Saved, SavedSeveral>) {
  return { version, replayed };
}

/** The version in the answer to a command without changes. */
export function expectedVersion(request: Request): number {
  return 'expectedVersion' in request.command ? request.command.expectedVersion : 0;
}

/** Whether an answered version says that nothing changed: a copy is another license than the one whose version is expected. */
export function isUnchanged(request: Request, version: number): boolean {
  return version === (request.kind === 'copy' ? 0 : expectedVersion(request));
}

function dispatch(build: Build, unitOfWork: UnitOfWork, request: Request): Promise<Saved> {
  const { contracts, licenses, contents } = build;
  switch (request.kind) {
    case 'record':
      return contracts.recordContract(request.command, unitOfWork);
    case 'correct':
      return contracts.correctContract(request.command, unitOfWork);
    case 'grant':
      return licenses.grantLicense(request.command, unitOfWork);
    case 'generate':
      return licenses.generateOffers(request.command, unitOfWork);
    case 'replace':
      return licenses.replaceOffer(request.command, unitOfWork);
    case 'withdraw':
      return licenses.withdrawOffers(request.command, unitOfWork);
    case 'rearrange':
      return licenses.rearrangeOffers(request.command, unitOfWork);
    case 'amend':
      return licenses.amendLicense(request.command, unitOfWork);
    case 'close':
      return licenses.closeLicense(request.command, unitOfWork);
    case 'close licenses':
      return licenses.closeLicenses(request.command, unitOfWork);
    case 'reopen licenses':
      return licenses.reopenLicenses(request.command, unitOfWork);
    case 'change licenses':
      return licenses.changeLicenses(request.command, unitOfWork);
    case 'undo licenses':
      return licenses.undoLicenses(request.command, unitOfWork);
    case 'copy':
      return licenses.copyLicense(request.command, unitOfWork);
    case 'undo copy':
      return licenses.undoLicenseCopy(request.command, unitOfWork);
    case 'undo':
      return licenses.undoChange(request.command, unitOfWork);
    case 'register':
      return contents.registerContent(request.command, unitOfWork);
    case 'correct title':
      return contents.correctContent(request.command, unitOfWork);
    case 'assign':
      return contents.assignOffer(request.command, unitOfWork);
    case 'unassign':
      return contents.unassignOffer(request.command, unitOfWork);
    case 'move':
      return contents.moveAssignment(request.command, unitOfWork);
    case 'assign titles':
      return contents.assignTitles(request.command, unitOfWork);
    case 'unassign titles':
      return contents.unassignTitles(request.command, unitOfWork);
    case 'take down':
      return contents.takeDownTitle(request.command, unitOfWork);
    case 'take down titles':
      return contents.takeDownTitles(request.command, unitOfWork);
    case 'undo takedowns':
      return contents.undoTakedowns(request.command, unitOfWork);
    case 'bring back':
      return contents.bringTitleBack(request.command, unitOfWork);
    case 'close title':
      return contents.closeTitle(request.command, unitOfWork);
    case 'reopen title':
      return contents.reopenTitle(request.command, unitOfWork);
    case 'record prices':
    case 'change prices':
    case 'remove price day':
    case 'undo prices':
      return changePriceTable(build, unitOfWork, request);
  }
}

/** The aggregate that a request changes, or the first one. */
export function aggregateOf({ command }: Request): string {
  if ('titles' in command) return command.titles[0]?.contentId ?? '';
  if ('contentId' in command) return command.contentId;
  if ('copyId' in command) return command.copyId;
  if ('licenseId' in command) return command.licenseId;
  if ('priceTableId' in command) return command.priceTableId;
  return 'contractId' in command ? command.contractId : (command.licenses[0]?.licenseId ?? '');
}

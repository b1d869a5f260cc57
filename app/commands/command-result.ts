import type { AssignmentData } from '../../src/domain/content/content-change';
import type { ProposedChange } from '../../src/domain/license/license-change';
import type { DoneOf } from '../../src/service/commands/commands';
import type { Conflict, Way } from '../../src/service/conflict/conflict';
import type { JointConflict } from '../../src/service/conflict/joint-conflict';
import { isJointConflict } from '../../src/service/conflict/joint-conflict';
import type { OfferData } from '../../src/domain/license/offer';
import type { ContentSaved } from '../../src/service/content/title-at-version';
import type { GrantedLicense } from '../../src/domain/license/twin';
import type { LicensesChanged } from '../../src/service/bulk/change-licenses';
import type { LicenseCopyPreview } from '../../src/service/bulk/preview-license-copy';
import type { BulkPreview } from '../../src/service/bulk/preview-licenses-change';
import type { ClosingPreview } from '../../src/service/license/closing-preview';
import type { LicensesClosed } from '../../src/service/license/close-license';
import type { LicensesReopened } from '../../src/service/license/reopen-licenses';
import type { TakedownEffect } from '../../src/service/content/takedown-service';
import type { TrialOfTitle } from '../../src/service/content/assign-titles';
import type { Outcome } from '../../src/service/unit-of-work';
import type { RecordFormKind } from '../../src/wire/forms/forms';
import type { WithdrawalPreview } from '../../src/service/license/withdrawal-preview';

/** A page where what stands against a change can be put right. */
export interface Lead {
  readonly label: string;
  readonly address: string;
}

/** What a command is answered with. Refusals are values; only bugs throw. */
export type CommandResult =
  | {
      readonly status: 'saved';
      readonly id: string;
      readonly version: number;
      readonly offers: readonly OfferData[];
      /** The command had been saved before: this is the answer to a repetition. */
      readonly replayed: boolean;
    }
  /** The version it was made against already is as the command wants it; nothing was written. */
  | { readonly status: 'unchanged'; readonly id: string; readonly version: number }
  /** An offer was assigned to these titles, or taken from them, each now at its version. */
  | {
      readonly status: 'assigned';
      readonly titles: readonly ContentSaved[];
      readonly replayed: boolean;
    }
  /** A dry run: what would become of each title. Nothing was written. */
  | { readonly status: 'tried'; readonly titles: readonly TrialOfTitle[] }
  /** What closing licenses would do. Nothing was written. */
  | { readonly status: 'closing-previewed'; readonly closing: ClosingPreview }
  /** Several licenses were closed, each now at its version. */
  | {
      readonly status: 'closed';
      readonly licenses: LicensesClosed['closed'];
      readonly replayed: boolean;
    }
  /** Several licenses were brought back, each now at its version. */
  | {
      readonly status: 'reopened';
      readonly licenses: LicensesReopened['reopened'];
      readonly replayed: boolean;
    }
  /** What a bulk change would do. Nothing was written. */
  | { readonly status: 'bulk-previewed'; readonly bulk: BulkPreview }
  /** What a copy of a license would be. Nothing was written. */
  | { readonly status: 'copy-previewed'; readonly copy: LicenseCopyPreview }
  /** A bulk change was made or taken back: the licenses it changed, each now at its version. */
  | {
      readonly status: 'bulk-changed';
      readonly licenses: LicensesChanged['changed'];
      readonly replayed: boolean;
    }
  /** What a takedown would take from titles. Nothing was written. */
  | { readonly status: 'takedown-previewed'; readonly effects: readonly TakedownEffect[] }
  /** What a withdrawal would take from titles. Nothing was written. */
  | { readonly status: 'previewed'; readonly withdrawal: WithdrawalPreview }
  /** A command on a record was done; what it answers, such as a secret that is told once. */
  | { readonly status: 'done'; readonly done: Outcome<DoneOf<RecordFormKind>> }
  /** What was typed cannot be read; nothing was written. */
  | {
      readonly status: 'invalid';
      readonly message: string;
      /** A sentence for each field that is wrong, by its place in the command's input: `details.name`. */
      readonly fieldErrors: Readonly<Record<string, string>>;
    }
  /** A rule stands against it; nothing was written. */
  | {
      readonly status: 'refused';
      readonly code: string;
      readonly message: string;
      /** The place in the command's input that it stands at, as that was typed: `plan.offers.0.firstDay`. */
      readonly field: string | null;
      /** Changes that would be legal instead, the best first. */
      readonly ways: readonly Way<ProposedChange>[];
      /** Offers that could be assigned instead of the only one a title has. */
      readonly alternatives?: readonly AssignmentData[];
      readonly leads?: readonly Lead[];
      /** The license that grants the same already. */
      readonly twin?: GrantedLicense;
    }
  /** Somebody saved first; nothing was written. */
  | { readonly status: 'stale'; readonly conflict: Conflict | JointConflict }
  /** No answer yet: the browser sends the same command again by itself. The server never answers this. */
  | { readonly status: 'waiting'; readonly isOffline: boolean }
  /** Nothing was written, and the same command may be sent again. */
  | { readonly status: 'busy'; readonly message: string }
  /** It may have been written or not: sending it again with the same key tells. */
  | { readonly status: 'unknown'; readonly message: string };

/** What explains a stale change of a license, a title or a contract; `null` for any other result. */
export function conflictOf<Kind extends Conflict['kind']>(
  result: CommandResult | null,
  kind: Kind,
): Extract<Conflict, { kind: Kind }> | null {
  const isOfKind = (one: Conflict | JointConflict): one is Extract<Conflict, { kind: Kind }> =>
    one.kind === kind;
  return result?.status === 'stale' && isOfKind(result.conflict) ? result.conflict : null;
}

/** What explains a stale change of several things; `null` for any other result. */
export function jointConflictOf(result: CommandResult | null): JointConflict | null {
  return result?.status === 'stale' && isJointConflict(result.conflict) ? result.conflict : null;
}

/** What a command was refused for, by the places of fields in its input. */
export function fieldErrorsOf(answer: CommandResult): Readonly<Record<string, string>> {
  if (answer.status === 'invalid') return answer.fieldErrors;
  return answer.status === 'refused' && answer.field !== null
    ? { [answer.field]: answer.message }
    : {};
}

import type { FieldOf } from '../../domain/conflict/merge';
import type { ContractClosing } from '../../domain/closing';
import type {
  ContractChange,
  ContractDetails,
  ProposedContractChange,
} from '../../domain/contract/contract';
import type { ContractAct } from '../../domain/contract/conflict';
import type { Words } from '../conflict/comparison';
import type { ConflictRow, ContractConflict } from '../conflict/conflict';
import type { Since } from '../history-views';
import type { ContractViews } from './contract-views';
import { describeClosing } from '../../domain/closing';
import { judgeAct, judgeCorrection } from '../../domain/contract/conflict';
import {
  Contract,
  describeContractChange,
  validContractDetails,
} from '../../domain/contract/contract';
import { formatDay } from '../../domain/values/date-range';
import { correctionRows, fieldRows, NONE, otherRows } from '../conflict/comparison';
import { explained } from '../conflict/conflict';
import { NotFound } from '../errors';

type Field = FieldOf<ContractDetails>;

const LABELS: Record<Field, string> = {
  studio: 'Studio',
  reference: 'Reference number',
  signedOn: 'Signed on',
  notes: 'Notes',
};

/** That a contract becomes void or comes back, before it is known what it means on the latest version. */
type ClosingIntent =
  | { readonly kind: 'close'; readonly reason: string; readonly licenses: readonly string[] }
  | { readonly kind: 'reopen'; readonly withLicenses: boolean };

/** What a command on a contract wanted. */
export type ContractIntent =
  { readonly kind: 'correct'; readonly details: ContractDetails } | ClosingIntent;

/**
 * Explains what a stale command on a contract means on the latest version, with what happened since it was made.
 *
 * @param expectedVersion the version the command was made against
 * @throws NotFound, DomainError of the first detail that is not valid
 */
export async function explainContractConflict(
  contractId: string,
  expectedVersion: number,
  intent: ContractIntent,
  views: Pick<ContractViews, 'contractSince'>,
): Promise<ContractConflict> {
  const found = await views.contractSince(contractId, expectedVersion);
  if (found === null) throw new NotFound('contract', contractId);
  const { version: latestVersion, details, closing, changes, entries, unread } = found;
  const latest = () => Contract.reconstitute(contractId, latestVersion, details, closing);
  const common = { id: contractId, madeAgainst: expectedVersion, latestVersion, entries, nameOf };
  if (intent.kind !== 'correct') {
    const verdict = judgeAct(actOf(intent), latest);
    const explanation = explained<'contract', ProposedContractChange, Field>('contract', {
      ...common,
      verdict,
    });
    const result = explanation.ways[0]?.change ?? null;
    return { ...explanation, rows: closingRows(intent, result, closing, { changes, unread }) };
  }
  const mine = validContractDetails(intent.details);
  const base = changes.find((change) => change.kind === 'contract-corrected')?.before ?? details;
  const verdict = judgeCorrection(mine, latest, base);
  return {
    ...explained<'contract', ProposedContractChange, Field>('contract', { ...common, verdict }),
    rows: [
      ...correctionRows(LABELS, inWords, [base, mine, details], verdict),
      ...otherRows(others(changes, 'contract-corrected'), unread),
    ],
  };
}

/** A way in words. */
function nameOf(change: ProposedContractChange): string {
  return change.kind === 'contract-corrected'
    ? `${change.after.studio} ${change.after.reference}`
    : describeContractChange(change);
}

/** Which licenses are in use is asked when it is done. */
function actOf(intent: ClosingIntent): ContractAct {
  return (contract) => {
    if (intent.kind === 'close') contract.close(intent.reason, [], intent.licenses);
    else contract.reopen(intent.withLicenses);
  };
}

/**
 * The rows of a contract that becomes void or comes back.
 *
 * @param result the change that would be made, `null` when there is none
 * @param closing why it is void now; `null` while it is in use
 */
function closingRows(
  intent: ClosingIntent,
  result: ProposedContractChange | null,
  closing: ContractClosing | null,
  { changes, unread }: Pick<Since<ContractChange>, 'changes' | 'unread'>,
): ConflictRow<never>[] {
  const words = (state: Pick<ContractClosing, 'kind' | 'reason'> | null) =>
    state === null ? 'in use' : describeClosing(state);
  const first = changes.find(
    ({ kind }) => kind === 'contract-closed' || kind === 'contract-reopened',
  );
  const before =
    first === undefined ? closing : first.kind === 'contract-reopened' ? first.closing : null;
  const rows = fieldRows(
    { other: intent.kind === 'reopen' ? 'Bring back' : 'Void' },
    {
      before: { other: words(before) },
      mine: {
        other: words(intent.kind === 'reopen' ? null : { kind: 'void', reason: intent.reason }),
      },
      now: { other: words(closing) },
      result: result === null ? null : { other: describeContractChange(result) },
      disputed: [],
    },
  );
  return [...rows, ...otherRows(others(changes), unread)];
}

/** What else somebody did, but for changes of one kind. */
function others(since: readonly ContractChange[], but?: ContractChange['kind']) {
  return since
    .filter(({ kind }) => kind !== but)
    .map((change) => ({ label: 'Contract', theirs: describeContractChange(change) }));
}

function inWords({ studio, reference, signedOn, notes }: ContractDetails): Words<Field> {
  return { studio, reference, signedOn: formatDay(signedOn), notes: notes === '' ? NONE : notes };
}

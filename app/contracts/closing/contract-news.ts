import type { ContractUndo } from '../../../src/domain/contract/undo';
import type { ProposedContractChange } from '../../../src/domain/contract/contract';
import type { FormCommand, FormInput } from '../../../src/wire/forms/forms';
import { counted } from '../../timeline/model';

/** The commands that the page of a contract sends. */
export type Kind = 'close-contract' | 'reopen-contract' | 'correct-contract';

/** What was just done. */
export interface News {
  readonly words: string;
  /** The version that it made, which can be newer than the one shown. */
  readonly version: number;
  /** What takes it back, and what that is called; `null` where nothing does at once. */
  readonly back: (Undoing & { readonly called: 'Undo' | 'Redo' }) | null;
}

/** A change that takes another back, or takes such an undo back. */
export interface Undoing {
  readonly change: ContractUndo;
  readonly as: 'undo' | 'redo';
}

/** The command again, against the latest version. */
export function applied(
  change: ProposedContractChange,
  sent: FormCommand<Kind>,
  expectedVersion: number,
  titlesSeen: number | undefined,
): FormCommand<Kind> | null {
  if (change.kind === 'contract-closed' && sent.kind === 'close-contract')
    return { ...sent, input: { ...sent.input, expectedVersion, titlesSeen } };
  if (change.kind === 'contract-corrected' && sent.kind === 'correct-contract')
    return { ...sent, input: { ...sent.input, expectedVersion, details: change.after } };
  if (change.kind === 'contract-reopened' && sent.kind === 'reopen-contract')
    return { ...sent, input: { ...sent.input, expectedVersion } };
  return null;
}

/**
 * What was just done, in words.
 *
 * @param undoing what was taken back by it; `null` for nothing
 */
export function newsOf(given: FormCommand<Kind>, version: number, undoing: Undoing | null): News {
  if (given.kind === 'close-contract') {
    const closing = {
      ...({ kind: 'void', reason: given.input.plan.reason } as const),
      licenses: given.input.licenses.map(({ licenseId }) => licenseId),
    };
    const change = { kind: 'contract-reopened', closing, licenses: closing.licenses } as const;
    const words = `Voided${withLicenses(given.input)}.`;
    return { words, version, back: { change, as: 'undo', called: 'Undo' } };
  }
  if (undoing === null) return { words: 'Brought back.', version, back: null };
  const { change, as } = undoing;
  const words = as === 'undo' ? 'Undone.' : 'Redone.';
  if (change.kind !== 'contract-corrected') return { words, version, back: null };
  const again = { ...change, before: change.after, after: change.before };
  const [next, called] = as === 'undo' ? (['redo', 'Redo'] as const) : (['undo', 'Undo'] as const);
  return { words, version, back: { change: again, as: next, called } };
}

function withLicenses({ licenses }: FormInput<'close-contract'>): string {
  return licenses.length === 0 ? '' : `, with ${counted(licenses.length, 'license')}`;
}

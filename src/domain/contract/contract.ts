import type { ContractClosing } from '../closing';
import type { IsoDate } from '../values/date-range';
import type { NamedLicense } from './contract-errors';
import { closingReason, describeClosing } from '../closing';
import { isoDate } from '../values/date-range';
import { isSameName } from '../names/folding';
import { ContractNotVoid, ContractVoid, LicensesInUse } from './contract-errors';
import { notesText, shortText } from '../values/text';

/** The details of a contract, as people type them. */
export interface ContractDetails {
  /** The licensor's name. */
  readonly studio: string;
  /** The reference number both parties use. It is unique within a studio, in any spelling. */
  readonly reference: string;
  /** Calendar day. */
  readonly signedOn: string;
  readonly notes: string;
}

export interface ContractCorrection {
  readonly kind: 'contract-corrected';
  readonly before: ContractDetails;
  readonly after: ContractDetails;
}

/** A contract became void, together with the licenses that its closing names. */
export interface ContractClosed {
  readonly kind: 'contract-closed';
  readonly closing: ContractClosing;
}

/** The inverse of `ContractClosed`: alone, or with the licenses that became void with it. */
export interface ContractReopened {
  readonly kind: 'contract-reopened';
  readonly closing: ContractClosing;
  /** The licenses that came back with it, by id: all that its closing names, or none. */
  readonly licenses: readonly string[];
}

/** A change of a contract that is there. */
export type ProposedContractChange = ContractCorrection | ContractClosed | ContractReopened;

/** One accepted change of a contract, as stored in history. */
export type ContractChange =
  | { readonly kind: 'contract-recorded'; readonly details: ContractDetails }
  | ProposedContractChange;

/**
 * The signed deal with one studio, which groups licenses. An aggregate with its own version: editing it does not change the
 * versions of its licenses.
 *
 * A void contract has only void licenses, and does not change until it is brought back.
 */
export class Contract {
  private constructor(
    readonly id: string,
    readonly version: number,
    private currentDetails: ContractDetails & { readonly signedOn: IsoDate },
    private currentClosing: ContractClosing | null,
    private accepted: ContractChange | null,
  ) {}

  /** @throws DomainError of the first detail that is not valid */
  static record(id: string, details: ContractDetails): Contract {
    const valid = validContractDetails(details);
    return new Contract(id, 0, valid, null, { kind: 'contract-recorded', details: valid });
  }

  /** For repositories only: restores a stored contract. */
  static reconstitute(
    id: string,
    version: number,
    details: ContractDetails,
    closing: ContractClosing | null,
  ): Contract {
    return new Contract(id, version, validContractDetails(details), closing, null);
  }

  get details(): ContractDetails {
    return this.currentDetails;
  }

  /** Why it is void; `null` while it is in use. */
  get closing(): ContractClosing | null {
    return this.currentClosing;
  }

  /** The change made by the command; `null` when there is none, and then nothing is stored. */
  get change(): ContractChange | null {
    return this.accepted;
  }

  /** @throws ContractVoid, DomainError of the first detail that is not valid */
  correct(details: ContractDetails): void {
    this.requireInUse();
    const after = validContractDetails(details);
    const before = this.currentDetails;
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    this.currentDetails = after;
    this.accepted = { kind: 'contract-corrected', before, after };
  }

  /**
   * Makes it void, together with licenses that the same command makes void.
   *
   * @param inUse its licenses that are not void
   * @param licenses the ids of those that become void with it
   * @throws ContractVoid, LicensesInUse when some would be left, InvalidText for the reason
   */
  close(reason: string, inUse: readonly NamedLicense[], licenses: readonly string[]): void {
    this.requireInUse();
    const closing = { kind: 'void', reason: closingReason(reason), licenses } as const;
    const left = inUse.filter(({ id }) => !licenses.includes(id));
    if (left.length > 0) throw new LicensesInUse(this.details.reference, left);
    this.currentClosing = closing;
    this.accepted = { kind: 'contract-closed', closing };
  }

  /**
   * Brings it back.
   *
   * @param withLicenses whether the same command brings back the licenses that became void with it
   * @returns the ids of those licenses
   * @throws ContractNotVoid
   */
  reopen(withLicenses: boolean): readonly string[] {
    const { closing } = this;
    if (closing === null) throw new ContractNotVoid(this.details.reference);
    const licenses = withLicenses ? closing.licenses : [];
    this.currentClosing = null;
    this.accepted = { kind: 'contract-reopened', closing, licenses };
    return licenses;
  }

  /** Nothing is granted or brought back under a void contract. @throws ContractVoid */
  requireInUse(): void {
    if (this.closing !== null)
      throw new ContractVoid(this.id, this.details.reference, this.closing.reason);
  }
}

/**
 * Details in their one spelling.
 *
 * @throws DomainError of the first that is not valid
 */
export function validContractDetails({ studio, reference, signedOn, notes }: ContractDetails) {
  return {
    studio: shortText(studio, 'studio', 'A studio’s name'),
    reference: shortText(reference, 'reference', 'A reference number'),
    signedOn: isoDate(signedOn),
    notes: notesText(notes),
  };
}

/** Whether two sets of details identify the same contract: the same studio and reference, in any spelling. */
export function isSameContract(
  a: Pick<ContractDetails, 'studio' | 'reference'>,
  b: Pick<ContractDetails, 'studio' | 'reference'>,
): boolean {
  return isSameName(a.studio, b.studio) && isSameName(a.reference, b.reference);
}

/** Describes a change in one line, for the history. */
export function describeContractChange(change: ContractChange): string {
  switch (change.kind) {
    case 'contract-recorded':
      return `Contract ${change.details.reference} with ${change.details.studio} recorded`;
    case 'contract-corrected': {
      const changed = (['studio', 'reference', 'signedOn', 'notes'] as const).filter(
        (field) => change.before[field] !== change.after[field],
      );
      return `Edited ${changed.map((field) => NAMES[field]).join(', ')}`;
    }
    case 'contract-closed':
      return `${describeClosing(change.closing)}${withLicenses(change.closing.licenses)}`;
    case 'contract-reopened':
      return `Brought back${withLicenses(change.licenses)}`;
  }
}

const NAMES = { studio: 'studio', reference: 'reference', signedOn: 'signed on', notes: 'notes' };

function withLicenses({ length: count }: readonly string[]): string {
  if (count === 0) return '';
  return count === 1 ? ', with 1 license' : `, with ${count} licenses`;
}

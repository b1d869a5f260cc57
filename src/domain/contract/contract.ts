import type { IsoDate } from '../values/date-range';
import { isoDate } from '../values/date-range';
import { DomainError } from '../errors';
import { isSameName } from '../names/folding';
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

/** One accepted change of a contract, as stored in history. */
export type ContractChange =
  { readonly kind: 'contract-recorded'; readonly details: ContractDetails } | ContractCorrection;

/**
 * The signed deal with one studio, which groups licenses. An aggregate with its own version: editing it does not change the
 * versions of its licenses.
 */
export class Contract {
  private constructor(
    readonly id: string,
    readonly version: number,
    private currentDetails: ContractDetails & { readonly signedOn: IsoDate },
    private accepted: ContractChange | null,
  ) {}

  /** @throws DomainError of the first detail that is not valid */
  static record(id: string, details: ContractDetails): Contract {
    const valid = validContractDetails(details);
    return new Contract(id, 0, valid, { kind: 'contract-recorded', details: valid });
  }

  /** For repositories only: restores a stored contract. */
  static reconstitute(id: string, version: number, details: ContractDetails): Contract {
    return new Contract(id, version, validContractDetails(details), null);
  }

  get details(): ContractDetails {
    return this.currentDetails;
  }

  /** The change made by the command; `null` when there is none, and then nothing is stored. */
  get change(): ContractChange | null {
    return this.accepted;
  }

  /** @throws DomainError of the first detail that is not valid */
  correct(details: ContractDetails): void {
    const after = validContractDetails(details);
    const before = this.currentDetails;
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    this.currentDetails = after;
    this.accepted = { kind: 'contract-corrected', before, after };
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
  if (change.kind === 'contract-recorded')
    return `Contract ${change.details.reference} with ${change.details.studio} recorded`;
  const changed = (['studio', 'reference', 'signedOn', 'notes'] as const).filter(
    (field) => change.before[field] !== change.after[field],
  );
  const names = { studio: 'studio', reference: 'reference', signedOn: 'signed on', notes: 'notes' };
  return `Edited ${changed.map((field) => names[field]).join(', ')}`;
}

export class ContractReferenceTaken extends DomainError {
  readonly code = 'contract-reference-taken';
  override readonly field = 'reference';

  constructor(
    readonly studio: string,
    readonly reference: string,
  ) {
    super(`${studio} already has a contract with the reference number ${reference}.`);
  }
}

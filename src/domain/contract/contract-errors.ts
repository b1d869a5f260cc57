import { describeClosing } from '../closing';
import { DomainError } from '../errors';
import { listed } from '../values/words';

export class ContractReferenceTaken extends DomainError {
  readonly code = 'contract-reference-taken';
  override readonly field = 'reference';

  constructor(
    readonly studio: string,
    readonly reference: string,
  ) {
    super(
      `${studio} already has a contract with the reference number ${reference}. If the list does not show it, it is void: bring it back.`,
    );
  }
}

/** A void contract does not change, and no license is granted or brought back under it. */
export class ContractVoid extends DomainError {
  readonly code = 'contract-void';

  constructor(
    readonly contractId: string,
    readonly reference: string,
    reason: string,
  ) {
    super(
      `The contract ${reference} is void (${describeClosing({ kind: 'void', reason })}). Bring it back first.`,
    );
  }
}

/** Only a void contract can be brought back. */
export class ContractNotVoid extends DomainError {
  readonly code = 'contract-not-void';

  constructor(reference: string) {
    super(`The contract ${reference} is not void, so there is nothing to bring back.`);
  }
}

/** A license by the name that people know. */
export interface NamedLicense {
  readonly id: string;
  readonly name: string;
}

/** A contract becomes void only together with its licenses. */
export class LicensesInUse extends DomainError {
  readonly code = 'licenses-in-use';
  override readonly field = 'licenses';

  /** @param licenses those that would be left, at least one */
  constructor(
    reference: string,
    readonly licenses: readonly NamedLicense[],
  ) {
    const names = listed(
      licenses.slice(0, MAX_NAMED).map(({ name }) => name),
      licenses.length,
    );
    super(
      licenses.length === 1
        ? `The contract ${reference} has a license that is still in use: ${names}. Void it with the contract.`
        : `The contract ${reference} has ${licenses.length.toLocaleString('en-US')} licenses that are still in use: ${names}. Void them with the contract.`,
    );
  }
}

const MAX_NAMED = 3;

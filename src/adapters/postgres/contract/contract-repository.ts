import type { ContractClosing } from '../../../domain/closing';
import type { ContractDetails } from '../../../domain/contract/contract';
import type { ContractRepository } from '../../../service/unit-of-work';
import type { PendingWrite } from '../pending-write';
import type { Queries } from '../connection/transaction';
import { Contract } from '../../../domain/contract/contract';
import { Prisma } from '../../generated/prisma/client';

interface ContractRow {
  readonly version: number;
  readonly studio: string;
  readonly reference: string;
  readonly signed_on: string;
  readonly notes: string;
  readonly closing: ContractClosing | null;
}

/** Contracts on PostgreSQL. Reads happen at once; writes wait in `pending` until the unit of work commits. */
export class PrismaContractRepository implements ContractRepository {
  constructor(
    private readonly prisma: Queries,
    private readonly pending: PendingWrite[],
  ) {}

  async get(id: string): Promise<Contract | null> {
    const [row] = await this.prisma.$queryRaw<ContractRow[]>`
      SELECT version, studio, reference, signed_on::text, notes, closing FROM contracts WHERE id = ${id}::uuid`;
    if (row === undefined) return null;
    const { version, studio, reference, signed_on: signedOn, notes, closing } = row;
    return Contract.reconstitute(id, version, { studio, reference, signedOn, notes }, closing);
  }

  add(contract: Contract): void {
    this.pending.push(recordedContracts([contract]));
  }

  save(contract: Contract): void {
    const { studio, reference, signedOn, notes }: ContractDetails = contract.details;
    const { closing } = contract;
    this.write(
      contract,
      Prisma.sql`
        UPDATE contracts SET version = version + 1, studio = ${studio}, reference = ${reference},
          signed_on = ${signedOn}::date, notes = ${notes},
          closing = ${closing === null ? null : JSON.stringify(closing)}::jsonb
        WHERE id = ${contract.id}::uuid AND version = ${contract.version} RETURNING id, version`,
    );
  }

  remove({ id, version, details }: Contract): void {
    const name = `${details.studio} ${details.reference}`;
    this.pending.push({
      aggregate: 'contract',
      next: [{ id, version, change: { kind: 'contract-removed', name } }],
      written: Prisma.sql`
        DELETE FROM contracts WHERE id = ${id}::uuid AND version = ${version} RETURNING id, version + 1 AS version`,
      members: [],
      dependsOnLicenses: new Map(),
    });
  }

  private write({ id, version, change }: Contract, written: Prisma.Sql): void {
    if (change === null) return;
    this.pending.push({
      aggregate: 'contract',
      next: [{ id, version, change }],
      written,
      members: [],
      dependsOnLicenses: new Map(),
    });
  }
}

/** Writes contracts that are new. */
export function recordedContracts(contracts: readonly Contract[]): PendingWrite {
  const rows = contracts.map(({ id, details: { studio, reference, signedOn, notes } }) => ({
    id,
    studio,
    reference,
    signed_on: signedOn,
    notes,
  }));
  const next = contracts.map(({ id, version, change }) => {
    if (change === null) throw new Error('A new contract has its record as its change.');
    return { id, version, change };
  });
  return {
    aggregate: 'contract',
    next,
    written: Prisma.sql`
      INSERT INTO contracts (id, studio, reference, signed_on, notes, version)
      SELECT id, studio, reference, signed_on, notes, 1
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, studio text, reference text, signed_on date,
        notes text)
      RETURNING id, version`,
    members: [],
    dependsOnLicenses: new Map(),
  };
}

import type { ContentChange } from '../../../src/domain/content/content-change';
import type { ContractChange } from '../../../src/domain/contract/contract';
import type { PriceTableChange } from '../../../src/domain/price-table/price-table-change';
import type { StoredPricePlan } from '../../../src/domain/price-plan/price-plan';
import type { Removal } from '../../../src/domain/removal';
import type { LicenseChange } from '../../../src/domain/license/license-change';
import type { Transaction, UnitOfWork } from '../../../src/service/unit-of-work';
import { aCommand } from '../../builders/command-builders';

/** What a suite runs against: a unit of work, and what no port of it gives. */
export interface Storage {
  readonly unitOfWork: UnitOfWork;
  readonly historyOf: (aggregateId: string) => Promise<readonly StoredLine[]>;
  /** Stores a price plan, in place of the one with its id. */
  readonly savePricePlan: (plan: StoredPricePlan) => Promise<void>;
}

export interface StoredLine {
  readonly version: number;
  readonly actor: string;
  readonly at: string;
  readonly change: LicenseChange | ContractChange | ContentChange | PriceTableChange | Removal;
}

/** Reads in a unit of work that stores nothing. */
export async function look<T>(
  unitOfWork: UnitOfWork,
  read: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const { seen } = await unitOfWork.run(aCommand(), async (transaction) => ({
    seen: await read(transaction),
  }));
  return seen;
}

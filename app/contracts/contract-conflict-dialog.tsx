'use client';

import type { ContractCorrection } from '../../src/domain/contract/contract';
import type { ContractConflict } from '../../src/service/conflict/conflict';
import type { ConflictHandling } from '../conflict/conflict-dialog';
import { settleCorrection } from '../../src/domain/conflict/merge';
import { ConflictDialog } from '../conflict/conflict-dialog';

/** The conflict of a contract's correction. */
export function ContractConflictDialog({
  conflict,
  ...handling
}: ConflictHandling<ContractCorrection> & { conflict: ContractConflict }) {
  return <ConflictDialog {...handling} conflict={conflict} settle={settleCorrection} />;
}

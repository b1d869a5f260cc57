'use client';

import type { ComponentProps } from 'react';
import type { ProposedContractChange } from '../../src/domain/contract/contract';
import type { ContractConflict } from '../../src/service/conflict/conflict';
import type { ConflictHandling } from '../conflict/conflict-dialog';
import { settle } from '../../src/domain/contract/conflict';
import { ConflictDialog } from '../conflict/conflict-dialog';

/** The conflict of a command on a contract. */
export function ContractConflictDialog({
  conflict,
  ...handling
}: ConflictHandling<ProposedContractChange> & { conflict: ContractConflict } & Pick<
    ComponentProps<typeof ConflictDialog>,
    'heads' | 'verdict' | 'isWaiting' | 'children'
  >) {
  return <ConflictDialog {...handling} conflict={conflict} settle={settle} />;
}

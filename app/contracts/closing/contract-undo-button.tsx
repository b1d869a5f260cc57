'use client';

import type { ContractUndo } from '../../../src/domain/contract/undo';
import type { NextUndo } from '../../licenses/undo/next-undo';
import { UndoButton } from '../../licenses/undo/undo-button';
import { useContractClosing } from './contract-closing';

/** Takes back the newest change of a contract that still counts. */
export function ContractUndoButton({ next, back }: { next: NextUndo; back: ContractUndo }) {
  const { undo, canUndo } = useContractClosing();
  return (
    <UndoButton
      next={next}
      isDisabled={!canUndo}
      onUndo={() => {
        undo(back);
      }}
    />
  );
}

'use client';

import { useMemo } from 'react';
import type { ProposedContractChange } from '../../../src/domain/contract/contract';
import type { ContractConflict } from '../../../src/service/conflict/conflict';
import type { ClosingPreview } from '../../../src/service/license/closing-preview';
import type { FormInput } from '../../../src/wire/forms/forms';
import type { ConflictHandling } from '../../conflict/conflict-dialog';
import { ContractConflictDialog } from '../contract-conflict-dialog';
import { ClosingRows, ClosingVerdict } from '../../licenses/closing/closing-conflict';
import { useClosingPreview } from '../../licenses/closing/use-closing-preview';

/** The conflict of a contract that was to be void, or to be brought back: with what the void did, and what it does now. */
export function ClosingContractConflictDialog({
  conflict,
  voided,
  seen,
  today,
  onApply,
  ...handling
}: Omit<ConflictHandling<ProposedContractChange>, 'onApply'> & {
  conflict: ContractConflict;
  /** What was sent to make it void; `null` where it was to be brought back. */
  voided: FormInput<'close-contract'> | null;
  /** What the person was shown of it. */
  seen: ClosingPreview | null;
  /** ISO 8601. */
  today: string;
  /** @param titlesSeen how many titles lose an offer, as shown here */
  onApply: (change: ProposedContractChange, titlesSeen: number | undefined) => void;
}) {
  const asked = useMemo(
    () =>
      voided === null || voided.licenses.length === 0 || conflict.verdict !== 'legal'
        ? null
        : { licenses: voided.licenses, plan: voided.plan },
    [voided, conflict],
  );
  const run = useClosingPreview(asked, today);
  const heads = {
    yours: 'When you looked',
    yoursNote: `version ${conflict.madeAgainst}`,
    result: 'Now',
  };
  const told = asked === null ? {} : { heads };
  return (
    <ContractConflictDialog
      {...handling}
      {...told}
      conflict={conflict}
      isWaiting={run.isChecking}
      verdict={
        asked === null ? undefined : (
          <ClosingVerdict seen={seen} run={run} where={`on version ${conflict.latestVersion}`} />
        )
      }
      onApply={(change) => {
        onApply(change, run.preview?.releasedTitles);
      }}
    >
      {asked !== null && <ClosingRows seen={seen} run={run} heads={heads} />}
    </ContractConflictDialog>
  );
}

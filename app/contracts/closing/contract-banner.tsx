'use client';

import { RotateCcw } from 'lucide-react';
import type { ContractClosing } from '../../../src/domain/closing';
import { counted } from '../../timeline/model';
import { Button } from '@/ui/button';
import { ForEditors } from '@/ui/role';
import { ClosedBox } from '@/ui/overlays/closed-box';
import { closingText } from '@/words/closing-words';
import { useContractClosing } from './contract-closing';

/** That a contract is void: why, by whom and since when, and the ways back. */
export function ContractBanner({
  closing,
  since,
}: {
  closing: ContractClosing;
  /** Who made it void, and when; `null` where that is not known. */
  since: string | null;
}) {
  const { command, bringBack } = useContractClosing();
  const { length: count } = closing.licenses;
  const isBusy = command.phase !== 'idle';
  return (
    <ClosedBox
      label="This contract is void"
      title={closingText(closing)}
      actions={
        <ForEditors>
          {count > 0 && (
            <Button
              variant="quiet"
              isDisabled={isBusy}
              onPress={() => {
                bringBack(false);
              }}
            >
              Bring back the contract only
            </Button>
          )}
          <Button
            variant="secondary"
            isPending={isBusy}
            onPress={() => {
              bringBack(count > 0);
            }}
          >
            <RotateCcw aria-hidden />
            {count === 0 ? 'Bring back' : `Bring back with ${counted(count, 'license')}`}
          </Button>
        </ForEditors>
      }
    >
      It counts nowhere, and its history stays.{since !== null && ` ${since}.`}
    </ClosedBox>
  );
}

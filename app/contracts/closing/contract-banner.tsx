'use client';

import { RotateCcw } from 'lucide-react';
import type { ContractClosing } from '../../../src/domain/closing';
import { counted } from '../../timeline/model';
import { Button } from '@/ui/button';
import { ForEditors } from '@/ui/role';
import { StateGlyph } from '@/ui/state-mark';
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
    <section
      aria-label="This contract is void"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-sunken px-4 py-2.5 text-table text-ink-2"
    >
      <div className="flex min-w-0 flex-1 basis-72 items-start gap-2.5">
        <StateGlyph state="ended" className="mt-0.5 text-past-ink" />
        <div className="min-w-0">
          <p className="font-heading break-words text-ink">{closingText(closing)}</p>
          <p>It counts nowhere, and its history stays.{since !== null && ` ${since}.`}</p>
        </div>
      </div>
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
    </section>
  );
}

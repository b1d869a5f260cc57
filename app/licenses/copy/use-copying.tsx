'use client';

import { Link } from '@/ui/link';
import { useState, type ReactNode } from 'react';
import type { PageKey } from '@/keys/page-keys';
import { onDemand } from '@/ui/overlays/on-demand';
import { usePageKey } from '@/keys/use-page-key';
import { useRefresh } from '@/ui/use-refresh';
import { counted } from '../../timeline/model';

const UndoNotice = onDemand(() =>
  import('../../commands/undo-notice').then((module) => module.UndoNotice),
);

const COPY: PageKey = { key: 'c', isShifted: true, does: 'Copy this license' };

/** A copy that was just made. */
export interface Copied {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly offers: number;
  readonly titles: number;
  /** How many offers and titles could not come along. */
  readonly leftOut: number;
}

/**
 * Copying the license of a page: the key that opens the form, and what was copied, until that is undone.
 *
 * @param open opens the form
 */
export function useCopying(
  open: () => void,
  isOff: boolean,
): { readonly onCopied: (copied: Copied) => void; readonly notice: ReactNode } {
  const { refresh } = useRefresh();
  const [copied, setCopied] = useState<Copied | null>(null);
  usePageKey(COPY, open, isOff);
  return {
    onCopied: (made) => {
      setCopied(made);
      refresh();
    },
    notice: copied !== null && (
      <div key={copied.id} role="status" className="flex px-4 pt-3">
        <UndoNotice
          undo={{
            kind: 'undo-license-copy',
            input: {
              ...{ licenseId: copied.id, expectedVersion: copied.version },
              titlesSeen: copied.titles,
            },
          }}
          undone={`Undone. ${copied.name} is void, and no title has its offers.`}
          onUndone={refresh}
        >
          Copied as{' '}
          <Link href={`/licenses/${copied.id}`} className="font-emphasis underline">
            {copied.name}
          </Link>
          {comesWith(copied)}.
        </UndoNotice>
      </div>
    ),
  };
}

function comesWith({ offers, titles, leftOut }: Copied): string {
  const parts = [
    ...(offers === 0 ? [] : [counted(offers, 'offer')]),
    ...(titles === 0 ? [] : [counted(titles, 'title')]),
  ];
  return (
    (parts.length === 0 ? '' : `, with ${parts.join(' and ')}`) +
    (leftOut === 0 ? '' : `; ${leftOut.toLocaleString('en-US')} left out`)
  );
}

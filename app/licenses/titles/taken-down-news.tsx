'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ContentSaved } from '../../../src/service/content/title-at-version';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { formatDay } from '../../../src/domain/values/date-range';
import { useCommand } from '../../commands/use-command';
import { titleCount } from './title-count';

/** Titles that were just taken down, and at which versions they are since. */
export interface TakenDownNews {
  readonly kind: 'taken-down';
  readonly titles: readonly ContentSaved[];
  /** The first day on which they are down. */
  readonly from: string;
}

/** Says that titles are down, until each of them that nobody has changed since is brought back. */
export function TakenDown({ news: { titles, from } }: { news: TakenDownNews }) {
  const router = useRouter();
  const { send, phase, dismiss } = useCommand<'bring-title-back'>();
  const [undone, setUndone] = useState<number | null>(null);
  const undo = async () => {
    let count = 0;
    for (const { id, version } of titles) {
      const answer = await send({
        kind: 'bring-title-back',
        input: { contentId: id, expectedVersion: version, takedown: version, end: { from } },
      });
      if (answer?.status === 'saved') count += 1;
    }
    dismiss();
    setUndone(count);
    router.refresh();
  };
  if (undone !== null)
    return undone === titles.length ? (
      <Notice tone="ok">Undone. {titleCount(undone)} brought back.</Notice>
    ) : (
      <Notice tone="attention" title={`${undone} of ${titleCount(titles.length)} brought back.`}>
        The others have changed since. Open them to bring them back.
      </Notice>
    );
  return (
    <Notice
      tone="ok"
      actions={
        <Button
          size="toolbar"
          isPending={phase !== 'idle'}
          onPress={() => {
            void undo();
          }}
        >
          Undo
        </Button>
      }
    >
      {titleCount(titles.length)} taken down from {formatDay(from)}.
    </Notice>
  );
}

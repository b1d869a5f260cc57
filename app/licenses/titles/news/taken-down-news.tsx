'use client';

import { useRouter } from 'next/navigation';
import type { ContentSaved } from '../../../../src/service/content/title-at-version';
import { formatDay } from '../../../../src/domain/values/date-range';
import { UndoNotice } from '../../../commands/undo-notice';
import { atVersion, titleCount } from '../title-count';

/** Titles that were just taken down, and at which versions they are since. */
export interface TakenDownNews {
  readonly kind: 'taken-down';
  readonly titles: readonly ContentSaved[];
  /** The first day on which they are down. */
  readonly from: string;
}

/** Says that titles are down, until one press brings all of them back. */
export function TakenDown({ news: { titles, from } }: { news: TakenDownNews }) {
  const router = useRouter();
  return (
    <UndoNotice
      undo={{ kind: 'undo-takedowns', input: { titles: atVersion(titles) } }}
      undone={<>Undone. {titleCount(titles.length)} brought back.</>}
      onUndone={() => {
        router.refresh();
      }}
    >
      {titleCount(titles.length)} taken down from {formatDay(from)}.
    </UndoNotice>
  );
}

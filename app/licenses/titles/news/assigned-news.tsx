'use client';

import type { OfferData } from '../../../../src/domain/license/offer';
import type { ContentSaved } from '../../../../src/service/content/title-at-version';
import { UndoNotice } from '../../../commands/undo-notice';
import { atVersion, titleCount } from '../title-count';

/** An offer that titles just got, and at which versions they are since. */
export interface AssignedNews {
  readonly kind: 'assigned';
  readonly licenseId: string;
  readonly offer: OfferData;
  readonly titles: readonly ContentSaved[];
}

/** Says which offer titles got, until one press takes it back. */
export function Assigned({
  news: { licenseId, offer, titles },
  onUndone = () => undefined,
}: {
  news: AssignedNews;
  onUndone?: () => void;
}) {
  const assignment = { licenseId, startsOn: offer.window.startsOn };
  return (
    <UndoNotice
      undo={
        titles.length === 0
          ? null
          : { kind: 'unassign-titles', input: { assignment, titles: atVersion(titles) } }
      }
      onUndone={onUndone}
      undone={
        <>
          Undone. {titleCount(titles.length)} {titles.length === 1 ? 'does' : 'do'} not have{' '}
          {offer.name} any more.
        </>
      }
    >
      {titleCount(titles.length)} assigned to {offer.name}.
    </UndoNotice>
  );
}

'use client';

import type { ReactNode } from 'react';
import type { OfferData } from '../../../../src/domain/license/offer';
import type { ContentSaved } from '../../../../src/service/content/title-at-version';
import { UndoNotice } from '../../../commands/undo-notice';
import { atVersion, titleCount } from '../title-count';
import { assignmentOf, chosenOf } from '../use-assigning';

/** An offer that titles just got or lost, and at which versions they are since. */
export interface AssignedNews {
  readonly kind: 'assigned' | 'unassigned';
  readonly licenseId: string;
  readonly offer: OfferData;
  readonly titles: readonly ContentSaved[];
}

/** Says which offer titles got or lost, until one press takes it back. */
export function Assigned({
  news: { kind, licenseId, offer, titles },
  onUndone = () => undefined,
}: {
  news: AssignedNews;
  onUndone?: () => void;
}) {
  const changed = { titles: atVersion(titles) };
  const isOne = titles.length === 1;
  const have = `${titleCount(titles.length)} ${isOne ? 'has' : 'have'} ${offer.name}`;
  const lack = `${titleCount(titles.length)} ${isOne ? 'does' : 'do'} not have ${offer.name} any more`;
  const undo =
    kind === 'assigned'
      ? {
          kind: 'unassign-titles' as const,
          input: { ...assignmentOf(licenseId, offer), ...changed },
        }
      : { kind: 'assign-titles' as const, input: { ...chosenOf(licenseId, offer), ...changed } };
  const words: Readonly<
    Record<AssignedNews['kind'], readonly [done: ReactNode, undone: ReactNode]>
  > = {
    assigned: [`${titleCount(titles.length)} assigned to ${offer.name}.`, `Undone. ${lack}.`],
    unassigned: [`${lack}.`, `Undone. ${have} again.`],
  };
  const [done, undone] = words[kind];
  return (
    <UndoNotice undo={titles.length === 0 ? null : undo} onUndone={onUndone} undone={undone}>
      {done}
    </UndoNotice>
  );
}

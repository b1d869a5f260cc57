'use client';

import type { ProposedContentChange } from '../../src/domain/content/conflict';
import type { ContentConflict } from '../../src/service/conflict/conflict';
import type { ConflictHandling } from '../conflict/conflict-dialog';
import { settle } from '../../src/domain/content/conflict';
import { ConflictDialog } from '../conflict/conflict-dialog';

/** The conflict of a title: of a correction, or of a change of its offers. */
export function ContentConflictDialog({
  conflict,
  ...handling
}: ConflictHandling<ProposedContentChange> & { conflict: ContentConflict }) {
  return <ConflictDialog {...handling} conflict={conflict} settle={settle} />;
}

'use client';

import type { RevocableLine } from '@/ui/lists/revocable-list';
import { RevocableList } from '@/ui/lists/revocable-list';
import { runRecord } from '@/commands/run-record';

/** The receivers that have a profile, each of which can be removed. */
export function ProfileList({ profiles }: { profiles: readonly RevocableLine[] }) {
  return (
    <RevocableList
      label="Receivers"
      lines={profiles}
      verb="Remove"
      warning="New exports can no longer choose it. Files that were made stay."
      done="Removed. New exports can no longer choose it."
      revoke={(profileId) => runRecord({ kind: 'remove-export-profile', input: { profileId } })}
    />
  );
}

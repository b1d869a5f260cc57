'use client';

import type { RevocableLine } from '@/ui/lists/revocable-list';
import { RevocableList } from '@/ui/lists/revocable-list';
import { runRecord } from '@/commands/run-record';

/** Feeds, each with a button to revoke it. */
export function FeedList({ feeds }: { feeds: readonly RevocableLine[] }) {
  return (
    <RevocableList
      label="Feeds"
      lines={feeds}
      warning="Calendar apps that use it will no longer get updates."
      done="Revoked. Its URL no longer works."
      revoke={(feedId) => runRecord({ kind: 'revoke-feed', input: { feedId } })}
    />
  );
}

'use client';

import type { RevocableLine } from '@/ui/revocable-list';
import { RevocableList } from '@/ui/revocable-list';
import { revokeFeedAction } from '../actions';

/** The feeds there are, each of which can be revoked. */
export function FeedList({ feeds }: { feeds: readonly RevocableLine[] }) {
  return (
    <RevocableList
      label="Feeds"
      lines={feeds}
      warning="Programs that use it will get nothing more."
      done="Revoked. Its address leads nowhere now."
      revoke={(feedId) => revokeFeedAction({ feedId })}
    />
  );
}

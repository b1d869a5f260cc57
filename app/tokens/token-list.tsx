'use client';

import type { RevocableLine } from '@/ui/revocable-list';
import { RevocableList } from '@/ui/revocable-list';
import { revokeTokenAction } from './actions';

/** The tokens there are, each of which can be revoked. */
export function TokenList({ tokens }: { tokens: readonly RevocableLine[] }) {
  return (
    <RevocableList
      label="Tokens"
      lines={tokens}
      warning="Programs that use it are refused at once."
      done="Revoked. It is good for nothing now."
      revoke={(tokenId) => revokeTokenAction({ tokenId })}
    />
  );
}

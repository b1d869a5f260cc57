'use client';

import type { RevocableLine } from '@/ui/lists/revocable-list';
import { RevocableList } from '@/ui/lists/revocable-list';
import { revokeTokenAction } from './actions';

/** The tokens there are, each of which can be revoked. */
export function TokenList({ tokens }: { tokens: readonly RevocableLine[] }) {
  return (
    <RevocableList
      label="Tokens"
      lines={tokens}
      warning="Programs that use it lose access immediately."
      done="Revoked. The token no longer works."
      revoke={(tokenId) => revokeTokenAction({ tokenId })}
    />
  );
}

'use client';

import type { RevocableLine } from '@/ui/lists/revocable-list';
import { RevocableList } from '@/ui/lists/revocable-list';
import { runRecord } from '@/commands/run-record';

/** The tokens there are, each of which can be revoked. */
export function TokenList({ tokens }: { tokens: readonly RevocableLine[] }) {
  return (
    <RevocableList
      label="Tokens"
      lines={tokens}
      warning="Programs that use it lose access immediately."
      done="Revoked. The token no longer works."
      revoke={(tokenId) => runRecord({ kind: 'revoke-token', input: { tokenId } })}
    />
  );
}

'use server';

import type { MakeTokenInput, RevokeTokenInput, TokenResult } from './token-input';
import { recordAction } from '../record-action';
import { makeTokenInput, revokeTokenInput } from './token-input';

export async function makeTokenAction(sent: MakeTokenInput): Promise<TokenResult> {
  return recordAction({
    kind: 'make-token',
    schema: makeTokenInput,
    sent,
    input: (input) => input,
    answer: ({ secret }): TokenResult => ({ status: 'made', secret }),
    page: () => '/tokens',
  });
}

export async function revokeTokenAction(sent: RevokeTokenInput): Promise<TokenResult> {
  return recordAction({
    kind: 'revoke-token',
    schema: revokeTokenInput,
    sent,
    input: (input) => input,
    answer: (): TokenResult => ({ status: 'revoked' }),
    page: () => '/tokens',
  });
}

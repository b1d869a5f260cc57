'use server';

import { revalidatePath } from 'next/cache';
import type { MakeTokenInput, RevokeTokenInput, TokenResult } from './token-input';
import { tokenDesk } from '../../src/bootstrap';
import { makeToken } from '../../src/service/people/tokens';
import { answered } from '../answer';
import { makeTokenInput, revokeTokenInput } from './token-input';

export async function makeTokenAction(input: MakeTokenInput): Promise<TokenResult> {
  return answered({
    schema: makeTokenInput,
    input,
    kind: 'token-made',
    subject: ({ tokenId: id, details: { role } }) => ({ what: 'token', id, role }),
    needs: 'admin',
    run: async (command): Promise<TokenResult> => {
      const { secret } = await makeToken(command, tokenDesk());
      revalidatePath('/tokens');
      return { status: 'made', secret };
    },
  });
}

export async function revokeTokenAction(input: RevokeTokenInput): Promise<TokenResult> {
  return answered({
    schema: revokeTokenInput,
    input,
    kind: 'token-revoked',
    subject: ({ tokenId: id }) => ({ what: 'token', id }),
    needs: 'admin',
    run: async ({ tokenId, actor, at }): Promise<TokenResult> => {
      await tokenDesk().revoke(tokenId, actor, at);
      revalidatePath('/tokens');
      return { status: 'revoked' };
    },
  });
}

import type { TokenData, TokenDetails } from '../../domain/people/token';
import type { Outcome } from '../unit-of-work';
import type { Given, RecordStore } from '../records';
import { Token } from '../../domain/people/token';

/** Reads tokens for pages, and for whoever shows one. */
export interface TokenViews {
  /** The tokens that are not revoked, the newest first; expired ones are among them. */
  list(): Promise<readonly TokenData[]>;
  /** The token that a secret belongs to, whether it is valid or not. */
  bySecret(secret: string): Promise<Token | null>;
}

export interface MakeToken {
  /** Made by the client for this intent: however often it is sent, it is one token. */
  readonly tokenId: string;
  readonly details: TokenDetails;
}

export interface RevokeToken {
  readonly tokenId: string;
}

/**
 * Makes a token. The same token by the same person again, whose first answer was lost, is not a second one: it gets another
 * secret, and the first is no longer valid.
 *
 * @throws InvalidText, UnknownRole, InvalidExpiry, TokenTaken
 */
export async function makeToken(
  { tokenId, details, actor, at }: MakeToken & Given,
  records: RecordStore,
): Promise<Outcome<{ readonly secret: string }>> {
  const token = Token.make(tokenId, details, actor, at);
  return records.transact(async ({ tokens }) => {
    const earlier = await tokens.get(tokenId);
    if (earlier === null) return { secret: await tokens.add(token), replayed: false };
    earlier.requireSame(token);
    return { secret: await tokens.renewSecret(earlier), replayed: true };
  });
}

/** Revokes a token: from now on it is not valid. Does nothing when it was revoked before, or does not exist. */
export async function revokeToken(
  { tokenId, actor, at }: RevokeToken & Given,
  records: RecordStore,
): Promise<Outcome<object>> {
  return records.transact(async ({ tokens }) => {
    const token = await tokens.get(tokenId);
    const isRevoked = token?.revoke(actor, at) ?? false;
    if (token !== null && isRevoked) await tokens.saveRevocation(token);
    return { replayed: !isRevoked };
  });
}

/**
 * The token that a program shows, if it is valid.
 *
 * @param at ISO 8601 in UTC
 * @returns `null` for an unknown, revoked or expired one
 */
export async function validToken(
  secret: string,
  at: string,
  tokens: TokenViews,
): Promise<TokenData | null> {
  const token = await tokens.bySecret(secret);
  return token?.isValidAt(at) === true ? token.data : null;
}

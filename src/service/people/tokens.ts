import type { Actor } from '../../domain/people/actor';
import type { Role } from '../../domain/people/role';
import { DomainError } from '../../domain/errors';
import { isRole } from '../../domain/people/role';
import { shortText } from '../../domain/values/text';
import { quoted } from '../../domain/values/words';

/** What a program says who it is by. Of the token itself only a digest is kept. */
export interface ApiToken {
  /** UUID: what history names the program by. */
  readonly id: string;
  /** What people call the program. */
  readonly name: string;
  readonly role: Role;
  readonly madeBy: string;
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
  /** From this instant on it is good for nothing. */
  readonly expiresAt: string;
}

/** Tokens of programs. */
export interface TokenDesk {
  /**
   * Keeps a token and makes what it is found by, which is told this once. The same token by the same person again, whose
   * first answer was lost, is not a second one: it gets another secret, and the first is forgotten.
   *
   * @throws TokenTaken when there is another token with this id
   * @throws Busy, OutcomeUnknown as a unit of work does
   */
  make(token: ApiToken): Promise<{ readonly secret: string }>;
  /** From now on it is good for nothing; nothing when that was so already. @throws Busy, OutcomeUnknown */
  revoke(id: string, by: Actor, at: string): Promise<void>;
  /** The tokens that are not revoked, the newest first; those that have expired are among them. */
  list(): Promise<readonly ApiToken[]>;
  /** @returns `null` for what is no token, a revoked one, or one that has expired by then */
  bySecret(secret: string, at: string): Promise<ApiToken | null>;
}

/** A token as people ask for it. */
export interface TokenDetails {
  readonly name: string;
  readonly role: string;
  /** For how many days it is good. */
  readonly days: number;
}

export interface MakeToken {
  /** Made by the client for this intent: however often it is sent, it is one token. */
  readonly tokenId: string;
  readonly details: TokenDetails;
  readonly actor: Actor;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** As many days as a token is good for at most. */
export const MAX_TOKEN_DAYS = 366;
const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * Makes a token.
 *
 * @throws InvalidText, UnknownRole, InvalidExpiry, TokenTaken
 */
export function makeToken(
  { tokenId, details, actor, at }: MakeToken,
  desk: TokenDesk,
): Promise<{ readonly secret: string }> {
  const { name, role, days } = tokenDetails(details);
  return desk.make({
    id: tokenId,
    name,
    role,
    madeBy: actor.name,
    madeAt: at,
    expiresAt: new Date(Date.parse(at) + days * MILLISECONDS_PER_DAY).toISOString(),
  });
}

/** @throws InvalidText, UnknownRole, InvalidExpiry */
export function tokenDetails({ name, role, days }: TokenDetails): {
  readonly name: string;
  readonly role: Role;
  readonly days: number;
} {
  if (!isRole(role)) throw new UnknownRole(role);
  if (!Number.isInteger(days) || days < 1 || days > MAX_TOKEN_DAYS) throw new InvalidExpiry();
  return { name: shortText(name, 'name', 'A token’s name'), role, days };
}

export class UnknownRole extends DomainError {
  readonly code = 'unknown-role';
  override readonly field = 'role';

  constructor(text: string) {
    super(text.trim() === '' ? 'Choose a role.' : `${quoted([text])} is not a role.`);
  }
}

export class InvalidExpiry extends DomainError {
  readonly code = 'invalid-expiry';
  override readonly field = 'days';

  constructor() {
    super(`A token expires in 1 to ${MAX_TOKEN_DAYS} whole days.`);
  }
}

/** There is another token with this id. */
export class TokenTaken extends DomainError {
  readonly code = 'token-taken';

  constructor() {
    super('This form was already sent with different values. Reload the page and send it again.');
  }
}

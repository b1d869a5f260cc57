import type { Actor } from './actor';
import type { Role } from './role';
import { DomainError } from '../errors';
import { shortText } from '../values/text';
import { quoted } from '../values/words';
import { isRole } from './role';

/** A token as people ask for it. */
export interface TokenDetails {
  readonly name: string;
  readonly role: string;
  /** How many days it is valid. */
  readonly days: number;
}

/** The maximum lifetime of a token, in days. */
export const MAX_TOKEN_DAYS = 366;
const MILLISECONDS_PER_DAY = 86_400_000;

/** A token as it is stored. Its secret is not part of it: only a digest of that is stored. */
export interface TokenData {
  /** UUID: history names the program by it. */
  readonly id: string;
  /** What people call the program. */
  readonly name: string;
  readonly role: Role;
  readonly madeBy: string;
  /** ISO 8601 in UTC, as every instant here. */
  readonly madeAt: string;
  /** The first instant at which it is no longer valid. */
  readonly expiresAt: string;
}

/** Who revoked something, and when (ISO 8601 in UTC). */
export interface Revocation {
  readonly by: string;
  readonly at: string;
}

/** What a program identifies itself with. */
export class Token {
  private constructor(
    readonly data: TokenData,
    private revocation: Revocation | null,
  ) {}

  /**
   * @param id UUID, made by the client for this intent
   * @param at ISO 8601 in UTC
   * @throws InvalidText, UnknownRole, InvalidExpiry
   */
  static make(id: string, details: TokenDetails, by: Actor, at: string): Token {
    const { name, role, days } = tokenDetails(details);
    const expiresAt = new Date(Date.parse(at) + days * MILLISECONDS_PER_DAY).toISOString();
    return new Token({ id, name, role, madeBy: by.name, madeAt: at, expiresAt }, null);
  }

  /** For repositories only: a token as it was stored. */
  static reconstitute(data: TokenData, revocation: Revocation | null): Token {
    return new Token(data, revocation);
  }

  get revoked(): Revocation | null {
    return this.revocation;
  }

  /** Whether a program may use it at an instant. */
  isValidAt(instant: string): boolean {
    return this.revocation === null && Date.parse(instant) < Date.parse(this.data.expiresAt);
  }

  /** @returns whether it was valid until now, and not revoked before */
  revoke(by: Actor, at: string): boolean {
    if (this.revocation !== null) return false;
    this.revocation = { by: by.name, at };
    return true;
  }

  /**
   * Checks that a repeated request, whose first answer was lost, asks for this token. It comes at another moment, so it
   * asks for the same lifetime and not for the same end.
   *
   * @throws TokenTaken for another token, and for one that was revoked meanwhile
   */
  requireSame(asked: Token): void {
    const [mine, theirs] = [this.data, asked.data];
    const isSame =
      this.revocation === null &&
      mine.name === theirs.name &&
      mine.role === theirs.role &&
      mine.madeBy === theirs.madeBy &&
      lifetimeOf(mine) === lifetimeOf(theirs);
    if (!isSame) throw new TokenTaken();
  }
}

function lifetimeOf({ madeAt, expiresAt }: TokenData): number {
  return Date.parse(expiresAt) - Date.parse(madeAt);
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

/** Another token has this id. */
export class TokenTaken extends DomainError {
  readonly code = 'token-taken';

  constructor() {
    super('This form was already sent with different values. Reload the page and send it again.');
  }
}

import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../../../domain/people/actor';
import type { Role } from '../../../domain/people/role';
import type { ApiToken, TokenDesk } from '../../../service/people/tokens';
import type { PrismaClient } from '../../generated/prisma/client';
import { TokenTaken } from '../../../service/people/tokens';
import { Prisma } from '../../generated/prisma/client';
import { written } from '../written';

/** So that people, and programs that look for secrets in the wrong places, know what it is. */
const PREFIX = 'crms_';
/** Bytes of a secret: more than anybody can try. */
const SECRET_BYTES = 32;
/** What can be a secret at all. */
const SECRET = /^crms_[\w-]{43}$/;

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly made_by: string;
  readonly made_at: string;
  readonly expires_at: string;
}

/** Tokens of programs on PostgreSQL, one statement each. Of a secret only its SHA-256 is kept. */
export class PrismaTokenStore implements TokenDesk {
  constructor(private readonly prisma: PrismaClient) {}

  async make(token: ApiToken): Promise<{ readonly secret: string }> {
    const secret = PREFIX + randomBytes(SECRET_BYTES).toString('base64url');
    const { id, name, role, madeBy, madeAt, expiresAt } = token;
    // A repetition is another moment, so it asks for the same length of time, not for the same end.
    const kept = await written(
      this.prisma.$queryRaw<{ id: string }[]>`
        INSERT INTO api_tokens (id, name, role, token_digest, made_by, made_at, expires_at)
        VALUES (${id}::uuid, ${name}, ${role}, ${digestOf(secret)}, ${madeBy}, ${madeAt}::timestamptz,
          ${expiresAt}::timestamptz)
        ON CONFLICT (id) DO UPDATE SET token_digest = excluded.token_digest
        WHERE api_tokens.revoked_at IS NULL
          AND (api_tokens.name, api_tokens.role, api_tokens.made_by, api_tokens.expires_at - api_tokens.made_at)
            = (excluded.name, excluded.role, excluded.made_by, excluded.expires_at - excluded.made_at)
        RETURNING id::text`,
    );
    if (kept.length === 0) throw new TokenTaken();
    return { secret };
  }

  async revoke(id: string, by: Actor, at: string): Promise<void> {
    await written(
      this.prisma.$executeRaw`
        UPDATE api_tokens SET revoked_by = ${by.name}, revoked_at = ${at}::timestamptz
        WHERE id = ${id}::uuid AND revoked_at IS NULL`,
    );
  }

  async list(): Promise<readonly ApiToken[]> {
    const rows = await this.prisma.$queryRaw<TokenRow[]>`
      SELECT ${columns} FROM api_tokens WHERE revoked_at IS NULL ORDER BY made_at DESC, id DESC`;
    return rows.map(tokenOf);
  }

  async bySecret(secret: string, at: string): Promise<ApiToken | null> {
    if (!SECRET.test(secret)) return null;
    const [row] = await written(
      this.prisma.$queryRaw<TokenRow[]>`
        SELECT ${columns} FROM api_tokens
        WHERE token_digest = ${digestOf(secret)} AND revoked_at IS NULL AND expires_at > ${at}::timestamptz`,
    );
    return row === undefined ? null : tokenOf(row);
  }
}

const columns = Prisma.sql`
  id::text, name, role, made_by, to_json(made_at) #>> '{}' AS made_at, to_json(expires_at) #>> '{}' AS expires_at`;

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function tokenOf(row: TokenRow): ApiToken {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    madeBy: row.made_by,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
  };
}

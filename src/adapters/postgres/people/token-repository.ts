import type { Role } from '../../../domain/people/role';
import type { Revocation, TokenData } from '../../../domain/people/token';
import type { TokenViews } from '../../../service/people/token-service';
import type { TokenRepository } from '../../../service/records';
import type { PrismaClient } from '../../generated/prisma/client';
import type { Queries } from '../connection/transaction';
import { Token } from '../../../domain/people/token';
import { Prisma } from '../../generated/prisma/client';
import { askedTogether } from '../connection/asked-together';
import { requireWritten } from '../changed-meanwhile';
import { digestOf, newSecret } from '../secrets';
import { written } from '../written';

/** So that people, and programs that search for leaked secrets, know what it is. */
const PREFIX = 'crms_';
/** What can be a secret at all. */
const SECRET = /^crms_[\w-]{43}$/;

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly made_by: string;
  readonly made_at: string;
  readonly expires_at: string;
  readonly revoked: Revocation | null;
}

/** Tokens on PostgreSQL, in a transaction. Only the SHA-256 of a secret is stored. */
export class PrismaTokenRepository implements TokenRepository {
  constructor(private readonly queries: Queries) {}

  async get(id: string): Promise<Token | null> {
    const [row] = await this.queries.$queryRaw<TokenRow[]>`
      SELECT ${COLUMNS} FROM api_tokens WHERE id = ${id}::uuid FOR UPDATE`;
    return row === undefined ? null : tokenOf(row);
  }

  async add({ data: { id, name, role, madeBy, madeAt, expiresAt } }: Token): Promise<string> {
    const secret = PREFIX + newSecret();
    const added = await this.queries.$executeRaw`
      INSERT INTO api_tokens (id, name, role, token_digest, made_by, made_at, expires_at)
      VALUES (${id}::uuid, ${name}, ${role}, ${digestOf(secret)}, ${madeBy}, ${madeAt}::timestamptz,
        ${expiresAt}::timestamptz)
      ON CONFLICT (id) DO NOTHING`;
    requireWritten(added, 'The token');
    return secret;
  }

  async renewSecret({ data: { id } }: Token): Promise<string> {
    const secret = PREFIX + newSecret();
    const renewed = await this.queries.$executeRaw`
      UPDATE api_tokens SET token_digest = ${digestOf(secret)} WHERE id = ${id}::uuid AND revoked_at IS NULL`;
    requireWritten(renewed, 'The token');
    return secret;
  }

  async saveRevocation({ data: { id }, revoked }: Token): Promise<void> {
    const saved = await this.queries.$executeRaw`
      UPDATE api_tokens SET revoked_by = ${revoked?.by}, revoked_at = ${revoked?.at}::timestamptz
      WHERE id = ${id}::uuid AND revoked_at IS NULL`;
    requireWritten(saved, 'The token');
  }
}

/** Tokens as pages list them and programs show them. Whoever shows one at the same time as others is looked up with them. */
export class PrismaTokenViews implements TokenViews {
  private readonly byDigest = askedTogether((digests: readonly string[]) =>
    this.withDigests(digests),
  );

  constructor(private readonly prisma: PrismaClient) {}

  async list(): Promise<readonly TokenData[]> {
    const rows = await this.prisma.$queryRaw<TokenRow[]>`
      SELECT ${COLUMNS} FROM api_tokens WHERE revoked_at IS NULL ORDER BY made_at DESC, id DESC`;
    return rows.map((row) => tokenOf(row).data);
  }

  async bySecret(secret: string): Promise<Token | null> {
    if (!SECRET.test(secret)) return null;
    const row = await this.byDigest(digestOf(secret));
    return row === null ? null : tokenOf(row);
  }

  private async withDigests(digests: readonly string[]): Promise<readonly (TokenRow | null)[]> {
    const rows = await written(
      this.prisma.$queryRaw<(TokenRow & { readonly digest: string })[]>`
        SELECT token_digest AS digest, ${COLUMNS} FROM api_tokens WHERE token_digest = ANY (${digests}::text[])`,
    );
    const found = new Map(rows.map((row) => [row.digest, row]));
    return digests.map((digest) => found.get(digest) ?? null);
  }
}

const COLUMNS = Prisma.sql`
  id::text, name, role, made_by, to_json(made_at) #>> '{}' AS made_at, to_json(expires_at) #>> '{}' AS expires_at,
  CASE WHEN revoked_at IS NOT NULL THEN json_build_object('by', revoked_by, 'at', revoked_at) END AS revoked`;

function tokenOf({ id, name, role, revoked, ...row }: TokenRow): Token {
  const [madeBy, madeAt, expiresAt] = [row.made_by, row.made_at, row.expires_at];
  return Token.reconstitute({ id, name, role, madeBy, madeAt, expiresAt }, revoked);
}

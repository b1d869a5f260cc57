import { createHash } from 'node:crypto';
import type { BetterAuthOptions } from 'better-auth';
import type { DBAdapter, Where } from 'better-auth/adapters';
import type { Queries } from '../postgres/connection/transaction';

type Adapter = DBAdapter;
// As wide as the library has it.
// oxlint-disable-next-line typescript/no-explicit-any
type Row = Record<string, any>;

/**
 * Keeps of a session's token its SHA-256 only, where the library would keep the token itself: whoever reads the table, or a
 * backup of it, cannot take a session over. The library goes on seeing the token that it asked by.
 */
export function withHashedSessions(
  queries: Queries,
  make: (options: BetterAuthOptions) => Adapter,
): (options: BetterAuthOptions) => Adapter {
  return (options) => hashing(queries, make(options));
}

function hashing(queries: Queries, adapter: Adapter): Adapter {
  return {
    ...adapter,
    transaction: (work) =>
      adapter.transaction((within) => work(hashing(queries, within as Adapter))),
    create: async <T extends Row, R = T>(request: Parameters<typeof adapter.create<T, R>>[0]) => {
      const { model, data } = request;
      if (model !== 'session') return adapter.create<T, R>(request);
      const id = await beginSession(queries, data as unknown as NewSession);
      return { ...data, id } as unknown as R;
    },
    findOne: async <T>(request: Parameters<Adapter['findOne']>[0]) =>
      shown(await adapter.findOne<T>(hashedQuery(request)), request),
    findMany: (request) => adapter.findMany(hashedQuery(request)),
    count: (request) => adapter.count(hashedQuery(request)),
    update: async <T>(request: Parameters<Adapter['update']>[0]) =>
      shown(await adapter.update<T>(hashedQuery(request)), request),
    updateMany: (request) => adapter.updateMany(hashedQuery(request)),
    delete: (request) => adapter.delete(hashedQuery(request)),
    deleteMany: (request) => adapter.deleteMany(hashedQuery(request)),
  };
}

/** What the library knows of a session that it begins. */
interface NewSession {
  readonly userId: string;
  readonly token: string;
  readonly expiresAt: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly ipAddress?: string | null;
  readonly userAgent?: string | null;
}

/**
 * Stores a session, and waits for no standby: people sign in while the last one is away. Whose session is lost with the server
 * signs in again.
 *
 * @returns its id
 */
async function beginSession(queries: Queries, session: NewSession): Promise<string> {
  const { userId, token, expiresAt, createdAt, updatedAt, ipAddress, userAgent } = session;
  const [made] = await queries.$queryRaw<{ id: string }[]>`
    INSERT INTO sessions (token, person_id, expires_at, created_at, updated_at, ip_address, user_agent)
    VALUES (${digestOf(token)}, ${userId}::uuid, ${expiresAt.toISOString()}::timestamptz,
      ${createdAt.toISOString()}::timestamptz, ${updatedAt.toISOString()}::timestamptz, ${ipAddress ?? null}, ${userAgent ?? null})
    RETURNING id::text, set_config('synchronous_commit', 'local', true)`;
  if (made === undefined) throw new Error('A session was not stored.');
  return made.id;
}

/** The query, by the digest of the token where it is by a token. */
function hashedQuery<Query extends { model: string; where?: Where[] | undefined }>(
  query: Query,
): Query {
  if (query.model !== 'session' || query.where === undefined) return query;
  const where = query.where.map((condition) =>
    condition.field === 'token' ? { ...condition, value: hashedValue(condition.value) } : condition,
  );
  return { ...query, where };
}

function hashedValue(value: Where['value']): Where['value'] {
  if (typeof value === 'string') return digestOf(value);
  if (Array.isArray(value)) return value.map((each) => digestOf(String(each)));
  return value;
}

/** A session that was found by its token, with that token. */
function shown<T>(found: T | null, { model, where }: { model: string; where: Where[] }): T | null {
  if (found === null || model !== 'session') return found;
  const asked = where.find(({ field }) => field === 'token')?.value;
  return typeof asked === 'string' ? { ...found, token: asked } : found;
}

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

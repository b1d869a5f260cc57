import type { FeedData } from '../../../domain/events/feed';
import type { Revocation } from '../../../domain/people/token';
import type { FeedViews } from '../../../service/events/feed-service';
import type { FeedRepository } from '../../../service/records';
import type { PrismaClient } from '../../generated/prisma/client';
import type { Queries } from '../connection/transaction';
import { contentKind } from '../../../domain/content/content-kind';
import { Feed, feedParts } from '../../../domain/events/feed';
import { Prisma } from '../../generated/prisma/client';
import { requireWritten } from '../changed-meanwhile';
import { digestOf, newSecret } from '../secrets';

interface FeedRow {
  readonly id: string;
  readonly name: string;
  readonly studio: string | null;
  readonly kind: string | null;
  readonly parts: readonly string[];
  readonly made_by: string;
  readonly made_at: string;
  readonly revoked: Revocation | null;
}

/** Feeds on PostgreSQL, in a transaction. Only the SHA-256 of a token is stored. */
export class PrismaFeedRepository implements FeedRepository {
  constructor(private readonly queries: Queries) {}

  async get(id: string): Promise<Feed | null> {
    const [row] = await this.queries.$queryRaw<FeedRow[]>`
      SELECT ${COLUMNS} FROM feeds WHERE id = ${id}::uuid FOR UPDATE`;
    return row === undefined ? null : feedOf(row);
  }

  async add({ data }: Feed): Promise<string> {
    const token = newSecret();
    const { id, name, studio = null, kind = null, parts, madeBy, madeAt } = data;
    const added = await this.queries.$executeRaw`
      INSERT INTO feeds (id, name, studio, kind, parts, token_digest, made_by, made_at)
      VALUES (${id}::uuid, ${name}, ${studio}, ${kind}, ${parts}::text[], ${digestOf(token)}, ${madeBy},
        ${madeAt}::timestamptz)
      ON CONFLICT (id) DO NOTHING`;
    requireWritten(added, 'The feed');
    return token;
  }

  async renewToken({ data: { id } }: Feed): Promise<string> {
    const token = newSecret();
    const renewed = await this.queries.$executeRaw`
      UPDATE feeds SET token_digest = ${digestOf(token)} WHERE id = ${id}::uuid AND revoked_at IS NULL`;
    requireWritten(renewed, 'The feed');
    return token;
  }

  async saveRevocation({ data: { id }, revoked }: Feed): Promise<void> {
    const saved = await this.queries.$executeRaw`
      UPDATE feeds SET revoked_by = ${revoked?.by}, revoked_at = ${revoked?.at}::timestamptz
      WHERE id = ${id}::uuid AND revoked_at IS NULL`;
    requireWritten(saved, 'The feed');
  }
}

/** Feeds as pages list them and their addresses are looked up. */
export class PrismaFeedViews implements FeedViews {
  constructor(private readonly prisma: PrismaClient) {}

  async list(): Promise<readonly FeedData[]> {
    const rows = await this.prisma.$queryRaw<FeedRow[]>`
      SELECT ${COLUMNS} FROM feeds WHERE revoked_at IS NULL ORDER BY fold(name) COLLATE "C", id`;
    return rows.map((row) => feedOf(row).data);
  }

  async byToken(token: string): Promise<FeedData | null> {
    const [row] = await this.prisma.$queryRaw<FeedRow[]>`
      SELECT ${COLUMNS} FROM feeds WHERE token_digest = ${digestOf(token)} AND revoked_at IS NULL`;
    return row === undefined ? null : feedOf(row).data;
  }
}

const COLUMNS = Prisma.sql`
  id::text, name, studio, kind, parts, made_by, to_json(made_at) #>> '{}' AS made_at,
  CASE WHEN revoked_at IS NOT NULL THEN json_build_object('by', revoked_by, 'at', revoked_at) END AS revoked`;

function feedOf(row: FeedRow): Feed {
  return Feed.reconstitute(
    {
      id: row.id,
      name: row.name,
      studio: row.studio ?? undefined,
      kind: row.kind === null ? undefined : contentKind(row.kind),
      parts: feedParts(row.parts),
      madeBy: row.made_by,
      madeAt: row.made_at,
    },
    row.revoked,
  );
}

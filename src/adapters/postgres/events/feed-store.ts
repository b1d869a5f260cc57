import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../../../domain/people/actor';
import type { Feed, FeedStore } from '../../../service/events/feed-service';
import type { PrismaClient } from '../../generated/prisma/client';
import { contentKind } from '../../../domain/content/content-kind';
import { feedParts, FeedTaken } from '../../../service/events/feed-service';
import { Prisma } from '../../generated/prisma/client';
import { written } from '../written';

interface FeedRow {
  readonly id: string;
  readonly name: string;
  readonly studio: string | null;
  readonly kind: string | null;
  readonly parts: readonly string[];
  readonly made_by: string;
  readonly made_at: string;
}

/** Bytes of a token: more than anybody can try. */
const TOKEN_BYTES = 32;

/** Feeds on PostgreSQL, one statement each. Of a token only its SHA-256 is kept. */
export class PrismaFeedStore implements FeedStore {
  constructor(private readonly prisma: PrismaClient) {}

  async add(feed: Feed): Promise<{ readonly token: string }> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const { id, name, studio = null, kind = null, parts, madeBy, madeAt } = feed;
    const kept = await written(
      this.prisma.$queryRaw<{ id: string }[]>`
        INSERT INTO feeds (id, name, studio, kind, parts, token_digest, made_by, made_at)
        VALUES (${id}::uuid, ${name}, ${studio}, ${kind}, ${parts}::text[], ${digestOf(token)}, ${madeBy},
          ${madeAt}::timestamptz)
        ON CONFLICT (id) DO UPDATE SET token_digest = excluded.token_digest
        WHERE feeds.revoked_at IS NULL
          AND (feeds.name, feeds.studio, feeds.kind, feeds.parts, feeds.made_by)
            IS NOT DISTINCT FROM (excluded.name, excluded.studio, excluded.kind, excluded.parts, excluded.made_by)
        RETURNING id::text`,
    );
    if (kept.length === 0) throw new FeedTaken();
    return { token };
  }

  async revoke(id: string, by: Actor, at: string): Promise<void> {
    await written(
      this.prisma.$executeRaw`
        UPDATE feeds SET revoked_by = ${by.name}, revoked_at = ${at}::timestamptz
        WHERE id = ${id}::uuid AND revoked_at IS NULL`,
    );
  }

  async list(): Promise<readonly Feed[]> {
    const rows = await this.prisma.$queryRaw<FeedRow[]>`
      SELECT ${columns} FROM feeds WHERE revoked_at IS NULL ORDER BY fold(name) COLLATE "C", id`;
    return rows.map(feedOf);
  }

  async byToken(token: string): Promise<Feed | null> {
    const [row] = await this.prisma.$queryRaw<FeedRow[]>`
      SELECT ${columns} FROM feeds WHERE token_digest = ${digestOf(token)} AND revoked_at IS NULL`;
    return row === undefined ? null : feedOf(row);
  }
}

const columns = Prisma.sql`id::text, name, studio, kind, parts, made_by, to_json(made_at) #>> '{}' AS made_at`;

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function feedOf(row: FeedRow): Feed {
  return {
    id: row.id,
    name: row.name,
    studio: row.studio ?? undefined,
    kind: row.kind === null ? undefined : contentKind(row.kind),
    parts: feedParts(row.parts),
    madeBy: row.made_by,
    madeAt: row.made_at,
  };
}

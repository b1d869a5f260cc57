import type { DeliveryState } from '../../../domain/events/delivery';
import type { WebhookAggregate } from '../../../domain/events/webhook';
import type { Change } from '../../../service/events/events';
import type {
  DeliverySummary,
  WebhookSummary,
  WebhookViews,
} from '../../../service/events/webhook-service';
import type { PrismaClient } from '../../generated/prisma/client';
import { Prisma } from '../../generated/prisma/client';

interface SummaryRow {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly aggregates: readonly WebhookAggregate[];
  readonly made_by: string;
  readonly made_at: string;
  readonly deliveries: Readonly<Partial<Record<DeliveryState, number>>>;
}

interface DeliveryRow {
  readonly id: string;
  readonly state: DeliveryState;
  readonly data: Change;
  readonly tries: number;
  readonly answer: string | null;
  readonly ordered_at: string;
  readonly finished_at: string | null;
}

/** Webhooks and their deliveries as pages show them, on PostgreSQL. */
export class PrismaWebhookViews implements WebhookViews {
  constructor(private readonly prisma: PrismaClient) {}

  async list(): Promise<readonly WebhookSummary[]> {
    const rows = await this.prisma.$queryRaw<SummaryRow[]>`
      ${SUMMARIES} WHERE removed_at IS NULL ORDER BY fold(name) COLLATE "C", id`;
    return rows.map(summaryOf);
  }

  async webhook(id: string): Promise<WebhookSummary | null> {
    const [row] = await this.prisma.$queryRaw<SummaryRow[]>`
      ${SUMMARIES} WHERE removed_at IS NULL AND id = ${id}::uuid`;
    return row === undefined ? null : summaryOf(row);
  }

  async deliveries(webhookId: string, most: number): Promise<readonly DeliverySummary[]> {
    const rows = await this.prisma.$queryRaw<DeliveryRow[]>`
      SELECT id::text, state, body -> 'data' AS data, tries, answer, to_json(ordered_at) #>> '{}' AS ordered_at,
        to_json(finished_at) #>> '{}' AS finished_at
      FROM webhook_deliveries WHERE webhook_id = ${webhookId}::uuid ORDER BY ordered_at DESC, id DESC LIMIT ${most}`;
    return rows.map(({ data, ...row }) => ({
      id: row.id,
      state: row.state,
      aggregate: data.aggregate,
      aggregateId: data.id,
      version: data.version,
      words: data.words,
      tries: row.tries,
      answer: row.answer,
      orderedAt: row.ordered_at,
      finishedAt: row.finished_at,
    }));
  }
}

const SUMMARIES = Prisma.sql`
  SELECT id::text, name, url, aggregates, made_by, to_json(made_at) #>> '{}' AS made_at, (
    SELECT coalesce(jsonb_object_agg(state, count), '{}') FROM (
      SELECT state, count(*) FROM webhook_deliveries WHERE webhook_id = w.id GROUP BY state) AS counted) AS deliveries
  FROM webhooks w`;

function summaryOf({ made_by: madeBy, made_at: madeAt, deliveries, ...row }: SummaryRow) {
  return {
    ...row,
    madeBy,
    madeAt,
    deliveries: { waiting: 0, delivered: 0, failed: 0, ...deliveries },
  };
}

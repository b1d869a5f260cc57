import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import type { DeliverySummary } from '../../../src/service/events/webhook-service';
import type { DeliveryLine } from '../delivery-list';
import { Fact, Facts, PageHeader } from '@/ui/shell/page-header';
import { instantWords } from '@/words/instant';
import { requirePerson } from '@/person';
import { webhookViews } from '../../../src/bootstrap';
import { WEBHOOK_AGGREGATES } from '../../../src/domain/events/webhook';
import { DeliveryList } from '../delivery-list';
import { deliveryCounts } from '../webhook-words';

export const metadata: Metadata = { title: 'Webhook' };

/** So many of the newest deliveries are shown. */
const SHOWN = 100;

const PAGES = {
  contract: 'contracts',
  license: 'licenses',
  content: 'content',
  'price-table': 'price-tables',
} as const;

/** What a webhook was told lately. For admins. */
export default async function WebhookPage({ params }: { params: Promise<{ webhookId: string }> }) {
  const { webhookId } = await params;
  if (!z.uuid().safeParse(webhookId).success) notFound();
  await requirePerson(`/webhooks/${webhookId}`, 'admin');
  const [webhook, deliveries] = await Promise.all([
    webhookViews().webhook(webhookId),
    webhookViews().deliveries(webhookId, SHOWN),
  ]);
  if (webhook === null) notFound();
  const told = webhook.aggregates.map((aggregate) => WEBHOOK_AGGREGATES[aggregate]).join(', ');
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Your account', href: '/account' },
          { label: 'Webhooks', href: '/webhooks' },
        ]}
        title={webhook.name}
      >
        <Facts>
          <Fact name="Address">
            <span className="font-mono break-all">{webhook.url}</span>
          </Fact>
          <Fact name="Events">{told}</Fact>
          <Fact name="Added">
            by {webhook.madeBy}, {instantWords(webhook.madeAt)}
          </Fact>
          <Fact name="The last 30 days">{deliveryCounts(webhook.deliveries)}</Fact>
        </Facts>
      </PageHeader>
      <section aria-labelledby="deliveries" className="pt-3">
        <h2 id="deliveries" className="px-4 pb-2 text-panel-title">
          {deliveries.length < SHOWN ? 'Deliveries' : `The newest ${SHOWN} deliveries`}
        </h2>
        {deliveries.length === 0 && (
          <p className="px-4 pb-4 text-body text-ink-2">
            No deliveries yet. Changes saved from now on are sent.
          </p>
        )}
        <DeliveryList deliveries={deliveries.map(deliveryLine)} />
      </section>
    </>
  );
}

function deliveryLine(delivery: DeliverySummary): DeliveryLine {
  const { id, state, aggregate, aggregateId, version, words, tries, answer, orderedAt } = delivery;
  const tried = tries === 1 ? 'tried once' : `tried ${tries} times`;
  return {
    id,
    state,
    words: `Version ${version}: ${words}`,
    address: `/${PAGES[aggregate]}/${aggregateId}`,
    origin: `Queued ${instantWords(orderedAt)}, ${tries === 0 ? 'not tried yet' : tried}`,
    answer: state === 'failed' ? `Failed. Last response: ${answer ?? 'none'}` : answer,
  };
}

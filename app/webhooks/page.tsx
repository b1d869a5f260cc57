import type { Metadata } from 'next';
import type { WebhookSummary } from '../../src/service/events/webhook-service';
import type { RevocableLine } from '@/ui/lists/revocable-list';
import { PageHeader } from '@/ui/shell/page-header';
import { instantWords } from '@/words/instant';
import { requirePerson } from '@/person';
import { webhookViews } from '../../src/bootstrap';
import { deliveryCounts } from './webhook-words';
import { WebhookForm } from './webhook-form';
import { WebhookList } from './webhook-list';

export const metadata: Metadata = { title: 'Webhooks' };

/** Programs that are told of changes. For admins. */
export default async function WebhooksPage() {
  await requirePerson('/webhooks', 'admin');
  const webhooks = await webhookViews().list();
  return (
    <>
      <PageHeader breadcrumbs={[{ label: 'Your account', href: '/account' }]} title="Webhooks">
        <p className="max-w-150 text-body text-ink-2">
          A webhook sends every saved change to a URL of yours. Failed deliveries are retried for
          about a day, with growing pauses. Requests are signed as described at
          standardwebhooks.com.
        </p>
      </PageHeader>
      <section aria-labelledby="webhooks-there-are" className="border-b border-line pt-3">
        <h2 id="webhooks-there-are" className="px-4 pb-2 text-panel-title">
          Webhooks <span className="font-normal text-ink-3">{webhooks.length}</span>
        </h2>
        {webhooks.length === 0 && (
          <p className="px-4 pb-4 text-body text-ink-2">
            No webhooks yet. Add the first one below, one per program.
          </p>
        )}
        <WebhookList webhooks={webhooks.map(webhookLine)} />
      </section>
      <section aria-labelledby="new-webhook" className="pt-3">
        <h2 id="new-webhook" className="px-4 text-panel-title">
          New webhook
        </h2>
        <WebhookForm />
      </section>
    </>
  );
}

function webhookLine(webhook: WebhookSummary): RevocableLine {
  const { id, name, url, madeBy, madeAt, deliveries } = webhook;
  return {
    id,
    name,
    href: `/webhooks/${id}`,
    words: `${url} · ${deliveryCounts(deliveries)}`,
    origin: `Added by ${madeBy}, ${instantWords(madeAt)}`,
  };
}

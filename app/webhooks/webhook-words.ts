import type { WebhookSummary } from '../../src/service/events/webhook-service';

/** `12 delivered, 1 waiting, 2 failed`, or that there was nothing yet. */
export function deliveryCounts({
  delivered,
  waiting,
  failed,
}: WebhookSummary['deliveries']): string {
  const parts = [
    ...(delivered > 0 ? [`${delivered.toLocaleString('en-US')} delivered`] : []),
    ...(waiting > 0 ? [`${waiting.toLocaleString('en-US')} waiting`] : []),
    ...(failed > 0 ? [`${failed.toLocaleString('en-US')} failed`] : []),
  ];
  return parts.length === 0 ? 'nothing sent yet' : parts.join(', ');
}

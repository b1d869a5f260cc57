import { describe, expect, it } from 'vitest';
import type { WebhookDetails } from '../../../../src/domain/events/webhook';
import {
  InvalidWebhookParts,
  InvalidWebhookUrl,
  Webhook,
  WebhookTaken,
} from '../../../../src/domain/events/webhook';
import { actor } from '../../../../src/domain/people/actor';
import { refusalOf } from '../../../builders/refusal';

const ANA = actor('Ana');
const AT = '2026-06-10T10:00:00Z';
const ELSEWHERE = { mayBePrivate: false };
const DETAILS: WebhookDetails = {
  name: 'Storefront',
  url: 'https://example.com/hook',
  aggregates: ['content', 'contract', 'content'],
};

function aWebhook(details: Partial<WebhookDetails> = {}, places = ELSEWHERE, by = ANA): Webhook {
  return Webhook.add('w1', { ...DETAILS, ...details }, places, by, AT);
}

describe('a webhook', () => {
  it.each([
    ...['http://example.com/hook', 'ftp://example.com', 'example.com', ''],
    ...['https://user:word@example.com/', `https://example.com/${'x'.repeat(2_000)}`],
  ])('does not lead to %j', (url) => {
    expect(refusalOf(InvalidWebhookUrl, () => aWebhook({ url })).message).toContain('https://');
  });

  it('leads to this machine only where that is allowed', () => {
    const url = 'http://localhost:8080/';

    refusalOf(InvalidWebhookUrl, () => aWebhook({ url }));
    expect(aWebhook({ url }, { mayBePrivate: true }).data.url).toBe(url);
  });

  it('is told of known kinds of events, in order, once each', () => {
    expect(aWebhook().data.aggregates).toEqual(['contract', 'content']);
    refusalOf(InvalidWebhookParts, () => aWebhook({ aggregates: [] }));
    refusalOf(InvalidWebhookParts, () => aWebhook({ aggregates: ['offer'] }));
  });

  it('is removed once', () => {
    const webhook = aWebhook();

    expect(webhook.remove(actor('Marta'), AT)).toBe(true);
    expect(webhook.remove(ANA, AT)).toBe(false);
    expect(webhook.removed).toEqual({ by: 'Marta', at: AT });
  });

  it('is recognized when it is added again, unless it was removed', () => {
    const webhook = aWebhook();
    expect(() => {
      webhook.requireSame(aWebhook());
    }).not.toThrow();
    webhook.remove(ANA, AT);
    refusalOf(WebhookTaken, () => {
      webhook.requireSame(aWebhook());
    });
  });

  it.each<[string, () => Webhook]>([
    ['another name', () => aWebhook({ name: 'Other' })],
    ['another URL', () => aWebhook({ url: 'https://example.com/other' })],
    ['other events', () => aWebhook({ aggregates: ['license'] })],
    ['another person', () => aWebhook({}, ELSEWHERE, actor('Marta'))],
  ])('is not taken for one of %s', (_what, other) => {
    refusalOf(WebhookTaken, () => {
      aWebhook().requireSame(other());
    });
  });
});

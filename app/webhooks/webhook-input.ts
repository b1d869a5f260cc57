import * as z from 'zod';
import type { Refusal } from '../refusal';
import { shortText } from '../../src/domain/values/text';
import { webhookAggregates } from '../../src/domain/events/webhook';
import { checked, identity, several, typed } from '../../src/wire/forms/typed';

/** A new webhook as its form has it. Where it may lead depends on the installation, and is judged when it is added. */
export const addWebhookInput = z
  .strictObject({ webhookId: identity, name: typed, url: typed, aggregates: several })
  .transform(({ webhookId, url, ...input }, context) => {
    const name = checked(context, 'name', () => shortText(input.name, 'name', 'A webhook’s name'));
    const aggregates = checked(context, 'aggregates', () => webhookAggregates(input.aggregates));
    if (name === undefined || aggregates === undefined) return z.NEVER;
    return { webhookId, details: { name, url, aggregates } };
  });

export const webhookInput = z.strictObject({ webhookId: identity });
export const deliveryInput = z.strictObject({ webhookId: identity, deliveryId: identity });

export type AddWebhookInput = z.input<typeof addWebhookInput>;
export type WebhookInput = z.input<typeof webhookInput>;
export type DeliveryInput = z.input<typeof deliveryInput>;

/** What a command on a webhook is answered with. Refusals are values; only bugs throw. */
export type WebhookResult =
  /** The secret is told this once. */
  | { readonly status: 'made'; readonly secret: string }
  | { readonly status: 'revoked' }
  | { readonly status: 'ordered' }
  | Refusal;

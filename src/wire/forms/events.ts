import * as z from 'zod';
import type { EventCommands } from '../../service/commands/event-commands';
import { contentKind } from '../../domain/content/content-kind';
import { feedParts } from '../../domain/events/feed';
import { webhookAggregates } from '../../domain/events/webhook';
import { shortText } from '../../domain/values/text';
import { checked, identity, several, typed } from './typed';

/** Form values of a new feed; studio and kind are '' for any. */
export const makeFeedInput = z
  .strictObject({ feedId: identity, name: typed, studio: typed, kind: typed, parts: several })
  .transform(({ feedId, ...input }, context) => {
    const name = checked(context, 'name', () => shortText(input.name, 'name', 'A feed’s name'));
    const studio =
      input.studio === ''
        ? null
        : checked(context, 'studio', () => shortText(input.studio, 'studio', 'A studio’s name'));
    const kind = input.kind === '' ? null : checked(context, 'kind', () => contentKind(input.kind));
    const parts = checked(context, 'parts', () => feedParts(input.parts));
    if (name === undefined || studio === undefined || kind === undefined || parts === undefined)
      return z.NEVER;
    return { feedId, details: { name, studio, kind, parts } };
  });

/** A new webhook as its form has it. Where it may lead depends on the installation, and is judged when it is added. */
export const addWebhookInput = z
  .strictObject({ webhookId: identity, name: typed, url: typed, aggregates: several })
  .transform(({ webhookId, url, ...input }, context) => {
    const name = checked(context, 'name', () => shortText(input.name, 'name', 'A webhook’s name'));
    const aggregates = checked(context, 'aggregates', () => webhookAggregates(input.aggregates));
    if (name === undefined || aggregates === undefined) return z.NEVER;
    return { webhookId, details: { name, url, aggregates } };
  });

/** The commands on feeds, webhooks and deliveries that a browser may send. */
export const EVENT_FORMS = {
  'make-feed': makeFeedInput,
  'revoke-feed': z.strictObject({ feedId: identity }),
  'add-webhook': addWebhookInput,
  'remove-webhook': z.strictObject({ webhookId: identity }),
  'send-delivery-again': z.strictObject({ deliveryId: identity }),
} satisfies { readonly [K in keyof EventCommands]?: z.ZodType<EventCommands[K]['input']> };

export type MakeFeedInput = z.input<typeof makeFeedInput>;

import type { MakeFeed, RevokeFeed } from '../events/feed-service';
import type { AddWebhook, RemoveWebhook, SendDeliveryAgain } from '../events/webhook-service';
import type { Definitions, Kind } from './definition';
import { makeFeed, revokeFeed } from '../events/feed-service';
import { addWebhook, removeWebhook, sendDeliveryAgain } from '../events/webhook-service';
import { onRecords } from './definition';

export interface EventCommands {
  /** Its token is told this once: the answer is not stored under the command's key. */
  readonly 'make-feed': Kind<MakeFeed, { readonly token: string }>;
  readonly 'revoke-feed': Kind<RevokeFeed, object>;
  /** Its secret is told now and when the command is repeated; it is not stored. */
  readonly 'add-webhook': Kind<AddWebhook, { readonly secret: string }>;
  readonly 'remove-webhook': Kind<RemoveWebhook, object>;
  readonly 'send-delivery-again': Kind<SendDeliveryAgain, object>;
}

export const EVENT_COMMANDS: Definitions<EventCommands> = {
  'make-feed': {
    aggregate: 'feed',
    role: 'editor',
    run: onRecords(makeFeed),
    subject: ({ feedId: id }) => ({ what: 'feed', id }),
    parts: ({ details }) => [{ at: ['details'], value: details }],
  },
  'revoke-feed': {
    aggregate: 'feed',
    role: 'editor',
    run: onRecords(revokeFeed),
    subject: ({ feedId: id }) => ({ what: 'feed', id }),
  },
  'add-webhook': {
    aggregate: 'webhook',
    role: 'admin',
    run: onRecords(addWebhook),
    subject: ({ webhookId: id }) => ({ what: 'webhook', id }),
    parts: ({ details }) => [{ at: ['details'], value: details }],
  },
  'remove-webhook': {
    aggregate: 'webhook',
    role: 'admin',
    run: onRecords(removeWebhook),
    subject: ({ webhookId: id }) => ({ what: 'webhook', id }),
  },
  'send-delivery-again': {
    aggregate: 'delivery',
    role: 'admin',
    run: onRecords(sendDeliveryAgain),
    subject: ({ deliveryId: id }) => ({ what: 'delivery', id }),
  },
};

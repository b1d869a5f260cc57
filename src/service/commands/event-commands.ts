import type { MakeFeed, RevokeFeed } from '../events/feed-service';
import type { Definitions, Kind } from './definition';
import { makeFeed, revokeFeed } from '../events/feed-service';
import { onRecords } from './definition';

export interface EventCommands {
  /** Its token is told this once: the answer is not stored under the command's key. */
  readonly 'make-feed': Kind<MakeFeed, { readonly token: string }>;
  readonly 'revoke-feed': Kind<RevokeFeed, object>;
}

export const EVENT_COMMANDS: Definitions<EventCommands> = {
  'make-feed': {
    aggregate: 'feed',
    role: 'editor',
    run: onRecords(makeFeed),
    subject: ({ feedId: id }) => ({ what: 'feed', id }),
  },
  'revoke-feed': {
    aggregate: 'feed',
    role: 'editor',
    run: onRecords(revokeFeed),
    subject: ({ feedId: id }) => ({ what: 'feed', id }),
  },
};

'use server';

import type { FeedResult, MakeFeedInput, RevokeFeedInput } from './feed-input';
import { recordAction } from '../record-action';
import { makeFeedInput, revokeFeedInput } from './feed-input';

export async function makeFeedAction(sent: MakeFeedInput): Promise<FeedResult> {
  return recordAction({
    kind: 'make-feed',
    schema: makeFeedInput,
    sent,
    input: (input) => input,
    answer: ({ token }): FeedResult => ({ status: 'made', path: `/calendar/feed/${token}.ics` }),
    page: () => '/calendar/feeds',
  });
}

export async function revokeFeedAction(sent: RevokeFeedInput): Promise<FeedResult> {
  return recordAction({
    kind: 'revoke-feed',
    schema: revokeFeedInput,
    sent,
    input: (input) => input,
    answer: (): FeedResult => ({ status: 'revoked' }),
    page: () => '/calendar/feeds',
  });
}

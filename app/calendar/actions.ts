'use server';

import { revalidatePath } from 'next/cache';
import type { FeedResult, MakeFeedInput, RevokeFeedInput } from './feed-input';
import { feedStore } from '../../src/bootstrap';
import { makeFeed, revokeFeed } from '../../src/service/events/feed-service';
import { answered } from '../answer';
import { makeFeedInput, revokeFeedInput } from './feed-input';

export async function makeFeedAction(input: MakeFeedInput): Promise<FeedResult> {
  return answered({
    schema: makeFeedInput,
    input,
    kind: 'feed-made',
    subject: ({ feedId: id }) => ({ what: 'feed', id }),
    run: async (command): Promise<FeedResult> => {
      const { token } = await makeFeed(command, feedStore());
      revalidatePath('/calendar/feeds');
      return { status: 'made', path: `/calendar/feed/${token}.ics` };
    },
  });
}

export async function revokeFeedAction(input: RevokeFeedInput): Promise<FeedResult> {
  return answered({
    schema: revokeFeedInput,
    input,
    kind: 'feed-revoked',
    subject: ({ feedId: id }) => ({ what: 'feed', id }),
    run: async (command): Promise<FeedResult> => {
      await revokeFeed(command, feedStore());
      revalidatePath('/calendar/feeds');
      return { status: 'revoked' };
    },
  });
}

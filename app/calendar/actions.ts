'use server';

import { revalidatePath } from 'next/cache';
import type { FeedResult, MakeFeedInput, RevokeFeedInput } from './feed-input';
import { feedStore } from '../../src/bootstrap';
import { makeFeed, revokeFeed } from '../../src/service/feed-service';
import { answered } from '../answer';
import { makeFeedInput, revokeFeedInput } from './feed-input';

export async function makeFeedAction(input: MakeFeedInput): Promise<FeedResult> {
  return answered(makeFeedInput, input, async (command) => {
    const { token } = await makeFeed(command, feedStore());
    revalidatePath('/calendar/feeds');
    return { status: 'made', path: `/calendar/feed/${token}.ics` };
  });
}

export async function revokeFeedAction(input: RevokeFeedInput): Promise<FeedResult> {
  return answered(revokeFeedInput, input, async (command) => {
    await revokeFeed(command, feedStore());
    revalidatePath('/calendar/feeds');
    return { status: 'revoked' };
  });
}

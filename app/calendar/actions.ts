'use server';

import type { z } from 'zod';
import { revalidatePath } from 'next/cache';
import type { Actor } from '../../src/domain/actor';
import type { FeedResult, MakeFeedInput, RevokeFeedInput } from './feed-input';
import { feedStore } from '../../src/bootstrap';
import { DomainError } from '../../src/domain/errors';
import { Busy, OutcomeUnknown } from '../../src/service/errors';
import { makeFeed, revokeFeed } from '../../src/service/feed-service';
import { currentWorker } from '../worker';
import { makeFeedInput, revokeFeedInput } from './feed-input';

export async function makeFeedAction(input: MakeFeedInput): Promise<FeedResult> {
  return answered(makeFeedInput, input, async (command) => {
    const { token } = await makeFeed(command, feedStore());
    return { status: 'made', path: `/calendar/feed/${token}.ics` };
  });
}

export async function revokeFeedAction(input: RevokeFeedInput): Promise<FeedResult> {
  return answered(revokeFeedInput, input, async (command) => {
    await revokeFeed(command, feedStore());
    return { status: 'revoked' };
  });
}

/** Parses, runs and answers: where errors become values. What it does not know is a bug and passes. */
async function answered<Parsed>(
  schema: z.ZodType<Parsed>,
  input: unknown,
  run: (command: Parsed & { actor: Actor; at: string }) => Promise<FeedResult>,
): Promise<FeedResult> {
  const actor = await currentWorker();
  if (actor === null) return refused('Nothing was saved: say who is working first.');
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const fieldErrors: Record<string, string> = {};
    for (const { path, message } of parsed.error.issues)
      fieldErrors[String(path[0] ?? '')] ??= message;
    return refused(parsed.error.issues[0]?.message ?? 'This form is not complete.', fieldErrors);
  }
  try {
    const result = await run({ ...parsed.data, actor, at: new Date().toISOString() });
    revalidatePath('/calendar/feeds');
    return result;
  } catch (error) {
    if (error instanceof DomainError || error instanceof Busy) return refused(error.message);
    if (error instanceof OutcomeUnknown)
      return refused(
        `${error.message} Send it again: it is done once, also if it was done already.`,
      );
    throw error;
  }
}

function refused(message: string, fieldErrors: Record<string, string> = {}): FeedResult {
  return { status: 'refused', message, fieldErrors };
}

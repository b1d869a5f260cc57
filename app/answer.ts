import 'server-only';
import type { z } from 'zod';
import type { Actor } from '../src/domain/actor';
import type { Refusal } from './refusal';
import { DomainError } from '../src/domain/errors';
import { Busy, OutcomeUnknown } from '../src/service/errors';
import { currentWorker } from './worker';

/**
 * Parses, runs and answers what has no version to be stale against: feeds, imports, exports. Errors become values here; what
 * it does not know is a bug and passes.
 */
export async function answered<Parsed, Answer>(
  schema: z.ZodType<Parsed>,
  input: unknown,
  run: (command: Parsed & { actor: Actor; at: string }) => Promise<Answer>,
): Promise<Answer | Refusal> {
  const actor = await currentWorker();
  if (actor === null) return refused('Nothing was done: say who is working first.');
  const parsed = schema.safeParse(input);
  if (!parsed.success) return refused(...complaintsOf(parsed.error));
  try {
    return await run({ ...parsed.data, actor, at: new Date().toISOString() });
  } catch (error) {
    if (error instanceof DomainError || error instanceof Busy) return refused(error.message);
    if (error instanceof OutcomeUnknown)
      return refused(
        `${error.message} Send it again: it is done once, also if it was done already.`,
      );
    throw error;
  }
}

function complaintsOf({ issues }: z.ZodError): [string, Record<string, string>] {
  const fieldErrors: Record<string, string> = {};
  for (const { path, message } of issues) {
    const field = path.findLast((part) => typeof part === 'string');
    fieldErrors[field ?? ''] ??= message;
  }
  return [issues[0]?.message ?? 'This form is not complete.', fieldErrors];
}

function refused(message: string, fieldErrors: Record<string, string> = {}): Refusal {
  return { status: 'refused', message, fieldErrors };
}

import 'server-only';
import { revalidatePath } from 'next/cache';
import type { z } from 'zod';
import type { DoneOf, InputOf, RecordKind } from '../src/service/commands/commands';
import type { Result } from '../src/service/commands/execute';
import type { Busy, OutcomeUnknown } from '../src/service/errors';
import type { Outcome } from '../src/service/unit-of-work';
import type { Refusal } from './refusal';
import { execute } from '../src/bootstrap';
import { hasCode } from '../src/domain/errors';
import { mayActAs } from '../src/domain/people/role';
import { COMMANDS, named } from '../src/service/commands/commands';
import { isSameOrigin } from './same-origin';
import { callOf, currentPerson } from './person';
import { CROSS_ORIGIN, mayNot, SIGNED_OUT } from './refusal';

/** A command on a record from a form, with its parser. */
interface Asked<K extends RecordKind, Parsed, Answer> {
  readonly kind: K;
  readonly schema: z.ZodType<Parsed>;
  /** Unparsed input from the browser. */
  readonly sent: unknown;
  readonly input: (parsed: Parsed) => InputOf<K> | Promise<InputOf<K>>;
  readonly answer: (done: Outcome<DoneOf<K>>) => Answer;
  /** Path of the record's page, which is revalidated whatever the result. */
  readonly page: (parsed: Parsed) => string;
}

/**
 * Parses and runs a command on a record. The forms send no idempotency key, because their commands are idempotent by the
 * record's id. Expected errors become refusals; an unexpected error is a bug and is thrown.
 */
export async function recordAction<K extends RecordKind, Parsed, Answer>({
  kind,
  schema,
  sent,
  input,
  answer,
  page,
}: Asked<K, Parsed, Answer>): Promise<Answer | Refusal> {
  try {
    if (!(await isSameOrigin())) return refused(CROSS_ORIGIN);
    const person = await currentPerson();
    if (person === null) return refused(SIGNED_OUT);
    const { role } = person;
    // Before parsing the form; `execute` checks the role again.
    if (!mayActAs(role, COMMANDS[kind].role)) return refused(mayNot(role));
    const parsed = schema.safeParse(sent);
    if (!parsed.success) return refused(...complaintsOf(parsed.error));
    const command = named(kind, await input(parsed.data));
    const result = await execute(command, callOf(person));
    revalidatePath(page(parsed.data));
    return result.status === 'done' ? answer(result.done) : refusalOf(result);
  } catch (error) {
    // The database may already be unavailable when the session is read.
    if (hasCode<Busy>(error, 'busy')) return refused(error.message);
    if (hasCode<OutcomeUnknown>(error, 'outcome-unknown')) return refused(unknownWords(error));
    throw error;
  }
}

function refusalOf(result: Exclude<Result, { status: 'done' }>): Refusal {
  switch (result.status) {
    case 'stale':
      return refused(result.stale.message);
    case 'refused': {
      const { message, field } = result.refusal;
      return refused(message, field === undefined ? {} : { [field]: message });
    }
    case 'busy':
      return refused(result.error.message);
    case 'unknown':
      return refused(unknownWords(result.error));
  }
}

function unknownWords({ message }: OutcomeUnknown): string {
  return `${message} Retrying is safe: it will not be done twice.`;
}

/** Message and field errors of an invalid form. */
function complaintsOf({ issues }: z.ZodError): [string, Record<string, string>] {
  const fieldErrors: Record<string, string> = {};
  for (const { path, message } of issues) {
    const field = path.findLast((part) => typeof part === 'string');
    fieldErrors[field ?? ''] ??= message;
  }
  return [issues[0]?.message ?? 'Fill in the required fields.', fieldErrors];
}

function refused(message: string, fieldErrors: Record<string, string> = {}): Refusal {
  return { status: 'refused', message, fieldErrors };
}

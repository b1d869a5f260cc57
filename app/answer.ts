import 'server-only';
import type { z } from 'zod';
import type { Actor } from '../src/domain/people/actor';
import type { Role } from '../src/domain/people/role';
import type { Subject } from '../src/service/commands/subject';
import type { Refusal } from './refusal';
import type { Busy, OutcomeUnknown } from '../src/service/errors';
import { hasCode, isDomainError } from '../src/domain/errors';
import { watched } from '../src/bootstrap';
import { mayActAs } from '../src/domain/people/role';
import { isSameOrigin } from './same-origin';
import { actorOf, currentPerson } from './person';
import { CROSS_ORIGIN, mayNot, SIGNED_OUT } from './refusal';

/** A command from a form, with its parser and handler. */
interface Asked<Parsed, Answer> {
  readonly schema: z.ZodType<Parsed>;
  readonly input: unknown;
  /** Kind of the command in the log, such as `token-made`. */
  readonly kind: string;
  /** Subject of the command in the log. */
  readonly subject?: ((command: Parsed) => Subject) | undefined;
  /** Required role; `editor` by default. */
  readonly needs?: Role | undefined;
  readonly run: (command: Parsed & { actor: Actor; at: string }) => Promise<Answer>;
}

/**
 * Parses and runs a command without a base version: feeds, imports, exports, people. Expected errors become refusals;
 * an unexpected error is a bug and is thrown.
 */
export async function answered<Parsed, Answer>({
  schema,
  input,
  kind,
  subject,
  needs = 'editor',
  run,
}: Asked<Parsed, Answer>): Promise<Answer | Refusal> {
  try {
    if (!(await isSameOrigin())) return refused(CROSS_ORIGIN);
    const person = await currentPerson();
    if (person === null) return refused(SIGNED_OUT);
    if (!mayActAs(person.role, needs)) return refused(mayNot(person.role));
    const parsed = schema.safeParse(input);
    if (!parsed.success) return refused(...complaintsOf(parsed.error));
    const actor = actorOf(person);
    return await watched({ kind, actor, subject: subject?.(parsed.data) }, () =>
      run({ ...parsed.data, actor, at: new Date().toISOString() }),
    );
  } catch (error) {
    if (isDomainError(error) || hasCode<Busy>(error, 'busy'))
      return refused(error.message, fieldOf(error));
    if (hasCode<OutcomeUnknown>(error, 'outcome-unknown'))
      return refused(`${error.message} Retrying is safe: it will not be done twice.`);
    throw error;
  }
}

/** The refused field, if any, with the message. */
function fieldOf(error: Error): Record<string, string> {
  return isDomainError(error) && error.field !== undefined ? { [error.field]: error.message } : {};
}

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

import 'server-only';
import { revalidatePath } from 'next/cache';
import type { z } from 'zod';
import type { InputOf, VersionedKind } from '../../src/service/commands/commands';
import type { Target } from '../../src/service/commands/subject';
import type { Busy, OutcomeUnknown } from '../../src/service/errors';
import type { CommandResult } from './command-result';
import { execute } from '../../src/bootstrap';
import { hasCode } from '../../src/domain/errors';
import { mayActAs } from '../../src/domain/people/role';
import { COMMANDS, named } from '../../src/service/commands/commands';
import { isSameOrigin } from '../same-origin';
import { actorOf, currentPerson } from '../person';
import { CROSS_ORIGIN, mayNot, SIGNED_OUT } from '../refusal';
import { invalid, notAccepted, resultOf } from './result-of';

const PAGES: Partial<Record<Target, string>> = {
  license: '/licenses',
  content: '/content',
  contract: '/contracts',
};

/** What a browser sends of a command of a kind, checked: its input and the key of its intent. */
type Sent<K extends VersionedKind> = InputOf<K> & { readonly key: string };

/**
 * Runs a command that a browser sent: every server action that changes a license, a title or a contract is one line that
 * calls this. An error that nobody expected passes, to be logged and shown as one.
 *
 * @param schema reads what was sent, which can be anything
 */
export async function runCommandAction<K extends VersionedKind>(
  kind: K,
  schema: z.ZodType<Sent<K>>,
  sent: unknown,
): Promise<CommandResult> {
  try {
    if (!(await isSameOrigin())) return notAccepted('from-elsewhere', CROSS_ORIGIN);
    const person = await currentPerson();
    if (person === null) return notAccepted('nobody', SIGNED_OUT);
    const { role, aggregate } = COMMANDS[kind];
    // Before anything of the form is looked at; `execute` asks again.
    if (!mayActAs(person.role, role)) return notAccepted('not-allowed', mayNot(person.role));
    const parsed = schema.safeParse(sent);
    if (!parsed.success) return invalid(parsed.error);
    const { data: input } = parsed;
    const call = { key: input.key, role: person.role, actor: actorOf(person), at: now() };
    const result = resultOf(await execute(named<VersionedKind>(kind, input), call), input);
    if (result.status === 'saved') revalidatePath(`${PAGES[aggregate] ?? ''}/${result.id}`);
    return result;
  } catch (error) {
    // The database can be away already when it is asked who is signed in.
    if (hasCode<Busy>(error, 'busy')) return { status: 'busy', message: error.message };
    if (hasCode<OutcomeUnknown>(error, 'outcome-unknown'))
      return { status: 'unknown', message: error.message };
    throw error;
  }
}

const now = () => new Date().toISOString();

'use server';

import { revalidatePath } from 'next/cache';
import type { NamedCommand } from '../../src/service/commands/commands';
import type { Target } from '../../src/service/commands/subject';
import type { Busy, OutcomeUnknown } from '../../src/service/errors';
import type { FormKind, SentCommand } from '../../src/wire/forms/forms';
import type { CommandResult } from './command-result';
import { execute } from '../../src/bootstrap';
import { hasCode } from '../../src/domain/errors';
import { mayActAs } from '../../src/domain/people/role';
import { COMMANDS, isRecordKind, named } from '../../src/service/commands/commands';
import { kindOfSent, readSent } from '../../src/wire/forms/forms';
import { isSameOrigin } from '../same-origin';
import { actorOf, currentPerson } from '../person';
import { CROSS_ORIGIN, mayNot, SIGNED_OUT } from '../refusal';
import { invalid, NO_FORM, notAccepted, resultOf } from './result-of';

const PAGES: Partial<Record<Target, string>> = {
  license: '/licenses',
  content: '/content',
  contract: '/contracts',
  'price-table': '/price-tables',
  'price-plan': '/price-tables/plans',
  person: '/people',
  token: '/tokens',
  webhook: '/webhooks',
  delivery: '/webhooks',
  feed: '/calendar/feeds',
  import: '/imports',
  export: '/exports',
};

/**
 * Runs a command that a browser sent: every form whose command has a codec in `src/wire/forms` calls this. An error that
 * nobody expected passes, to be logged and shown as one.
 *
 * @param sent can be anything, whatever its type says
 */
export async function runCommandAction<K extends FormKind>(
  sent: SentCommand<K>,
): Promise<CommandResult> {
  try {
    if (!(await isSameOrigin())) return notAccepted('from-elsewhere', CROSS_ORIGIN);
    const person = await currentPerson();
    if (person === null) return notAccepted('signed-out', SIGNED_OUT);
    const kind = kindOfSent(sent);
    if (kind === null) return NO_FORM;
    // Before the input is looked at; `execute` asks again.
    if (!mayActAs(person.role, COMMANDS[kind].role))
      return notAccepted('not-allowed', mayNot(person.role));
    const read = readSent(kind, sent);
    if (!read.success) return invalid(read.error);
    const { key, input } = read;
    const call = { key, role: person.role, actor: actorOf(person), at: new Date().toISOString() };
    const command = named<FormKind>(kind, input);
    const result = resultOf(kind, await execute(command, call), input, sent.input);
    const changed = changedPage(command, result);
    if (changed !== null) revalidatePath(changed);
    if (isRecordKind(kind)) revalidatePath(PAGES[COMMANDS[kind].aggregate] ?? '/', 'layout');
    return result;
  } catch (error) {
    // The database can be away already when it is asked who is signed in.
    if (hasCode<Busy>(error, 'busy')) return { status: 'busy', message: error.message };
    if (hasCode<OutcomeUnknown>(error, 'outcome-unknown'))
      return { status: 'unknown', message: error.message };
    throw error;
  }
}

/** The page that a command changed, if it changed any. */
function changedPage(command: NamedCommand<FormKind>, result: CommandResult): string | null {
  if (result.status === 'saved')
    return `${PAGES[COMMANDS[command.kind].aggregate] ?? ''}/${result.id}`;
  if (result.status !== 'assigned') return null;
  // On many titles at once: from the page of the license.
  if (command.kind === 'assign-titles') return `/licenses/${command.input.chosen.licenseId}`;
  return command.kind === 'unassign-titles'
    ? `/licenses/${command.input.assignment.licenseId}`
    : null;
}

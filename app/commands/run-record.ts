import { v4 as uuid } from 'uuid';
import type { DoneOf } from '../../src/service/commands/commands';
import type { FormCommand, RecordFormKind } from '../../src/wire/forms/forms';
import type { Refusal } from '../refusal';
import type { CommandResult } from './command-result';
import { runCommandAction } from './actions';
import { fieldErrorsOf } from './command-result';

/** What a command on a record is answered with. */
export type RecordAnswer<K extends RecordFormKind> =
  { readonly status: 'done'; readonly done: DoneOf<K> } | Refusal;

/**
 * Gives a command on a record to the server. Its id says that a request is the same, so that every try has a key of its own.
 *
 * @throws what the action throws: that there was no answer
 */
export async function runRecord<K extends RecordFormKind>(
  command: FormCommand<K>,
): Promise<RecordAnswer<K>> {
  const answer = await runCommandAction({ ...command, key: uuid() });
  // The server answers each kind with its own.
  if (answer.status === 'done') return { status: 'done', done: answer.done };
  return refusalOf(answer);
}

function refusalOf(answer: CommandResult): Refusal {
  if (!('message' in answer))
    throw new Error(`A command on a record was answered with “${answer.status}”.`);
  const message =
    answer.status === 'unknown'
      ? `${answer.message} Retrying is safe: it will not be done twice.`
      : answer.message;
  const code = 'code' in answer ? answer.code : undefined;
  return { status: 'refused', message, code, fieldErrors: fieldErrorsOf(answer) };
}

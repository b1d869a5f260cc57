'use client';

import type { SubmitEvent } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { FormCommand, FormKind } from '../../src/wire/forms/forms';
import type { CommandResult } from '../commands/command-result';
import type { CommandRun } from '../commands/use-command';
import { useTypedForm, type TypedForm, type TypedFormOptions } from './use-typed-form';

export interface CommandForm<Values extends FieldValues, K extends FormKind> extends Omit<
  TypedForm<Values>,
  'submit' | 'refuse' | 'saved' | 'restart'
> {
  /** Sends the command that is built of what was typed. */
  readonly submit: (
    build: (values: Values) => FormCommand<K>,
  ) => (event: SubmitEvent<HTMLFormElement>) => void;
  /** Sends a command in place of what was typed, such as the result of a conflict; the form gets the answer to it. */
  readonly send: (command: FormCommand<K>) => void;
  /** What to say: what is wrong with the form, or else the answer to what was sent. */
  readonly result: CommandResult | null;
}

/**
 * A form that builds a command.
 *
 * @param command sends it
 * @param fieldNamed the form's own name of a field that a refusal is about, where it differs
 */
export function useCommandForm<Values extends FieldValues, K extends FormKind>({
  command,
  fieldNamed = (name) => name,
  ...options
}: TypedFormOptions<Values> & {
  readonly command: CommandRun<K>;
  readonly fieldNamed?: (name: string, values: Values) => string;
}): CommandForm<Values, K> {
  const { submit, refuse, saved, restart: _, ...typed } = useTypedForm(options);
  const receive = (answer: CommandResult) => {
    const values = typed.form.getValues();
    if (answer.status === 'saved' || answer.status === 'unchanged') saved();
    refuse(
      Object.fromEntries(
        Object.entries(sentencesOf(answer)).map(([name, text]) => [fieldNamed(name, values), text]),
      ),
    );
  };
  const send = (sent: FormCommand<K>) => {
    void command.send(sent, receive);
  };
  return {
    ...typed,
    send,
    result: typed.invalid ?? command.result,
    submit: (build) =>
      submit((values) => {
        send(build(values));
      }),
  };
}

function sentencesOf(answer: CommandResult): Readonly<Record<string, string>> {
  if (answer.status === 'invalid') return answer.fieldErrors;
  return answer.status === 'refused' && answer.field !== null
    ? { [answer.field]: answer.message }
    : {};
}

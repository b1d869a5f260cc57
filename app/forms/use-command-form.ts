'use client';

import type { SubmitEvent } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { CommandResult } from '../commands/command-result';
import { fieldErrorsOf } from '../commands/command-result';
import { fieldErrorsAt } from './field-at';
import {
  useTypedForm,
  type Checked,
  type TypedForm,
  type TypedFormOptions,
} from './use-typed-form';

/** Who sends what a form builds, such as a `CommandRun`. */
export interface Sender<Sent> {
  readonly send: (sent: Sent, onAnswer: (answer: CommandResult) => void) => unknown;
  /** The last answer. */
  readonly result: CommandResult | null;
}

export interface CommandForm<Values extends FieldValues, Sent> extends Omit<
  TypedForm<Values>,
  'submit' | 'refuse' | 'saved' | 'restart'
> {
  /**
   * Sends the command that is built of what was typed.
   *
   * @param otherwise does something else with it, and says whether it did
   */
  readonly submit: (
    build: (values: Values) => Sent,
    otherwise?: (values: Values) => boolean,
  ) => (event: SubmitEvent<HTMLFormElement>) => void;
  /** Sends a command in place of what was typed, such as the result of a conflict; the form gets the answer to it. */
  readonly send: (command: Sent) => void;
  /** What to say: what is wrong with the form, or else the answer to what was sent. */
  readonly result: CommandResult | null;
}

/**
 * A form that builds a command.
 *
 * @param command sends it
 * @param fieldNamed the form's own name of a field that a refusal is about, where it differs
 */
export function useCommandForm<Values extends FieldValues, Sent>({
  command,
  fieldNamed = (name) => name,
  check,
  ...options
}: TypedFormOptions<Values> & {
  readonly check: (values: Values) => Checked;
  readonly command: Sender<Sent>;
  readonly fieldNamed?: (name: string, values: Values) => string;
}): CommandForm<Values, Sent> {
  const { submit, refuse, saved, restart: _, ...typed } = useTypedForm({ ...options, check });
  const receive = (answer: CommandResult) => {
    if (['saved', 'unchanged', 'closed', 'bulk-changed'].includes(answer.status)) saved();
    const values = typed.form.getValues();
    refuse(
      Object.fromEntries(
        Object.entries(fieldErrorsAt(check(values), fieldErrorsOf(answer))).map(
          ([name, sentence]) => [fieldNamed(name, values), sentence],
        ),
      ),
    );
  };
  const send = (sent: Sent) => {
    command.send(sent, receive);
  };
  return {
    ...typed,
    send,
    result: typed.invalid ?? command.result,
    submit: (build, otherwise) =>
      submit((values) => {
        if (otherwise?.(values) !== true) send(build(values));
      }),
  };
}

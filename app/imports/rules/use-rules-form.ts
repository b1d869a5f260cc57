'use client';

import type { SubmitEvent } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { TypedRules } from '../../../src/wire/forms/import';
import { fieldErrorsAt, type FormPlace } from '@/forms/field-at';
import type { DraftState } from '@/forms/use-draft';
import { useTypedForm, type InvalidForm, type TypedFormOptions } from '@/forms/use-typed-form';
import { useDecision } from '../review/decision-desk';

/** Where the fields of the form are named in what is sent. */
const RULES: FormPlace = { within: 'rules' };

/** The rules that a form of them changes. */
export interface RulesInForm {
  readonly importId: string;
  /** The revision that the form was opened at. */
  readonly revision: number;
  readonly rules: TypedRules;
}

interface RulesForm<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  readonly draft: DraftState;
  readonly invalid: InvalidForm | null;
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
}

/**
 * A form of all or some of the rules of an import. An import has no conflicts to settle, so that a draft against an earlier
 * revision is laid over the rules as they are now.
 *
 * @param decision the name that the decision is made under
 * @param rulesOf all rules, of what was typed; its prices begin with those of the form
 */
export function useRulesForm<Values extends FieldValues>({
  decision,
  importId,
  revision,
  rulesOf,
  ...options
}: Omit<RulesInForm, 'rules'> &
  Pick<TypedFormOptions<Values>, 'initial' | 'rebase'> & {
    readonly decision: string;
    readonly rulesOf: (values: Values) => TypedRules;
  }): RulesForm<Values> {
  const { decide } = useDecision();
  const inputOf = (values: Values) => ({ importId, revision, rules: rulesOf(values) });
  const { form, draft, invalid, submit, refuse, saved } = useTypedForm<Values>({
    ...options,
    check: (values) => ({ codec: loadCodec, typed: inputOf(values), ...RULES }),
    draft: { form: `import/${importId}/${decision}`, version: revision },
  });
  const send = async (values: Values) => {
    const input = inputOf(values);
    const answer = await decide(decision, { kind: 'change-import-rules', input });
    if (answer?.status === 'done') saved();
    if (answer?.status === 'refused') refuse(fieldErrorsAt(RULES, answer.fieldErrors));
  };
  return { form, draft, invalid, onSubmit: submit((values) => void send(values)) };
}

async function loadCodec() {
  return (await import('../../../src/wire/forms/import')).changeRulesInput;
}

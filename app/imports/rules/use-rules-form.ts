'use client';

import type { SubmitEvent } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { TypedRules } from '../import-input';
import {
  useTypedForm,
  type DraftState,
  type InvalidForm,
  type TypedFormOptions,
} from '@/forms/use-typed-form';
import { changeRulesAction } from '../actions';
import { changeRulesInput } from '../import-input';
import { useDecision } from '../review/decision-desk';

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
    check: (values) => ({ codec: changeRulesInput, typed: inputOf(values), within: 'rules' }),
    draft: { form: `import/${importId}/${decision}`, version: revision },
  });
  const send = async (values: Values) => {
    const answer = await decide(decision, () => changeRulesAction(inputOf(values)));
    if (answer?.status === 'accepted') saved();
    if (answer?.status === 'refused') refuse(answer.fieldErrors);
  };
  return { form, draft, invalid, onSubmit: submit((values) => void send(values)) };
}

'use client';

import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { LicenseeShare } from '../../../src/domain/avails/avail-entry';
import type { ContractQuestion } from '../../../src/domain/import/contract-question';
import type { Changed } from '@/forms/use-draft';
import { FormTextField } from '@/forms/fields/text-field';
import { FormOfFields } from '@/forms/form-of-fields';
import { Button } from '@/ui/button';
import { RefusalNotice } from '@/ui/overlays/notice';
import { usePageKey } from '@/keys/use-page-key';
import { DecisionButton } from '../review/decision-button';
import { countOf } from '../review/review-words';
import { useRulesForm, type RulesInForm } from '../rules/use-rules-form';
import { LicenseeFields } from './licensee-fields';
import { Question } from './question';

/** What a file asks, and how many rows each question is about. */
export interface Asked {
  /** The licensors of the file, as one name. */
  readonly studio: string;
  readonly contract: ContractQuestion | null;
  readonly licensees: readonly LicenseeShare[];
}

interface Answers {
  contract: string;
  /** The licensees that are us. */
  ours: string[];
}

/** Everything that a file needs from people, each question with its field beside it, and one button for all. */
export function DecisionForm({ asked, rules, ...ofImport }: RulesInForm & { asked: Asked }) {
  const { contract, licensees } = asked;
  const names = licensees.map(({ name }) => name);
  const { form, draft, invalid, onSubmit } = useRulesForm<Answers>({
    ...ofImport,
    decision: 'decisions',
    initial: {
      contract: rules.contract,
      ours: licensees.flatMap(({ name, isUs }) => (isUs === true ? [name] : [])),
    },
    rulesOf: (typed) => ({
      ...rules,
      contract: typed.contract,
      licensees: [
        ...rules.licensees.filter(({ name }) => !names.includes(name)),
        ...(typed.ours.length === 0
          ? []
          : names.map((name) => ({ name, isUs: typed.ours.includes(name) }))),
      ],
    }),
    rebase,
  });
  const values = useWatch({ control: form.control });
  const answered = {
    contract: (values.contract ?? '').trim() !== '',
    licensees: (values.ours ?? []).length > 0,
  };
  const questions = [
    ...(contract === null ? [] : (['contract'] as const)),
    ...(licensees.length === 0 ? [] : (['licensees'] as const)),
  ].map((name, place) => ({ name, number: place + 1, isAnswered: answered[name] }));
  const of = (name: string) => questions.find((question) => question.name === name) ?? NO_QUESTION;
  const open = questions.filter(({ isAnswered }) => !isAnswered);
  const [at, setAt] = useState(0);
  const next = () => {
    const question = open.find(({ number }) => number > at) ?? open[0];
    if (question === undefined) return;
    setAt(question.number);
    firstControl(question.number)?.focus();
  };
  usePageKey({ key: 'n', does: 'Next open question' }, next, open.length === 0);
  return (
    <FormOfFields form={form} draft={draft} label="Decisions" className="" onSubmit={onSubmit}>
      <ol>
        {contract !== null && (
          <Question
            {...of('contract')}
            title="Which contract are these rows under?"
            about={contractWords(asked, contract)}
            rows={contract.rows}
          >
            <div className="flex max-w-120 flex-col gap-2">
              <FormTextField
                label="Contract"
                description="A number that is not known yet becomes a new contract."
                name="contract"
                isMono
                autoComplete="off"
              />
              {contract.references.length > 0 && (
                <div className="flex flex-wrap gap-1.5">
                  {contract.references.slice(0, OFFERED).map((reference) => (
                    <Button
                      key={reference}
                      size="toolbar"
                      onPress={() => form.setValue('contract', reference, { shouldDirty: true })}
                    >
                      {reference}
                    </Button>
                  ))}
                </div>
              )}
            </div>
          </Question>
        )}
        {licensees.length > 0 && (
          <Question
            {...of('licensees')}
            title="Which of these licensees are us?"
            about="Rows for others are left out, and counted."
            rows={licensees.reduce((sum, { rows }) => sum + rows, 0)}
          >
            <LicenseeFields name="ours" licensees={licensees} />
          </Question>
        )}
      </ol>
      <RefusalNotice refusal={invalid} className="mx-4 my-3" />
      <div className="sticky bottom-0 z-1 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-canvas px-4 py-3">
        <p className="me-auto text-table text-ink-2">
          Saving the import keeps these answers for the next file of {asked.studio}.
        </p>
        <p role="status" className="text-table text-ink-2">
          {open.length > 0 &&
            `${countOf(open.length, 'needed answer')} missing: ${open.map(({ number }) => number).join(', ')}`}
        </p>
        {open.length > 0 && (
          <Button keyCap="N" onPress={next} className="max-sm:flex-1">
            Next open question
          </Button>
        )}
        <DecisionButton
          decision="decisions"
          type="submit"
          variant="primary"
          keyCap="Ctrl ↵"
          className="max-sm:flex-1"
        >
          Check again with these answers
        </DecisionButton>
      </div>
    </FormOfFields>
  );
}

/** So many stored contracts are offered by name. */
const OFFERED = 6;

const NO_QUESTION = { number: 0, isAnswered: true };

function contractWords({ studio }: Asked, { references }: ContractQuestion): string {
  return references.length === 0
    ? `No row names one, and ${studio} has none yet.`
    : `No row names one, and ${studio} has ${references.length}.`;
}

/** The control that answers a question first. */
function firstControl(number: number): HTMLElement | null {
  const controls = 'input:not([type=hidden]), select, textarea, button';
  return document.getElementById(`question-${number}`)?.querySelector(controls) ?? null;
}

/** What was typed at an earlier revision, laid over what is asked now. */
function rebase({ initial, values }: Changed<Answers>, opened: Answers): Answers {
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return {
    contract: values.contract === initial.contract ? opened.contract : values.contract,
    ours: isSame(values.ours, initial.ours) ? opened.ours : values.ours,
  };
}

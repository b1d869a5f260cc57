'use client';

import { useId, useState } from 'react';
import { v4 as uuid } from 'uuid';
import type { StoredPricePlan } from '../../src/domain/price-plan/price-plan';
import type { RecordAnswer } from '../commands/run-record';
import type { MergedPlan, TypedPlanFields } from './merged-plan';
import { runRecord } from '../commands/run-record';
import { FormTextField } from '../forms/fields';
import { FormOfFields } from '../forms/form-of-fields';
import { useRecordForm } from '../forms/use-record-form';
import { CurrencyField, PriceKindField } from '../licenses/offers/price-fields';
import { Button } from '@/ui/button';
import { Notice, RefusalNotice } from '@/ui/overlays/notice';
import { SheetFooter } from '@/ui/overlays/sheet-footer';
import { SideSheet } from '@/ui/overlays/side-sheet';
import { newPlanInput } from '../../src/wire/forms/price-plan';
import { USUAL_KIND } from '../../src/domain/license/price-list';
import { findPricePlans } from './find-price-plans';
import { LadderSteps } from './ladder-steps';
import { mergedPlan } from './merged-plan';
import { PlanConflict } from './plan-conflict';
import { EMPTY_STEP, typedLadder } from './typed-ladder';

/** What the form has; what it was opened with stays beside it, also in a draft. */
interface Typed extends Omit<TypedPlanFields, 'name'> {
  pricePlanId: string;
  name: string;
  /** 0 for a new plan. */
  revision: number;
  base: TypedPlanFields;
}

type Kind = 'record-price-plan' | 'revise-price-plan';

/** A new price plan, or one that is changed. */
export function PlanSheet({
  plan,
  onSaved,
  onClose,
}: {
  /** The one to change; `null` for a new one. */
  plan: StoredPricePlan | null;
  onSaved: (name: string) => void;
  onClose: () => void;
}) {
  const formId = useId();
  /** What somebody saved first, laid together with what was typed. */
  const [conflict, setConflict] = useState<{ latest: StoredPricePlan; merged: MergedPlan } | null>(
    null,
  );
  const { form, draft, onSubmit, isSending, refusal } = useRecordForm<Typed, RecordAnswer<Kind>>({
    empty: (made) => made ?? typedOf(plan),
    check: (values) => ({ codec: newPlanInput, typed: sentOf(values) }),
    send: async (values) => {
      setConflict(null);
      const input = sentOf(values);
      const { revision } = values;
      const answer =
        revision === 0
          ? await runRecord({ kind: 'record-price-plan', input })
          : await runRecord({ kind: 'revise-price-plan', input: { ...input, revision } });
      if (answer.status === 'done') onSaved(values.name.trim());
      else if (answer.code === 'price-plan-changed') {
        const latest = (await findPricePlans())?.find(({ id }) => id === values.pricePlanId);
        if (latest !== undefined)
          setConflict({ latest, merged: mergedPlan(values.base, values, fieldsOf(latest)) });
      }
      return answer;
    },
    thing: 'price plan',
    draft: { form: `price-plan/${plan?.id ?? ''}`, version: 0 },
  });
  const takeOn = ({ latest }: { latest: StoredPricePlan }, fields: TypedPlanFields) => {
    form.reset(
      {
        ...{ ...fields, pricePlanId: latest.id, revision: latest.revision },
        base: fieldsOf(latest),
      },
      { keepDefaultValues: true },
    );
    setConflict(null);
  };
  const isGone = refusal !== null && 'code' in refusal && refusal.code === 'not-found';
  const submitSoon = () => {
    document.querySelector<HTMLFormElement>(`form[id="${formId}"]`)?.requestSubmit();
  };
  return (
    <SideSheet
      isOpen
      isWidest
      onClose={onClose}
      eyebrow={plan === null ? 'New' : 'Price plan'}
      title={plan === null ? 'Price plan' : plan.name}
      footer={
        <SheetFooter
          formId={formId}
          send="Save plan"
          isPending={isSending}
          confirms={conflict === null}
          onCancel={onClose}
        />
      }
    >
      <FormOfFields
        form={form}
        draft={draft}
        id={formId}
        label="Price plan"
        className="flex flex-col gap-4"
        onSubmit={onSubmit}
      >
        {conflict !== null && (
          <PlanConflict
            {...conflict}
            isSending={isSending}
            onSave={() => {
              takeOn(conflict, conflict.merged.fields);
              submitSoon();
            }}
            onTakeTheirs={() => {
              const { latest, merged } = conflict;
              const theirs = fieldsOf(latest);
              takeOn(conflict, {
                ...merged.fields,
                ...(merged.disputed.includes('name') && { name: theirs.name }),
                ...(merged.disputed.includes('steps') && {
                  ...{ currency: theirs.currency, priceKind: theirs.priceKind },
                  steps: theirs.steps,
                }),
              });
            }}
          />
        )}
        {isGone && (
          <Notice
            tone="someone"
            role="alert"
            answer={refusal}
            title="Someone deleted this plan."
            actions={
              <Button
                variant="primary"
                autoFocus
                onPress={() => {
                  form.setValue('revision', 0);
                  form.setValue('pricePlanId', uuid());
                  submitSoon();
                }}
              >
                Save as a new plan
              </Button>
            }
          >
            What you typed is still here.
          </Notice>
        )}
        {conflict === null && !isGone && <RefusalNotice refusal={refusal} />}
        <FormTextField name="name" label="Name" autoComplete="off" autoFocus />
        <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-start gap-3">
          <CurrencyField />
          <PriceKindField name="priceKind" />
        </div>
        <LadderSteps />
        <p className="text-table text-ink-3">
          Months end by the calendar: from 31 January a month runs until 27 February, and the next
          until 30 March.
        </p>
      </FormOfFields>
    </SideSheet>
  );
}

function typedOf(plan: StoredPricePlan | null): Typed {
  const fields: TypedPlanFields =
    plan === null
      ? { name: '', currency: 'USD', priceKind: USUAL_KIND, steps: [EMPTY_STEP, EMPTY_STEP] }
      : fieldsOf(plan);
  const identity = { pricePlanId: plan?.id ?? uuid(), revision: plan?.revision ?? 0 };
  return { ...identity, ...fields, base: fields };
}

function fieldsOf({ name, steps }: StoredPricePlan): TypedPlanFields {
  return { name, ...typedLadder(steps, 'USD') };
}

function sentOf({ pricePlanId, name, currency, priceKind, steps }: Typed) {
  return { pricePlanId, name, currency, priceKind, steps };
}

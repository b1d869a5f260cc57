'use client';

import { useState } from 'react';
import { useFormContext, type Path } from 'react-hook-form';
import { v4 as uuid } from 'uuid';
import type { RecordAnswer } from '../../commands/run-record';
import type { TypedPlan } from './typed-plan';
import { runRecord } from '../../commands/run-record';
import { withTimeout } from '../../commands/with-timeout';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/fields/text-field';

type Answer = RecordAnswer<'record-price-plan'>;

/** Saves the steps that are typed as a new price plan. It stands within another form, so it has none of its own. */
export function SaveAsPlan() {
  const { getValues, setError } = useFormContext<TypedPlan>();
  const [plan, setPlan] = useState<{ id: string; name: string } | null>(null);
  const [isSending, setSending] = useState(false);
  const [answer, setAnswer] = useState<Answer | 'none' | null>(null);
  const open = () => {
    setAnswer(null);
    setPlan({ id: uuid(), name: '' });
  };
  const save = async () => {
    if (plan === null || isSending) return;
    const { currency, priceKind, steps } = getValues();
    setSending(true);
    const input = { pricePlanId: plan.id, name: plan.name, currency, priceKind, steps };
    const answered = await withTimeout(() => runRecord({ kind: 'record-price-plan', input }));
    setSending(false);
    setAnswer(answered ?? 'none');
    if (answered?.status !== 'refused') return;
    for (const [field, message] of Object.entries(answered.fieldErrors))
      if (field !== 'name') setError(field as Path<TypedPlan>, { type: 'server', message });
  };
  if (answer !== null && answer !== 'none' && answer.status === 'done')
    return (
      <p role="status" className="text-table text-ink-2">
        Saved as price plan {plan?.name.trim()}.
      </p>
    );
  if (plan === null)
    return (
      <Button variant="quiet" size="toolbar" onPress={open}>
        Save as plan
      </Button>
    );
  const refused = answer !== null && answer !== 'none' ? answer : null;
  return (
    <div
      role="group"
      aria-label="Save as price plan"
      className="flex min-w-0 flex-1 basis-full flex-col gap-2"
    >
      <TextField
        label="Name of the price plan"
        value={plan.name}
        autoFocus
        autoComplete="off"
        errorMessage={
          answer === 'none' ? 'The server did not answer. Retrying is safe.' : refusalWords(refused)
        }
        onChange={(name) => {
          setPlan({ ...plan, name });
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // Enter in a field would send the form around it; with Ctrl it still does.
          if (event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          void save();
        }}
      />
      <div className="flex gap-2">
        <Button variant="secondary" isPending={isSending} onPress={() => void save()}>
          Save plan
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            setPlan(null);
            setAnswer(null);
          }}
        >
          Cancel
        </Button>
      </div>
    </div>
  );
}

/** Why the plan was not saved: what is wrong with its name, or that fields above are. */
function refusalWords(answer: Answer | null): string | undefined {
  return answer?.status === 'refused' ? (answer.fieldErrors.name ?? answer.message) : undefined;
}

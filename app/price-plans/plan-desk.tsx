'use client';

import { useState, type ReactNode } from 'react';
import type { StoredPricePlan } from '../../src/domain/price-plan/price-plan';
import { runRecord } from '@/commands/run-record';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/lists/empty-state';
import { RevocableList, type RevocableLine } from '@/ui/lists/revocable-list';
import { useMayActAs } from '@/ui/role';
import { onDemand } from '@/ui/overlays/on-demand';

// Its fields have inline styles, which the content security policy forbids in HTML; a link can open it.
const PlanSheet = onDemand(() => import('./plan-sheet').then((module) => module.PlanSheet));

type Line = RevocableLine & StoredPricePlan;

/** The price plans there are, and the sheet that makes or changes one. */
export function PlanDesk({
  header,
  isNew,
  plans,
}: {
  header: ReactNode;
  /** Whether a new plan is to be made at once. */
  isNew: boolean;
  plans: readonly Line[];
}) {
  const mayEdit = useMayActAs('editor');
  const [open, setOpen] = useState<StoredPricePlan | 'new' | null>(isNew && mayEdit ? 'new' : null);
  const [saved, setSaved] = useState<string | null>(null);
  const edit = (plan: StoredPricePlan | 'new') => {
    setSaved(null);
    setOpen(plan);
  };
  const newPlan = mayEdit && (
    <Button
      variant="primary"
      onPress={() => {
        edit('new');
      }}
    >
      New price plan
    </Button>
  );
  return (
    <div className="flex min-w-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        {header}
        {saved !== null && (
          <p role="status" className="px-4 pt-3 text-body text-ink-2">
            Saved {saved}. Offers that were made from it before stay as they are.
          </p>
        )}
        {plans.length > 0 && (
          <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3">
            <h2 className="text-panel-title">
              Plans <span className="font-normal text-ink-3">{plans.length}</span>
            </h2>
            {newPlan}
          </div>
        )}
        {/* Says of the last plan, too, that it is deleted. */}
        <RevocableList
          label="Price plans"
          lines={plans}
          verb="Delete"
          warning="Offers that were made from it stay."
          done="Deleted. Offers that were made from it stay."
          {...(mayEdit && {
            revoke: (pricePlanId: string) => {
              setSaved(null);
              const revision = plans.find(({ id }) => id === pricePlanId)?.revision ?? 1;
              return runRecord({ kind: 'remove-price-plan', input: { pricePlanId, revision } });
            },
            edit: (id: string) => {
              edit(plans.find((plan) => plan.id === id) ?? 'new');
            },
          })}
        />
        {plans.length === 0 && (
          <EmptyState
            title="No price plans yet"
            place="a ladder of prices goes here"
            actions={newPlan}
          >
            Save a ladder of prices once, such as 2 months at $9.99 and $4.99 until the license
            ends, and apply it to any license or to many.
          </EmptyState>
        )}
      </div>
      {open !== null && (
        <PlanSheet
          key={open === 'new' ? 'new' : open.id}
          plan={open === 'new' ? null : open}
          onSaved={(name) => {
            setSaved(name);
            setOpen(null);
          }}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </div>
  );
}

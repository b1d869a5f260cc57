'use client';

import type { StoredPricePlan } from '../../src/domain/price-plan/price-plan';
import type { MergedPlan, PlanPart } from './merged-plan';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/overlays/notice';
import { planWords } from './plan-words';

const PARTS: Readonly<Record<PlanPart, string>> = { name: 'name', steps: 'steps' };

/** Somebody saved the plan first: what they changed, and whether it is kept beside what was typed here. */
export function PlanConflict({
  latest,
  merged,
  isSending,
  onSave,
  onTakeTheirs,
}: {
  latest: StoredPricePlan;
  merged: MergedPlan;
  isSending: boolean;
  /** Saves what was typed, on what is stored now. */
  onSave: () => void;
  /** Gives up what was typed where both changed the same. */
  onTakeTheirs: () => void;
}) {
  const { changedBy, name, steps } = latest;
  const both = merged.disputed.map((part) => PARTS[part]).join(' and ');
  return (
    <Notice
      tone="someone"
      role="alert"
      answer={latest}
      title={`${changedBy} saved this plan since you opened it.`}
      actions={
        <>
          <Button variant="primary" autoFocus isPending={isSending} onPress={onSave}>
            {both === '' ? 'Save both changes' : `Keep my ${both}`}
          </Button>
          {both !== '' && (
            <Button variant="secondary" onPress={onTakeTheirs}>
              Take theirs
            </Button>
          )}
        </>
      }
    >
      {merged.theirs.includes('name') && <>Its name is now {name}. </>}
      {merged.theirs.includes('steps') && <>Its steps are now: {planWords(steps)}. </>}
      {both === ''
        ? 'Your changes and theirs don’t conflict. Both will be saved.'
        : `You both changed the ${both}.`}
    </Notice>
  );
}

'use client';

import type { TypedRules } from './import-input';
import { Button } from '@/ui/button';
import { changeRulesAction } from './actions';
import { useDecision } from './decision-desk';

/** Checks the file once more, by the same rules, against what is stored by now. */
export function CheckAgain({
  importId,
  revision,
  rules,
}: {
  importId: string;
  revision: number;
  rules: TypedRules;
}) {
  const { decide, pending } = useDecision();
  return (
    <Button
      size="toolbar"
      isPending={pending === 'check again'}
      onPress={() =>
        void decide('check again', () => changeRulesAction({ importId, revision, rules }))
      }
    >
      Check again
    </Button>
  );
}

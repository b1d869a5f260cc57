'use client';

import type { TypedRules } from './import-input';
import { changeRulesAction } from './actions';
import { DecisionButton } from './review/decision-button';
import { useDecision } from './review/decision-desk';

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
  const { decide } = useDecision();
  return (
    <DecisionButton
      decision="check again"
      size="toolbar"
      onPress={() =>
        void decide('check again', () => changeRulesAction({ importId, revision, rules }))
      }
    >
      Check again
    </DecisionButton>
  );
}

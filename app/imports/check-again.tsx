'use client';

import type { TypedRules } from '../../src/wire/forms/import';
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
        void decide('check again', {
          kind: 'change-import-rules',
          input: { importId, revision, rules },
        })
      }
    >
      Check again
    </DecisionButton>
  );
}

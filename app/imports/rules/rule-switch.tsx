'use client';

import { useWatch } from 'react-hook-form';
import type { RuleOption } from './rule-options';
import { FormSegmentedControl } from '@/forms/fields/segmented-control';

/** One rule: its ways side by side, and what the chosen one does. */
export function RuleSwitch<Value extends string>({
  label,
  name,
  options,
}: {
  label: string;
  /** The rule's name in the values of the form. */
  name: string;
  options: readonly RuleOption<Value>[];
}) {
  const value: unknown = useWatch({ name });
  return (
    <div className="flex flex-col gap-1">
      <FormSegmentedControl label={label} name={name} isLabelShown options={options} />
      <p aria-live="polite" className="text-table text-ink-3">
        {options.find((option) => option.value === value)?.meaning}
      </p>
    </div>
  );
}

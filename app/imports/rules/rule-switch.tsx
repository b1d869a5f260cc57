'use client';

import type { RuleOption } from './rule-options';
import { SegmentedControl } from '@/ui/fields/segmented-control';

/** One rule: its ways side by side, and what the chosen one does. */
export function RuleSwitch<Value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly RuleOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const chosen = options.find((option) => option.value === value);
  return (
    <div className="flex flex-col gap-1">
      <SegmentedControl
        label={label}
        isLabelShown
        options={options}
        value={value}
        onChange={onChange}
      />
      <p aria-live="polite" className="text-table text-ink-3">
        {chosen?.meaning}
      </p>
    </div>
  );
}

'use client';

import { Checkbox } from '@/ui/fields/checkbox';
import { useBound } from './use-bound';

/** Any of a few, one below the other. */
export function FormCheckboxes({
  name,
  legend,
  options,
}: {
  name: string;
  legend: string;
  /** Words by value, in the order in which they are shown and kept. */
  options: Readonly<Record<string, string>>;
}) {
  const { texts, control } = useBound(name);
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-table text-ink-2">{legend}</legend>
      {Object.entries(options).map(([value, words]) => (
        <Checkbox
          key={value}
          isSelected={texts.includes(value)}
          onChange={(isSelected) => {
            control.onChange(
              Object.keys(options).filter((one) =>
                one === value ? isSelected : texts.includes(one),
              ),
            );
          }}
        >
          {words}
        </Checkbox>
      ))}
      {control.errorMessage !== undefined && (
        <p className="text-table text-clay-ink">{control.errorMessage}</p>
      )}
    </fieldset>
  );
}

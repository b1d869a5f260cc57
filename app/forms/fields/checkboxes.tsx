'use client';

import { Checkbox } from '@/ui/fields/checkbox';
import { useBound } from './use-bound';

/** Any of a few, one below the other, or where they are short in lines. */
export function FormCheckboxes({
  name,
  legend,
  options,
  isInLines = false,
}: {
  name: string;
  legend: string;
  /** Words by value, in the order in which they are shown and kept. */
  options: Readonly<Record<string, string>>;
  isInLines?: boolean;
}) {
  const { texts, control } = useBound(name);
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-table text-ink-2">{legend}</legend>
      <div className={isInLines ? 'flex flex-wrap gap-x-5 gap-y-1' : 'flex flex-col gap-1'}>
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
      </div>
      {control.errorMessage !== undefined && (
        <p className="text-table text-clay-ink">{control.errorMessage}</p>
      )}
    </fieldset>
  );
}

'use client';

import { useController } from 'react-hook-form';
import { Checkbox } from '@/ui/fields/checkbox';
import { DateDayField, type DateDayFieldProps } from '@/ui/fields/date-field';
import { LastDayField, type LastDayFieldProps } from '@/ui/fields/last-day-field';
import { LongSelectField } from '@/ui/fields/long-select-field';
import { MultiSelectField, type MultiSelectFieldProps } from '@/ui/fields/multi-select-field';
import { SegmentedControl, type SegmentedControlProps } from '@/ui/fields/segmented-control';
import { SelectField, type SelectFieldProps } from '@/ui/fields/select-field';
import { TextAreaField, type TextAreaFieldProps } from '@/ui/fields/text-area-field';
import { TextField, type TextFieldProps } from '@/ui/fields/text-field';
import { ToggleGroupField, type ToggleGroupFieldProps } from '@/ui/fields/toggle-group-field';

// The fields of app/ui, bound by name to the form around them (`FormOfFields`).

type Bound<Props> = Omit<
  Props,
  'name' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'errorMessage'
> & {
  /** The field's place in the values of the form: `price`, `steps.0.name`. */
  name: string;
};

function useBound(name: string) {
  const { field, fieldState } = useController({ name });
  const value = field.value as unknown;
  return {
    text: typeof value === 'string' ? value : '',
    texts: Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [],
    control: {
      onChange: (next: string | string[]) => {
        field.onChange(next);
      },
      errorMessage: fieldState.error?.message,
    },
  };
}

export function FormTextField({
  name,
  isPosted = false,
  ...props
}: Bound<TextFieldProps> & {
  /** Whether the browser itself sends the field too, as it does before JavaScript is there. */
  isPosted?: boolean;
}) {
  const { text, control } = useBound(name);
  return <TextField {...props} {...control} {...(isPosted && { name })} value={text} />;
}

export function FormTextAreaField({ name, ...props }: Bound<TextAreaFieldProps>) {
  const { text, control } = useBound(name);
  return <TextAreaField {...props} {...control} value={text} />;
}

export function FormSelectField({ name, ...props }: Bound<SelectFieldProps>) {
  const { text, control } = useBound(name);
  return <SelectField {...props} {...control} value={text} />;
}

export function FormLongSelectField({
  name,
  ...props
}: Bound<Parameters<typeof LongSelectField>[0]>) {
  const { text, control } = useBound(name);
  return <LongSelectField {...props} {...control} value={text} />;
}

export function FormSegmentedControl({ name, ...props }: Bound<SegmentedControlProps<string>>) {
  const { text, control } = useBound(name);
  return <SegmentedControl {...props} value={text} onChange={control.onChange} />;
}

export function FormDateField({ name, ...props }: Bound<DateDayFieldProps>) {
  const { text, control } = useBound(name);
  return <DateDayField {...props} {...control} value={text} />;
}

export function FormLastDayField({ name, ...props }: Bound<LastDayFieldProps>) {
  const { text, control } = useBound(name);
  return <LastDayField {...props} {...control} value={text} />;
}

export function FormMultiSelectField({ name, ...props }: Bound<MultiSelectFieldProps>) {
  const { texts, control } = useBound(name);
  return <MultiSelectField {...props} {...control} value={texts} />;
}

export function FormToggleGroupField({ name, ...props }: Bound<ToggleGroupFieldProps>) {
  const { texts, control } = useBound(name);
  return <ToggleGroupField {...props} {...control} value={texts} />;
}

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

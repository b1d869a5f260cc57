'use client';

import { useController } from 'react-hook-form';

// The fields of app/ui, bound by name to the form around them (`FormOfFields`). Each is a module of its own, so that a page
// loads those that it shows.

export type Bound<Props> = Omit<
  Props,
  'name' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'errorMessage'
> & {
  /** The field's place in the values of the form: `price`, `steps.0.name`. */
  name: string;
};

/** The value of a field of the form around, and what its control needs. */
export function useBound(name: string) {
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

'use client';

import { SelectField, type SelectFieldProps } from '@/ui/fields/select-field';
import { useBound, type Bound } from './use-bound';

export function FormSelectField({ name, ...props }: Bound<SelectFieldProps>) {
  const { text, control } = useBound(name);
  return <SelectField {...props} {...control} value={text} />;
}

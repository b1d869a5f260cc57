'use client';

import { MultiSelectField, type MultiSelectFieldProps } from '@/ui/fields/multi-select-field';
import { useBound, type Bound } from './use-bound';

export function FormMultiSelectField({ name, ...props }: Bound<MultiSelectFieldProps>) {
  const { texts, control } = useBound(name);
  return <MultiSelectField {...props} {...control} value={texts} />;
}

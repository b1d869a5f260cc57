'use client';

import { ToggleGroupField, type ToggleGroupFieldProps } from '@/ui/fields/toggle-group-field';
import { useBound, type Bound } from './use-bound';

export function FormToggleGroupField({ name, ...props }: Bound<ToggleGroupFieldProps>) {
  const { texts, control } = useBound(name);
  return <ToggleGroupField {...props} {...control} value={texts} />;
}

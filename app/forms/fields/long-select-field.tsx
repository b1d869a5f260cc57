'use client';

import { LongSelectField } from '@/ui/fields/long-select-field';
import { useBound, type Bound } from './use-bound';

export function FormLongSelectField({
  name,
  ...props
}: Bound<Parameters<typeof LongSelectField>[0]>) {
  const { text, control } = useBound(name);
  return <LongSelectField {...props} {...control} value={text} />;
}

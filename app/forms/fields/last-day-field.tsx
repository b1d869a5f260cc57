'use client';

import { LastDayField, type LastDayFieldProps } from '@/ui/fields/last-day-field';
import { useBound, type Bound } from './use-bound';

export function FormLastDayField({ name, ...props }: Bound<LastDayFieldProps>) {
  const { text, control } = useBound(name);
  return <LastDayField {...props} {...control} value={text} />;
}

'use client';

import { DateDayField, type DateDayFieldProps } from '@/ui/fields/date-field';
import { useBound, type Bound } from './use-bound';

export function FormDateField({ name, ...props }: Bound<DateDayFieldProps>) {
  const { text, control } = useBound(name);
  return <DateDayField {...props} {...control} value={text} />;
}

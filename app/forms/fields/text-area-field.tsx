'use client';

import { TextAreaField, type TextAreaFieldProps } from '@/ui/fields/text-area-field';
import { useBound, type Bound } from './use-bound';

export function FormTextAreaField({ name, ...props }: Bound<TextAreaFieldProps>) {
  const { text, control } = useBound(name);
  return <TextAreaField {...props} {...control} value={text} />;
}

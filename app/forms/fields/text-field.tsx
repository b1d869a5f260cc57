'use client';

import { TextField, type TextFieldProps } from '@/ui/fields/text-field';
import { useBound, type Bound } from './use-bound';

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

'use client';

import { useController } from 'react-hook-form';
import { Checkbox } from '@/ui/fields/checkbox';

/** Yes or no. */
export function FormCheckbox({ name, children }: { name: string; children: string }) {
  const { field } = useController({ name });
  return (
    <Checkbox isSelected={field.value === true} onChange={field.onChange}>
      {children}
    </Checkbox>
  );
}

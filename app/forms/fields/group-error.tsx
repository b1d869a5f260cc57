'use client';

import { useFormState } from 'react-hook-form';
import { StateGlyph } from '@/ui/state-mark';

/** What is wrong with a group of fields as a whole. */
export function GroupError({
  name,
}: {
  /** The place of the group in the values of the form. */ name: string;
}) {
  const { errors } = useFormState({ name });
  const error = errors[name];
  const message = error?.message ?? error?.root?.message;
  return typeof message === 'string' ? (
    <p role="alert" className="flex items-start gap-1.5 text-table text-clay-ink">
      <StateGlyph state="refused" className="mt-0.5" />
      <span>{message}</span>
    </p>
  ) : null;
}

'use client';

import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { classes } from '../classes';
import { StateGlyph } from '../state-mark';

/** What every field has besides its control. */
export interface FieldParts {
  label: string;
  /** Hides the label from eyes only, where the place says enough (a search box). */
  isLabelHidden?: boolean | undefined;
  /** A hint that is always there. */
  description?: ReactNode;
  /** Why the value was refused, in one sentence. Its presence makes the field invalid. */
  errorMessage?: string | undefined;
}

/**
 * The box of an input: 32 high, 40 on a phone, where its text has 16 px, or the phone zooms the page into it; clay when
 * refused. For use on the element that has `data-invalid`.
 */
export const controlBox =
  'min-h-8 w-full rounded-control border border-control bg-panel px-2.5 text-body text-ink max-sm:min-h-10 max-sm:text-[1rem] ' +
  'data-invalid:border-clay-line data-invalid:ring-1 data-invalid:ring-clay-line ' +
  'data-disabled:border-line-strong data-disabled:bg-sunken data-disabled:text-ink-2';

export const fieldColumn = 'flex min-w-0 flex-col gap-1';

const labelLook = 'block text-table text-ink-2';

export function FieldLabel({ label, isLabelHidden }: Pick<FieldParts, 'label' | 'isLabelHidden'>) {
  return <Label className={classes(labelLook, isLabelHidden && 'sr-only')}>{label}</Label>;
}

/** Description and refusal, below the control, tied to it by the field they stand in. */
export function FieldNotes({
  description,
  errorMessage,
}: Pick<FieldParts, 'description' | 'errorMessage'>) {
  return (
    <>
      {description !== undefined && description !== null && (
        <Text slot="description" className="text-table text-ink-3">
          {description}
        </Text>
      )}
      <FieldError className="flex items-start gap-1.5 text-table text-clay-ink">
        <StateGlyph state="refused" className="mt-0.5" />
        <span>{errorMessage}</span>
      </FieldError>
    </>
  );
}

'use client';

import { TextArea, TextField as AriaTextField } from 'react-aria-components/TextField';
import { classes } from '../classes';
import { controlBox, fieldColumn, FieldLabel, FieldNotes, type FieldParts } from './field';
import type { PassedToText } from './text-field';
import { given } from '../given';
import { withStyle } from '../with-style';

export interface TextAreaFieldProps extends FieldParts, PassedToText {
  rows?: number | undefined;
  className?: string | undefined;
}

/** Several lines of text. It grows with what is typed, from `rows` up to half the window. */
export function TextAreaField({
  label,
  isLabelHidden,
  description,
  errorMessage,
  rows = 3,
  className,
  ...props
}: TextAreaFieldProps) {
  return (
    <AriaTextField
      {...given(props)}
      validationBehavior="aria"
      isInvalid={errorMessage !== undefined}
      className={classes(fieldColumn, className)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <TextArea
        rows={rows}
        className={classes(controlBox, 'field-sizing-content max-h-[50dvh] resize-y py-1.5')}
        {...withStyle({ minHeight: `calc(${rows} * 1lh + 0.875rem)` })}
      />
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaTextField>
  );
}

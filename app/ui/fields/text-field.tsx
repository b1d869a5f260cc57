'use client';

import type { Ref } from 'react';
import {
  Input,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import { classes } from '../classes';
import { controlBox, fieldColumn, FieldLabel, FieldNotes, type FieldParts } from './field';
import { given, type Loose } from '../given';

/** What a field of text hands on as it is. */
export type PassedToText = Loose<
  Omit<
    AriaTextFieldProps,
    'children' | 'className' | 'style' | 'render' | 'isInvalid' | 'validate' | 'validationBehavior'
  >
>;

export interface TextFieldProps extends FieldParts, PassedToText {
  /** Shows an example of the form, never instead of a label. */
  placeholder?: string | undefined;
  /** For identifiers: contract numbers, codes. */
  isMono?: boolean | undefined;
  /** For amounts: numbers end at the right edge. */
  isEndAligned?: boolean | undefined;
  className?: string | undefined;
  inputRef?: Ref<HTMLInputElement> | undefined;
}

/** One line of text: a name, a price, an identifier. */
export function TextField({
  label,
  isLabelHidden,
  description,
  errorMessage,
  placeholder,
  isMono,
  isEndAligned,
  className,
  inputRef,
  ...props
}: TextFieldProps) {
  return (
    <AriaTextField
      {...given(props)}
      validationBehavior="aria"
      isInvalid={errorMessage !== undefined}
      className={classes(fieldColumn, className)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <Input
        {...given({ placeholder, ref: inputRef })}
        className={classes(controlBox, isMono && 'font-mono', isEndAligned && 'text-end')}
      />
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaTextField>
  );
}

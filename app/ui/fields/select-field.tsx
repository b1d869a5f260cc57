'use client';

import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue, type SelectProps } from 'react-aria-components/Select';
import { optionLook } from './option-look';
import { classes } from '../classes';
import { controlBox, fieldColumn, FieldLabel, FieldNotes, type FieldParts } from './field';
import { given, type Loose } from '../given';
import { popoverBox } from '../overlays/popover';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Said after the label in a quieter voice. */
  readonly detail?: string | undefined;
  /** Names that a filter finds it by besides its label and its detail. */
  readonly aliases?: readonly string[] | undefined;
}

type Passed = Loose<
  Pick<
    SelectProps<Option>,
    'name' | 'form' | 'isDisabled' | 'isRequired' | 'autoFocus' | 'autoComplete' | 'id'
  >
>;

export interface SelectFieldProps extends FieldParts, Passed {
  options: readonly Option[];
  value?: string | undefined;
  defaultValue?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
  /** What stands there while nothing is chosen: "Choose a currency". */
  placeholder?: string | undefined;
  className?: string | undefined;
}

/** One of a list. Typing jumps to what begins so; posts the value under `name`. */
export function SelectField({
  label,
  isLabelHidden,
  description,
  errorMessage,
  options,
  onChange,
  placeholder = 'Choose',
  className,
  ...props
}: SelectFieldProps) {
  return (
    <Select
      {...given(props)}
      placeholder={placeholder}
      onChange={(value) => {
        if (value !== null) onChange?.(String(value));
      }}
      validationBehavior="aria"
      isInvalid={errorMessage !== undefined}
      className={classes(fieldColumn, 'group/select', className)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} />
      <Button
        className={classes(
          controlBox,
          'flex items-center gap-2 text-start group-data-invalid/select:border-clay-line group-data-invalid/select:ring-1 group-data-invalid/select:ring-clay-line',
        )}
      >
        <SelectValue className="min-w-0 flex-1 truncate data-placeholder:text-ink-3">
          {({ selectedText, isPlaceholder }) => (isPlaceholder ? placeholder : selectedText)}
        </SelectValue>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-2" />
      </Button>
      <FieldNotes description={description} errorMessage={errorMessage} />
      <Popover offset={4} className={classes(popoverBox, 'min-w-(--trigger-width)')}>
        <ListBox
          items={options}
          className="max-h-[min(20rem,inherit)] overflow-auto p-1 outline-none"
        >
          {(option) => <OptionItem id={option.value} option={option} />}
        </ListBox>
      </Popover>
    </Select>
  );
}

/**
 * One option of a list: its label, what it means, and a check mark where it is chosen. The list reads `id` from this
 * element to tell options apart; without it, options that change places or grow in number end the page with an error.
 */
export function OptionItem({ id, option }: { id: string; option: Option }) {
  return (
    <ListBoxItem id={id} textValue={option.label} className={optionLook}>
      <span className="flex-1">{option.label}</span>
      {option.detail !== undefined && (
        <span className="text-table text-ink-3">{option.detail}</span>
      )}
      <Check aria-hidden className="invisible size-4 group-data-selected:visible" />
    </ListBoxItem>
  );
}

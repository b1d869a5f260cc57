'use client';

import { Plus, X } from 'lucide-react';
import type { RefAttributes } from 'react';
import { Button, type ButtonProps } from 'react-aria-components/Button';
import { classes } from './classes';

/** Props of the button that opens a filter. */
type Face = RefAttributes<HTMLButtonElement> &
  Pick<ButtonProps, 'aria-haspopup' | 'aria-expanded' | 'onHoverStart' | 'onFocus' | 'onPress'>;

/** A filter: solid with its value if set, dashed if not. */
export function FilterChip({
  label,
  value,
  face,
  onRemove,
}: {
  label: string;
  /** Display text of the value; omitted if the filter is not set. */
  value?: string | undefined;
  /** Omitted if the filter can only be removed. */
  face?: Face | undefined;
  /** Clears the filter. */
  onRemove?: (() => void) | undefined;
}) {
  const isSet = value !== undefined;
  const look = 'flex min-w-0 items-center gap-1.5 self-stretch rounded-control px-2.5';
  const words = isSet ? (
    <>
      <span className="text-ink-3">{label}</span>
      <span className="truncate font-emphasis text-ink">{value}</span>
    </>
  ) : (
    <>
      <Plus aria-hidden className="size-3.5" />
      {label}
    </>
  );
  return (
    <span
      className={classes(
        'inline-flex min-h-7 max-w-full items-center rounded-control border text-table text-ink-2 max-sm:min-h-9',
        isSet ? 'border-line-strong bg-panel' : 'border-dashed border-control',
      )}
    >
      {face === undefined ? (
        <span className={look}>{words}</span>
      ) : (
        <Button {...face} className={classes(look, 'hover:bg-ink/5')}>
          {words}
        </Button>
      )}
      {isSet && onRemove !== undefined && (
        <Button
          aria-label={`Remove filter ${label} ${value}`}
          onPress={onRemove}
          className="me-0.5 flex size-6 shrink-0 items-center justify-center rounded-bar text-ink-3 hover:bg-ink/5 hover:text-ink max-sm:size-8"
        >
          <X aria-hidden className="size-3.5" />
        </Button>
      )}
    </span>
  );
}

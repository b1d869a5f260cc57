'use client';

import { X } from 'lucide-react';
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
  const words = isSet ? (
    <>
      <span className="text-ink-3">{label}</span>
      <span className="truncate font-emphasis text-ink">{value}</span>
    </>
  ) : (
    label
  );
  return (
    <span className={classes('chip', !isSet && 'chip-to-set')}>
      {face === undefined ? (
        <span className="chip-face">{words}</span>
      ) : (
        <Button {...face} className="chip-face hover:bg-ink/5">
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

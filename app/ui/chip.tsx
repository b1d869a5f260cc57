'use client';

import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { classes } from './classes';
import { Popover, PopoverTrigger } from './popover';

/**
 * A filter. Set, it is solid and shows what it is set to; unset, it is dashed: empty, and may be filled. With `children` a
 * press opens them in a popover, else it calls `onPress`.
 */
export function FilterChip({
  label,
  value,
  onPress,
  onRemove,
  children,
  className,
}: {
  label: string;
  /** What the filter is set to, in words; leave out when unset. */
  value?: string | undefined;
  onPress?: (() => void) | undefined;
  /** Unsets the filter. */
  onRemove?: (() => void) | undefined;
  children?: ReactNode | ((close: () => void) => ReactNode);
  className?: string | undefined;
}) {
  const isSet = value !== undefined;
  const face = (
    <Button
      {...(onPress === undefined ? {} : { onPress })}
      className="flex min-w-0 items-center gap-1.5 self-stretch rounded-control px-2.5 hover:bg-ink/5"
    >
      {isSet ? (
        <>
          <span className="text-ink-3">{label}</span>
          <span className="truncate font-emphasis text-ink">{value}</span>
        </>
      ) : (
        <>
          <Plus aria-hidden className="size-3.5" />
          {label}
        </>
      )}
    </Button>
  );
  return (
    <span
      className={classes(
        'inline-flex min-h-7 max-w-full items-center rounded-control border text-table text-ink-2 max-sm:min-h-9',
        isSet ? 'border-line-strong bg-panel' : 'border-dashed border-control',
        className,
      )}
    >
      {children === undefined ? (
        face
      ) : (
        <PopoverTrigger>
          {face}
          <Popover label={label} placement="bottom start">
            {children}
          </Popover>
        </PopoverTrigger>
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

'use client';

import type { CalendarDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { RefObject } from 'react';
import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components/Calendar';
import { buttonLook } from '../button-look';
import { given } from '../given';
import { Popover } from '../overlays/popover';

const step = buttonLook('quiet', 'toolbar', 'square');

/** The calendar of a date field. In a file of its own, so that it is only loaded by those who open it. */
export function CalendarPopover({
  label,
  triggerRef,
  isOpen,
  onClose,
  value,
  onPick,
  minValue,
  maxValue,
}: {
  label: string;
  triggerRef: RefObject<Element | null>;
  isOpen: boolean;
  onClose: () => void;
  value: CalendarDate | null;
  onPick: (day: CalendarDate) => void;
  minValue: CalendarDate | null;
  maxValue: CalendarDate | null;
}) {
  return (
    <Popover
      label={`Calendar, ${label}`}
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) onClose();
      }}
      placement="bottom end"
    >
      <Calendar
        {...given({ minValue: minValue ?? undefined, maxValue: maxValue ?? undefined })}
        value={value}
        onChange={onPick}
        firstDayOfWeek="mon"
        autoFocus
        className="w-63 max-sm:w-77"
      >
        <header className="flex items-center justify-between pb-2">
          <Button slot="previous" className={step}>
            <ChevronLeft aria-hidden />
          </Button>
          <Heading className="text-body font-heading" />
          <Button slot="next" className={step}>
            <ChevronRight aria-hidden />
          </Button>
        </header>
        <CalendarGrid weekdayStyle="short" className="w-full border-collapse">
          <CalendarGridHeader>
            {(weekday) => (
              <CalendarHeaderCell className="pb-1 text-label font-normal text-ink-3">
                {weekday.slice(0, 2)}
              </CalendarHeaderCell>
            )}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => (
              <CalendarCell
                date={date}
                className="flex h-8 w-full items-center justify-center rounded-control text-body outline-none hover:bg-ink/8 data-disabled:text-ink-3 data-disabled:line-through data-focus-visible:focus-ring data-focus-visible:-outline-offset-2 data-outside-month:invisible data-selected:bg-ink data-selected:text-on-ink data-today:font-heading data-today:underline data-today:underline-offset-4 data-unavailable:text-ink-3 max-sm:h-10"
              />
            )}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
    </Popover>
  );
}

'use client';

import type { CalendarDate, DateValue } from '@internationalized/date';
import { Calendar as CalendarIcon } from 'lucide-react';
import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ClipboardEvent,
  type ReactNode,
} from 'react';
import { Button } from 'react-aria-components/Button';
import {
  DateField as AriaDateField,
  DateInput,
  DateSegment,
  type DateFieldRenderProps,
} from 'react-aria-components/DateField';
import { onDemand } from '../overlays/on-demand';
import { classes } from '../classes';
import {
  daysInMonth,
  dayOfIso,
  monthName,
  postedText,
  shownDay,
  wholeDay,
  type DayParts,
} from './day-text';
import { controlBox, fieldColumn, FieldLabel, FieldNotes, type FieldParts } from './field';
import { pastedDay } from './pasted-day';

const CalendarPopover = onDemand(() =>
  import('./calendar-popover').then((module) => module.CalendarPopover),
);

export interface DateDayFieldProps extends FieldParts {
  /** Posts the value under this name. */
  name?: string | undefined;
  /** The day as `YYYY-MM-DD`, nothing as '', and what is no day as the text that stands there (uncontrolled). */
  defaultValue?: string | null | undefined;
  /** The same (controlled). While a day is half typed, the field keeps what is typed. */
  value?: string | null | undefined;
  onChange?: ((value: string) => void) | undefined;
  /** The first and last day that can be picked in the calendar. Typing is not held back; the server answers. */
  minValue?: string | null | undefined;
  maxValue?: string | null | undefined;
  isRequired?: boolean | undefined;
  isDisabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
  /** Stands between the field and its notes. */
  children?: ReactNode;
  className?: string | undefined;
}

/**
 * One calendar day: typed as day, month, year, pasted whole, or picked in a calendar that is loaded when first wanted. Knows
 * no clock and no time zone.
 */
export function DateDayField({
  label,
  isLabelHidden,
  description,
  errorMessage,
  name,
  defaultValue,
  value: given,
  onChange,
  minValue,
  maxValue,
  isRequired = false,
  isDisabled = false,
  autoFocus = false,
  children,
  className,
}: DateDayFieldProps) {
  const [initial] = useState(() => shownDay(given ?? defaultValue));
  const [day, setDay] = useState<CalendarDate | null>(initial?.day ?? null);
  // React Aria puts the 31st of February on the 28th when the field is left. What was typed is kept here instead.
  const [impossibleDay, setImpossibleDay] = useState(initial?.impossibleDay ?? null);
  /** Why a pasted text was not taken, until the field changes. */
  const [pasteRefusal, setPasteRefusal] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const [lastGiven, setLastGiven] = useState(given);
  const [reported, setReported] = useState(given ?? defaultValue ?? '');
  const shown = useRef<DayParts>(NOTHING);
  const isLeaving = useRef(false);
  const box = useRef<HTMLDivElement>(null);

  // Only what comes from outside moves the field; our own report coming back, such as a half typed day, does not.
  if (given !== lastGiven) {
    setLastGiven(given);
    if (given !== undefined && (given ?? '') !== reported) {
      const shownAgain = shownDay(given);
      setDay(shownAgain?.day ?? null);
      setImpossibleDay(shownAgain?.impossibleDay ?? null);
      setPasteRefusal(null);
      setReported(given ?? '');
    }
  }

  const report = (text: string) => {
    if (text === reported) return;
    setReported(text);
    onChange?.(text);
  };

  const accept = (next: CalendarDate | null) => {
    setDay(next);
    setImpossibleDay(null);
    setPasteRefusal(null);
  };

  const change = (next: DateValue | null) => {
    if (next === null) return accept(null);
    const { year, month, day: dayNumber } = next;
    const typed = shown.current.day;
    if (isLeaving.current && typed !== null && typed !== dayNumber) {
      setDay(next as CalendarDate);
      setImpossibleDay(typed);
      return;
    }
    if (impossibleDay !== null && dayNumber === day?.day) {
      // Month or year was corrected: the day that was typed may exist now.
      const kept = wholeDay({ year, month, day: impossibleDay });
      if (kept !== null) return accept(kept);
      setDay(next as CalendarDate);
      return;
    }
    return accept(next as CalendarDate);
  };

  const paste = (event: ClipboardEvent) => {
    const pasted = pastedDay(event.clipboardData.getData('text'));
    if (pasted === null || isDisabled) return;
    event.preventDefault();
    if (pasted.kind === 'day') accept(pasted.day);
    else setPasteRefusal(pasted.message);
  };

  const impossible =
    impossibleDay !== null && day !== null
      ? `${monthName(day.month)} ${day.year} has ${daysInMonth(day.year, day.month)} days.`
      : undefined;
  const refusal = pasteRefusal ?? errorMessage ?? impossible;

  return (
    <AriaDateField
      value={day}
      onChange={change}
      granularity="day"
      shouldForceLeadingZeros={false}
      isRequired={isRequired}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      validationBehavior="aria"
      isInvalid={refusal !== undefined}
      className={classes(fieldColumn, className)}
    >
      {({ state }) => {
        const parts = partsOf(state, day, impossibleDay);
        return (
          <>
            <FieldLabel label={label} isLabelHidden={isLabelHidden} />
            <div ref={box} className="relative">
              <div
                onPaste={paste}
                onBlurCapture={(event) => {
                  isLeaving.current = !event.currentTarget.contains(event.relatedTarget);
                }}
                onBlur={() => {
                  isLeaving.current = false;
                }}
              >
                <DateInput
                  className={classes(
                    controlBox,
                    'flex items-center ps-1.5 pe-9 data-focus-within:focus-ring max-sm:pe-11',
                  )}
                >
                  {(segment) => (
                    <DateSegment
                      segment={segment}
                      className={({ type }) =>
                        type === 'literal'
                          ? 'hidden'
                          : 'min-h-6 min-w-6 shrink-0 whitespace-nowrap rounded-bar px-1 py-0.5 text-center outline-none data-focused:bg-ink data-focused:text-on-ink data-placeholder:text-ink-3 data-focused:data-placeholder:text-on-ink forced-colors:data-focused:outline-2'
                      }
                    >
                      {({ text, type, isPlaceholder }) => {
                        if (type === 'literal') return '';
                        if (isPlaceholder) return text;
                        if (type === 'month') return monthName(parts.month ?? 0);
                        return type === 'day' ? String(parts.day) : text;
                      }}
                    </DateSegment>
                  )}
                </DateInput>
              </div>
              <CalendarButton
                isDisabled={isDisabled}
                onPress={() => {
                  setWanted(true);
                  setOpen(true);
                }}
              />
            </div>
            <Told
              parts={parts}
              tell={(told) => {
                shown.current = told;
                setPasteRefusal(null);
                report(postedText(told));
              }}
            />
            {name !== undefined && !isDisabled && (
              <input type="hidden" name={name} value={postedText(parts)} />
            )}
            {children}
            <FieldNotes description={description} errorMessage={refusal} />
            {isWanted && (
              <CalendarPopover
                label={label}
                triggerRef={box}
                isOpen={isOpen}
                onClose={() => {
                  setOpen(false);
                }}
                value={wholeDay(parts)}
                onPick={(picked) => {
                  accept(picked);
                  setOpen(false);
                }}
                minValue={dayOfIso(minValue)}
                maxValue={dayOfIso(maxValue)}
              />
            )}
          </>
        );
      }}
    </AriaDateField>
  );
}

function CalendarButton({ isDisabled, onPress }: { isDisabled: boolean; onPress: () => void }) {
  return (
    <div className="absolute inset-y-0 end-1 flex items-center">
      <Button
        aria-label="Open calendar"
        isDisabled={isDisabled}
        onHoverStart={CalendarPopover.preload}
        onFocus={CalendarPopover.preload}
        onPress={onPress}
        className="flex size-7 items-center justify-center rounded-bar text-ink-2 hover:bg-ink/5 hover:text-ink max-sm:size-9"
      >
        <CalendarIcon aria-hidden className="size-4" />
      </Button>
    </div>
  );
}

/** Passes on what the reader sees whenever that has changed; a part that was emptied changes no date React Aria knows of. */
function Told({ parts, tell }: { parts: DayParts; tell: (parts: DayParts) => void }) {
  const { day, month, year } = parts;
  const onSeen = useEffectEvent(tell);
  useEffect(() => {
    onSeen({ day, month, year });
  }, [day, month, year]);
  return null;
}

const NOTHING: DayParts = { day: null, month: null, year: null };

/** What the reader sees in the three parts. */
function partsOf(
  state: DateFieldRenderProps['state'],
  day: CalendarDate | null,
  impossibleDay: number | null,
): DayParts {
  const part = (type: 'day' | 'month' | 'year') => {
    const segment = state.segments.find((each) => each.type === type);
    if (segment === undefined || segment.isPlaceholder) return null;
    const number = Number(segment.text);
    return Number.isInteger(number) ? number : null;
  };
  const dayNumber = part('day');
  return {
    day: impossibleDay !== null && dayNumber === day?.day ? impossibleDay : dayNumber,
    month: part('month'),
    year: part('year'),
  };
}

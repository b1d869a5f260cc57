import * as z from 'zod';
import type { DateRangeData } from '../domain/values/date-range';
import { DomainError, isDomainError } from '../domain/errors';
import { DateRange, isoDate } from '../domain/values/date-range';
import { valid } from './valid';

/** A calendar day, `YYYY-MM-DD`. */
export const Day = valid(
  z
    .string()
    .regex(
      /^\d{4}-\d{2}-\d{2}$/,
      'A date has the form YYYY-MM-DD, without time or zone: 2027-01-01.',
    ),
  isoDate,
).meta({ format: 'date' });

/**
 * L1 in the words of the wire: people are told the last day, which no program has sent.
 *
 * @throws DomainError of the code `invalid-window`
 */
export function requireWindow(startsOn: string, endsOn: string | null): void {
  try {
    DateRange.of(startsOn, endsOn);
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'invalid-window') throw error;
    throw new EndNotAfterStart(startsOn);
  }
}

class EndNotAfterStart extends DomainError {
  readonly code = 'invalid-window';

  constructor(startsOn: string) {
    super(`endsOn is the first day after the window, so it is later than startsOn, ${startsOn}.`);
  }
}

/** A half-open span of calendar days. */
export const Window = valid(
  z.strictObject({
    startsOn: Day.meta({ description: 'The first day.' }),
    endsOn: Day.nullable().meta({
      description: 'The first day after the window; null when it is open.',
    }),
  }),
  ({ startsOn, endsOn }) => {
    requireWindow(startsOn, endsOn);
  },
  () => ['endsOn'],
).meta({ id: 'Window' }) satisfies z.ZodType<DateRangeData, DateRangeData>;

import * as z from 'zod';
import { isDomainError } from '../../domain/errors';
import { DateRange, isoDate } from '../../domain/values/date-range';

/** What a last day reads that has none. */
export const OPEN = 'open';

/** Runs the domain's own check on a part of what was typed; its refusal becomes the field's. */
export function checked<T>(
  context: z.core.$RefinementCtx,
  field: string | readonly PropertyKey[],
  check: () => T,
): T | undefined {
  try {
    return check();
  } catch (error) {
    if (!isDomainError(error)) throw error;
    context.addIssue({ code: 'custom', path: [field].flat(), message: error.message });
    return undefined;
  }
}

/** A window from the first and last day people type, both inclusive, `open` for an open end. */
export function checkedWindow(
  context: z.core.$RefinementCtx,
  firstDay: string,
  lastDay: string,
): DateRange | undefined {
  const first = checked(context, 'firstDay', () => isoDate(firstDay));
  const last = lastDay === OPEN ? null : checked(context, 'lastDay', () => isoDate(lastDay));
  if (first === undefined || last === undefined) return undefined;
  return checked(context, 'lastDay', () => DateRange.fromDays(first, last));
}

// What no form of ours sends (a field missing, added or of another type) is answered in our words, not in zod's.
z.config({ customError: () => 'This form is not valid. Reload the page.' });

const TOO_LONG = 20_000;

/** Text of any sensible size; the domain says what it may be. */
export const typed = z.string({ error: 'Fill in this field.' }).max(TOO_LONG, 'This is too long.');

/** Several values of one field. */
export const several = z.array(typed, { error: 'Fill in this field.' }).max(300, 'Too many.');

export const identity = z.uuid({ error: 'This item does not exist.' });

/** The version a form was made against. It is required: a missing version never means "no check". */
export const expectedVersion = z
  .int({ error: 'This form does not name its base version. Reload the page.' })
  .min(1, 'A version is at least 1. Reload the page.')
  .max(2_147_483_646, 'This version does not exist. Reload the page.');

/** A whole number as typed. @param of what it counts */
export function typedInteger(
  context: z.core.$RefinementCtx,
  field: string | readonly PropertyKey[],
  text: string,
  of = 'days',
): number {
  if (/^\d{1,9}$/.test(text.trim())) return Number(text.trim());
  context.addIssue({
    code: 'custom',
    path: [field].flat(),
    message: `Enter a whole number of ${of}.`,
  });
  return 0;
}

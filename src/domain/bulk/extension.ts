import type { License } from '../license/license';
import type { LicenseDetails } from '../license/license-details';
import { DomainError } from '../errors';
import { DateRange, formatDay } from '../values/date-range';

/**
 * The details of a license that runs until a later last day; as they are when it already ends on that day.
 *
 * @param lastDay inclusive, `null` for an open end
 * @throws EndNotLater, InvalidDate, InvalidDateRange, LastDayTooLate
 */
export function extendedTo({ details, window }: License, lastDay: string | null): LicenseDetails {
  const until = lastDay === null ? null : DateRange.fromDays(window.startsOn, lastDay).endsOn;
  const isEarlier = until !== null && (window.endsOn === null || until < window.endsOn);
  if (isEarlier) throw new EndNotLater(window);
  return details.within({ startsOn: window.startsOn, endsOn: until });
}

/** An extension makes a license end later; an earlier end closes it. */
export class EndNotLater extends DomainError {
  readonly code = 'end-not-later';
  override readonly field = 'lastDay';

  constructor({ lastDay }: DateRange) {
    super(
      lastDay === null
        ? 'The license has an open end already.'
        : `The license runs until ${formatDay(lastDay)} already.`,
    );
  }
}

import type { IsoDate } from '../../src/domain/values/date-range';
import { addDaysWithin } from '../../src/domain/values/date-range';

/** The span of days that all strips of a list share; half-open. */
export interface StripSpan {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

/** In days from today: two years, a little less than one of them past. */
const [PAST, AHEAD] = [-330, 400];

export function stripSpan(today: IsoDate): StripSpan {
  return { startsOn: addDaysWithin(today, PAST), endsOn: addDaysWithin(today, AHEAD) };
}

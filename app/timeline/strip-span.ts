import type { IsoDate } from '../../src/domain/values/date-range';
import { addDaysWithin } from '../../src/domain/values/date-range';

/** The span of days that all strips of a list share. */
export interface StripSpan {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

/** Two years, of which somewhat less than one is past. */
const [PAST, AHEAD] = [-330, 400];

export function stripSpan(today: IsoDate): StripSpan {
  return { startsOn: addDaysWithin(today, PAST), endsOn: addDaysWithin(today, AHEAD) };
}

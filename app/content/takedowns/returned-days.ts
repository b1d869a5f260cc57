import type { LostDays } from '../../../src/domain/content/coverage';
import type { TakedownData } from '../../../src/domain/content/takedown';
import type { AssignedOffer } from '../../../src/service/content/content-views';
import { daysTaken } from '../../../src/domain/content/coverage';
import { Takedown } from '../../../src/domain/content/takedown';
import { isoDate } from '../../../src/domain/values/date-range';

/**
 * The days that are on offer again when a takedown ends, by rights type and territories: those that no other takedown has.
 *
 * @param from the first day on which the title is back
 * @throws InvalidDate
 */
export function returnedDays(
  ended: TakedownData,
  from: string,
  offers: readonly Pick<AssignedOffer, 'rightsType' | 'territories' | 'offer'>[],
  takedowns: readonly TakedownData[],
): readonly LostDays[] {
  const takedown = Takedown.of(ended);
  const others = takedowns.filter(({ number }) => number !== ended.number).map(Takedown.of);
  const left = takedown.until(isoDate(from));
  return daysTaken(
    offers.map(({ rightsType, territories, offer }) => ({
      ...{ rightsType, territories, window: offer.window },
    })),
    left === null ? others : [...others, left],
    takedown,
  );
}

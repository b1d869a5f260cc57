import type { DateRange } from '../../../src/domain/values/date-range';
import type { TakedownPlace } from '../../../src/domain/content/takedown';
import type { AssignedOffer } from '../../../src/service/content/content-views';
import type { LicenseRights } from '../../../src/domain/content/availability-question';
import { Takedown, type TakedownData } from '../../../src/domain/content/takedown';
import { isoDate } from '../../../src/domain/values/date-range';

/** Days of a license's offers on which a title is taken down. */
export interface TakenDownDays {
  readonly days: DateRange;
  /** ISO 3166-1 alpha-2. */
  readonly territories: readonly string[];
  /** Whether that is every territory of the license. */
  readonly isWhole: boolean;
}

/** The days of a title's offers of one license that takedowns cover, takedown by takedown. */
export function takenDownDays(
  { rightsType, territories, assigned }: LicenseRights,
  takedowns: readonly Takedown[],
): TakenDownDays[] {
  return takedowns.flatMap((takedown) => {
    const down = coveredBy([takedown], territories, rightsType);
    if (down.length === 0) return [];
    return assigned.flatMap((offer) => {
      const days = offer.window.intersection(takedown.days);
      const isWhole = down.length === territories.length;
      return days === null ? [] : [{ days, territories: down, isWhole }];
    });
  });
}

/**
 * The territories of an assigned offer in which the title is taken down, today or, if the offer starts later, on its first
 * day; none for an offer that is over.
 */
export function takenDownTerritories(
  { rightsType, territories, offer: { window } }: AssignedOffer,
  takedowns: readonly TakedownData[],
  today: string,
): readonly string[] {
  if (window.endsOn !== null && window.endsOn <= today) return [];
  const day = isoDate(window.startsOn > today ? window.startsOn : today);
  const standing = takedowns.map(Takedown.of).filter(({ days }) => days.contains(day));
  return coveredBy(standing, territories, rightsType);
}

function coveredBy(
  takedowns: readonly Takedown[],
  territories: readonly string[],
  rightsType: TakedownPlace['rightsType'],
): string[] {
  return territories.filter((territory) =>
    takedowns.some((takedown) => takedown.covers({ territory, rightsType })),
  );
}

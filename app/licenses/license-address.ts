import type { DateRangeData } from '../../src/domain/values/date-range';
import { addDays, isoDate } from '../../src/domain/values/date-range';

/** What a link to a license can open on its page. */
export const LICENSE_ACTIONS = ['amend', 'new-offer', 'titles'] as const;

export type LicenseAction = (typeof LICENSE_ACTIONS)[number];

/** The page of a license, with a form open on it. */
export function licenseActionAddress(
  licenseId: string,
  action: Exclude<LicenseAction, 'new-offer'>,
): string {
  return `/licenses/${licenseId}?action=${action}`;
}

/**
 * The page of a license, with a new offer open.
 *
 * @param days those that it is to fill, half-open; without them, the first that are free
 */
export function newOfferAddress(licenseId: string, days: DateRangeData | null = null): string {
  const search = new URLSearchParams({ action: 'new-offer' });
  if (days !== null) {
    search.set('first', days.startsOn);
    search.set('last', days.endsOn === null ? 'open' : addDays(isoDate(days.endsOn), -1));
  }
  return `/licenses/${licenseId}?${search.toString()}`;
}

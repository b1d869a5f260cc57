import type { DateRange } from '../values/date-range';
import type { Stranded } from './license-errors';
import type { Timeline } from './timeline';
import { LicenseDetails } from './license-details';

/**
 * The offers that amended details would strand, with the days outside the window and the devices not covered (L6).
 *
 * @param license as it is; the whole timeline must be known unless window and devices do not shrink
 */
export function strandedBy(
  license: {
    readonly details: LicenseDetails;
    readonly window: DateRange;
    readonly timeline: Timeline;
  },
  { terms }: LicenseDetails,
): readonly Stranded[] {
  const { window, details, timeline } = license;
  const { devices } = details.terms;
  if (terms.window.encloses(window) && devices.every((device) => terms.devices.includes(device)))
    return [];
  return timeline.during(window).flatMap((offer) => {
    const outside = offer.window.outside(terms.window);
    const missing = offer.devices.filter((device) => !terms.devices.includes(device));
    return outside.length + missing.length === 0 ? [] : [{ offer, outside, missing }];
  });
}

/** The amended details, with window and devices extended just enough to cover the offers they would strand. */
export function holding(details: LicenseDetails, stranded: readonly Stranded[]): LicenseDetails {
  const { name, notes, terms } = details;
  const window = stranded.reduce((all, { offer }) => all.hull(offer.window), terms.window);
  const devices = [...terms.devices, ...stranded.flatMap(({ missing }) => missing)];
  return LicenseDetails.of({
    name,
    notes,
    terms: { ...terms.toData(), window: window.toData(), devices },
  });
}

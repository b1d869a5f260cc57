import type { DateRange } from '../values/date-range';
import type { Stranded } from './license-errors';
import type { Format } from '../values/format';
import type { Offer } from './offer';
import type { Timeline } from './timeline';
import { LicenseDetails } from './license-details';

/**
 * The offers that amended details would strand, with the days outside the window, and the devices and formats not
 * covered (L6).
 *
 * @param license as it is; the whole timeline must be known unless window, devices and formats do not shrink
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
  const { devices, formats } = details.terms;
  const keepsFormats =
    terms.formats === null || (formats?.every((one) => terms.formats?.includes(one)) ?? false);
  const keepsDevices = devices.every((device) => terms.devices.includes(device));
  if (terms.window.encloses(window) && keepsDevices && keepsFormats) return [];
  return timeline.during(window).flatMap((offer) => {
    const outside = offer.window.outside(terms.window);
    const missing = offer.devices.filter((device) => !terms.devices.includes(device));
    const lost = withoutFormats(offer, terms.formats);
    const isStranded = outside.length + missing.length + lost.length > 0;
    return isStranded ? [{ offer, outside, missing, formats: lost }] : [];
  });
}

/** The formats that an offer has prices for and that are not licensed. @param licensed `null` for all */
export function withoutFormats(
  { prices }: Offer,
  licensed: readonly Format[] | null,
): readonly Format[] {
  return licensed === null ? [] : (prices.formats ?? []).filter((one) => !licensed.includes(one));
}

/** The amended details, with window, devices and formats extended just enough to cover the offers they would strand. */
export function holding(details: LicenseDetails, stranded: readonly Stranded[]): LicenseDetails {
  const { name, notes, terms } = details;
  const window = stranded.reduce((all, { offer }) => all.hull(offer.window), terms.window);
  const devices = [...terms.devices, ...stranded.flatMap(({ missing }) => missing)];
  const lost = stranded.flatMap(({ formats: some }) => some);
  const formats = terms.formats === null ? null : [...terms.formats, ...lost];
  return LicenseDetails.of({
    name,
    notes,
    terms: { ...terms.toData(), window: window.toData(), devices, formats },
  });
}

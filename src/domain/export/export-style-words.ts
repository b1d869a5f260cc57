import type { RowStyle } from '../avails/avail-rows';
import { EXPORTED_END_DATES, STANDARD_END_DATES } from '../avails/end-dates';
import { TERRITORY_STYLES, USUAL_TERRITORY_STYLE } from '../avails/territory-lists';
import { TIER_STYLES, USUAL_TIER_STYLE } from '../avails/tiers/tier-styles';
import { listed } from '../values/words';

/** How rows are written, for display. */
export function styleWords({
  endDates = STANDARD_END_DATES,
  territories = USUAL_TERRITORY_STYLE,
  tiers = USUAL_TIER_STYLE,
  formats,
  withoutColumns = [],
}: RowStyle): string {
  return [
    `End as ${EXPORTED_END_DATES[endDates]}`,
    TERRITORY_STYLES[territories],
    ...(tiers === USUAL_TIER_STYLE ? [] : [TIER_STYLES[tiers]]),
    formats === undefined ? 'all formats' : `only ${listed(formats)}`,
    ...(withoutColumns.length === 0
      ? []
      : [`without ${listed(withoutColumns.map((key) => key.slice(key.indexOf('/') + 1)))}`]),
  ].join(' · ');
}

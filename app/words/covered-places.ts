import type { Place } from '../../src/domain/content/coverage';
import { territoryName } from '../../src/domain/values/territory';
import { listed } from '../../src/domain/values/words';

/** Named territories per place; the others are counted. */
const MAX_NAMED = 2;

/** Territories and rights types: `United States · TVOD`, or `Canada, Mexico and 12 more · EST; France · TVOD`. */
export function placesWords(places: readonly Place[]): string {
  return places
    .map(({ rightsType, territories }) => {
      const names = territories.map(territoryName).sort();
      return `${listed(names.slice(0, MAX_NAMED), names.length)} · ${rightsType}`;
    })
    .join('; ');
}

/** All territories, one line per rights type. */
export function placesInFull(places: readonly Place[]): string {
  return places
    .map(
      ({ rightsType, territories }) =>
        `${rightsType}: ${listed(territories.map(territoryName).sort())}`,
    )
    .join('\n');
}

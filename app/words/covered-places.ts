import type { Place } from '../../src/domain/content/coverage';
import { territoryName } from '../../src/domain/values/territory';
import { listed } from '../../src/domain/values/words';

/** So many territories of a place are named; the others are counted. */
const MAX_NAMED = 2;

/** Where and as what: `United States · TVOD`, or `Canada, Mexico and 12 more · EST; France · TVOD`. */
export function placesWords(places: readonly Place[]): string {
  return places
    .map(({ rightsType, territories }) => {
      const names = territories.map(territoryName).sort();
      return `${listed(names.slice(0, MAX_NAMED), names.length)} · ${rightsType}`;
    })
    .join('; ');
}

/** The same without leaving a territory out, a line for each rights type. */
export function placesInFull(places: readonly Place[]): string {
  return places
    .map(
      ({ rightsType, territories }) =>
        `${rightsType}: ${listed(territories.map(territoryName).sort())}`,
    )
    .join('\n');
}

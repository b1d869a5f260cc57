import type { ComingGap } from '../../../../service/content/calendar-views';
import type { KeyedRow } from '../../keyset';
import { territoryOfNumber } from '../../../../domain/values/territory';

/** A title, a day, and the rows of `content_coverage` where it stops being on offer then. */
export interface GapRow extends KeyedRow {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly studio: string;
  readonly day: string;
  readonly until: string | null;
  readonly taken_down: boolean;
  readonly places: readonly {
    readonly rightsType: string;
    readonly territories: readonly number[];
  }[];
}

/** Of the places of one rights type, whichever rows they come from, the line of a board has one. */
export function comingGap(row: GapRow): ComingGap {
  const { id, title, kind, studio, day, until, places, taken_down: isTakenDown } = row;
  const territories = new Map<string, string[]>();
  for (const place of places)
    territories.set(place.rightsType, [
      ...(territories.get(place.rightsType) ?? []),
      ...place.territories.map(territoryOfNumber),
    ]);
  return {
    ...{ contentId: id, title, kind, studio, day, until, isTakenDown },
    places: [...territories]
      .map(([rightsType, codes]) => ({ rightsType, territories: codes.sort() }))
      .sort((a, b) => (a.rightsType < b.rightsType ? -1 : 1)),
  };
}

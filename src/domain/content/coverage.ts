import type { DateRangeData, IsoDate } from '../values/date-range';
import { DateRange, isoDate } from '../values/date-range';

/** Where and as what titles are on offer: a rights type in some territories (ISO 3166-1 alpha-2). */
export interface Place {
  readonly rightsType: string;
  readonly territories: readonly string[];
}

/** Days on which a title is on offer in a place; where several overlap, it is on offer on the days of any. */
export interface OnOffer extends Place {
  /** Half-open. */
  readonly window: DateRangeData;
}

/** A place where nothing is on offer from a day on. */
export interface DarkPlace extends Place {
  readonly from: IsoDate;
}

/** The days that any of some windows has: in date order, not touching each other. */
export function union(windows: readonly DateRangeData[]): DateRangeData[] {
  const result: DateRange[] = [];
  const inOrder = windows
    .map(({ startsOn: start, endsOn: end }) => DateRange.of(start, end))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  for (const window of inOrder) {
    const last = result.at(-1);
    if (last !== undefined && (last.endsOn === null || last.endsOn >= window.startsOn))
      result[result.length - 1] = last.hull(window);
    else result.push(window);
  }
  return result.map((window) => window.toData());
}

/** The days on offer in each territory as each rights type, by rights type and then territory. */
export function daysByPlace(
  offers: readonly OnOffer[],
): ReadonlyMap<string, ReadonlyMap<string, readonly DateRangeData[]>> {
  const windows = new Map<string, Map<string, DateRangeData[]>>();
  for (const { rightsType, territories, window } of offers) {
    const there = windows.get(rightsType) ?? new Map<string, DateRangeData[]>();
    windows.set(rightsType, there);
    for (const territory of territories)
      there.set(territory, [...(there.get(territory) ?? []), window]);
  }
  return new Map(
    [...windows].map(([rightsType, there]) => [
      rightsType,
      new Map([...there].map(([territory, days]) => [territory, union(days)])),
    ]),
  );
}

/**
 * Where a title goes dark for good, or earlier than it would have, when some of its offers are taken away. A place where a
 * later offer follows has a gap and is not among them, nor is one that was dark on that day already.
 *
 * @param today what is over by then is not told
 */
export function darkWithout(
  taken: readonly OnOffer[],
  kept: readonly OnOffer[],
  today: IsoDate,
): DarkPlace[] {
  const before = daysByPlace([...taken, ...kept]);
  const after = daysByPlace(kept);
  const found = new Map<string, { from: IsoDate; rightsType: string; territories: string[] }>();
  for (const [rightsType, territories] of daysByPlace(taken))
    for (const territory of territories.keys()) {
      const was = darkOn(before.get(rightsType)?.get(territory));
      const is = darkOn(after.get(rightsType)?.get(territory));
      if (was === is || (was !== null && was <= today) || is === null) continue;
      const from = is > today ? isoDate(is) : today;
      const key = `${rightsType} ${from}`;
      const place = found.get(key) ?? { from, rightsType, territories: [] };
      found.set(key, place);
      place.territories.push(territory);
    }
  return [...found.values()].map((place) => ({ ...place, territories: place.territories.sort() }));
}

/** The first day after all of some days, before any day when there are none; `null` when they have no end. */
function darkOn(days: readonly DateRangeData[] | undefined): string | null {
  const last = days?.at(-1);
  return last === undefined ? '' : last.endsOn;
}

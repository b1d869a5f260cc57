import type { DateRangeData, IsoDate } from '../values/date-range';
import type { Takedown } from './takedown';
import { DateRange, isoDate } from '../values/date-range';

/** A rights type in some territories (ISO 3166-1 alpha-2). */
export interface Place {
  readonly rightsType: string;
  readonly territories: readonly string[];
}

/** Days on which a title is on offer in a place. Overlapping entries add up. */
export interface OnOffer extends Place {
  /** Half-open. */
  readonly window: DateRangeData;
}

/** A place in which nothing is on offer from a day on. */
export interface DarkPlace extends Place {
  readonly from: IsoDate;
}

/** The union of some windows: in date order, without overlapping or touching windows. */
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

/** Days by rights type and then by territory. */
type DaysByPlace = ReadonlyMap<string, ReadonlyMap<string, readonly DateRangeData[]>>;

/** The days on offer in each territory as each rights type; days that are taken down do not count. */
export function daysByPlace(
  offers: readonly OnOffer[],
  takedowns: readonly Takedown[] = [],
): DaysByPlace {
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
      new Map(
        [...there].map(([territory, days]) => {
          const down = takedowns.filter((takedown) => takedown.covers({ territory, rightsType }));
          return [
            territory,
            outside(
              union(days),
              down.map((takedown) => takedown.days),
            ),
          ];
        }),
      ),
    ]),
  );
}

/** The days of some windows that no other window has, in date order. */
function outside(
  windows: readonly DateRangeData[],
  others: readonly DateRange[],
): readonly DateRangeData[] {
  if (others.length === 0) return windows;
  return windows.flatMap(({ startsOn, endsOn }) =>
    DateRange.of(startsOn, endsOn)
      .outsideAll(others)
      .map((left) => left.toData()),
  );
}

/** The days that a title loses in some territories. */
export interface LostDays extends Place {
  /** In date order; half-open. */
  readonly days: readonly DateRangeData[];
}

/** The days on offer that one more takedown takes, by rights type and the territories that lose the same. */
export function daysTaken(
  offers: readonly OnOffer[],
  takedowns: readonly Takedown[],
  takedown: Takedown,
): readonly LostDays[] {
  const after = daysByPlace(offers, [...takedowns, takedown]);
  const found = new Map<string, { territories: string[] } & LostDays>();
  for (const [rightsType, territories] of daysByPlace(offers, takedowns))
    for (const [territory, days] of territories) {
      const left = after.get(rightsType)?.get(territory) ?? [];
      const lost = outside(
        days,
        left.map(({ startsOn, endsOn }) => DateRange.of(startsOn, endsOn)),
      );
      if (lost.length === 0) continue;
      const key = JSON.stringify([rightsType, lost]);
      const place = found.get(key) ?? { rightsType, territories: [], days: lost };
      found.set(key, place);
      place.territories.push(territory);
    }
  return [...found.values()].map((place) => ({ ...place, territories: place.territories.sort() }));
}

/**
 * The places in which a title goes dark for good, or earlier than before, when some of its offers are removed. A place with
 * a later offer has only a gap and is not included, nor is a place that was already dark on that day.
 *
 * @param today places that went dark by this day even before the removal are not included
 * @param takedowns the title's: days that are taken down were dark before
 */
export function darkWithout(
  taken: readonly OnOffer[],
  kept: readonly OnOffer[],
  today: IsoDate,
  takedowns: readonly Takedown[] = [],
): DarkPlace[] {
  const before = daysByPlace([...taken, ...kept], takedowns);
  const after = daysByPlace(kept, takedowns);
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

/**
 * The first day after the last of some days in date order; empty, which sorts before any day, when there are none; `null`
 * when they have no end.
 */
function darkOn(days: readonly DateRangeData[] | undefined): string | null {
  const last = days?.at(-1);
  return last === undefined ? '' : last.endsOn;
}

import type { TakedownPlan } from '../../../content/takedown';
import type { IsoDate } from '../../../values/date-range';
import type { RightsType } from '../../../values/rights-type';
import type { Territory } from '../../../values/territory';
import type { PlaceDays } from './deletions';
import type { FileTitle } from '../file-titles';
import type { ImportStep, RowRef } from '../import-plan';
import type { TitleRights } from '../planned-rights';
import { Takedown } from '../../../content/takedown';
import { DateRange } from '../../../values/date-range';

/** What a file takes down of one title, and what it brings back. */
export interface TitleTakedowns {
  readonly title: FileTitle;
  readonly studio: string;
  /** Earlier takedowns that end, with the first day on which the title is back. */
  readonly returns: readonly { readonly takedown: Takedown; readonly from: IsoDate }[];
  /** What a takedown that ends keeps taken down. */
  readonly remaining: readonly TakedownPlan[];
  readonly plans: readonly TakedownPlan[];
  readonly steps: readonly ImportStep[];
  /** The rows that delete. */
  readonly deletingRows: readonly RowRef[];
  /** The rows that grant. */
  readonly grantingRows: readonly RowRef[];
  /** The reason why none of it can be applied, as a sentence. */
  readonly refusal: string | null;
}

/** One rights type in territories that are alike, with what stands there. */
interface Place extends PlaceDays {
  readonly rightsType: RightsType;
  /** The title's takedowns that cover it. */
  readonly down: readonly Takedown[];
}

/** A takedown in some territories as one rights type. */
interface Part {
  readonly days: DateRange;
  readonly territories: readonly Territory[];
  readonly rightsType: RightsType;
  readonly reason: string;
}

/**
 * Plans the takedowns of a title so that exactly the deleted days are down, and no granted one. Takedowns that a person made
 * stay. A takedown begins on the first day on which the title would be on offer. One that ends for some of its places or days
 * ends as a whole, and what it keeps is taken down again.
 *
 * @param rights of one title, from one studio
 * @param reason of the takedowns
 * @returns `null` when nothing is taken down or brought back
 */
export function titleTakedowns(
  rights: readonly TitleRights[],
  reason: string,
): TitleTakedowns | null {
  const [first] = rights;
  if (first === undefined || rights.every(({ places }) => places.length === 0)) return null;
  const { title, studio } = first;
  const standing = (title.stored?.takedowns ?? []).map(Takedown.of);
  const places = rights.flatMap(({ places: all, rightsType }) =>
    all.map((place): Place => {
      const [territory] = place.territories;
      const down = standing.filter((takedown) => takedown.covers({ territory, rightsType }));
      return { ...place, rightsType, down };
    }),
  );
  const byImports = new Set(title.stored?.deletions);
  const returns = standing
    .filter(({ number }) => byImports.has(number))
    .flatMap((takedown) => {
      const from = returnDay(takedown, places);
      return from === null ? [] : [{ takedown, from }];
    });
  const isEnding = (takedown: Takedown) => returns.some((each) => each.takedown === takedown);
  const remaining: Part[] = [];
  for (const { takedown, from } of returns)
    for (const place of places.filter(({ down }) => down.includes(takedown)))
      remaining.push(...remains(takedown, from, place, stillDownAt(place, isEnding, remaining)));
  const deleted = places.flatMap((place) =>
    newlyDown(place, stillDownAt(place, isEnding, remaining), reason),
  );
  const plans = asPlans(deleted);
  if (returns.length + plans.length === 0) return null;
  const stillDown = asPlans(remaining);
  const contentId = title.id;
  return {
    title,
    studio,
    returns,
    remaining: stillDown,
    plans,
    steps: [
      ...returns.map(({ takedown: { number: takedown }, from }): ImportStep => {
        return { kind: 'bring-title-back', contentId, takedown, from };
      }),
      ...[...stillDown, ...plans].map((plan): ImportStep => {
        return { kind: 'take-down-title', contentId, plan };
      }),
    ],
    deletingRows: rowsOf(places),
    grantingRows: rights.flatMap(({ rows }) => rows),
    refusal:
      rights.find(({ refusal }) => refusal !== null)?.refusal ??
      places.find(({ deletion }) => deletion.refusal !== null)?.deletion.refusal ??
      null,
  };
}

/** The rows that delete, each once. */
function rowsOf(places: readonly Place[]): readonly RowRef[] {
  const rows = new Map(
    places.flatMap(({ deletion }) =>
      deletion.rows.map((ref) => [`${ref.sheet}\n${ref.row}`, ref] as const),
    ),
  );
  return [...rows.values()];
}

/** The first day of a takedown that the file grants again; `null` when there is none. */
function returnDay(takedown: Takedown, places: readonly Place[]): IsoDate | null {
  const days = places
    .filter(({ down }) => down.includes(takedown))
    .flatMap(({ granted }) => granted)
    .flatMap((window) => window.intersection(takedown.days)?.startsOn ?? []);
  return days.sort()[0] ?? null;
}

/** The days of a place that stay taken down: by takedowns that do not end, and by what is kept of those that do. */
function stillDownAt(
  { down, territories: [territory], rightsType }: Place,
  isEnding: (takedown: Takedown) => boolean,
  remaining: readonly Part[],
): readonly DateRange[] {
  return [
    ...down.filter((takedown) => !isEnding(takedown)),
    ...remaining.filter(
      (part) => part.rightsType === rightsType && part.territories[0] === territory,
    ),
  ].map(({ days }) => days);
}

/** The days of a place from one on that a takedown keeps: it is on offer, the file does not grant it, nothing else keeps it. */
function remains(
  takedown: Takedown,
  from: IsoDate,
  { territories, rightsType, granted, onOffer }: Place,
  stillDown: readonly DateRange[],
): Part[] {
  return DateRange.of(from, takedown.days.endsOn)
    .outsideAll([...granted, ...stillDown])
    .filter((days) => onOffer.some((window) => window.overlaps(days)))
    .map((days) => ({ days, territories, rightsType, reason: takedown.reason }));
}

/** What of the deleted days is on offer and not down yet: from its first day on, until the deletion ends. */
function newlyDown(
  { deletion, granted, onOffer, territories, rightsType }: Place,
  already: readonly DateRange[],
  reason: string,
): Part[] {
  return deletion.days
    .flatMap((days) => days.outsideAll(granted))
    .flatMap((days) => {
      const lost = onOffer
        .flatMap((window) => window.intersection(days)?.outsideAll(already) ?? [])
        .map(({ startsOn }) => startsOn)
        .sort();
      return lost[0] === undefined
        ? []
        : [{ days: DateRange.of(lost[0], days.endsOn), territories, rightsType, reason }];
    });
}

/** As few takedowns as cover some parts exactly. */
function asPlans(parts: readonly Part[]): TakedownPlan[] {
  const alike = groupedBy(
    parts,
    ({ days, reason }) => `${days.startsOn} ${days.endsOn ?? ''} ${reason}`,
  );
  return alike.flatMap((same) => {
    const [{ days, reason }] = same;
    const pairs = same.flatMap(({ territories, rightsType }) =>
      territories.map((territory) => ({ territory, rightsType })),
    );
    const [first, second] = [
      rectangles(
        pairs,
        ({ territory }) => territory,
        ({ rightsType }) => rightsType,
      ),
      rectangles(
        pairs,
        ({ rightsType }) => rightsType,
        ({ territory }) => territory,
      ),
    ];
    const fewer = first.length <= second.length ? first : second;
    return fewer.map((covered) => ({
      startsOn: days.startsOn,
      endsOn: days.endsOn,
      territories: [...new Set(covered.map(({ territory }) => territory))].sort(),
      rightsTypes: [...new Set(covered.map(({ rightsType }) => rightsType))].sort(),
      reason,
    }));
  });
}

interface Pair {
  readonly territory: Territory;
  readonly rightsType: RightsType;
}

/** Groups pairs whose one half has the same other halves. */
function rectangles(
  pairs: readonly Pair[],
  one: (pair: Pair) => string,
  other: (pair: Pair) => string,
): readonly (readonly Pair[])[] {
  return groupedBy(groupedBy(pairs, one), (same) =>
    [...new Set(same.map(other))].sort().join(),
  ).map((alike) => alike.flat());
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const key = keyOf(one);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups.values()];
}

import type { TakedownPlan } from '../../../content/takedown';
import type { IsoDate } from '../../../values/date-range';
import type { PlaceDays } from './deletions';
import type { ImportItem, RowRef } from '../import-plan';
import type { TitleRights } from '../planned-rights';
import type { TitleTakedowns } from './title-takedowns';
import {
  describeReturn,
  describeTakedown,
  takedownPlaces,
  takedownReach,
  Takedown,
} from '../../../content/takedown';
import { formatDay } from '../../../values/date-range';
import { listed } from '../../../values/words';

/** The review items of a title: what is brought back, and what is taken down. */
export function takedownItems(takedowns: TitleTakedowns): ImportItem[] {
  const { title, returns, remaining, plans, deletingRows, grantingRows } = takedowns;
  const about = { what: 'title', name: title.details.title, id: title.id } as const;
  const items: ImportItem[] = [];
  if (returns.length > 0) {
    const back = returns.map(({ takedown, from }) => describeReturn(takedown.toData(), from));
    const except = remaining.length === 0 ? [] : [`Stays taken down ${reachOf(remaining)}`];
    const words = [...back, ...except].join('. ');
    items.push({ ...about, outcome: 'changed', words, rows: grantingRows });
  }
  const [first] = plans;
  if (first !== undefined) {
    const words = `Taken down ${reachOf(plans)}: ${first.reason}`;
    items.push({ ...about, outcome: 'taken-down', words, rows: deletingRows });
  }
  return items;
}

function reachOf(plans: readonly TakedownPlan[]): string {
  return plans
    .map(({ startsOn, endsOn = null, territories, rightsTypes }) =>
      takedownReach({ days: { startsOn, endsOn }, territories, rightsTypes }),
    )
    .join('; ');
}

/** The review items of deletions that find nothing to take down, and of takedowns by people, which stay. */
export function unchangedByDeletion(rights: TitleRights, today: IsoDate): ImportItem[] {
  const { title, rightsType, places, rows } = rights;
  if (places.length === 0) return [];
  const item = (words: string, of: readonly RowRef[]): ImportItem => ({
    ...{ what: 'title', outcome: 'unchanged', name: title.details.title, id: title.id },
    ...{ words, rows: of },
  });
  const takedowns = (title.stored?.takedowns ?? []).map(Takedown.of);
  const without = new Map<Cause, PlaceDays[]>();
  const kept = new Set<Takedown>();
  for (const place of places) {
    const territory = place.territories[0];
    const down = takedowns.filter((takedown) => takedown.covers({ territory, rightsType }));
    for (const takedown of down)
      if (isKept(takedown, place, title.stored?.deletions ?? [])) kept.add(takedown);
    const cause = causeOf(place, down, rights);
    if (cause !== null) without.set(cause, [...(without.get(cause) ?? []), place]);
  }
  return [
    ...[...without].map(([cause, of]) => {
      const territories = of.flatMap((place) => place.territories).sort();
      const where = takedownPlaces({ territories, rightsTypes: [rightsType] });
      const deleting = new Set(of.flatMap(({ deletion }) => deletion.rows));
      return item(causeInWords(cause, where, of, today), [...deleting]);
    }),
    ...[...kept].map((takedown) =>
      item(`${describeTakedown(takedown.toData())}. A person took it down, so it stays down`, rows),
    ),
  ];
}

/** Why a deletion takes nothing down. */
type Cause = 'never-imported' | 'no-rights' | 'down-already' | 'over';

/** Why the rows of a place take nothing down; `null` when they do, when they end a format, or when there are none. */
function causeOf(
  { territories, onOffer, granted, deletion }: PlaceDays,
  down: readonly Takedown[],
  { stored }: TitleRights,
): Cause | null {
  const { days, rows, cuts, unknown } = deletion;
  if (rows.length === 0 || cuts.length > 0) return null;
  const offered = days.flatMap((named) => onOffer.flatMap((one) => one.intersection(named) ?? []));
  const taken = [...granted, ...down.map((takedown) => takedown.days)];
  if (offered.some((one) => one.outsideAll(taken).length > 0)) return null;
  if (offered.length > 0) return 'down-already';
  if (unknown.length > 0) return 'never-imported';
  return stored.at(territories[0]).length === 0 ? 'no-rights' : 'over';
}

function causeInWords(
  cause: Cause,
  where: string,
  places: readonly PlaceDays[],
  today: IsoDate,
): string {
  switch (cause) {
    case 'never-imported': {
      const ids = [...new Set(places.flatMap(({ deletion }) => deletion.unknown))];
      return `No row with the AvailID ${listed(ids.slice(0, 3), ids.length)} was imported ${where} before, so there is nothing to delete`;
    }
    case 'no-rights':
      return `It has no rights ${where}, so there is nothing to delete`;
    case 'down-already':
      return `It is already taken down ${where}`;
    case 'over': {
      const from = places.flatMap(({ deletion }) => deletion.days.map(({ startsOn }) => startsOn));
      return `It has no offer ${where} from ${formatDay(from.sort()[0] ?? today)} on, so there is nothing to delete`;
    }
  }
}

/** Whether a takedown by a person covers days that the file grants. */
function isKept({ number, days }: Takedown, { granted }: PlaceDays, byImports: readonly number[]) {
  return !byImports.includes(number) && granted.some((window) => window.overlaps(days));
}

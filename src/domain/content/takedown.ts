import type { DateRangeData, IsoDate } from '../values/date-range';
import type { RightsType } from '../values/rights-type';
import type { Territory } from '../values/territory';
import { closingReason } from '../closing';
import { DomainError } from '../errors';
import { DateRange, formatDay, formatDays, isoDate } from '../values/date-range';
import { rightsType } from '../values/rights-type';
import { territoryName, territorySet } from '../values/territory';
import { listed } from '../values/words';

/** A takedown as plain data. */
export interface TakedownData {
  /** The version that the takedown gave its title: it names the takedown within the title. */
  readonly number: number;
  /** Half-open: `endsOn` is the day from which the title is back, `null` while the takedown stands. */
  readonly days: DateRangeData;
  /** ISO 3166-1 alpha-2; `null` is everywhere. */
  readonly territories: readonly string[] | null;
  /** `null` is every rights type. */
  readonly rightsTypes: readonly string[] | null;
  readonly reason: string;
}

/** Which days, places and rights types a person wants a title taken down for, and why. */
export interface TakedownPlan {
  readonly startsOn: string;
  readonly territories: readonly string[] | null;
  readonly rightsTypes: readonly string[] | null;
  readonly reason: string;
  /** The day from which the title is back, if the takedown has an end from the beginning. */
  readonly endsOn?: string | null;
}

/**
 * A standing "no" on a title from a day on, in some territories and rights types or everywhere, until the title is brought
 * back. Offers and assignments stay as they are. A value: equal data, equal takedown.
 */
export class Takedown {
  private constructor(
    readonly number: number,
    readonly days: DateRange,
    readonly territories: readonly Territory[] | null,
    readonly rightsTypes: readonly RightsType[] | null,
    readonly reason: string,
  ) {
    Object.freeze(this);
  }

  /** @throws DomainError of the first part that is not valid */
  static of(data: TakedownData): Takedown {
    const { number, days, territories, rightsTypes, reason } = data;
    return new Takedown(
      number,
      DateRange.of(days.startsOn, days.endsOn),
      territories === null ? null : territorySet(territories),
      rightsTypes === null ? null : rightsTypeSet(rightsTypes),
      closingReason(reason),
    );
  }

  /**
   * A takedown that begins.
   *
   * @throws DomainError of the first part that is not valid
   */
  static begin(number: number, { startsOn, endsOn = null, ...where }: TakedownPlan): Takedown {
    return Takedown.of({ number, days: { startsOn, endsOn }, ...where });
  }

  /** Whether it applies to a territory and rights type, on some days or on all. */
  covers({ territory, rightsType: type }: TakedownPlace): boolean {
    return (
      (this.territories?.some((one) => one === territory) ?? true) &&
      (this.rightsTypes?.some((one) => one === type) ?? true)
    );
  }

  /** Whether every place of the other is one of this takedown's, too. */
  reaches(other: Takedown): boolean {
    return (
      isWithin(other.territories, this.territories) && isWithin(other.rightsTypes, this.rightsTypes)
    );
  }

  /**
   * The same takedown with an end.
   *
   * @param from the first day on which the title is back
   * @returns `null` when that is not after its first day: then it never applied
   */
  until(from: IsoDate): Takedown | null {
    const { startsOn } = this.days;
    if (from <= startsOn) return null;
    return Takedown.of({ ...this.toData(), days: { startsOn, endsOn: from } });
  }

  toData(): TakedownData {
    const { number, days, territories, rightsTypes, reason } = this;
    return { number, days: days.toData(), territories, rightsTypes, reason };
  }
}

/** Where a title is or is not on offer, and as what. */
export interface TakedownPlace {
  /** ISO 3166-1 alpha-2. */
  readonly territory: string;
  readonly rightsType: string;
}

/** A set of rights types: sorted by code, without duplicates. @throws NoRightsTypeChosen, InvalidRightsType */
export function rightsTypeSet(codes: readonly string[]): readonly RightsType[] {
  const types = [...new Set(codes)].sort().map(rightsType);
  if (types.length === 0) throw new NoRightsTypeChosen();
  return Object.freeze(types);
}

function isWithin(inner: readonly string[] | null, outer: readonly string[] | null): boolean {
  return outer === null || (inner?.every((one) => outer.includes(one)) ?? false);
}

/** Where a takedown applies, as the end of a sentence: `in Austria and Switzerland as EST`. */
export function takedownPlaces({
  territories,
  rightsTypes,
}: Pick<TakedownData, 'territories' | 'rightsTypes'>): string {
  const where =
    territories === null
      ? 'everywhere'
      : `in ${listed(territories.slice(0, MAX_NAMED).map(territoryName), territories.length)}`;
  return rightsTypes === null ? where : `${where} as ${listed(rightsTypes)}`;
}

const MAX_NAMED = 5;

/** When and where a takedown applies, as the end of a sentence: `from 1 Jul 2027 everywhere`, `1 – 31 Jul 2027 in Austria`. */
export function takedownReach({ days, ...where }: Omit<TakedownData, 'number' | 'reason'>): string {
  const { startsOn, endsOn } = days;
  const when = formatDays(startsOn, DateRange.of(startsOn, endsOn).lastDay);
  return `${when.replace(/^From/, 'from')} ${takedownPlaces(where)}`;
}

/** A takedown in one line: `Taken down from 1 Jul 2027 everywhere: rights dispute`. */
export function describeTakedown({ reason, ...reach }: TakedownData): string {
  return `Taken down ${takedownReach(reach)}: ${reason}`;
}

/** Its end in one line: `Brought back from 1 Sep 2027 everywhere`. */
export function describeReturn(before: TakedownData, from: string): string {
  return `Brought back from ${formatDay(isoDate(from))} ${takedownPlaces(before)}`;
}

export class NoRightsTypeChosen extends DomainError {
  readonly code = 'no-rights-type-chosen';
  override readonly field = 'rightsTypes';

  constructor() {
    super('Choose at least one rights type, or all of them.');
  }
}

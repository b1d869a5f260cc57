import type { IsoDate } from '../../src/domain/values/date-range';
import type { OfferData } from '../../src/domain/license/offer';
import type { DemoCalendar, DemoDay } from './calendar';
import { DateRange, addDays, isoDate } from '../../src/domain/values/date-range';
import { USUAL_KIND } from '../../src/domain/license/price-list';
import { FORMATS } from '../../src/domain/values/format';
import { Money } from '../../src/domain/values/money';

export type PlannedOffer = Omit<OfferData, 'devices'>;

/** How a license is priced over its window: its offers in date order, one list for each command that generates them. */
export type PricePlan = (license: DateRange, calendar: DemoCalendar) => PlannedOffer[][];

/** Name, price and length in days; without a length, to the end of the license. */
type Step = readonly [name: string, price: string, days?: number];
/** Days without any offer. */
type Pause = number;

/** A license that nobody has priced yet. */
export const unpriced: PricePlan = () => [];

/** One price from the first day to the last. */
export function flat(name: string, currency: string, price: string): PricePlan {
  return ladder(currency, [name, price]);
}

/** Steps one after another from the first day of the license, as far as its window reaches. */
export function ladder(currency: string, ...steps: readonly (Step | Pause)[]): PricePlan {
  return (license, calendar) => {
    const offers: PlannedOffer[] = [];
    let day = license.startsOn;
    for (const step of steps) {
      if (typeof step === 'number') {
        day = addDays(day, step);
        continue;
      }
      const [name, price, days] = step;
      const window = DateRange.ofLength(day, days ?? null).intersection(license);
      if (window === null) break;
      offers.push(offer(calendar.text(name, window.startsOn), price, currency, window));
      if (window.endsOn === null) break;
      day = window.endsOn;
    }
    return [offers];
  };
}

/** Offers at days of their own. */
export function placed(
  currency: string,
  ...places: readonly (readonly [name: string, price: string, from: DemoDay, until: DemoDay])[]
): PricePlan {
  return (license, calendar) =>
    places.flatMap(([name, price, from, until]) => {
      const window = DateRange.of(calendar.day(from), calendar.day(until)).intersection(license);
      if (window === null) return [];
      return [[offer(calendar.text(name, window.startsOn), price, currency, window)]];
    });
}

/** One offer for each calendar quarter, as far as `until`; planned year by year. */
export function quarterly(
  currency: string,
  until: DemoDay,
  ...prices: readonly string[]
): PricePlan {
  return (license, calendar) => {
    const planned: PlannedOffer[] = [];
    for (let day = quarterOf(license.startsOn); day < calendar.day(until); day = nextQuarter(day)) {
      const window = DateRange.of(day, nextQuarter(day)).intersection(license);
      if (window === null) break;
      const name = `Q${Math.ceil(Number(day.slice(5, 7)) / 3)} ${day.slice(0, 4)}`;
      planned.push(offer(name, prices[planned.length % prices.length] ?? '0', currency, window));
    }
    return byYear(planned);
  };
}

/** Offers of a week each, from the first day of the license on; planned a quarter of a year at a time. */
export function weekly(
  name: string,
  weeks: number,
  currency: string,
  ...prices: string[]
): PricePlan {
  return (license) => {
    const planned: PlannedOffer[][] = [];
    for (let week = 0; week < weeks; week += 1) {
      const window = DateRange.ofLength(addDays(license.startsOn, week * 7), 7).intersection(
        license,
      );
      if (window === null) break;
      const price = prices[week % prices.length] ?? '0';
      const batch = (planned[Math.floor(week / 13)] ??= []);
      batch.push(offer(`${name} ${week + 1}`, price, currency, window));
    }
    return planned;
  };
}

/** An offer at the same days of every year: from month and day until, but without, another. */
export function yearly(
  currency: string,
  ...seasons: readonly (readonly [name: string, price: string, from: string, until: string])[]
): PricePlan {
  return (license, calendar) => {
    const [first, last] = [license.startsOn, license.lastDay ?? calendar.day('M+30')];
    const planned: PlannedOffer[] = [];
    for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1)
      for (const [name, price, from, until] of seasons) {
        const end = `${until < from ? year + 1 : year}-${until}`;
        const window = DateRange.of(`${year}-${from}`, end).intersection(license);
        if (window !== null) planned.push(offer(`${name} ${year}`, price, currency, window));
      }
    return byYear(planned);
  };
}

function offer(name: string, price: string, currency: string, window: DateRange): PlannedOffer {
  return {
    name,
    prices: pricesOf(price, currency),
    window: window.toData(),
  };
}

/** `9.99` for all formats, or prices by format: `SD 9.99, HD Tier 1`. */
function pricesOf(text: string, currency: string): PlannedOffer['prices'] {
  return text.split(', ').map((part) => {
    const format = FORMATS.find((one) => part.startsWith(`${one} `)) ?? null;
    const price = format === null ? part : part.slice(format.length + 1);
    return /^\d/.test(price)
      ? { format, kind: USUAL_KIND, amount: Money.parse(price, currency).toData(), tier: null }
      : { format, kind: USUAL_KIND, amount: null, tier: price };
  });
}

function byYear(offers: readonly PlannedOffer[]): PlannedOffer[][] {
  const years = new Map<string, PlannedOffer[]>();
  for (const planned of offers) {
    const year = planned.window.startsOn.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), planned]);
  }
  return [...years.values()];
}

function quarterOf(day: IsoDate): IsoDate {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return isoDate(`${day.slice(0, 5)}${String(month).padStart(2, '0')}-01`);
}

function nextQuarter(quarter: IsoDate): IsoDate {
  return quarterOf(addDays(quarter, 100));
}

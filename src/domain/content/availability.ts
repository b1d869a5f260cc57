import type { TitleClosing } from '../closing';
import type {
  AnsweredDays,
  Availability,
  AvailabilityQuestion,
  LicenseRights,
  Obstacle,
  TitleRights,
} from './availability-question';
import type { LicensedOffer } from './clash';
import type { Takedown } from './takedown';
import type { Offer } from '../license/offer';
import type { LinePrice } from '../price-table/line-prices';
import type { IsoDate } from '../values/date-range';
import { isFor, isInLanguage, licensedFrom, obstacleOn, on } from './obstacle';
import { linePrices, linePricesKey } from '../price-table/line-prices';
import { DateRange } from '../values/date-range';

/**
 * Decides whether a title may be shown; no other code does. A title is available on a day when one of its offers runs on
 * that day, includes the device and the format, and belongs to a license for the rights type, the territory and the language.
 * By C2 there is at most one for each format and language.
 */
export function availabilityOf(
  { licenses, takedowns, closing }: TitleRights,
  question: AvailabilityQuestion,
): Availability {
  if (closing !== null) return notInCatalog(closing, question);
  const { territory, rightsType, days } = question;
  const there = licenses.filter(({ territories }) => territories.includes(territory));
  const relevant = there.filter((license) => license.rightsType === rightsType);
  const standing =
    relevant.length === 0 ? [] : takedowns.filter((takedown) => takedown.covers(question));
  const spans = merged(
    pieces(days, relevant, standing).map((piece): AnsweredDays => {
      const day = piece.startsOn;
      const takedown = standing.find((one) => one.days.contains(day));
      if (takedown !== undefined)
        return { available: false, days: piece, obstacle: { kind: 'taken-down', takedown } };
      const [given, ...others] = relevant.flatMap((license) =>
        isInLanguage(license, question)
          ? on(license.assigned, day)
              .filter((offer) => isFor(license, offer, question))
              .map((offer) => ({ license, offer, prices: pricesOn(day, license, offer, question) }))
          : [],
      );
      if (given !== undefined) return { available: true, days: piece, ...given, others };
      const obstacle: Obstacle =
        relevant.length === 0
          ? {
              kind: 'not-licensed-there',
              otherwise: [...new Set(there.map((license) => license.rightsType))].sort(),
            }
          : obstacleOn(day, question, relevant, allAssigned(licenses));
      return { available: false, days: piece, obstacle };
    }),
  );
  const yes = spans.filter(({ available }) => available);
  return {
    verdict: yes.length === spans.length ? 'yes' : yes.length === 0 ? 'no' : 'partly',
    spans,
    nextYes: nextYes(spans, question, relevant, standing),
  };
}

/** A title that is not in the catalog has no offers: the answer is the same on every day. */
function notInCatalog(obstacle: TitleClosing, { days }: AvailabilityQuestion): Availability {
  return { verdict: 'no', spans: [{ available: false, days, obstacle }], nextYes: null };
}

/** Splits the days at every start and end that could change the answer. */
function pieces(
  days: DateRange,
  licenses: readonly LicenseRights[],
  takedowns: readonly Takedown[],
): DateRange[] {
  const windows = licenses.flatMap(({ window, assigned, unassigned }) => [
    window,
    ...[...assigned, ...unassigned].map((offer) => offer.window),
  ]);
  const priceDays = licenses.flatMap(({ table, assigned }) =>
    assigned.some(({ prices }) => prices.hasTier) ? table.days : [],
  );
  windows.push(...takedowns.map((takedown) => takedown.days));
  const inside = windows
    .flatMap(({ startsOn: start, endsOn: end }) => (end === null ? [start] : [start, end]))
    .concat(priceDays)
    .filter((day) => day > days.startsOn && (days.endsOn === null || day < days.endsOn));
  const starts = [days.startsOn, ...new Set(inside.sort())];
  return starts.map((start, index) => DateRange.of(start, starts[index + 1] ?? days.endsOn));
}

function pricesOn(
  day: IsoDate,
  { rightsType, formats, table }: LicenseRights,
  { prices }: Offer,
  { territory, format = null }: AvailabilityQuestion,
): readonly LinePrice[] {
  const sale = { rightsType, territory, formats: format === null ? formats : [format] };
  return linePrices(prices.lines, sale, table.on(day));
}

function nextYes(
  spans: readonly AnsweredDays[],
  question: AvailabilityQuestion,
  relevant: readonly LicenseRights[],
  takedowns: readonly Takedown[],
): IsoDate | null {
  const firstNo = spans.findIndex(({ available }) => !available);
  if (firstNo === -1) return null;
  const within = spans.slice(firstNo).find(({ available }) => available);
  if (within !== undefined) return within.days.startsOn;
  const { endsOn: end } = question.days;
  if (end === null) return null;
  const later = relevant
    .filter((license) => isInLanguage(license, question))
    .flatMap((license) => license.assigned.filter((offer) => isFor(license, offer, question)))
    .flatMap(({ window }) => window.outsideAll(takedowns.map((takedown) => takedown.days)))
    .filter((window) => window.endsOn === null || window.endsOn > end)
    .map((window) => (window.startsOn > end ? window.startsOn : end))
    .sort();
  return later[0] ?? null;
}

/** Merges neighboring spans with the same answer. */
function merged(spans: readonly AnsweredDays[]): AnsweredDays[] {
  const result: AnsweredDays[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last !== undefined && keyOf(last) === keyOf(span))
      result[result.length - 1] = { ...last, days: last.days.hull(span.days) };
    else result.push(span);
  }
  return result;
}

function keyOf(span: AnsweredDays): string {
  if (span.available)
    return [span, ...span.others]
      .map(
        ({ license, offer, prices }) =>
          `yes ${license.licenseId} ${offer.window.startsOn} ${linePricesKey(prices)}`,
      )
      .join();
  const { obstacle } = span;
  if (obstacle.kind === 'not-licensed-there' || 'reason' in obstacle) return obstacle.kind;
  if (obstacle.kind === 'taken-down') return `${obstacle.kind} ${obstacle.takedown.number}`;
  const offer = 'offer' in obstacle ? (obstacle.offer?.window.startsOn ?? '') : '';
  const only = 'only' in obstacle ? obstacle.only.join() : '';
  return `${obstacle.kind} ${obstacle.license.licenseId} ${offer}${only}`;
}

function allAssigned(licenses: readonly LicenseRights[]): LicensedOffer[] {
  return licenses.flatMap((license) =>
    license.assigned.map((offer) => licensedFrom(license, offer)),
  );
}

import type { License } from '../license/license';
import type { LicenseDetailsData } from '../license/license-details';
import type { Offer } from '../license/offer';
import type { DateShift } from '../values/date-shift';
import { LicenseVoid } from '../license/closing-errors';
import { DomainError } from '../errors';
import { DateRange, formatDay } from '../values/date-range';
import { dateShift, shiftedDay } from '../values/date-shift';

/** What a copy of a license has otherwise than the license it is made from. */
export interface CopyPlan {
  /** The contract that grants the copy. */
  readonly contractId: string;
  readonly name: string;
  readonly territories: readonly string[];
  /** How far its days, and those of its offers, are from the original's; `null` for the same days. */
  readonly shift: DateShift | null;
  /** The first days, on the license, of the offers that come along; `null` for all. */
  readonly offers: readonly string[] | null;
  /** Which of the titles that have these offers get their copies; `null` for all. */
  readonly titles: readonly string[] | null;
}

/** As many offers as one command copies at most. */
export const MAX_COPIED = 5_000;

/** An offer of a license and the same on its copy; `refusal` where it cannot come along. */
export type CopiedOffer = { readonly original: Offer } & (
  | { readonly copy: Offer; readonly refusal?: never }
  | { readonly copy?: never; readonly refusal: DomainError }
);

/**
 * The details of a copy.
 *
 * @throws LicenseVoid, InvalidDateShift, InvalidDate beyond the calendar, InvalidDateRange where months of different lengths
 *   leave no day
 */
export function copiedDetails(
  { details, closing }: License,
  { name, territories, shift }: Pick<CopyPlan, 'name' | 'territories' | 'shift'>,
): LicenseDetailsData {
  if (closing?.kind === 'void') throw new LicenseVoid(details.name, closing.reason);
  const { notes, terms } = details.toData();
  const by = shift === null ? null : dateShift(shift);
  const window = shiftedWindow(details.terms.window, by).toData();
  return { name, notes, terms: { ...terms, territories, window } };
}

/**
 * The chosen offers of a license on a copy, in date order.
 *
 * @param license the whole timeline must be known
 * @throws NoOfferOnDay for a first day that no offer has, TooManyCopied
 */
export function copiedOffers(
  { timeline }: License,
  { offers, shift }: Pick<CopyPlan, 'offers' | 'shift'>,
): readonly CopiedOffer[] {
  const originals = chosen(timeline.offers, offers);
  if (originals.length > MAX_COPIED) throw new TooManyCopied(originals.length);
  return originals.map((original): CopiedOffer => {
    const [start, end] = [original.window.startsOn, original.window.endsOn];
    const days = {
      start: shiftedDay(start, shift),
      end: end === null ? null : shiftedDay(end, shift),
    };
    // The first days of two months are never one day, the last days can be: 30 and 31 March are both 28 February.
    if (days.end !== null && days.end <= days.start)
      return { original, refusal: new NoDayLeft(original) };
    return { original, copy: original.at(DateRange.of(days.start, days.end)) };
  });
}

function shiftedWindow({ startsOn, endsOn }: DateRange, shift: DateShift | null): DateRange {
  return DateRange.of(
    shiftedDay(startsOn, shift),
    endsOn === null ? null : shiftedDay(endsOn, shift),
  );
}

function chosen(all: readonly Offer[], firstDays: CopyPlan['offers']): readonly Offer[] {
  if (firstDays === null) return all;
  const wanted = new Set(firstDays);
  const found = all.filter(({ window }) => wanted.delete(window.startsOn));
  const [missing] = wanted;
  if (missing !== undefined) throw new NoOfferOnDay(missing);
  return found;
}

/** A day named as the first day of an offer is none. */
export class NoOfferOnDay extends DomainError {
  readonly code = 'no-offer-on-day';
  override readonly field = 'offers';

  constructor(day: string) {
    super(`No offer of the license begins on ${formatDay(day)}.`);
  }
}

/** Shifted by months of different lengths, an offer at the end of a month would have no day. */
export class NoDayLeft extends DomainError {
  readonly code = 'no-day-left';

  constructor({ name, window }: Offer) {
    super(`${name} (${window.toString()}) would have no day: the month it moves to is shorter.`);
  }
}

/** A copy has at most `MAX_COPIED` offers. */
export class TooManyCopied extends DomainError {
  readonly code = 'too-many-offers';
  override readonly field = 'offers';

  constructor(count: number) {
    super(
      `These are ${count.toLocaleString('en-US')} offers; at most ${MAX_COPIED.toLocaleString('en-US')} are copied at once. Choose fewer.`,
    );
  }
}

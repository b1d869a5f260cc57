import type { License } from '../license/license';
import type { PriceLineData } from '../license/price-list';
import type { IsoDate } from '../values/date-range';
import { DomainError } from '../errors';
import { lengthInDays, Offer } from '../license/offer';
import { addDays, formatDay, isoDate } from '../values/date-range';
import { addMonths } from '../values/date-shift';

/** One step of a price ladder. It has a length in days or in months, never both. */
export interface LadderStep {
  readonly name: string;
  readonly prices: readonly PriceLineData[];
  /** Length in days, 1 to 36,500; `null`, for the last step only, until the license ends. */
  readonly days?: number | null | undefined;
  /** Length in calendar months, 1 to 1,200. */
  readonly months?: number | undefined;
}

/** Offers one after another from a day on. */
export interface Ladder {
  readonly kind: 'ladder';
  /** The first day of the first step. */
  readonly start: string;
  readonly steps: readonly LadderStep[];
  readonly devices: readonly string[];
}

/** How long a step is; `null` is until the license ends. */
export type StepLength = { readonly unit: 'days' | 'months'; readonly count: number } | null;

export const MAX_STEPS = 100;
/** The longest step in months. */
export const MAX_MONTHS = 1_200;

/**
 * Validates the length of a step.
 *
 * @throws InvalidStepLength unless it has days or months, but not both
 * @throws InvalidLength, InvalidMonths unless it is a whole number within the limits
 */
export function stepLength({ days, months }: Pick<LadderStep, 'days' | 'months'>): StepLength {
  if ((days === undefined) === (months === undefined)) throw new InvalidStepLength();
  if (months !== undefined) return { unit: 'months', count: lengthInMonths(months) };
  return days === null || days === undefined ? null : { unit: 'days', count: lengthInDays(days) };
}

/** @throws InvalidMonths unless it is an integer from 1 to 1,200 */
export function lengthInMonths(months: number): number {
  if (!Number.isInteger(months) || months < 1 || months > MAX_MONTHS) throw new InvalidMonths();
  return months;
}

/** Whether the last step runs until the license ends. */
export function isOpenLadder(steps: readonly LadderStep[]): boolean {
  return steps.at(-1)?.days === null;
}

/**
 * Creates a price ladder: consecutive offers, the first beginning on `start`. Months in a row are counted from the first day of
 * the first of them, so that a ladder that begins on the 31st returns to the 31st after a shorter month.
 *
 * @param until the first day after the license, where an open last step ends; `null` for an open end
 * @throws EmptyLadder unless there are 1 to 100 steps
 * @throws OpenStepNotLast when a step that runs until the license ends is followed by another
 * @throws NoDayForLastStep when the license ends before an open last step begins
 * @throws whatever `stepLength` and `Offer.of` throw for a step
 */
export function priceLadder(
  start: string,
  steps: readonly LadderStep[],
  devices: readonly string[],
  until: string | null = null,
): Offer[] {
  requireSteps(steps);
  let next = isoDate(start);
  let run = { from: next, months: 0 };
  return steps.map(({ name, prices, ...step }, index) => {
    const length = stepLength(step);
    const startsOn = next;
    let endsOn = until === null ? null : isoDate(until);
    if (length === null) {
      if (index < steps.length - 1) throw new OpenStepNotLast();
      if (endsOn !== null && endsOn <= startsOn) throw new NoDayForLastStep(startsOn, endsOn);
    } else if (length.unit === 'months') {
      run = { ...run, months: run.months + length.count };
      next = endsOn = addMonths(run.from, run.months);
    } else {
      next = endsOn = addDays(startsOn, length.count);
      run = { from: next, months: 0 };
    }
    return Offer.of({ name, prices, window: { startsOn, endsOn }, devices });
  });
}

/**
 * Adds a price ladder to a license: consecutive offers from a day on, all or nothing. An open last step ends with the license.
 *
 * @throws whatever `priceLadder` and `License.generate` throw
 */
export function generateLadder(
  license: License,
  { start, steps, devices }: Omit<Ladder, 'kind'>,
): void {
  license.generate(priceLadder(start, steps, devices, license.window.endsOn));
}

/** @throws EmptyLadder */
export function requireSteps(steps: readonly LadderStep[]): void {
  if (steps.length === 0 || steps.length > MAX_STEPS) throw new EmptyLadder();
}

/** A step in words: `30 days`, `1 month`, `until the license ends`. */
export function lengthWords(length: StepLength): string {
  if (length === null) return 'until the license ends';
  const { unit, count } = length;
  return count === 1 ? `1 ${unit.slice(0, -1)}` : `${count.toLocaleString('en-US')} ${unit}`;
}

export class InvalidMonths extends DomainError {
  readonly code = 'invalid-months';
  override readonly field = 'months';

  constructor() {
    super('A length is a whole number of months, at least 1 and at most 1,200.');
  }
}

export class InvalidStepLength extends DomainError {
  readonly code = 'invalid-step-length';
  override readonly field = 'days';

  constructor() {
    super('A step has a length in days or in months, not both.');
  }
}

export class OpenStepNotLast extends DomainError {
  readonly code = 'open-step-not-last';
  override readonly field = 'days';

  constructor() {
    super('Only the last step can run until the license ends.');
  }
}

/** The steps before an open last one take all days of the license. */
export class NoDayForLastStep extends DomainError {
  readonly code = 'no-day-for-last-step';
  override readonly field = 'start';

  constructor(startsOn: IsoDate, endsOn: IsoDate) {
    super(
      `The last step would begin on ${formatDay(startsOn)}, but the license ends on ${formatDay(addDays(endsOn, -1))}.`,
    );
  }
}

export class EmptyLadder extends DomainError {
  readonly code = 'empty-ladder';
  override readonly field = 'steps';

  constructor() {
    super('A price ladder has at least one step and at most 100.');
  }
}

import { isDeepStrictEqual as equal } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  Obstacle,
  AnsweredDays,
  Availability,
  AvailabilityQuestion,
  TitleRights,
} from '../../../../src/domain/content/availability-question';
import type { IsoDate } from '../../../../src/domain/values/date-range';
import { availabilityOf } from '../../../../src/domain/content/availability';
import { isoDate } from '../../../../src/domain/values/date-range';
import { runs } from '../../../builders/effort';
import { dayAt } from '../../../builders/license-moves';
import { aQuestion, someRights } from '../../../builders/random-rights';
import { naiveAnswer } from './naive-availability';
import { answeredFormats, naivePrice } from './naive-prices';

/** The number of cases for properties of one answer, and of every day of an answer. */
const CASES = { some: 2_000, many: 10_000 };
/** Situations that occur in less than one of a thousand cases prove little; the rarest of a kind occurs in three. */
const few = (cases: number) => runs(cases) / 1_000;

/** All random windows begin and, unless open, end before the last of these days. */
const CALENDAR = Array.from({ length: 200 }, (_, number) => isoDate(dayAt(number)));

describe('the availability of any title', () => {
  it('equals the answer for each day alone', () => {
    const reached = new Map<string, number>();
    forAnswers(CASES.many, (rights, question, { spans }) => {
      for (const span of spans) {
        const kind = span.available ? availableAs(span) : obstacleAs(span.obstacle);
        reached.set(kind, (reached.get(kind) ?? 0) + 1);
        for (const day of everyDay(span.days))
          if (!says(span, naiveAnswer(rights, question, day)))
            expect(span).toEqual({ ...naiveAnswer(rights, question, day), day });
      }
    });

    const { 'available twice': twice = 0, ...others } = Object.fromEntries(reached);
    expect(twice).toBeGreaterThan(few(CASES.many) / 5);
    expect(Object.entries(others).filter(([, times]) => times < few(CASES.many))).toEqual([]);
    expect([...reached.keys()].toSorted()).toEqual([
      ...['available', 'available twice', 'blocked', 'ended', 'held-back', 'held-back until'],
      ...['no-offer', 'not-assigned', 'not-for-device', 'not-in-format', 'not-in-language'],
      ...['not-licensed-there', 'not-started', 'retired', 'taken-down', 'void'],
    ]);
  });

  it('costs on each day and in each format what the price table says', () => {
    const reached = { amount: 0, euros: 0, 'not-sold': 0, missing: 0, changing: 0 };
    forAnswers(CASES.many, (_rights, question, { spans }) => {
      const given = spans.flatMap((span) => (span.available ? [span] : []));
      if (given.some((span, index) => index > 0 && isPriceChange(given[index - 1], span)))
        reached.changing += 1;
      for (const span of given)
        for (const { license, offer, prices } of [span, ...span.others])
          for (const format of answeredFormats(license, offer, question)) {
            const line =
              prices.find((one) => one.format === format) ??
              prices.find((one) => one.format === null);
            for (const day of everyDay(span.days))
              expect(line?.price ?? null).toEqual(
                naivePrice(license, offer, question, format, day),
              );
            const price = line?.price ?? null;
            if (price === 'not-sold') reached['not-sold'] += 1;
            else if (price === null) reached.missing += 1;
            else reached[price.currency === 'EUR' ? 'euros' : 'amount'] += 1;
          }
    });

    expect(Object.entries(reached).filter(([, times]) => times < few(CASES.many))).toEqual([]);
  });

  it('covers exactly the days asked about, in as few spans as possible', () => {
    forAnswers(CASES.some, (_rights, { days }, { spans }) => {
      expect(spans.flatMap((span) => everyDay(span.days))).toEqual(everyDay(days));
      for (const [index, span] of spans.slice(1).entries())
        expect(equal(answerIn(span), answerIn(spans[index]))).toBe(false);
    });
  });

  it('is yes, no or partly if all, no or some days are available', () => {
    const verdicts = new Set<string>();
    forAnswers(CASES.some, (rights, question, { verdict, spans }) => {
      const days = spans.flatMap((span) => everyDay(span.days));
      const yes = days.filter((day) => isAvailable(rights, question, day)).length;
      expect(verdict).toBe(yes === days.length ? 'yes' : yes === 0 ? 'no' : 'partly');
      verdicts.add(verdict);
    });

    expect([...verdicts].toSorted()).toEqual(['no', 'partly', 'yes']);
  });

  it('has the first available day after the first unavailable one, however late', () => {
    const reached = { within: 0, later: 0, never: 0 };
    forAnswers(CASES.some, (rights, question, { nextYes }) => {
      const { startsOn: start, endsOn: end } = question.days;
      const ahead = everyDay({ startsOn: start, endsOn: null });
      const no = ahead.find((day) => !isAvailable(rights, question, day));
      const asked = no !== undefined && (end === null || no < end);
      const next = ahead.find((day) => asked && day > no && isAvailable(rights, question, day));
      expect(nextYes).toBe(next ?? null);
      if (nextYes === null) reached.never += 1;
      else reached[end === null || nextYes < end ? 'within' : 'later'] += 1;
    });

    expect(Object.entries(reached).filter(([, times]) => times < few(CASES.some))).toEqual([]);
  });

  it('covers rights that begin, end, touch and stay open', () => {
    const reached = { open: 0, touching: 0, oneDay: 0, several: 0 };
    forAnswers(CASES.some, ({ licenses }, { days }) => {
      const offers = licenses.flatMap((license) => [...license.assigned, ...license.unassigned]);
      const ends = new Set(offers.map(({ window }) => window.endsOn));
      if (ends.has(null)) reached.open += 1;
      if (offers.some(({ window }) => ends.has(window.startsOn))) reached.touching += 1;
      if (days.days === 1) reached.oneDay += 1;
      if (licenses.length > 1) reached.several += 1;
    });

    expect(Object.entries(reached).filter(([, times]) => times < few(CASES.some))).toEqual([]);
  });
});

function forAnswers(
  cases: number,
  claim: (rights: TitleRights, question: AvailabilityQuestion, answer: Availability) => void,
): void {
  const property = fc.property(someRights, aQuestion, (rights, question) => {
    claim(rights, question, availabilityOf(rights, question));
  });
  fc.assert(property, { numRuns: runs(cases) });
}

function availableAs({ others }: AnsweredDays & { available: true }): string {
  return others.length === 0 ? 'available' : 'available twice';
}

function obstacleAs(obstacle: Obstacle): string {
  return obstacle.kind === 'held-back' && obstacle.until !== null
    ? 'held-back until'
    : obstacle.kind;
}

/** Whether the same offer goes on at other prices. */
function isPriceChange(
  before: Extract<AnsweredDays, { available: true }> | undefined,
  { offer, days }: Extract<AnsweredDays, { available: true }>,
): boolean {
  return before?.days.endsOn === days.startsOn && before.offer === offer;
}

function says(span: AnsweredDays, naive: ReturnType<typeof naiveAnswer>): boolean {
  if ('given' in naive)
    return (
      span.available &&
      equal(
        [span, ...span.others].map(({ license, offer }) => ({ license, offer })),
        naive.given,
      )
    );
  return !span.available && naive.reasons.some((reason) => equal(reason, span.obstacle));
}

function isAvailable(rights: TitleRights, question: AvailabilityQuestion, day: IsoDate): boolean {
  return 'given' in naiveAnswer(rights, question, day);
}

/** Every day of a span; of an open one, those of the calendar. */
function everyDay({ startsOn, endsOn }: { startsOn: IsoDate; endsOn: IsoDate | null }) {
  const from = CALENDAR.indexOf(startsOn);
  const to = endsOn === null ? -1 : CALENDAR.indexOf(endsOn);
  return CALENDAR.slice(from, to === -1 ? undefined : to);
}

function answerIn(span: AnsweredDays | undefined): unknown {
  return { ...span, days: null };
}

import { describe, expect, it } from 'vitest';
import type { LadderStep } from '../../../../src/domain/price-plan/ladder';
import {
  EmptyLadder,
  InvalidMonths,
  InvalidStepLength,
  lengthWords,
  NoDayForLastStep,
  OpenStepNotLast,
  priceLadder,
  stepLength,
} from '../../../../src/domain/price-plan/ladder';
import { InvalidDate } from '../../../../src/domain/values/date-range';
import { InvalidLength } from '../../../../src/domain/license/offer';
import { InvalidText } from '../../../../src/domain/values/text';
import { prices } from '../../../builders/license-builders';

describe('a price ladder', () => {
  const step = { name: 'Step', prices: prices('1'), days: 1 };

  it('is a run of consecutive offers', () => {
    const offers = priceLadder('2024-02-28', [step, { ...step, name: 'Next', days: 3 }], ['tv']);

    expect(offers.map(({ name, window }) => [name, window.startsOn, window.endsOn])).toEqual([
      ['Step', '2024-02-28', '2024-02-29'],
      ['Next', '2024-02-29', '2024-03-03'],
    ]);
  });

  it('has the same devices on every step', () => {
    const offers = priceLadder('2026-01-01', [step, step], ['mobile', 'tv']);

    expect(offers.map(({ devices }) => devices)).toEqual([
      ['tv', 'mobile'],
      ['tv', 'mobile'],
    ]);
  });

  it('has at most 100 steps', () => {
    const ladder = (steps: number) =>
      priceLadder(
        '2026-01-01',
        Array.from({ length: steps }, () => step),
        ['tv'],
      );

    expect(ladder(100)).toHaveLength(100);
    expect(() => ladder(101)).toThrow(EmptyLadder);
  });

  it('has at least one step', () => {
    expect(() => priceLadder('2026-01-01', [], ['tv'])).toThrow(EmptyLadder);
  });

  it('is refused with an invalid step', () => {
    const ladder = (part: object) =>
      priceLadder('2026-01-01', [step, { ...step, ...part }], ['tv']);

    expect(() => ladder({ days: 0 })).toThrow(InvalidLength);
    expect(() => ladder({ name: '' })).toThrow(InvalidText);
  });

  it('does not exceed the calendar', () => {
    expect(() => priceLadder('9999-12-31', [step], ['tv'])).toThrow(InvalidDate);
  });

  it.each<[string, Partial<LadderStep>[], (string | null)[]]>([
    [
      'a month ends on the last day of a shorter one, and returns to its day',
      [{ months: 1 }, { months: 1 }, { months: 1 }],
      ['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30'],
    ],
    ['a year in months keeps its day', [{ months: 12 }], ['2028-01-31', '2029-01-31']],
    [
      'months after days are counted from where the days end',
      [{ months: 1 }, { days: 2 }, { months: 1 }],
      ['2028-01-31', '2028-02-29', '2028-03-02', '2028-04-02'],
    ],
    [
      'an open last step ends with nothing',
      [{ days: 1 }, { days: null }],
      ['2028-01-31', '2028-02-01', null],
    ],
  ])('counts months by the calendar: %s', (_what, lengths, ends) => {
    const steps = lengths.map((length) => ({ name: 'Step', prices: prices('1'), ...length }));

    const offers = priceLadder('2028-01-31', steps, ['tv']);

    expect([offers[0]?.window.startsOn, ...offers.map(({ window }) => window.endsOn)]).toEqual(
      ends,
    );
  });

  it('runs in its last step until the license ends, and not beyond its last day', () => {
    const ladder = (until: string) =>
      priceLadder('2026-01-01', [step, { ...step, days: null }], ['tv'], until);

    expect(ladder('2026-01-03').at(-1)?.window.toData()).toEqual({
      startsOn: '2026-01-02',
      endsOn: '2026-01-03',
    });
    expect(() => ladder('2026-01-02')).toThrow(NoDayForLastStep);
  });

  it('has fixed steps of their length, whenever the license ends', () => {
    const [offer] = priceLadder('2026-01-01', [{ ...step, days: 9 }], ['tv'], '2026-01-03');

    expect(offer?.window.endsOn).toBe('2026-01-10');
  });

  it.each<[Partial<LadderStep>[], new (...parts: never[]) => Error]>([
    [[{ days: null }, { days: 1 }], OpenStepNotLast],
    [[{ days: 1, months: 1 }], InvalidStepLength],
    [[{}], InvalidStepLength],
    [[{ months: 0 }], InvalidMonths],
    [[{ months: 1.5 }], InvalidMonths],
    [[{ months: 1_201 }], InvalidMonths],
  ])('is refused with steps of %o', (lengths, refusal) => {
    const steps = lengths.map((length) => ({ name: 'Step', prices: prices('1'), ...length }));

    expect(() => priceLadder('2026-01-01', steps, ['tv'])).toThrow(refusal);
  });

  it('tells its lengths in words', () => {
    const words = [{ days: 1 }, { days: 1_000 }, { months: 1 }, { months: 2 }, { days: null }];

    expect(words.map((length) => lengthWords(stepLength(length)))).toEqual([
      ...['1 day', '1,000 days', '1 month', '2 months', 'until the license ends'],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { CopyPlan } from '../../../../src/domain/bulk/license-copy';
import type { DateShift } from '../../../../src/domain/values/date-shift';
import {
  copiedDetails,
  copiedOffers,
  NoDayLeft,
  NoOfferOnDay,
} from '../../../../src/domain/bulk/license-copy';
import { DateRange, isoDate } from '../../../../src/domain/values/date-range';
import {
  addMonths,
  InvalidDateShift,
  MAX_SHIFTED,
  shiftedDay,
} from '../../../../src/domain/values/date-shift';
import { aLicense, anOffer, days } from '../../../builders/license-builders';

const SAME: CopyPlan = {
  ...{ contractId: '', name: 'Copy', territories: ['GB'], shift: null },
  ...{ offers: null, titles: null },
};
const months = (by: number): DateShift => ({ unit: 'months', by });
const windows = (offers: ReturnType<typeof copiedOffers>) =>
  offers.map(({ copy }) => copy?.window.toString() ?? null);

describe('a day some months later', () => {
  it.each([
    ['2026-01-15', 12, '2027-01-15'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-03-31', -1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-01'],
    ['9999-11-30', 1, '9999-12-30'],
  ])('%s by %d is %s', (day, by, later) => {
    expect(addMonths(isoDate(day), by)).toBe(later);
  });

  it.each([
    ['9999-12-01', 1],
    ['1900-01-31', -1],
  ])('%s by %d is beyond the calendar', (day, by) => {
    expect(() => addMonths(isoDate(day), by)).toThrow('is not a valid date');
  });

  it('keeps the order of days', () => {
    for (
      let day = isoDate('2027-12-25');
      day < '2028-04-05';
      day = shiftedDay(day, { unit: 'days', by: 1 })
    )
      expect(addMonths(shiftedDay(day, { unit: 'days', by: 1 }), 1) >= addMonths(day, 1)).toBe(
        true,
      );
  });
});

describe('a copy of a license', () => {
  const year = aLicense({
    terms: { window: days('2026-01-01', '2026-12-31') },
    offers: [
      anOffer({ window: days('2026-01-01', '2026-01-30') }),
      anOffer({ window: days('2026-01-31', '2026-03-31') }),
      anOffer({ window: days('2026-12-31', '2026-12-31') }),
    ],
  });

  it('has the terms of the original, but for its name, territories and days', () => {
    const { terms } = year.details.toData();
    expect(copiedDetails(year, SAME)).toMatchObject({
      ...{ name: 'Copy', notes: '' },
      terms: { ...terms, territories: ['GB'] },
    });
    const { window } = copiedDetails(year, { ...SAME, shift: months(12) }).terms;
    expect(window).toEqual(days('2027-01-01', '2027-12-31'));
    const open = aLicense({ terms: { window: days('2026-01-01', null) } });
    const later = copiedDetails(open, { ...SAME, shift: { unit: 'days', by: -1 } }).terms.window;
    expect(later).toEqual(days('2025-12-31', null));
  });

  it('has its offers on the days of the copy, touching where they touched', () => {
    expect(windows(copiedOffers(year, SAME))).toEqual(
      year.timeline.offers.map(({ window }) => window.toString()),
    );
    expect(windows(copiedOffers(year, { ...SAME, shift: months(1) }))).toEqual([
      DateRange.fromDays('2026-02-01', '2026-02-27').toString(),
      DateRange.fromDays('2026-02-28', '2026-04-30').toString(),
      DateRange.fromDays('2027-01-31', '2027-01-31').toString(),
    ]);
  });

  it('has the chosen offers only', () => {
    expect(copiedOffers(year, { ...SAME, offers: [] })).toEqual([]);
    const some = copiedOffers(year, { ...SAME, offers: ['2026-01-31'] });
    expect(some.map(({ original }) => original.window.startsOn)).toEqual(['2026-01-31']);
    expect(() => copiedOffers(year, { ...SAME, offers: ['2026-01-30'] })).toThrow(NoOfferOnDay);
  });

  it('leaves no day to an offer that falls between the ends of two months', () => {
    const last = aLicense({ offers: [anOffer({ window: days('2026-01-30', '2026-01-30') })] });
    expect(copiedOffers(last, { ...SAME, shift: months(1) })).toMatchObject([
      { refusal: expect.any(NoDayLeft) as unknown },
    ]);
  });

  it.each([
    months(0),
    months(1.5),
    months(MAX_SHIFTED.months + 1),
    { unit: 'days' as const, by: -MAX_SHIFTED.days - 1 },
  ])('is not shifted by %o', (shift) => {
    expect(() => copiedDetails(year, { ...SAME, shift })).toThrow(InvalidDateShift);
  });

  it('is shifted by as much as ten years', () => {
    for (const shift of [
      months(-MAX_SHIFTED.months),
      { unit: 'days', by: MAX_SHIFTED.days } as const,
    ])
      expect(copiedDetails(year, { ...SAME, shift }).name).toBe('Copy');
  });
});

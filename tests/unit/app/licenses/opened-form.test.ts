import { describe, expect, it } from 'vitest';
import type { DaySpan } from '@/timeline/model';
import { newOfferAddress } from '../../../../app/licenses/license-address';
import { freeWithin } from '../../../../app/licenses/opened-form';
import { dayNumber, isoDate } from '../../../../src/domain/values/date-range';

describe('days that a link asks for', () => {
  const license = {
    window: span('2026-01-01', '2027-01-01'),
    offers: [span('2026-03-01', '2026-04-01'), span('2026-06-01', '2026-07-01')] as never,
  };
  const free = (first?: string, last?: string) => freeWithin({ first, last }, license);

  it('are taken as they are where they are free', () => {
    expect(free('2026-04-10', '2026-04-20')).toEqual(span('2026-04-10', '2026-04-21'));
  });

  it('are cut to the first free ones among them', () => {
    expect(free('2026-03-10', '2026-06-10')).toEqual(span('2026-04-01', '2026-06-01'));
    expect(free('2026-02-20', '2026-03-10')).toEqual(span('2026-02-20', '2026-03-01'));
    expect(free('2026-12-20', 'open')).toEqual(span('2026-12-20', '2027-01-01'));
    expect(free('2025-12-20', '2026-01-10')).toEqual(span('2026-01-01', '2026-01-11'));
  });

  it('are none where nothing of them is free', () => {
    expect(free('2026-03-10', '2026-03-20')).toBeNull();
    expect(free('2027-03-10', 'open')).toBeNull();
    expect(free()).toBeNull();
  });

  it('are in the address inclusive', () => {
    expect(newOfferAddress('id', { startsOn: '2026-03-01', endsOn: '2026-04-01' })).toBe(
      '/licenses/id?action=new-offer&first=2026-03-01&last=2026-03-31',
    );
    expect(newOfferAddress('id', { startsOn: '2026-03-01', endsOn: null })).toContain('last=open');
    expect(newOfferAddress('id')).toBe('/licenses/id?action=new-offer');
  });
});

function span(startsOn: string, endsOn: string): DaySpan {
  return { start: dayNumber(isoDate(startsOn)), end: dayNumber(isoDate(endsOn)) };
}

import { describe, expect, it } from 'vitest';
import { postedText, shownDay } from '../../../../app/ui/fields/day-text';

describe('a day that a date field has posted', () => {
  it('is shown again', () => {
    expect(shownDay('2027-02-28')).toMatchObject({
      day: { year: 2027, month: 2, day: 28 },
      impossibleDay: null,
    });
  });

  it('is shown again as it was typed where the month has no such day', () => {
    const text = postedText({ day: 31, month: 2, year: 2027 });

    expect(text).toBe('31 Feb 2027');
    expect(shownDay(text)).toMatchObject({
      day: { year: 2027, month: 2, day: 28 },
      impossibleDay: 31,
    });
  });

  it.each(['', null, undefined, '30 Nov yyyy', 'dd mm 2027', '31 Foo 2027', 'open'])(
    'is shown as none: %s',
    (text) => {
      expect(shownDay(text)).toBeNull();
    },
  );
});

import { describe, expect, it } from 'vitest';
import { pastedDay } from '../../../../app/ui/fields/pasted-day';

function read(text: string): string | null {
  const pasted = pastedDay(text);
  if (pasted === null) return null;
  return pasted.kind === 'day' ? pasted.day.toString() : `${pasted.kind}: ${pasted.message}`;
}

describe('a pasted day', () => {
  it.each([
    ['2030-12-31', '2030-12-31'],
    ['2030/12/31', '2030-12-31'],
    ['20301231', '2030-12-31'],
    ['12/31/2030', '2030-12-31'],
    ['31/12/2030', '2030-12-31'],
    ['12/31/30', '2030-12-31'],
    ['31.12.30', '2030-12-31'],
    ['1.2.2030', '2030-02-01'],
    ['12.31.2030', '2030-12-31'],
    ['31-12-2030', '2030-12-31'],
    ['4/4/2030', '2030-04-04'],
    ['31-Dec-30', '2030-12-31'],
    ['31-DEC-2030', '2030-12-31'],
    ['31Dec2030', '2030-12-31'],
    ['31 December 2030', '2030-12-31'],
    ['31st December, 2030', '2030-12-31'],
    ['Dec. 31, 2030', '2030-12-31'],
    ['December 31st 2030', '2030-12-31'],
    ['Sept 5, 2030', '2030-09-05'],
    ['Tue, 31 Dec 2030', '2030-12-31'],
    ['2030-Dec-31', '2030-12-31'],
    ['29/02/2028', '2028-02-29'],
    ['1-Jan-69', '2069-01-01'],
  ])('%s is %s', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it.each([
    ['  31 Dec 2030\n', '2030-12-31'],
    ['12/31/2030 12:00:00 AM', '2030-12-31'],
    ['2030-12-31T00:00:00Z', '2030-12-31'],
    ['2030-12-31 00:00', '2030-12-31'],
  ])('may have space around it or the first moment of the day: %j', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it.each([
    ['03/04/2030', '3 Apr 2030 or 4 Mar 2030'],
    ['03-04-2030', '3 Apr 2030 or 4 Mar 2030'],
    ['30-12-31', '30 Dec 2031 or 31 Dec 2030'],
    ['02-03-04', '2 Mar 2004, 3 Feb 2004 or 4 Mar 2002'],
    ['31-Dec-99', '31 Dec 2099 or 31 Dec 1999'],
  ])('%s is not guessed, and both readings are said', (text, meanings) => {
    expect(read(text)).toBe(`ambiguous: “${text}” can mean ${meanings}. Type the day.`);
  });

  it.each([
    ['31/02/2030', '“31/02/2030” is not a day. Paste it like 31 Dec 2030 or 2030-12-31.'],
    ['31 Feb 2030', '“31 Feb 2030” is not a day: Feb 2030 has 28 days.'],
    ['2030-02-30', '“2030-02-30” is not a day: Feb 2030 has 28 days.'],
    ['47848', '“47848” is not a day. Paste it like 31 Dec 2030 or 2030-12-31.'],
    ['31 Marble 2030', '“31 Marble 2030” is not a day. Paste it like 31 Dec 2030 or 2030-12-31.'],
    [
      '2030-12-31T23:59:59Z',
      '“2030-12-31T23:59:59Z” is not a day. Paste it like 31 Dec 2030 or 2030-12-31.',
    ],
    ['Open', '“Open” is not a day. Paste it like 31 Dec 2030 or 2030-12-31.'],
  ])('%s is said to be none', (text, message) => {
    expect(read(text)).toBe(`unreadable: ${message}`);
  });

  it('shows the beginning of a long text', () => {
    expect(read('x'.repeat(50))).toContain(`“${'x'.repeat(40)}…”`);
  });

  it('is nothing in an empty text', () => {
    expect(read(' \n')).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralized, restored } from '../../../../src/domain/avails/cell-text';
import { runs } from '../../../builders/effort';

const DANGEROUS = ['=', '+', '-', '@', '\t', '\r', '\0'];

/** Texts that often begin with what matters. */
const texts = fc
  .tuple(
    fc.array(fc.constantFrom("'", ...DANGEROUS, 'a', ' '), { maxLength: 4 }),
    fc.string({ unit: 'grapheme' }),
  )
  .map(([start, rest]) => start.join('') + rest);

describe('text in a cell', () => {
  it.each(DANGEROUS)('that begins with %j is led by an apostrophe', (start) => {
    expect(neutralized(`${start}1+1`)).toBe(`'${start}1+1`);
  });

  it.each(['', 'Plain', "'", "'quoted'", "Schindler's", '1-2', ' =1', '\n=1', "' =1"])(
    'that does not, such as %j, stays as it is',
    (text) => {
      expect(neutralized(text)).toBe(text);
      expect(restored(text)).toBe(text);
    },
  );

  it('that looks as if it had been made safe gets one more apostrophe', () => {
    expect(neutralized("'=1")).toBe("''=1");
    expect(restored("''=1")).toBe("'=1");
  });

  it('never begins with what a spreadsheet program runs, and comes back as it was', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(DANGEROUS).not.toContain(neutralized(text).charAt(0));
        expect(restored(neutralized(text))).toBe(text);
      }),
      { numRuns: runs(2_000) },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsQuotePrefix, neutralized } from '../../../../src/domain/avails/cell-text';
import { runs } from '../../../builders/effort';

const DANGEROUS = ['=', '+', '-', '@', '\t', '\r', '\0'];

/** Texts that often begin with what matters. */
const texts = fc
  .tuple(
    fc.array(fc.constantFrom("'", ...DANGEROUS, 'a', ' '), { maxLength: 4 }),
    fc.string({ unit: 'grapheme' }),
  )
  .map(([start, rest]) => start.join('') + rest);

describe('text in a file without types', () => {
  it.each(DANGEROUS)('that begins with %j is led by an apostrophe', (start) => {
    expect(neutralized(`${start}1+1`)).toBe(`'${start}1+1`);
  });

  it.each(['', 'Plain', "'", "'quoted'", "Schindler's", '1-2', ' =1', '\n=1', "' =1"])(
    'that does not, such as %j, stays as it is',
    (text) => {
      expect(neutralized(text)).toBe(text);
    },
  );

  it('that looks as if it had been made safe gets one more apostrophe', () => {
    expect(neutralized("'=1")).toBe("''=1");
  });

  it('never begins with what a spreadsheet program runs, and is told apart from others', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const safe = neutralized(text);
        expect(DANGEROUS).not.toContain(safe.charAt(0));
        expect([text, `'${text}`]).toContain(safe);
        // Another text that would be the same in the file is written otherwise.
        if (safe === text) expect(neutralized(text.replace(/^'/, ''))).not.toBe(`'${text}`);
        else expect(neutralized(safe)).not.toBe(safe);
      }),
      { numRuns: runs(2_000) },
    );
  });
});

describe('text in a file with types', () => {
  it.each([...DANGEROUS.map((start) => `${start}1`), "'+1", "'quoted'", "'"])(
    'is marked as text when it is like %j',
    (text) => {
      expect(needsQuotePrefix(text)).toBe(true);
    },
  );

  it.each(['', 'Plain', "Schindler's", '1-2', ' =1'])(
    'needs no mark when it is like %j',
    (text) => {
      expect(needsQuotePrefix(text)).toBe(false);
    },
  );
});

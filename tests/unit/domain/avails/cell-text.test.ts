import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsQuotePrefix, neutralized } from '../../../../src/domain/avails/cell-text';
import { runs } from '../../../builders/effort';

const DANGEROUS = ['=', '+', '-', '@', '\t', '\r', '\0'];

/** Texts that often begin with significant characters. */
const texts = fc
  .tuple(
    fc.array(fc.constantFrom("'", ...DANGEROUS, 'a', ' '), { maxLength: 4 }),
    fc.string({ unit: 'grapheme' }),
  )
  .map(([start, rest]) => start.join('') + rest);

describe('text in CSV', () => {
  it.each(DANGEROUS)('that begins with %j gets a leading apostrophe', (start) => {
    expect(neutralized(`${start}1+1`)).toBe(`'${start}1+1`);
  });

  it.each(['', 'Plain', "'", "'quoted'", "Schindler's", '1-2', ' =1', '\n=1', "' =1"])(
    'that does not, such as %j, stays as it is',
    (text) => {
      expect(neutralized(text)).toBe(text);
    },
  );

  it('that looks neutralized gets another apostrophe', () => {
    expect(neutralized("'=1")).toBe("''=1");
  });

  it('never begins a formula, and different texts stay different', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const safe = neutralized(text);
        expect(DANGEROUS).not.toContain(safe.charAt(0));
        expect([text, `'${text}`]).toContain(safe);
        // A text that equals the neutralized form must be neutralized differently.
        if (safe === text) expect(neutralized(text.replace(/^'/, ''))).not.toBe(`'${text}`);
        else expect(neutralized(safe)).not.toBe(safe);
      }),
      { numRuns: runs(2_000) },
    );
  });
});

describe('text in a workbook', () => {
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

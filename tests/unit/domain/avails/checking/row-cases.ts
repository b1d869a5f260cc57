import { expect, it } from 'vitest';
import type { ImportRules } from '../../../../../src/domain/avails/import-rules';
import type { Cells } from '../../../../builders/sheet-builders';
import { checkOf, entriesOf, problemLines } from '../../../../builders/sheet-builders';

/** The changed cells of a row and the expected problems: code, severity and column. */
export type Case = readonly [what: string, changed: Cells, ...expected: string[]];

/** The problems of a file with this one row: code, severity and column. */
export function problemsOf(cells: Cells, rules: Partial<ImportRules> = {}): string[] {
  return problemLines(checkOf([cells], rules)).map((line) => line.replace(/^\d+ /, ''));
}

/** The cells of a price. */
export function price(type: string, value: string, others: Cells = {}): Cells {
  return { 'AvailTrans/PriceType': type, 'AvailTrans/PriceValue': value, ...others };
}

function isStopped(expected: readonly string[]): boolean {
  return expected.some((line) => line.includes(' error '));
}

/** Expects exactly these problems, and no entry if one of them is an error. */
export function expectProblems(base: Cells, cases: readonly Case[]): void {
  it.each(cases.map(([what, changed, ...expected]) => ({ what, changed, expected })))(
    '$what',
    ({ changed, expected }) => {
      expect(problemsOf({ ...base, ...changed })).toEqual(expected);
      const [entry] = entriesOf(checkOf([{ ...base, ...changed }]));
      expect(entry === null).toBe(isStopped(expected));
    },
  );
}

import type { ImportRules } from '../../../src/domain/avails/import-rules';

/** One way a rule can be set. */
export interface RuleOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** What it does, as a sentence. */
  readonly meaning: string;
}

export const END_DATES: readonly RuleOption<ImportRules['endDates']>[] = [
  {
    value: 'inclusive',
    label: 'The last day',
    meaning: 'A date in the End column is the last day of the window, as in the standard.',
  },
  {
    value: 'exclusive',
    label: 'The day after',
    meaning: 'A date in the End column is the first day after the window, as some studios use it.',
  },
];

export const HANDOVERS: readonly RuleOption<ImportRules['sameDayHandover']>[] = [
  {
    value: 'hand-over',
    label: 'Shorten the first window',
    meaning:
      'A window that ends on the first day of the next window of the same title is shortened by a day.',
  },
  {
    value: 'refuse',
    label: 'Refuse',
    meaning: 'Windows of the same title that share a day overlap, and both rows are refused.',
  },
];

export const REDUCTIONS: readonly RuleOption<ImportRules['reductions']>[] = [
  {
    value: 'split',
    label: 'Split the base offer',
    meaning: 'The offer they reduce is split into before, reduction and after.',
  },
  {
    value: 'refuse',
    label: 'Refuse',
    meaning: 'They overlap the offer they reduce, and their rows are refused.',
  },
];

export const LICENSES: readonly RuleOption<ImportRules['licenses']>[] = [
  {
    value: 'propose',
    label: 'Propose a license',
    meaning:
      'The review proposes a license that covers them. Use this for the first file of a studio.',
  },
  {
    value: 'existing',
    label: 'Refuse',
    meaning: 'Only rows that a stored license covers are accepted. Other rows are refused.',
  },
];

import type { ImportRules } from '../../src/domain/avails/import-rules';

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
    meaning: 'A date in the End column is the last day of the window, as the standard has it.',
  },
  {
    value: 'exclusive',
    label: 'The day after',
    meaning: 'A date in the End column is the first day after the window, as some studios have it.',
  },
];

export const HANDOVERS: readonly RuleOption<ImportRules['sameDayHandover']>[] = [
  {
    value: 'hand-over',
    label: 'Hand over',
    meaning:
      'A window that ends on the day the next one of the same title starts ends the day before.',
  },
  {
    value: 'refuse',
    label: 'Refuse',
    meaning: 'Two windows of the same title that share a day overlap, and both rows are refused.',
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

export const FORMATS: readonly RuleOption<ImportRules['formats']>[] = [
  {
    value: 'refuse',
    label: 'Refuse',
    meaning: 'Rows of one title whose formats (SD, HD and so on) differ in price are refused.',
  },
  {
    value: 'best-format',
    label: 'Take the best format',
    meaning: 'Of the formats of one title on the same days, the best one’s price is taken.',
  },
];

export const LICENSES: readonly RuleOption<ImportRules['licenses']>[] = [
  {
    value: 'propose',
    label: 'Propose a license',
    meaning: 'A license that covers them is proposed in the review: for a studio’s first file.',
  },
  {
    value: 'existing',
    label: 'Refuse',
    meaning: 'Only what a stored license covers is taken, and the other rows are refused.',
  },
];

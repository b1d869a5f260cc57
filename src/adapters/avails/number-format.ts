import { SSF } from '@e965/xlsx';

/** The part of the library's formatter that is used here; its types say `any`. */
interface Formatter {
  format(format: string, value: number | string): string;
}

const formatter = SSF as Formatter;

/** How a display format shows a number. `text` shows only letters, `general` is the format of cells without one. */
export type NumberKind = 'general' | 'number' | 'date' | 'time' | 'elapsed' | 'text';

/** One part of a format between semicolons (ECMA-376-1, 18.8.31). */
interface Section {
  readonly kind: NumberKind;
  /** Without letters, colors and conditions. */
  readonly bare: string;
  readonly applies: ((value: number) => boolean) | null;
}

/** Quoted letters, an escaped one, a space of a character's width, a fill character, a bracket, or any other character. */
const TOKEN = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[^]/g;
const LETTERS = /^["\\_*]/;
const CONDITION = /^\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d*)?)\]$/;
/** At least two zeros, with separators. */
const ZEROS = /^0[-/ ]?0[-/ 0]*$/;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;

const COMPARISONS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
  '=': (value, bound) => value === bound,
  '<>': (value, bound) => value !== bound,
};

/** The properties of a display format that matter for reading. */
export class NumberFormat {
  private static readonly known = new Map<string, NumberFormat>();

  static of(code: string): NumberFormat {
    const known = NumberFormat.known.get(code);
    if (known !== undefined) return known;
    const format = new NumberFormat(code);
    NumberFormat.known.set(code, format);
    return format;
  }

  private readonly sections: readonly Section[];
  private readonly shownBefore = new Map<number, string | null>();

  private constructor(private readonly code: string) {
    this.sections = sectionsOf(code);
  }

  /** The kind of the section for a number. A number without its own section uses the first one. */
  kindOf(value: number): NumberKind {
    return this.sectionFor(value)?.kind ?? 'general';
  }

  /** Whether the section for this number adds leading zeros: `00000`, `"A-"000-0000`. */
  padsZeros(value: number): boolean {
    return Number.isInteger(value) && ZEROS.test(this.sectionFor(value)?.bare.trim() ?? '');
  }

  /** The displayed text of a number, except for the column width; `null` for an invalid format. */
  shown(value: number): string | null {
    const before = this.shownBefore.get(value);
    if (before !== undefined) return before;
    const shown = this.format(value);
    this.shownBefore.set(value, shown);
    return shown;
  }

  private format(value: number): string | null {
    try {
      return formatter.format(this.code, value).trim();
    } catch (error) {
      // The library throws plain errors for unquoted letters, which spreadsheet programs display as they are.
      if (error instanceof Error) return null;
      throw error;
    }
  }

  private sectionFor(value: number): Section | undefined {
    const [first, second = first, third] = this.sections;
    if (this.sections.some(({ applies }) => applies !== null))
      return (
        this.sections.find(({ applies }) => applies?.(value) === true) ??
        this.sections.find(({ applies }) => applies === null) ??
        first
      );
    if (value < 0) return second;
    return value > 0 ? first : (third ?? first);
  }
}

/** The sections for numbers, without the one for text, which is last and contains `@`. */
function sectionsOf(code: string): readonly Section[] {
  const sections: string[][] = [[]];
  for (const token of code.match(TOKEN) ?? []) {
    if (token === ';') sections.push([]);
    else sections.at(-1)?.push(token);
  }
  return sections.filter((tokens) => !tokens.includes('@')).map(sectionOf);
}

function sectionOf(tokens: readonly string[]): Section {
  const bare = tokens.filter((token) => !LETTERS.test(token)).join('');
  const plain = bare.replace(/\[[^\]]*\]/g, '');
  const [, comparison = '', bound] =
    tokens.map((token) => CONDITION.exec(token)).find((match) => match !== null) ?? [];
  const compare = COMPARISONS[comparison];
  return {
    kind: kindOf(bare, plain),
    bare: plain,
    applies: compare === undefined ? null : (value) => compare(value, Number(bound)),
  };
}

function kindOf(bare: string, plain: string): NumberKind {
  if (ELAPSED.test(bare)) return 'elapsed';
  if (/general/i.test(plain)) return 'general';
  const letters = plain.replace(/s\.0+/gi, 's').replace(/AM\/PM|A\/P/gi, '');
  if (/[0#?]/.test(letters)) return 'number';
  // `e` is the year of an era or of four digits, `g` the name of the era, `b` a Buddhist year.
  if (/[ydegb]/i.test(letters)) return 'date';
  if (/[hs]/i.test(letters)) return 'time';
  return /m/i.test(letters) ? 'date' : 'text';
}

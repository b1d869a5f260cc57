import { SSF } from '@e965/xlsx';

/** What of the library's formatter is used here; its types say `any`. */
interface Formatter {
  format(format: string, value: number | string): string;
}

const formatter = SSF as Formatter;

/**
 * What a display format makes of a number. `text` shows nothing of it but letters, `general` is the format of cells that have
 * none.
 */
export type NumberKind = 'general' | 'number' | 'date' | 'time' | 'elapsed' | 'text';

/** One of the parts of a format between semicolons (ECMA-376-1, 18.8.31). */
interface Section {
  readonly kind: NumberKind;
  /** Without letters, colors and conditions. */
  readonly bare: string;
  readonly applies: ((value: number) => boolean) | null;
}

/** Quoted letters, an escaped one, room for one, one that fills the cell, a bracket, or any other character. */
const TOKEN = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[^]/g;
const LETTERS = /^["\\_*]/;
const CONDITION = /^\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d*)?)\]$/;
/** Two zeros or more and what may stand between them. */
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

/** A format as far as reading goes by it. */
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

  /** What the section for this number makes of it. A number that no section of its own is for is as the first one says. */
  kindOf(value: number): NumberKind {
    return this.sectionFor(value)?.kind ?? 'general';
  }

  /** Whether the section for this number fills it up with zeros: `00000`, `"A-"000-0000`. */
  padsZeros(value: number): boolean {
    return Number.isInteger(value) && ZEROS.test(this.sectionFor(value)?.bare.trim() ?? '');
  }

  /** What a cell with this number shows, but for the width of its column; `null` for a format that is none. */
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
      // The library throws plain errors for letters that are not quoted, which spreadsheet programs show as they are.
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

/** The sections for numbers: one for text, which is the last and has an `@`, is left out. */
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

/** In characters. No identifier and no title is longer. */
export const MAX_LINE_LENGTH = 500;
/** As many lines as are looked up in one go: the server takes no more than 256 KB. */
export const LINES_AT_ONCE = 100;

/** The lines of a pasted text, each once, without blanks around them. */
export function linesOf(text: string): string[] {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** Lines in lots that can be looked up; those that are too long to name anything are in none. */
export function lotsOf(lines: readonly string[]): string[][] {
  const asked = lines.filter((line) => line.length <= MAX_LINE_LENGTH);
  return Array.from({ length: Math.ceil(asked.length / LINES_AT_ONCE) }, (_, lot) =>
    asked.slice(lot * LINES_AT_ONCE, (lot + 1) * LINES_AT_ONCE),
  );
}

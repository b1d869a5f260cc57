/** Any number of apostrophes, then what a spreadsheet program takes for a formula, in full width, too, or drops. */
const DANGEROUS = /^'*[=+\-@＝＋－＠\t\r\0]/;

/**
 * A text as it is safe in comma-separated text, which has no types: one that would begin a formula is led by an apostrophe. A
 * text that looks as if it had been made safe already gets one more, so that different texts stay different.
 */
export function neutralized(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** Whether a spreadsheet program would take a text for something else, or drop its apostrophe, when it is typed. */
export function needsQuotePrefix(text: string): boolean {
  return text.startsWith("'") || DANGEROUS.test(text);
}

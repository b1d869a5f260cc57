/** Any number of apostrophes, then what a spreadsheet program takes for a formula, in full width, too, or drops. */
const DANGEROUS = /^'*[=+\-@＝＋－＠\t\r\0]/;
const NEUTRALIZED = /^'+[=+\-@＝＋－＠\t\r\0]/;

/**
 * A text as it is safe in a cell of a file that others open: one that would begin a formula is led by an apostrophe. A text
 * that looks as if it had been made safe already gets one more, so that every text comes back as it was.
 */
export function neutralized(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** The text that `neutralized` was given. */
export function restored(text: string): string {
  return NEUTRALIZED.test(text) ? text.slice(1) : text;
}

/**
 * Any number of apostrophes, then a character that a spreadsheet program drops or takes for the start of a formula,
 * including full-width forms.
 */
const DANGEROUS = /^'*[=+\-@＝＋－＠\t\r\0]/;

/**
 * Neutralizes a text for CSV, which has no types: a text that could start a formula gets a leading apostrophe. A text that
 * already looks neutralized gets another one, so that different texts stay different.
 */
export function neutralized(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** The text that `neutralized` made another of. */
export function restored(text: string): string {
  return text.startsWith("'") && DANGEROUS.test(text) ? text.slice(1) : text;
}

/** Whether a spreadsheet program would misinterpret a text, or drop its apostrophe, when it is typed. */
export function needsQuotePrefix(text: string): boolean {
  return text.startsWith("'") || DANGEROUS.test(text);
}

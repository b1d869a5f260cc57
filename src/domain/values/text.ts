import { DomainError } from '../errors';

/**
 * C0 and C1 controls, line and paragraph separators, bidirectional controls, unpaired surrogates and U+FFFD, which stands
 * where a character was lost: text that was no UTF-8 and was read as if it were.
 */
const UNREADABLE = /[\p{Cc}\p{Cs}\uFFFD\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const UNREADABLE_BUT_LINES =
  /[^\P{Cc}\n\t]|[\p{Cs}\uFFFD\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Anything to be seen: neither space nor control nor one of the characters that are meant to look like nothing. */
const VISIBLE = /[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]/u;
/** The most characters of any other line, in UTF-16 code units. */
export const MAX_LINE_LENGTH = 120;
/**
 * The most characters of a title’s name and of an identifier, which come from elsewhere and have no limit there. Every index of
 * the database holds as many.
 */
export const MAX_NAME_LENGTH = 500;
export const MAX_NOTES_LENGTH = 5_000;

/**
 * One line that people know something by (a name, a reference number): trimmed, in Unicode NFC, 1 to 120 characters or as
 * many as are said.
 *
 * @param field the form field that a refusal belongs to
 * @param what what the text is, as the refusal's sentence begins: `A license’s name`
 * @param most the most characters
 * @throws InvalidText when it is empty, too long, or has control or bidirectional characters
 */
export function shortText(
  text: string,
  field: string,
  what: string,
  most: number = MAX_LINE_LENGTH,
): string {
  const clean = text.normalize('NFC').trim();
  if (!VISIBLE.test(clean)) throw new InvalidText(field, `${what} cannot be empty.`);
  if (clean.length > most)
    throw new InvalidText(
      field,
      `${what} has at most ${most} characters; this has ${clean.length.toLocaleString('en-US')}.`,
    );
  if (UNREADABLE.test(clean))
    throw new InvalidText(field, `${what} has an invalid character. Type it again.`);
  return clean;
}

/**
 * Free text of several lines, possibly empty, at most 5,000 characters.
 *
 * @throws InvalidText when it is too long or has control or bidirectional characters
 */
export function notesText(text: string): string {
  const clean = text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (clean.length > MAX_NOTES_LENGTH)
    throw new InvalidText(
      'notes',
      `Notes have at most 5,000 characters; these have ${clean.length.toLocaleString('en-US')}.`,
    );
  if (UNREADABLE_BUT_LINES.test(clean))
    throw new InvalidText('notes', 'The notes have an invalid character. Type them again.');
  return clean;
}

export class InvalidText extends DomainError {
  readonly code = 'invalid-text';

  constructor(
    override readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

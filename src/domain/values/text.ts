import { DomainError } from '../errors';

/**
 * C0 and C1 controls, line and paragraph separators, bidirectional controls, unpaired surrogates and U+FFFD, which replaces
 * characters lost when text in another encoding was decoded as UTF-8.
 */
const UNREADABLE = /[\p{Cc}\p{Cs}\uFFFD\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const UNREADABLE_BUT_LINES =
  /[^\P{Cc}\n\t]|[\p{Cs}\uFFFD\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Any visible character: not a space, a control or a default-ignorable character. */
const VISIBLE = /[^\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]/u;
/** The maximum length of any other line, in UTF-16 code units. */
export const MAX_LINE_LENGTH = 120;
/**
 * The maximum length of a title’s name and of an identifier, which are assigned elsewhere without a limit. It fits into
 * every index of the database.
 */
export const MAX_NAME_LENGTH = 500;
export const MAX_NOTES_LENGTH = 5_000;

/**
 * Validates a one-line text such as a name or a reference number: trimmed, in Unicode NFC, 1 to 120 characters unless
 * `most` is given.
 *
 * @param field the form field that an error belongs to
 * @param what the subject of the error message: `A license’s name`
 * @param most the maximum length
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
 * Validates multi-line text, possibly empty, at most 5,000 characters.
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

import * as z from 'zod';
import { MAX_LINE_LENGTH, MAX_NOTES_LENGTH, notesText, shortText } from '../domain/values/text';
import { valid } from './valid';

/**
 * One line of text.
 *
 * @param what how a refusal calls it, such as “An offer’s name”
 * @param most its length in characters at most
 */
export function line(what: string, field = 'name', most = MAX_LINE_LENGTH) {
  return valid(z.string().max(most), (text) => shortText(text, field, what, most)).meta({
    minLength: 1,
  });
}

/** Notes in several lines; empty for none. */
export const Notes = valid(z.string().max(MAX_NOTES_LENGTH), notesText);

import * as z from 'zod';

/** What no file system shows and no sentence should hold: controls, and what turns the direction of text. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const MAX_NAME_LENGTH = 120;

/** The name of an uploaded file. It is for people: what of it cannot be shown is left out. */
export const FileName = z
  .string()
  .max(2_000)
  .transform((name) =>
    name.normalize('NFC').slice(-MAX_NAME_LENGTH).replace(UNPRINTABLE, '').trim(),
  )
  .transform((name) => (name === '' ? 'Workbook without a name' : name));

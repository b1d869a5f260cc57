import * as z from 'zod';

// Parts of a page's address. What cannot be read is left out: an address is typed, shared and cut off.

/** A list's place to go on from, as the list before it gave it: as long as the names it stands for. */
export const cursor = z.string().max(8_000).optional().catch(undefined);

/** A part of a page's address; what cannot be looked up (PostgreSQL has no text with U+0000) is left out. */
export const searched = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !text.includes('\0'))
  .optional()
  .catch(undefined);

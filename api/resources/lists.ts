import * as z from 'zod';
import type { Page } from '../../src/service/page';
import { notValid } from '../problems/problem';
import { wholeNumber } from '../document/schemas';

const MAX_PAGE = 200;
const USUAL_PAGE = 50;

/** A page of something. */
export function pageOf<Item extends z.ZodType>(name: string, item: Item) {
  return z
    .strictObject({
      items: z.array(item).readonly(),
      next: z.string().nullable().meta({ description: 'The cursor of the next page.' }),
      previous: z.string().nullable(),
      total: z.int().meta({ description: 'Counted up to 10,000; 10,001 is more than that.' }),
    })
    .meta({ id: name });
}

/** What every list takes. */
export const paging = {
  cursor: z
    .string()
    .max(8_000)
    .optional()
    .meta({ description: 'The `next` or `previous` of another page.' }),
  limit: wholeNumber(1, MAX_PAGE)
    .optional()
    .transform((limit) => limit ?? USUAL_PAGE)
    .meta({ type: 'integer', minimum: 1, maximum: MAX_PAGE, default: USUAL_PAGE }),
};

/** @throws Problem: invalid-input when the cursor led to no page of the list */
export function requireKnownCursor({ isUnknownCursor }: { readonly isUnknownCursor?: true }): void {
  if (isUnknownCursor !== undefined)
    throw notValid([
      {
        parameter: 'cursor',
        code: 'invalid-cursor',
        detail: 'This cursor does not belong to this list and order. Start again without a cursor.',
      },
    ]);
}

/** A page as lists answer it. @throws Problem: invalid-input for a cursor of another list */
export function page<Row>(found: Page<Row>) {
  requireKnownCursor(found);
  const { rows: items, next, previous, total } = found;
  return { items, next, previous, total };
}

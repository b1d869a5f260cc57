import * as z from 'zod';
import type { ImportQuery } from './import-address';
import { cursor } from '../../src/wire/address';
import { PARTS } from './import-address';
import { OUTCOMES, THINGS } from '../../src/service/import/review';

const place = z.coerce.number().int().min(0).max(1_000_000).optional().catch(undefined);

const parameters = z.object({
  part: z.enum(PARTS).optional().catch(undefined),
  what: z.enum(THINGS).optional().catch(undefined),
  outcome: z
    .enum(['all', 'to-look-at', ...OUTCOMES])
    .optional()
    .catch(undefined),
  cursor,
  from: place,
  group: place,
});

/** What the address of an import asks for; a part that cannot be read is left out. */
export function importQuery(search: Record<string, string | string[] | undefined>): ImportQuery {
  const single = Object.entries(search).map(([name, value]) => [
    name,
    Array.isArray(value) ? value[0] : value,
  ]);
  return parameters.parse(Object.fromEntries(single));
}

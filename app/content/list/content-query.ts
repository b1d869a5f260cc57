import * as z from 'zod';
import type { ContentQuery } from './content-address';
import { COVERAGE_STATES } from '../../../src/service/content/content-views';
import { cursor, searched } from '../../../src/wire/address';

const parameters = z.object({
  q: searched,
  studio: searched,
  kind: searched,
  coverage: z.enum(COVERAGE_STATES).optional().catch(undefined),
  closed: z.enum(['retired', 'void']).optional().catch(undefined),
  view: z.uuid().optional().catch(undefined),
  cursor,
});

/** Parses the catalog's query parameters; invalid ones are ignored. */
export function contentQuery(search: Record<string, string | string[] | undefined>): ContentQuery {
  const single = Object.entries(search).map(([name, value]) => [
    name,
    Array.isArray(value) ? value[0] : value,
  ]);
  const query = parameters.parse(Object.fromEntries(single));
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

import * as z from 'zod';
import type { SearchParameters } from '../../../src/wire/address';
import type { ContentQuery } from './content-address';
import { COVERAGE_STATES } from '../../../src/service/content/content-views';
import { cursor, parametersOf, searched, several, view } from '../../../src/wire/address';
import { SEVERAL } from './content-address';

const parameters = z.object({
  q: searched,
  studio: several(searched),
  kind: several(searched),
  coverage: several(z.enum(COVERAGE_STATES)),
  closed: several(z.enum(['retired', 'void'])),
  view,
  cursor,
});

/** Parses the catalog's query parameters; invalid ones are ignored. */
export function contentQuery(search: SearchParameters): ContentQuery {
  const query = parameters.parse(parametersOf(search, SEVERAL));
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

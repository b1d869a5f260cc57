import * as z from 'zod';
import type { SearchParameters } from '../../../src/wire/address';
import type { ContractsQuery } from './contracts-address';
import { cursor, parametersOf, searched, several, view } from '../../../src/wire/address';
import { SEVERAL } from './contracts-address';

const parameters = z.object({
  q: searched,
  studio: several(searched),
  closed: z.literal('void').optional().catch(undefined),
  view,
  cursor,
});

/** Parses the query parameters of the list; invalid ones are ignored. */
export function contractsQuery(search: SearchParameters): ContractsQuery {
  return parameters.parse(parametersOf(search, SEVERAL));
}

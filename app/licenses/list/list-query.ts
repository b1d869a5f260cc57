import * as z from 'zod';
import type { LicenseFilter } from '../../../src/service/license/license-views';
import type { ListQuery } from './list-address';
import { cursor, searched } from '../../../src/wire/address';

export type SearchParameters = Record<string, string | string[] | undefined>;

const parameters = z.object({
  q: searched,
  studio: searched,
  contract: z.uuid().optional().catch(undefined),
  rights: searched,
  territory: searched,
  device: searched,
  format: searched,
  language: searched,
  exclusive: z.literal('yes').optional().catch(undefined),
  status: z.enum(['current', 'upcoming', 'ended']).optional().catch(undefined),
  expiring: z.coerce.number().int().min(0).max(36_500).optional().catch(undefined),
  starting: z.coerce.number().int().min(0).max(36_500).optional().catch(undefined),
  closed: z.enum(['ended', 'void']).optional().catch(undefined),
  sort: z.enum(['name', 'studio', 'starts', 'ends']).catch('name'),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  cursor,
});

/** Parses the list's query parameters; invalid ones are ignored. */
export function listQuery(search: SearchParameters): ListQuery {
  const single = Object.fromEntries(
    Object.entries(search).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
  return parameters.parse(single);
}

export function filterOf(query: ListQuery): LicenseFilter {
  return {
    text: query.q,
    studio: query.studio,
    contractId: query.contract,
    rightsType: query.rights,
    territory: query.territory,
    device: query.device,
    format: query.format,
    language: query.language,
    exclusive: query.exclusive === undefined ? undefined : true,
    status: query.status,
    expiringWithin: query.expiring,
    startingWithin: query.starting,
    closed: query.closed,
  };
}

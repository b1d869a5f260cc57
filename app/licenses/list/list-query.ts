import * as z from 'zod';
import type { LicenseFilter } from '../../../src/service/license/license-views';
import type { SearchParameters } from '../../../src/wire/address';
import type { ListQuery } from './list-address';
import { cursor, parametersOf, searched, several, view } from '../../../src/wire/address';
import { SEVERAL } from './list-address';

const days = z.coerce.number().int().min(0).max(36_500).optional().catch(undefined);
const yes = z.literal('yes').optional().catch(undefined);

const parameters = z.object({
  q: searched,
  studio: several(searched),
  contract: z.uuid().optional().catch(undefined),
  rights: several(searched),
  territory: several(searched),
  device: several(searched),
  format: several(searched),
  language: several(searched),
  exclusive: yes,
  status: several(z.enum(['current', 'upcoming', 'ended'])),
  expiring: days,
  starting: days,
  closed: several(z.enum(['ended', 'void'])),
  offered: z.literal('none').optional().catch(undefined),
  free: days,
  dark: days,
  missing: yes,
  sort: z.enum(['name', 'studio', 'starts', 'ends']).catch('name'),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  view,
  cursor,
});

/** Parses the list's query parameters; invalid ones are ignored. */
export function listQuery(search: SearchParameters): ListQuery {
  return parameters.parse(parametersOf(search, SEVERAL));
}

/** What the list is filtered by; which licenses miss an amount is not known here. */
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
    nothingOnOffer: query.offered === undefined ? undefined : true,
    freeDays: query.free,
    darkWithin: query.dark,
  };
}

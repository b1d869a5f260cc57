import * as z from 'zod';
import type { LicenseFilter } from '../../../src/service/license/license-views';
import type { ListQuery } from './list-address';
import { cursor, searched } from '../../../src/wire/address';
import { SEVERAL } from './list-address';

export type SearchParameters = Record<string, string | string[] | undefined>;

/** So many values of one filter count. */
const MAX_VALUES = 60;

/** Several values of a filter; those that cannot be read are left out, and a filter without any is none. */
function several<T extends string>(value: z.ZodType<T | undefined>) {
  return z
    .array(z.unknown())
    .transform((given): readonly T[] | undefined => {
      const read = given.slice(0, MAX_VALUES).flatMap((one) => value.safeParse(one).data ?? []);
      return read.length === 0 ? undefined : [...new Set(read)];
    })
    .optional();
}

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
  view: z.uuid().optional().catch(undefined),
  cursor,
});

/** Parses the list's query parameters; invalid ones are ignored. */
export function listQuery(search: SearchParameters): ListQuery {
  const isSeveral = (name: string) => SEVERAL.some((one) => one === name);
  const read = Object.entries(search).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const values = Array.isArray(value) ? value : [value];
    return [[name, isSeveral(name) ? values : values[0]] as const];
  });
  return parameters.parse(Object.fromEntries(read));
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

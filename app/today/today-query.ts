import * as z from 'zod';
import type { Territory } from '../../src/domain/values/territory';
import type { TodayScope } from '../../src/service/today/today-views';
import type { TodayQuery } from './today-address';
import { RIGHTS_TYPES } from '../../src/domain/values/rights-type';
import { ALL_TERRITORIES } from '../../src/domain/values/territory';
import { cursor, searched, view } from '../../src/wire/address';
import { REACHES } from './today-address';

export type SearchParameters = Record<string, string | string[] | undefined>;

const parameters = z.object({
  studio: searched,
  territory: z
    .custom<Territory>((code) => ALL_TERRITORIES.some((known) => known === code))
    .optional()
    .catch(undefined),
  rights: z
    .string()
    .refine((code) => Object.hasOwn(RIGHTS_TYPES, code))
    .optional()
    .catch(undefined),
  within: z.enum(REACHES).optional().catch(undefined),
  scope: z.literal('all').optional().catch(undefined),
  view,
  cursor,
});

/** What an address asks for. */
export interface AskedToday {
  readonly query: TodayQuery;
  readonly scope: TodayScope;
  /** Whether the address says what it is narrowed to, and be it to nothing. */
  readonly isScoped: boolean;
}

/** Parses the query parameters of the page of today and its boards; invalid ones are ignored. */
export function askedToday(search: SearchParameters): AskedToday {
  const single = Object.entries(search).map(([name, value]) => [
    name,
    Array.isArray(value) ? value[0] : value,
  ]);
  const { scope: all, ...query } = parameters.parse(Object.fromEntries(single));
  const { studio, territory, rights: rightsType } = query;
  const scope = Object.fromEntries(
    Object.entries({ studio, territory, rightsType }).filter(([, value]) => value !== undefined),
  );
  return { query, scope, isScoped: all !== undefined || Object.keys(scope).length > 0 };
}

/** Query parameters of a scope. */
export function queryOf({ studio, territory, rightsType: rights }: TodayScope): TodayQuery {
  return { studio, territory, rights };
}

import * as z from 'zod';
import type { ChangeGroup, HistoryFilter } from '../../src/service/history-views';
import { isoDate } from '../../src/domain/values/date-range';
import { isDomainError } from '../../src/domain/errors';
import { cursor, searched, view } from '../../src/wire/address';

export const HISTORY = '/history';

/** What people filter the history by, and its words. */
export const ABOUT = {
  license: 'Licenses',
  content: 'Titles',
  contract: 'Contracts',
  'price-table': 'Price tables',
} as const;

export const KINDS = {
  recorded: 'Created',
  details: 'Terms and details',
  offers: 'Offers',
  assignments: 'Assignments',
  takedowns: 'Takedowns',
  ends: 'Ended, retired, void',
  returns: 'Brought back',
  prices: 'Prices',
  removals: 'Removed',
} as const satisfies Record<ChangeGroup, string>;

const day = z
  .string()
  .transform((text, context) => {
    try {
      return isoDate(text);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
      return z.NEVER;
    }
  })
  .optional()
  .catch(undefined);

const query = z.object({
  person: z.uuid().optional().catch(undefined),
  about: z.enum(['license', 'content', 'contract', 'price-table']).optional().catch(undefined),
  kind: z
    .enum([
      ...(['recorded', 'details', 'offers', 'assignments'] as const),
      ...(['takedowns', 'ends', 'returns', 'prices', 'removals'] as const),
    ])
    .optional()
    .catch(undefined),
  studio: searched,
  from: day,
  to: day,
  view,
  cursor,
});

/** Query parameters of the history. */
export type HistoryQuery = z.output<typeof query>;

/** Reads the address; what cannot be read is left out. */
export function readHistoryQuery(
  search: Readonly<Record<string, string | string[] | undefined>>,
): HistoryQuery {
  return query.parse(search);
}

export function historyFilter({
  person,
  about,
  kind,
  studio,
  from,
  to,
}: HistoryQuery): HistoryFilter {
  return { actorId: person, aggregate: about, group: kind, studio, from, to };
}

/** URL of the history with changed parameters; `null` removes one. A changed filter begins at the newest change. */
export function historyAddress(
  { cursor: _, ...filters }: HistoryQuery,
  changes: Partial<Record<keyof HistoryQuery, string | null>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, ...changes }))
    if (value !== null && value !== undefined && value !== '') search.set(name, value);
  const text = search.toString();
  return text === '' ? HISTORY : `${HISTORY}?${text}`;
}

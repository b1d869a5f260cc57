import type { TodayScope } from '../../src/service/today/today-views';

export const TODAY = '/today';

/** The lists that only the page of today leads to, by the last part of their address. */
export const BOARDS = ['going-dark', 'gaps'] as const;

export type Board = (typeof BOARDS)[number];

/** How far a board looks ahead: days, or the twelve months of the charts. */
export const REACHES = ['7', '30', '90', 'months'] as const;

export type Reach = (typeof REACHES)[number];

/** Query parameters of the page and its boards. */
export interface TodayQuery {
  readonly studio?: string | undefined;
  readonly territory?: string | undefined;
  readonly rights?: string | undefined;
  /** Boards only; 90 days without it. */
  readonly within?: Reach | undefined;
  /** Boards only: the saved view that is open, whose filters may have been changed since. */
  readonly view?: string | undefined;
  readonly cursor?: string | undefined;
}

/** URL of the page, or of a board, with changed parameters; `null` removes one. Changing a filter returns to the first page. */
export function todayAddress(
  path: string,
  { cursor: _page, ...filters }: TodayQuery,
  changes: Partial<Record<keyof TodayQuery, string | null>> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, ...changes }))
    if (value !== undefined && value !== null && value !== '') search.set(name, value);
  // An address that says nothing asks for what was asked last time.
  if (path === TODAY && search.size === 0) search.set('scope', 'all');
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

export function boardAddress(
  board: Board,
  scope: TodayScope,
  { within, territory, rightsType }: TodayScope & { readonly within?: Reach | undefined } = {},
): string {
  return todayAddress(`${TODAY}/${board}`, {
    studio: scope.studio,
    territory: territory ?? scope.territory,
    rights: rightsType ?? scope.rightsType,
    within,
  });
}

/** Scope as the query parameters of the list of licenses. */
export function licensesAddress(
  { studio, territory, rightsType: rights }: TodayScope,
  filters: Readonly<Record<string, string>>,
): string {
  const search = new URLSearchParams(filters);
  for (const [name, value] of Object.entries({ studio, territory, rights }))
    if (value !== undefined) search.set(name, value);
  return `/licenses?${search.toString()}`;
}

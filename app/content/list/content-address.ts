import type { ContentFilter, CoverageState } from '../../../src/service/content/content-views';
import type { TitleClosing } from '../../../src/domain/closing';
import type { QueryValue } from '@/ui/lists/query-text';
import { addressWith } from '@/ui/lists/query-text';

/** Query parameters of the catalog that can have several values. */
export const SEVERAL = ['studio', 'kind', 'coverage', 'closed'] as const;

/** Query parameters of the catalog. */
export interface ContentQuery {
  readonly q?: string | undefined;
  readonly studio?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly coverage?: readonly CoverageState[] | undefined;
  readonly closed?: readonly TitleClosing['kind'][] | undefined;
  /** The saved view that is open, whose filters may have been changed since. */
  readonly view?: string | undefined;
  readonly cursor?: string | undefined;
}

/** URL of the catalog with changed parameters; `null` removes one. Changing a filter returns to the first page. */
export function contentAddress(
  { cursor: _page, ...filters }: ContentQuery,
  changes: Partial<Record<keyof ContentQuery, QueryValue>> = {},
): string {
  return addressWith('/content', filters, changes);
}

export function contentFilterOf({
  q,
  cursor: _page,
  view: _view,
  ...filters
}: ContentQuery): ContentFilter {
  return { text: q, ...filters };
}

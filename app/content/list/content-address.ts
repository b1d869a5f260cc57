import type { ContentFilter, CoverageState } from '../../../src/service/content/content-views';

/** Query parameters of the catalog. */
export interface ContentQuery {
  readonly q?: string | undefined;
  readonly studio?: string | undefined;
  readonly kind?: string | undefined;
  readonly coverage?: CoverageState | undefined;
  readonly closed?: ContentFilter['closed'];
  /** The saved view that is open, whose filters may have been changed since. */
  readonly view?: string | undefined;
  readonly cursor?: string | undefined;
}

/** URL of the catalog with changed parameters; `null` removes one. Changing a filter returns to the first page. */
export function contentAddress(
  { cursor: _page, ...filters }: ContentQuery,
  changes: Partial<Record<keyof ContentQuery, string | null>> = {},
): string {
  const search = new URLSearchParams();
  const parts: Record<string, string | null | undefined> = { ...filters, ...changes };
  for (const [name, value] of Object.entries(parts))
    if (value !== undefined && value !== null && value !== '') search.set(name, value);
  const text = search.toString();
  return text === '' ? '/content' : `/content?${text}`;
}

export function contentFilterOf({
  q,
  cursor: _page,
  view: _view,
  ...filters
}: ContentQuery): ContentFilter {
  return { text: q, ...filters };
}

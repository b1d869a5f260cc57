import type { ContentFilter, CoverageState } from '../../../src/service/views';

/** What the catalog's address asks for, part by part. */
export interface ContentQuery {
  readonly q?: string | undefined;
  readonly studio?: string | undefined;
  readonly kind?: string | undefined;
  readonly coverage?: CoverageState | undefined;
  readonly cursor?: string | undefined;
}

/** The catalog's address with some parts changed; `null` takes a part out. A changed filter begins at the first page. */
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

export function contentFilterOf({ q, studio, kind, coverage }: ContentQuery): ContentFilter {
  return { text: q, studio, kind, coverage };
}

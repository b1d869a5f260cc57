/** What the page's address asks, part by part, as it stands there. */
export interface TypedQuestion {
  readonly territory: string;
  readonly device: string;
  readonly rights: string;
  /** `YYYY-MM-DD`, both inclusive. */
  readonly first: string;
  readonly last: string;
  readonly q: string;
  readonly studio: string;
  readonly kind: string;
  /** The answer that titles are narrowed to: `yes`, `partly` or `no`. */
  readonly answer: string;
  /** Ids of titles; when there are any, text, studio and kind do not matter. */
  readonly titles: readonly string[];
}

export const AVAILABILITY = '/availability';
export const AVAILABILITY_CSV = '/availability/export.csv';

/** The address of a question: of its page, or of its answers as CSV. Empty parts are left out. */
export function questionAddress(
  { titles, ...parts }: TypedQuestion,
  { path = AVAILABILITY, cursor }: { path?: string; cursor?: string | undefined } = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value !== '') search.set(name, value);
  for (const title of titles) search.append('title', title);
  if (cursor !== undefined) search.set('cursor', cursor);
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

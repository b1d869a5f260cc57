/** Where on the page of a license its titles stand. */
export const TITLES = 'titles';

/**
 * The address of a license's titles.
 *
 * @param startsOn the first day of the offer that they have; without it, of any
 * @param cursor the `next` or `previous` of another page
 */
export function titlesAddress(licenseId: string, startsOn?: string, cursor?: string): string {
  const search = new URLSearchParams();
  if (startsOn !== undefined) search.set('titlesOf', startsOn);
  if (cursor !== undefined) search.set('cursor', cursor);
  const text = search.toString();
  return `/licenses/${licenseId}${text === '' ? '' : `?${text}`}#${TITLES}`;
}

import type { ContentDetailsData } from '../content-details';

/** A title by its id and what it is known by. */
export interface KnownTitle {
  readonly id: string;
  readonly details: ContentDetailsData;
}

const OWN_ALID = 'md:alid:org:crms:';

/** The ALID of a title: the one it has, or one that is made of its id and stays the same. */
export function alidOf({ id, details }: KnownTitle): string {
  return identifierOf(details, 'alid') ?? `${OWN_ALID}${id}`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of the title that `alidOf` made an identifier for; `null` for one that somebody else assigned. */
export function titleOfOwnAlid(alid: string): string | null {
  const id = alid.startsWith(OWN_ALID) ? alid.slice(OWN_ALID.length) : '';
  return UUID.test(id) ? id : null;
}

/** The content id of a title: one that it came with, else its ALID. */
export function contentIdOf(title: KnownTitle): string {
  const given = title.details.identifiers
    .filter(({ scheme }) => scheme === 'other')
    .map(({ value }) => withoutBlanks(value));
  return given.find((value) => value.startsWith('md:cid:')) ?? given[0] ?? alidOf(title);
}

/** The first identifier of a scheme; `null` when the title has none. */
export function identifierOf(details: ContentDetailsData, scheme: string): string | null {
  return details.identifiers.find((one) => one.scheme === scheme)?.value ?? null;
}

/**
 * The identifier of one row, the same in every export: of the title, the license, the first day of the offer, and what else
 * tells its rows apart (territory, format, language).
 */
export function availIdOf(
  contentId: string,
  licenseId: string,
  startsOn: string,
  others: readonly string[],
): string {
  const ids = [contentId, licenseId].map((id) => id.replaceAll('-', ''));
  return ['crms', ...ids, startsOn, ...others.filter((part) => part !== '')]
    .map(withoutBlanks)
    .join(':');
}

export function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '_');
}

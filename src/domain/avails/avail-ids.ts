import type { ContentDetailsData } from '../content/content-details';

/** A title with its id and details. */
export interface KnownTitle {
  readonly id: string;
  readonly details: ContentDetailsData;
}

const OWN_ALID = 'md:alid:org:crms:';

/** The ALID of a title: its own, or a stable one derived from its id. */
export function alidOf({ id, details }: KnownTitle): string {
  return identifierOf(details, 'alid') ?? `${OWN_ALID}${id}`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of the title whose ALID `alidOf` derived; `null` for an ALID assigned by others. */
export function titleOfOwnAlid(alid: string): string | null {
  const id = alid.startsWith(OWN_ALID) ? alid.slice(OWN_ALID.length) : '';
  return UUID.test(id) ? id : null;
}

/** The content id of a title: the one it was imported with, otherwise its ALID. */
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
 * The identifier of one row, stable across exports: derived from the title, the license, the offer's first day, the
 * territory, the format, and any other cells that distinguish rows of one offer.
 */
export function availIdOf(
  ids: { readonly title: string; readonly license: string },
  startsOn: string,
  territory: string,
  format: string,
  others: readonly string[],
): string {
  const variant = others.join('\n').trim();
  return [
    ...[OWN_AVAIL_ID, short(ids.title), short(ids.license), startsOn, territory, format],
    ...(variant === '' ? [] : [fingerprint(variant)]),
  ].join(':');
}

/** Whether an AvailID is one that `availIdOf` derived. */
export function isOwnAvailId(text: string): boolean {
  return text.startsWith(`${OWN_AVAIL_ID}:`);
}

const OWN_AVAIL_ID = 'crms';

/** The shortest fixed-length encoding of a UUID in letters and digits. */
function short(uuid: string): string {
  return BigInt(`0x${uuid.replaceAll('-', '')}`).toString(36);
}

const [FNV_OFFSET, FNV_PRIME] = [0x811c9dc5, 0x01000193];

/** FNV-1a hash of a text, sufficient to distinguish a few texts. */
function fingerprint(text: string): string {
  let hash = FNV_OFFSET;
  for (const character of text)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), FNV_PRIME) >>> 0;
  return hash.toString(36);
}

export function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '_');
}

import { DomainError, hasCode } from '../errors';
import { MAX_NAME_LENGTH, shortText } from '../values/text';

/** The identifier schemes of titles. The house id is ours; registries assign the others. */
export const IDENTIFIER_SCHEMES = {
  house: 'House id',
  eidr: 'EIDR',
  alid: 'ALID',
  isan: 'ISAN',
  imdb: 'IMDb',
  other: 'Other',
} as const;

export type IdentifierScheme = keyof typeof IDENTIFIER_SCHEMES;

/** An identifier in its canonical form. Within a scheme, every identifier belongs to one title only. */
export interface Identifier {
  readonly scheme: IdentifierScheme;
  readonly value: string;
}

export const MAX_IDENTIFIERS = 20;
const BLANKS = /\s/;

/**
 * Identifiers in the order of the schemes, each in its canonical form, without duplicates.
 *
 * An EIDR is accepted in any of its usual forms (`10.5240/…`, a DOI address, `urn:eidr:10.5240:…`, `eidr-s:…`) and stored
 * as `10.5240/XXXX-XXXX-XXXX-XXXX-XXXX-C`, an ISAN as `0000-0000-0000-0000-C-0000-0000-C` and an IMDb id as `tt0000000`. An
 * ALID is any text without spaces; the avails standard recommends `md:alid:SCHEME:ID`.
 *
 * @throws InvalidIdentifier with the reason, TooManyIdentifiers beyond 20
 */
export function identifierSet(
  given: readonly { readonly scheme: string; readonly value: string }[],
): readonly Identifier[] {
  if (given.length > MAX_IDENTIFIERS) throw new TooManyIdentifiers(given.length);
  const schemes = Object.keys(IDENTIFIER_SCHEMES);
  const byText = new Map(
    given.map(identifier).map((one) => [`${schemes.indexOf(one.scheme)} ${one.value}`, one]),
  );
  return Object.freeze([...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one));
}

function identifier({ scheme, value }: { readonly scheme: string; readonly value: string }) {
  if (!Object.hasOwn(IDENTIFIER_SCHEMES, scheme))
    throw new InvalidIdentifier(value, 'Choose an identifier scheme.');
  const known = scheme as IdentifierScheme;
  const text = shortText(value, 'identifiers', an(IDENTIFIER_SCHEMES[known]), MAX_NAME_LENGTH);
  return Object.freeze({ scheme: known, value: canonical(known, text) });
}

function canonical(scheme: IdentifierScheme, text: string): string {
  if (scheme === 'eidr') return eidr(text);
  if (scheme === 'isan') return isan(text);
  if (scheme === 'imdb') return imdb(text);
  if (scheme === 'alid' && BLANKS.test(text))
    throw new InvalidIdentifier(text, 'An ALID cannot contain spaces.');
  return text;
}

const IMDB_ADDRESS = /^https?:\/\/(?:www\.|m\.)?imdb\.com\/title\/(tt\d+)(?:[/?#].*)?$/i;

/** Reads an IMDb id, given as such or as the URL of its page. */
function imdb(text: string): string {
  const id = (IMDB_ADDRESS.exec(text)?.[1] ?? text).toLowerCase();
  if (!/^tt\d{7,10}$/.test(id))
    throw new InvalidIdentifier(text, 'An IMDb id is tt and 7 to 10 digits, such as tt0111161.');
  return id;
}

/** Prefixes of an EIDR: of a DOI name, URL or URN, of an EIDR URN, of a file name, and of avails. */
const EIDR_PREFIX =
  /^(?:(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?10\.5240\/|urn:(?:eidr|doi):10\.5240[:/]|10-5240-|eidr-s:)/i;
/** The twelve bytes of an EIDR’s compact form, of which the first two are its prefix, in base64url (RFC 4648, section 5). */
const EIDR_IN_BASE64 = /^FH[g-j][\w-]{13}$/;

/**
 * Converts an EIDR to its canonical form. Its last character is a check character by ISO 7064 Mod 37,36 over the twenty
 * hexadecimal digits (EIDR ID Format, section 2); the compact form in base64url has none.
 *
 * @throws InvalidIdentifier when it is not 20 hexadecimal digits and a check character, or the check character is wrong
 */
export function eidr(text: string): string {
  if (EIDR_IN_BASE64.test(text)) return eidrOf(hexadecimal(text).slice(EIDR_BYTES));
  const bare = text.replace(EIDR_PREFIX, '').replaceAll('-', '').toUpperCase();
  const [, digits = '', check] = /^([0-9A-F]{20})([0-9A-Z])$/.exec(bare) ?? [];
  if (check === undefined)
    throw new InvalidIdentifier(
      text,
      'An EIDR is 10.5240/ and five groups of four hexadecimal digits with a check character: ' +
        '10.5240/XXXX-XXXX-XXXX-XXXX-XXXX-C.',
    );
  const right = checkCharacter(digits);
  if (check !== right)
    throw new InvalidIdentifier(
      text,
      `The last character of this EIDR is ${check} but should be ${right}: a digit is wrong or two are swapped.`,
    );
  return `10.5240/${(digits.match(/.{4}/g) ?? []).join('-')}-${check}`;
}

/** The EIDR, ISAN and IMDb id that a text can be read as; empty for any other text. */
export function otherSpellings(text: string): readonly string[] {
  return [eidr, isan, imdb].flatMap((read) => {
    try {
      return [read(text.trim())];
    } catch (error) {
      if (hasCode<InvalidIdentifier>(error, 'invalid-identifier')) return [];
      throw error;
    }
  });
}

/** The canonical EIDR of twenty hexadecimal digits; adds the check character. */
export function eidrOf(digits: string): string {
  return eidr(`${digits}${checkCharacter(digits.toUpperCase())}`);
}

/** Hexadecimal digits of the prefix in the compact form: 5240 is 0x1478. */
const EIDR_BYTES = 4;
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The bytes of a base64url text, whole bytes only, as hexadecimal digits. */
function hexadecimal(text: string): string {
  const bits = Array.from(text, (character) =>
    BASE64URL.indexOf(character).toString(2).padStart(6, '0'),
  ).join('');
  return (bits.match(/.{4}/g) ?? [])
    .map((digit) => parseInt(digit, 2).toString(16))
    .join('')
    .toUpperCase();
}

const ISAN_PREFIX = /^(?:urn:isan:|isan[:\s]*)/i;
/**
 * Root and episode with their check character, then the version with the check character of all. Check characters are
 * optional.
 */
const ISAN = /^([0-9A-F]{16})(?:([0-9A-Z])?([0-9A-F]{8})([0-9A-Z])?|([0-9A-Z]))?$/;

/**
 * Converts an ISAN to its canonical form (ISO 15706-2): `0000-0000-3A8D-0000-Z-0000-0000-6`, or `0000-0000-3A8D-0000-Z` for
 * a work without a version. Each check character covers the digits before it (ISO 7064 Mod 37,36); a missing one is added.
 *
 * @throws InvalidIdentifier when it has a different form, or a check character is wrong
 */
export function isan(text: string): string {
  const bare = text.replace(ISAN_PREFIX, '').replace(/[-\s]/g, '').toUpperCase();
  const [, work, first, version, second, only] = ISAN.exec(bare) ?? [];
  if (work === undefined)
    throw new InvalidIdentifier(
      text,
      'An ISAN is four groups of four hexadecimal digits and a check character, perhaps with two groups and a check ' +
        'character more for the version: XXXX-XXXX-XXXX-XXXX-C-XXXX-XXXX-C.',
    );
  const checkOf = (digits: string, given: string | undefined) => {
    const right = checkCharacter(digits);
    if (given === undefined || given === right) return right;
    throw new InvalidIdentifier(
      text,
      `A check character of this ISAN is ${given} but should be ${right}: a digit is wrong or two are swapped.`,
    );
  };
  const groups = [...(work.match(/.{4}/g) ?? []), checkOf(work, first ?? only)];
  if (version === undefined) return groups.join('-');
  return [...groups, ...(version.match(/.{4}/g) ?? []), checkOf(work + version, second)].join('-');
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** ISO 7064 Mod 37,36. */
function checkCharacter(text: string): string {
  let product = 36;
  for (const character of text) {
    const sum = (product + ALPHABET.indexOf(character)) % 36;
    product = ((sum === 0 ? 36 : sum) * 2) % 37;
  }
  return ALPHABET.charAt((37 - product) % 36);
}

function an(name: string): string {
  return `${/^[AEIO]/.test(name) ? 'An' : 'A'} ${name}`;
}

export class InvalidIdentifier extends DomainError {
  readonly code = 'invalid-identifier';
  override readonly field = 'identifiers';

  constructor(
    readonly text: string,
    message: string,
  ) {
    super(message);
  }
}

export class TooManyIdentifiers extends DomainError {
  readonly code = 'too-many-identifiers';
  override readonly field = 'identifiers';

  constructor(count: number) {
    super(`A title has at most ${MAX_IDENTIFIERS} identifiers; these are ${count}.`);
  }
}

/** Another title has this identifier already. */
export class IdentifierTaken extends DomainError {
  readonly code = 'identifier-taken';
  override readonly field = 'identifiers';

  constructor(readonly taken: Identifier) {
    super(`Another title has the ${IDENTIFIER_SCHEMES[taken.scheme]} ${taken.value} already.`);
  }
}

import { DomainError } from './errors';
import { shortText } from './text';

/** What a title can be known by elsewhere. The house id is ours; the others are assigned by registries. */
export const IDENTIFIER_SCHEMES = {
  house: 'House id',
  eidr: 'EIDR',
  alid: 'ALID',
  isan: 'ISAN',
  imdb: 'IMDb',
  other: 'Other',
} as const;

export type IdentifierScheme = keyof typeof IDENTIFIER_SCHEMES;

/** An identifier in its canonical spelling. Of one scheme, no two titles have the same. */
export interface Identifier {
  readonly scheme: IdentifierScheme;
  readonly value: string;
}

const MOST_IDENTIFIERS = 20;
const BLANKS = /\s/;

/**
 * Identifiers in the order of the schemes, each in its canonical spelling, without duplicates.
 *
 * An EIDR is read in any of its usual spellings (`10.5240/…`, a DOI address, `urn:eidr:10.5240:…`, `eidr-s:…`) and kept as
 * `10.5240/XXXX-XXXX-XXXX-XXXX-XXXX-C`. Its last character is a check character after ISO 7064 Mod 37,36 over the twenty
 * hexadecimal digits (EIDR ID Format, section 2). An ALID is any text without blanks; `md:alid:SCHEME:ID` is recommended by
 * the avails standard.
 *
 * @throws InvalidIdentifier naming what is wrong, TooManyIdentifiers beyond 20
 */
export function identifierSet(
  given: readonly { readonly scheme: string; readonly value: string }[],
): readonly Identifier[] {
  if (given.length > MOST_IDENTIFIERS) throw new TooManyIdentifiers(given.length);
  const schemes = Object.keys(IDENTIFIER_SCHEMES);
  const byText = new Map(
    given.map(identifier).map((one) => [`${schemes.indexOf(one.scheme)} ${one.value}`, one]),
  );
  return Object.freeze([...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one));
}

function identifier({ scheme, value }: { readonly scheme: string; readonly value: string }) {
  if (!Object.hasOwn(IDENTIFIER_SCHEMES, scheme))
    throw new InvalidIdentifier(value, 'Choose what kind of identifier this is.');
  const known = scheme as IdentifierScheme;
  const text = shortText(value, 'identifiers', an(IDENTIFIER_SCHEMES[known]));
  return Object.freeze({ scheme: known, value: canonical(known, text) });
}

function canonical(scheme: IdentifierScheme, text: string): string {
  if (scheme === 'eidr') return eidr(text);
  if (scheme === 'alid' && BLANKS.test(text))
    throw new InvalidIdentifier(text, 'An ALID has no blanks in it.');
  if (scheme === 'imdb' && !/^tt\d{7,10}$/.test(text))
    throw new InvalidIdentifier(text, 'An IMDb id is tt and 7 to 10 digits, such as tt0111161.');
  return text;
}

const EIDR_PREFIX =
  /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?10\.5240\/|^urn:eidr:10\.5240:|^eidr-s:/i;

/**
 * An EIDR in its canonical spelling.
 *
 * @throws InvalidIdentifier when it is not 20 hexadecimal digits and a check character, or the check character is wrong
 */
export function eidr(text: string): string {
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
      `The last character of this EIDR is ${check} and would have to be ${right}: a digit is wrong or two are swapped.`,
    );
  return `10.5240/${(digits.match(/.{4}/g) ?? []).join('-')}-${check}`;
}

/** The EIDR of twenty hexadecimal digits: with its check character, in its canonical spelling. */
export function eidrOf(digits: string): string {
  return eidr(`${digits}${checkCharacter(digits.toUpperCase())}`);
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
    super(`A title has at most ${MOST_IDENTIFIERS} identifiers; these are ${count}.`);
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

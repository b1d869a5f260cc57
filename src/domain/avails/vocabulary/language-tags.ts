import { hasTwice, LANGTAG, PRIVATE_TAG, SINGLETON, writtenTag } from '../../values/language-tag';

/** A record of the IANA language subtag registry (RFC 5646, 3.1), as published. */
export interface RegisteredTag {
  /** `language`, `extlang`, `script`, `region`, `variant`, `grandfathered` or `redundant`. */
  readonly Type: string;
  /** A subtag, or a private-use range: `qaa..qtz`. */
  readonly Subtag?: string;
  /** A whole tag, instead of a subtag. */
  readonly Tag?: string;
  readonly 'Preferred-Value'?: string;
}

/** The result of reading a text as a language tag. */
export type LanguageReading =
  | {
      readonly isTag: true;
      /** In lower case, with the preferred values of the registry: `he` for `iw`. Equal for tags of one language. */
      readonly tag: string;
    }
  | {
      readonly isTag: false;
      /** The tag that was probably intended; `null` when none is similar. */
      readonly suggestion: string | null;
    };

/**
 * Validates language tags: a tag is valid when all its subtags are registered and no variant or extension is repeated (RFC
 * 5646, 2.2.9).
 */
export class LanguageTags {
  /** Lower-case subtags by type, each with its preferred value or itself. */
  private readonly subtags = new Map<string, Map<string, string>>();
  private readonly ranges: { type: string; first: string; last: string }[] = [];
  /** Whole tags that were registered before subtags existed. */
  private readonly tags = new Map<string, string>();

  constructor(registry: readonly RegisteredTag[]) {
    for (const { Type, Subtag, Tag, 'Preferred-Value': preferred } of registry) {
      if (Tag !== undefined) this.tags.set(Tag.toLowerCase(), (preferred ?? Tag).toLowerCase());
      if (Subtag === undefined) continue;
      const [first = '', last] = Subtag.toLowerCase().split('..');
      if (last !== undefined) this.ranges.push({ type: Type, first, last });
      else this.ofType(Type).set(first, (preferred ?? first).toLowerCase());
    }
  }

  /** @param text one tag in any case, trimmed */
  read(text: string): LanguageReading {
    const given = text.toLowerCase();
    const tag = this.tagOf(given);
    return tag === null
      ? { isTag: false, suggestion: this.suggestion(given) }
      : { isTag: true, tag };
  }

  private tagOf(given: string): string | null {
    const whole = this.tags.get(given);
    if (whole !== undefined || PRIVATE_TAG.test(given)) return whole ?? given;
    const match = LANGTAG.exec(given);
    if (match === null) return null;
    const [
      ,
      language = '',
      extended = '',
      script,
      region,
      variantText = '',
      extensions = '',
      own = '',
    ] = match;
    const variants = partsOf(variantText);
    const preferred = [
      this.preferred('language', language),
      ...partsOf(extended).map((one) => this.preferred('extlang', one)),
      ...(script === undefined ? [] : [this.preferred('script', script)]),
      ...(region === undefined ? [] : [this.preferred('region', region)]),
      ...variants.map((one) => this.preferred('variant', one)),
    ];
    if (preferred.includes(null)) return null;
    const singletons = [...extensions.matchAll(SINGLETON)].map(([, singleton]) => singleton);
    if (hasTwice(variants) || hasTwice(singletons)) return null;
    // An extended language is a language in its own right: zh-yue is yue.
    const subtags = extended === '' ? preferred : preferred.slice(1);
    return subtags.join('-') + extensions + own;
  }

  /** The tag of a country's language, or with the region's proper code: `ja` for `jp`, `en-GB` for `en-UK`. */
  private suggestion(given: string): string | null {
    const [language = '', ...others] = given
      .split(/[-_]/)
      .map((subtag, place) => (place > 0 && subtag === 'uk' ? 'gb' : subtag));
    const spoken = this.subtags.get('region')?.has(language) === true ? mostSpoken(language) : '';
    const found = [language, spoken]
      .map((first) => [first, ...others].join('-'))
      .find((candidate) => this.tagOf(candidate) !== null);
    return found === undefined ? null : writtenTag(found);
  }

  private preferred(type: string, subtag: string): string | null {
    const known = this.subtags.get(type)?.get(subtag);
    if (known !== undefined) return known;
    const isPrivate = this.ranges.some(
      (range) =>
        range.type === type &&
        subtag.length === range.first.length &&
        subtag >= range.first &&
        subtag <= range.last,
    );
    return isPrivate ? subtag : null;
  }

  private ofType(type: string): Map<string, string> {
    const known = this.subtags.get(type) ?? new Map<string, string>();
    this.subtags.set(type, known);
    return known;
  }
}

function partsOf(text: string): readonly string[] {
  return text.split('-').filter((part) => part !== '');
}

/** The most spoken language of a region, by the likely subtags of Unicode. */
function mostSpoken(region: string): string {
  return new Intl.Locale(`und-${region}`).maximize().language;
}

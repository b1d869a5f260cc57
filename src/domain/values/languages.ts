import type { LanguageTag } from './language-tag';
import { DomainError } from '../errors';
import { coversLanguage, languageName, languageTag } from './language-tag';
import { listed, quoted } from './words';

/** The plain form of languages: tags of BCP 47. */
export interface LanguagesData {
  /** `null` for all. */
  readonly allowed: readonly string[] | null;
  /** Those of the allowed that are excepted. */
  readonly heldBack: readonly string[];
}

/**
 * The languages in which a customer may hear or read a title: those allowed, all by default, without those held back. A tag
 * stands for the tags that begin with it, too: `fr` allows `fr-CA`. A value; never empty.
 */
export class Languages {
  private constructor(
    /** Sorted, without duplicates; `null` for all. */
    readonly allowed: readonly LanguageTag[] | null,
    /** Sorted, without duplicates. */
    readonly heldBack: readonly LanguageTag[],
  ) {
    Object.freeze(this);
  }

  static readonly ALL = new Languages(null, Object.freeze([]));

  /**
   * @throws InvalidLanguages for no allowed tag and for what is not a tag; HeldBackLanguages for a tag that is held back
   *   though nothing allows it, or whose holding back leaves nothing of an allowed one
   */
  static of({ allowed, heldBack }: LanguagesData): Languages {
    if (allowed === null && heldBack.length === 0) return Languages.ALL;
    const [some, held] = [allowed && tagSet(allowed, 'languages'), tagSet(heldBack, 'heldBack')];
    if (some?.length === 0) throw new InvalidLanguages([], 'languages');
    const nothingLeft = (some ?? []).filter((tag) => held.some((one) => coversLanguage(one, tag)));
    if (nothingLeft.length > 0) throw new HeldBackLanguages(nothingLeft, 'both');
    const idle = held.filter((tag) => some?.some((one) => coversLanguage(one, tag)) === false);
    if (idle.length > 0) throw new HeldBackLanguages(idle, 'idle');
    return new Languages(some, held);
  }

  /** Whether a language is among them. */
  includes(tag: LanguageTag): boolean {
    return this.allows(tag) && this.holdsBack(tag) === null;
  }

  /** Whether a language is allowed, held back or not. */
  allows(tag: LanguageTag): boolean {
    return this.allowed?.some((one) => coversLanguage(one, tag)) ?? true;
  }

  /** The tag that holds a language back, or `null`. */
  holdsBack(tag: LanguageTag): LanguageTag | null {
    return this.heldBack.find((one) => coversLanguage(one, tag)) ?? null;
  }

  /**
   * The languages in both: the more specific of each pair of allowed tags, where neither holds it back. `null` when both allow
   * all; empty when they do not meet. The function `languages_meet` in the database decides the same.
   */
  sharedWith(other: Languages): readonly LanguageTag[] | null {
    const [some, others] = [this.allowed ?? other.allowed, other.allowed ?? this.allowed];
    if (some === null || others === null) return null;
    const shared = some.flatMap((tag) =>
      others.flatMap((one) => {
        if (coversLanguage(tag, one)) return [one];
        return coversLanguage(one, tag) ? [tag] : [];
      }),
    );
    const held = [...this.heldBack, ...other.heldBack];
    return [...new Set(shared)]
      .filter((tag) => !held.some((one) => coversLanguage(one, tag)))
      .sort();
  }

  /** Whether every language of the other is among them. */
  encloses(other: Languages): boolean {
    const allowsAll =
      this.allowed === null || (other.allowed?.every((tag) => this.allows(tag)) ?? false);
    const lacks = (tag: LanguageTag) => other.sharedWith(new Languages([tag], []))?.length === 0;
    return allowsAll && this.heldBack.every(lacks);
  }

  equals(other: Languages): boolean {
    return this.toString() === other.toString();
  }

  toData(): LanguagesData {
    return { allowed: this.allowed, heldBack: this.heldBack };
  }

  /** `All`, `French and German`, `All except Spanish`. */
  toString(): string {
    const allowed = this.allowed === null ? 'All' : listed(this.allowed.map(languageName));
    if (this.heldBack.length === 0) return allowed;
    return `${allowed} except ${listed(this.heldBack.map(languageName))}`;
  }
}

/** @throws InvalidLanguages for a text that is not a tag */
export function requireLanguageTag(text: string, field: InvalidLanguages['field']): LanguageTag {
  const tag = languageTag(text);
  if (tag === null) throw new InvalidLanguages([text], field);
  return tag;
}

function tagSet(
  texts: readonly string[],
  field: InvalidLanguages['field'],
): readonly LanguageTag[] {
  const tags = texts.map((text) => [text, languageTag(text)] as const);
  const unknown = tags.flatMap(([text, tag]) => (tag === null ? [text] : []));
  if (unknown.length > 0) throw new InvalidLanguages(unknown, field);
  return Object.freeze([...new Set(tags.flatMap(([, tag]) => tag ?? []))].sort());
}

export class InvalidLanguages extends DomainError {
  readonly code = 'invalid-languages';

  constructor(
    readonly unknown: readonly string[],
    override readonly field: 'languages' | 'heldBack',
  ) {
    super(
      unknown.length === 0
        ? 'Choose at least one language.'
        : `${quoted(unknown)} is not a language tag. Enter one such as fr or es-419.`,
    );
  }
}

/** Languages are held back of what is allowed, and leave something of each. */
export class HeldBackLanguages extends DomainError {
  readonly code = 'held-back-languages';
  override readonly field = 'heldBack';

  /** @param why the languages are allowed and held back; or they are held back and not allowed */
  constructor(
    readonly tags: readonly LanguageTag[],
    readonly why: 'both' | 'idle',
  ) {
    const names = listed(tags.map(languageName));
    const verb = tags.length === 1 ? 'is' : 'are';
    super(
      why === 'both'
        ? `${names} ${verb} both allowed and held back. Remove ${tags.length === 1 ? 'it' : 'them'} from one of the two.`
        : `${names} ${verb} held back, but not allowed. Remove ${tags.length === 1 ? 'it' : 'them'} here, or allow a language that covers ${tags.length === 1 ? 'it' : 'them'}.`,
    );
  }
}

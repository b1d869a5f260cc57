import type { RowLanguages } from '../../row-terms';
import type { ColumnKey } from '../../vocabulary/columns';
import type { LanguageTags } from '../../vocabulary/language-tags';
import type { RowFindings } from '../row-findings';
import { languageTag } from '../../../values/language-tag';
import { isCovered, languageTerms } from '../../language-terms';
import { Languages } from '../../../values/languages';
import { quoted } from '../../../values/words';
import { LANGUAGE_SUFFIXES } from '../../vocabulary/vocabulary';
import { memoized } from '../memoized';

const ASSET: ColumnKey = 'AvailTrans/AssetLanguage';
const ALLOWED: ColumnKey = 'AvailTrans/AllowedLanguages';
const HELD_BACK: ColumnKey = 'AvailTrans/HoldbackLanguage';
const FULFILLED: ColumnKey = 'AvailTrans/RequiredFulfillmentLanguages';

const COLUMNS = [ASSET, ALLOWED, HELD_BACK, FULFILLED];
const MOST_KNOWN = 10_000;

/** A row that says nothing of languages. */
export const NO_LANGUAGES: RowLanguages = { assets: [], terms: Languages.ALL.toData() };

/** The languages in a cell. */
interface LanguageList {
  /** Normalized for comparison, without the suffix after a colon. */
  readonly tags: readonly string[];
  readonly wrong: readonly { readonly part: string; readonly remedy: string }[];
}

/** Reads languages; parses each distinct cell text only once. */
export class LanguageCells {
  private readonly list: (text: string) => LanguageList;
  /** The languages of cells against which nothing stood, by their texts. */
  private readonly sound = new Map<string, RowLanguages>();

  constructor(languages: LanguageTags) {
    this.list = memoized((text) => readList(text, languages));
  }

  /** R12: checks the languages of a row, and returns them: the same object for the same texts, as long as they are sound. */
  languagesOf(findings: RowFindings): RowLanguages {
    const texts = COLUMNS.map((column) => findings.text(column)).join('\n');
    const known = this.sound.get(texts);
    if (known !== undefined) return known;
    const found = findings.problems.length;
    const languages = this.checked(findings);
    if (findings.problems.length === found && this.sound.size < MOST_KNOWN)
      this.sound.set(texts, languages);
    return languages;
  }

  private checked(findings: RowFindings): RowLanguages {
    const assets = this.tagsOf(findings, ASSET);
    const allowed = this.tagsOf(findings, ALLOWED);
    const heldBack = this.tagsOf(findings, HELD_BACK);
    const fulfilled = this.tagsOf(findings, FULFILLED);
    compareLists(findings, { assets, allowed, heldBack, fulfilled });
    if (assets.length + allowed.length + heldBack.length === 0) return NO_LANGUAGES;
    return { assets: [...assets].sort(), terms: languageTerms(allowed, heldBack) };
  }

  /** The languages of a cell; an unknown language is an error. */
  private tagsOf(findings: RowFindings, column: ColumnKey): readonly string[] {
    const text = findings.text(column);
    if (text === '') return NO_TAGS;
    const { tags, wrong } = this.list(text);
    for (const { part, remedy } of wrong)
      findings.error(
        'R12',
        column,
        `${quoted([part])} is not a language tag${effect(column)}.`,
        remedy,
      );
    return tags;
  }
}

/** The consequence of a wrong tag. */
function effect(column: ColumnKey): string {
  return column === HELD_BACK ? ', so it would hold nothing back' : '';
}

function compareLists(
  findings: RowFindings,
  lists: Readonly<Record<'assets' | 'allowed' | 'heldBack' | 'fulfilled', readonly string[]>>,
): void {
  const { assets, allowed, heldBack, fulfilled } = lists;
  const both = allowed.filter((tag) => isCovered(tag, heldBack));
  if (both.length > 0) {
    const message = `${quoted(both)} is in both AllowedLanguages and HoldbackLanguage.`;
    const remedy = 'Remove the language from one of the two columns.';
    // What is held back of all that is allowed leaves nothing.
    if (both.length === allowed.length) findings.error('R12', HELD_BACK, message, remedy);
    else findings.warn('R12', HELD_BACK, message, remedy);
  }
  const missing = fulfilled.filter((tag) => assets.length > 0 && !assets.includes(tag));
  if (missing.length > 0)
    findings.warn(
      'R12',
      FULFILLED,
      `${quoted(missing)} is required for fulfillment but is not an asset language.`,
      'Add the language to AssetLanguage, or remove it here.',
    );
}

const NO_TAGS: readonly string[] = [];

function readList(text: string, languages: LanguageTags): LanguageList {
  const tags: string[] = [];
  const wrong: { part: string; remedy: string }[] = [];
  for (const part of text.split(',').map((one) => one.trim())) {
    const [tag = '', ...suffixes] = part.split(':');
    const reading = languages.read(tag);
    // What the registry has kept from before there were subtags is no tag that a license could hold.
    const written = reading.isTag ? languageTag(reading.tag) : null;
    if (written !== null) tags.push(written);
    if (!reading.isTag || written === null)
      wrong.push({
        part,
        remedy:
          reading.isTag || reading.suggestion === null
            ? 'Enter an RFC 5646 tag with registered subtags, such as en or es-419.'
            : `Enter ${[reading.suggestion, ...suffixes].join(':')}, if you mean that.`,
      });
    else if (suffixes.length > 1 || !suffixes.every(isSuffix))
      wrong.push({
        part,
        remedy: `After the colon, write one of: ${LANGUAGE_SUFFIXES.join(', ')}.`,
      });
  }
  return { tags, wrong };
}

function isSuffix(text: string): boolean {
  return LANGUAGE_SUFFIXES.includes(text.toLowerCase());
}

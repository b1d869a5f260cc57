import type { ColumnKey } from '../columns';
import type { RowFindings } from './row-findings';
import { quoted } from '../../words';
import { LANGUAGE_SUFFIXES } from '../vocabulary';
import { remembered } from './remembered';

const ASSET: ColumnKey = 'AvailTrans/AssetLanguage';
const ALLOWED: ColumnKey = 'AvailTrans/AllowedLanguages';
const HELD_BACK: ColumnKey = 'AvailTrans/HoldbackLanguage';
const FULFILLED: ColumnKey = 'AvailTrans/RequiredFulfillmentLanguages';

/** RFC 5646: language, extended language, script, region, variants, extensions, private use; or only private use. */
const TAG =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+)$/;

/** R12: checks the languages of a row and returns those of its assets, as they are compared. */
export function languageOf(findings: RowFindings): string {
  const assets = tagsOf(findings, ASSET);
  const allowed = tagsOf(findings, ALLOWED);
  const heldBack = tagsOf(findings, HELD_BACK);
  const fulfilled = tagsOf(findings, FULFILLED);
  const both = allowed.filter((tag) => heldBack.includes(tag));
  if (both.length > 0)
    findings.warn(
      'R12',
      HELD_BACK,
      `${quoted(both)} is both allowed and held back.`,
      'Take the language out of one of the two.',
    );
  const missing = fulfilled.filter((tag) => assets.length > 0 && !assets.includes(tag));
  if (missing.length > 0)
    findings.warn(
      'R12',
      FULFILLED,
      `${quoted(missing)} has to be delivered, but is no asset language.`,
      'Add the language to AssetLanguage, or take it out here.',
    );
  return assets.length < 2 ? (assets[0] ?? '') : [...assets].sort().join();
}

/** The languages of a cell; what is no language is an error. */
function tagsOf(findings: RowFindings, column: ColumnKey): readonly string[] {
  const text = findings.text(column);
  if (text === '') return NO_TAGS;
  const { tags, wrong } = readTags(text);
  for (const part of wrong)
    findings.error(
      'R12',
      column,
      `${quoted([part])} is no language tag.`,
      'Write a tag of RFC 5646, such as en or es-419.',
    );
  return tags;
}

const NO_TAGS: readonly string[] = [];

/** The tags in a list in lower case, without what may follow a colon, and what is none. */
const readTags = remembered((text) => {
  const parts = text.split(',').map((part) => part.trim());
  const isTag = (part: string) => {
    const [tag = '', ...suffixes] = part.toLowerCase().split(':');
    return TAG.test(tag) && suffixes.length < 2 && suffixes.every(isSuffix);
  };
  return {
    tags: parts.map((part) => part.toLowerCase().replace(/:.*$/, '')),
    wrong: parts.filter((part) => !isTag(part)),
  };
});

function isSuffix(text: string): boolean {
  return LANGUAGE_SUFFIXES.includes(text);
}

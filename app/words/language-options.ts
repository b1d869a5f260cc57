import type { Option } from '@/ui/fields/select-field';
import {
  languageName,
  languageTag,
  NAMED_LANGUAGES,
  WITHIN_LANGUAGES,
} from '../../src/domain/values/language-tag';

/** The languages that have names, by name and tag; any other tag is found by typing it. */
export function languageOptions(): Option[] {
  return [
    ...NAMED_LANGUAGES.map(({ tag, otherCodes }) => ({ ...optionOf(tag), aliases: otherCodes })),
    ...WITHIN_LANGUAGES.map(optionOf),
  ].sort((a, b) => (a.label < b.label ? -1 : 1));
}

/** The option that a typed tag is; `null` for what is none. */
export function languageTyped(text: string): Option | null {
  const tag = languageTag(text.trim());
  return tag === null ? null : optionOf(tag);
}

function optionOf(tag: string): Option {
  return { value: tag, label: languageName(tag), detail: tag };
}

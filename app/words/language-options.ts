import type { Option } from '@/ui/fields/select-field';
import { languageName, languageTag, NAMED_LANGUAGES } from '../../src/domain/values/language-tag';

/** The tags of regions and scripts that contracts name. */
const WITHIN_LANGUAGES =
  'en-GB en-US es-419 es-ES es-MX fr-CA fr-FR nl-BE nl-NL pt-BR pt-PT sr-Cyrl sr-Latn zh-Hans zh-Hant zh-HK zh-TW'.split(
    ' ',
  );

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

import type { FurtherTerms, TypedFurtherTerms } from '../../src/wire/forms/further-terms';

/** Formats, languages and exclusiveness as their form has them. */
export function typedFurtherTerms({
  formats,
  languages,
  exclusive,
}: FurtherTerms): TypedFurtherTerms {
  return {
    formatScope: formats === null ? 'all' : 'chosen',
    formats: [...(formats ?? [])],
    languageScope: languages.allowed === null ? 'all' : 'chosen',
    languages: [...(languages.allowed ?? [])],
    heldBack: [...languages.heldBack],
    exclusive,
  };
}

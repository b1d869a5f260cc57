import * as z from 'zod';
import type { TermsData } from '../../domain/license/terms';
import { formatSet } from '../../domain/values/format';
import { Languages } from '../../domain/values/languages';
import { checked, several } from './typed';

/** Whether all are meant, or those that are chosen. */
const scope = z.enum(['all', 'chosen']);

/** Formats, languages and exclusiveness as the form of a license's terms has them. What is chosen counts where all are not meant. */
export const furtherTerms = {
  formatScope: scope,
  formats: several,
  languageScope: scope,
  languages: several,
  heldBack: several,
  exclusive: z.boolean(),
};

/** Those terms as typed. */
export type TypedFurtherTerms = z.output<z.ZodObject<typeof furtherTerms>>;
export type FurtherTerms = Pick<TermsData, 'formats' | 'languages' | 'exclusive'>;

/** Formats, languages and exclusiveness as typed; `undefined` where the fields that are wrong were told so. */
export function checkedFurtherTerms(
  context: z.core.$RefinementCtx,
  { formatScope, languageScope, exclusive, ...chosen }: TypedFurtherTerms,
): FurtherTerms | undefined {
  const formats = checked(context, 'formats', () =>
    formatScope === 'all' ? null : formatSet(chosen.formats),
  );
  const allowed = languageScope === 'all' ? null : chosen.languages;
  const languages =
    checked(context, 'languages', () => Languages.of({ allowed, heldBack: [] })) &&
    checked(context, 'heldBack', () => Languages.of({ allowed, heldBack: chosen.heldBack }));
  if (formats === undefined || languages === undefined) return undefined;
  return { formats, languages: languages.toData(), exclusive };
}

import * as z from 'zod';
import type { LanguagesData } from '../domain/values/languages';
import { requireLanguageTag, Languages as Value } from '../domain/values/languages';
import { valid } from './valid';

const MAX_TAG_LENGTH = 64;

/** A language tag of BCP 47. */
export const LanguageTag = valid(z.string().max(MAX_TAG_LENGTH), (text) =>
  requireLanguageTag(text, 'languages'),
).meta({ id: 'LanguageTag', minLength: 2, description: 'BCP 47, such as fr or es-419.' });

const tags = z.array(LanguageTag).max(300).readonly();

/** Sets: the order says nothing, and a tag named twice is one. */
export const Languages = valid(
  z.strictObject({
    allowed: tags.nullable().meta({
      description:
        'null is every language. A tag allows those that begin with it: fr allows fr-CA.',
    }),
    heldBack: tags.meta({ description: 'The exceptions from those allowed.' }),
  }),
  Value.of,
  ({ field }) => (field === 'heldBack' ? ['heldBack'] : ['allowed']),
).meta({ id: 'Languages' }) satisfies z.ZodType<LanguagesData>;

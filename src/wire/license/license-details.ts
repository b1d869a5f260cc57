import * as z from 'zod';
import type { LicenseDetailsData } from '../../domain/license/license-details';
import type { TermsData } from '../../domain/license/terms';
import { RIGHTS_TYPES, rightsType } from '../../domain/values/rights-type';
import { codeList } from '../code-list';
import { UNRESTRICTED } from '../../domain/license/terms';
import { Devices } from '../devices';
import { Formats } from '../formats';
import { Languages } from '../languages';
import { Territories } from '../territories';
import { line, Notes } from '../text';
import { Window } from '../window';

export const RightsType = codeList('RightsType', Object.keys(RIGHTS_TYPES), rightsType);

/** The terms that a request can leave out. */
export const furtherTerms = {
  formats: Formats.nullable().meta({ description: 'null is every format.' }),
  languages: Languages,
  exclusive: z.boolean().meta({ description: 'Whether nobody else gets these rights.' }),
};

/** What a license grants. Formats, languages and exclusiveness can be left out: then nothing is restricted. */
export const Terms = z
  .strictObject({
    rightsType: RightsType,
    territories: Territories,
    devices: Devices,
    formats: furtherTerms.formats.optional(),
    languages: furtherTerms.languages.optional().meta({ description: 'Left out: every language.' }),
    exclusive: furtherTerms.exclusive.optional(),
    window: Window,
  })
  .transform(
    ({
      formats = UNRESTRICTED.formats,
      languages = UNRESTRICTED.languages,
      exclusive = UNRESTRICTED.exclusive,
      ...others
    }) => ({ ...others, formats, languages, exclusive }),
  )
  .meta({
    id: 'Terms',
    description:
      'Answers have every member. What a request leaves out of formats, languages and exclusive is not restricted.',
  }) satisfies z.ZodType<TermsData>;

export const LicenseDetails = z
  .strictObject({ name: line('A license’s name'), notes: Notes, terms: Terms })
  .meta({ id: 'LicenseDetails' }) satisfies z.ZodType<LicenseDetailsData>;

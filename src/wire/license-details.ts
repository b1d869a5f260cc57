import * as z from 'zod';
import type { LicenseDetailsData } from '../domain/license/license-details';
import type { TermsData } from '../domain/license/terms';
import { RIGHTS_TYPES, rightsType } from '../domain/values/rights-type';
import { codeList } from './code-list';
import { Devices } from './devices';
import { Territories } from './territories';
import { line, Notes } from './text';
import { Window } from './window';

export const RightsType = codeList('RightsType', Object.keys(RIGHTS_TYPES), rightsType);

/** What a license grants. */
export const Terms = z
  .strictObject({
    rightsType: RightsType,
    territories: Territories,
    devices: Devices,
    window: Window,
  })
  .meta({ id: 'Terms' }) satisfies z.ZodType<TermsData, TermsData>;

export const LicenseDetails = z
  .strictObject({ name: line('A license’s name'), notes: Notes, terms: Terms })
  .meta({ id: 'LicenseDetails' }) satisfies z.ZodType<LicenseDetailsData, LicenseDetailsData>;

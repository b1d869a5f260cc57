import type { RightsType } from '../../../values/rights-type';
import type { ColumnKey } from '../../vocabulary/columns';
import type { RowFindings } from '../row-findings';
import { InvalidText, shortText } from '../../../values/text';
import { LICENSE_TYPES, LICENSE_TYPE_NAMES } from '../../vocabulary/vocabulary';
import { closedValue } from './closed-values';

const LICENSE_TYPE: ColumnKey = 'AvailTrans/LicenseType';
const DESCRIPTION: ColumnKey = 'AvailTrans/LicenseRightsDescription';

/** The right that a row grants. */
export interface RightsCells {
  readonly licenseType: string;
  readonly rightsType: RightsType;
  /** Sub-kind of the right; empty when the row has none. */
  readonly description: string;
}

/** The rights type and description of a row; `null`, with an error (R2), when they cannot be determined. */
export function rightsOf(findings: RowFindings): RightsCells | null {
  const licenseType = closedValue(findings, LICENSE_TYPE, LICENSE_TYPE_NAMES);
  const given = lineOf(findings, DESCRIPTION);
  const usual = licenseType === null ? undefined : LICENSE_TYPES[licenseType];
  if (licenseType === null || usual === undefined || given === null) return null;
  if (usual === 'PVOD')
    findings.warn(
      'R2',
      LICENSE_TYPE,
      'A pre-release is stored as a premium rental (PVOD).',
      'Check that it is meant to be a premium rental.',
    );
  const rightsType = narrowed(usual, given.toUpperCase());
  return {
    licenseType,
    rightsType,
    description: licenseType === 'Library' ? given || 'Library' : given,
  };
}

/** Rights types of ours that avails express only by description. */
function narrowed(usual: RightsType, description: string): RightsType {
  if (usual === 'TVOD' && description === 'PVOD') return 'PVOD';
  if (usual === 'AVOD' && description === 'FAST') return 'FAST';
  return usual;
}

/** Matches nearly all texts; the others need closer inspection. */
const PLAIN = /^[ -~]*$/;
const MAX_LENGTH = 120;

/**
 * Reads one line of text, possibly empty, of at most 120 characters unless `most` is given; `null`, with an error (R2), for
 * any other text.
 */
export function lineOf(
  findings: RowFindings,
  column: ColumnKey,
  most: number = MAX_LENGTH,
): string | null {
  const text = findings.text(column);
  if (text.length <= most && PLAIN.test(text)) return text;
  try {
    return shortText(text, 'text', 'This', most);
  } catch (error) {
    if (!(error instanceof InvalidText)) throw error;
    findings.error('R2', column, error.message, `Enter one line of at most ${most} characters.`);
    return null;
  }
}

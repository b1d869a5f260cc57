import { DomainError } from '../errors';
import { quoted } from './words';

/** The business models a license can grant, with a short explanation. */
export const RIGHTS_TYPES = {
  EST: 'Electronic sell-through: bought once, kept',
  POEST: 'Pre-order of a purchase',
  TVOD: 'Transactional: rented per title',
  PVOD: 'Premium rental close to the cinema release',
  SVOD: 'Subscription',
  AVOD: 'Free with advertising',
  FVOD: 'Free without advertising',
  FAST: 'Free advertising-supported channel',
} as const;

export type RightsType = keyof typeof RIGHTS_TYPES;

/** @throws InvalidRightsType for a code that is not in `RIGHTS_TYPES` */
export function rightsType(code: string): RightsType {
  if (!Object.hasOwn(RIGHTS_TYPES, code)) throw new InvalidRightsType(code);
  return code as RightsType;
}

export class InvalidRightsType extends DomainError {
  readonly code = 'invalid-rights-type';
  override readonly field = 'rightsType';

  constructor(readonly text: string) {
    super(
      text.trim() === ''
        ? 'Choose a rights type.'
        : `${quoted([text])} is not a known rights type.`,
    );
  }
}

import { DomainError } from '../errors';
import { quoted } from './words';

/** What a price is: the SRP column and the money values of PriceType in avails 1.9, each with its name. */
export const PRICE_KINDS = {
  SRP: 'Retail (SRP)',
  WSP: 'Wholesale (WSP)',
  EpisodeWSP: 'Wholesale per episode',
  SeasonWSP: 'Wholesale per season',
  DMRP: 'Minimum retail (DMRP)',
  SMRP: 'Suggested minimum retail (SMRP)',
  LicenseFee: 'License fee',
} as const;

export type PriceKind = keyof typeof PRICE_KINDS;

/** @throws InvalidPriceKind for a code that is not in `PRICE_KINDS` */
export function priceKind(code: string): PriceKind {
  if (!Object.hasOwn(PRICE_KINDS, code)) throw new InvalidPriceKind(code);
  return code as PriceKind;
}

/** The display name, or the text itself when it is no kind of price. */
export function priceKindName(code: string): string {
  return Object.hasOwn(PRICE_KINDS, code) ? PRICE_KINDS[code as PriceKind] : code;
}

export class InvalidPriceKind extends DomainError {
  readonly code = 'invalid-price-kind';
  override readonly field = 'kind';

  constructor(readonly text: string) {
    super(
      text.trim() === ''
        ? 'Choose a kind of price.'
        : `${quoted([text])} is not a known kind of price.`,
    );
  }
}

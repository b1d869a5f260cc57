import type { DateRangeData } from '../../src/domain/values/date-range';
import type { LicenseDetailsData } from '../../src/domain/license/license-details';
import type { OfferData } from '../../src/domain/license/offer';
import type { TermsData } from '../../src/domain/license/terms';
import { DateRange } from '../../src/domain/values/date-range';
import { License } from '../../src/domain/license/license';
import { LicenseDetails } from '../../src/domain/license/license-details';
import { Money } from '../../src/domain/values/money';
import { Offer } from '../../src/domain/license/offer';
import { UNRESTRICTED } from '../../src/domain/license/terms';
import { Timeline } from '../../src/domain/license/timeline';
import type { PriceLineData } from '../../src/domain/license/price-list';
import { onePrice } from '../../src/domain/license/price-list';

export function anId(): string {
  return crypto.randomUUID();
}

/** A unique name. */
export function aName(what: string): string {
  return `${what} ${anId().slice(0, 8)}`;
}

/** The window from its first to its last day, both inclusive; `null` is an open end. */
export function days(first: string, last: string | null): DateRangeData {
  return DateRange.fromDays(first, last).toData();
}

/** A price from decimal text. */
export function price(amount: string, currency = 'USD') {
  return Money.parse(amount, currency).toData();
}

/** A price for each of some formats, `null` for all, $4.99. */
export function inFormats(formats: readonly string[] | null): readonly PriceLineData[] {
  const [line] = prices('4.99');
  return formats === null ? [line] : formats.map((format) => ({ ...line, format }));
}

/** One price for all formats, as people type it. */
export function prices(amount: string, currency = 'USD'): readonly [PriceLineData] {
  return onePrice(price(amount, currency));
}

/** A retail price by a tier, for all formats. */
export function aTierLine(tier: string): PriceLineData {
  return { format: null, kind: 'SRP', amount: null, tier };
}

/** Terms for the year 2026. */
export function someTerms(parts: Partial<TermsData> = {}): TermsData {
  return {
    ...UNRESTRICTED,
    rightsType: 'SVOD',
    territories: ['CA', 'US'],
    devices: ['tv', 'computer', 'mobile'],
    window: days('2026-01-01', '2026-12-31'),
    ...parts,
  };
}

export interface DetailsParts {
  readonly name?: string;
  readonly notes?: string;
  readonly terms?: Partial<TermsData>;
}

export function someDetails({ terms, ...parts }: DetailsParts = {}): LicenseDetailsData {
  return { name: aName('License'), notes: '', terms: someTerms(terms), ...parts };
}

/** February 2026 at $4.99 on TV. */
export function anOfferData(parts: Partial<OfferData> = {}): OfferData {
  return {
    name: aName('Offer'),
    prices: prices('4.99'),
    window: days('2026-02-01', '2026-02-28'),
    devices: ['tv'],
    ...parts,
  };
}

export function anOffer(parts: Partial<OfferData> = {}): Offer {
  return Offer.of(anOfferData(parts));
}

export interface LicenseParts {
  readonly id?: string;
  readonly contractId?: string;
  readonly version?: number;
  readonly details?: LicenseDetailsData;
  /** Shorthand for details of which only the terms differ. */
  readonly terms?: Partial<TermsData>;
  readonly offers?: readonly Offer[];
}

/** A stored, unchanged license. */
export function aLicense(parts: LicenseParts = {}): License {
  const { id = anId(), contractId = anId(), version = 1, terms = {}, offers = [] } = parts;
  const { details = someDetails({ terms }) } = parts;
  return License.reconstitute({
    id,
    contractId,
    version,
    details: LicenseDetails.of(details),
    timeline: Timeline.whole(offers),
    closing: null,
  });
}

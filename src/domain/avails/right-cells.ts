import type { DateRangeData, IsoDate } from '../values/date-range';
import type { MoneyData } from '../values/money';
import type { Cells } from './avail-row';
import type { ColumnKey } from './vocabulary/columns';
import { COLUMNS } from './vocabulary/columns';
import type { OriginRow } from './origin-row';
import { DateRange } from '../values/date-range';
import { typedAmount } from '../values/money';
import { territoryCells } from './territory-lists';
import { cellOf, languagesIn, importedPrice } from './origin-row';
import { REDUCTION_PREFIX } from './vocabulary/vocabulary';

/** An offer assigned to a title. */
export interface AvailUse {
  readonly contract: { readonly studio: string; readonly reference: string };
  readonly license: {
    readonly id: string;
    readonly rightsType: string;
    readonly territories: readonly string[];
  };
  /** The window is half-open. */
  readonly offer: { readonly window: DateRangeData; readonly price: MoneyData };
  /** The rows of the latest import that assigned the offer in a territory; empty for manual assignments. */
  readonly origins: readonly OriginRow[];
}

/**
 * Columns that are written from stored data, or that mean nothing in an export, where dates are resolved and every row is a
 * full extract.
 */
const OWN_COLUMNS: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'Avail/BundledALIDs',
  'Avail/ExceptionFlag',
  'AvailAsset/ContentID',
  'AvailAsset/SeriesContentID',
  'AvailAsset/SeasonContentID',
  'AvailAsset/VolumeContentID',
  'AvailAsset/EpisodeContentID',
  'AvailTrans/TerritoryExclusion',
  'AvailTrans/StartLag',
  'AvailTrans/EndLag',
  'AvailTrans/SpecialPreOrderFulfillDate',
  'AvailTrans/PriceType',
  'AvailTrans/PriceValue',
  'AvailTrans/PriceCurrency',
  'AvailTrans/SRP',
  'AvailTrans/TPRType',
  'AvailTrans/CampaignID',
]);

const LANGUAGE_LISTS: readonly ColumnKey[] = [
  'AvailTrans/AllowedLanguages',
  'AvailTrans/HoldbackLanguage',
  'AvailTrans/RequiredFulfillmentLanguages',
];

const GIVEN_BACK: ReadonlySet<string> = new Set(COLUMNS.filter((key) => !OWN_COLUMNS.has(key)));

/** The imported cells that our model does not store. */
export function importedCells(origin: OriginRow | null): Cells {
  if (origin === null) return {};
  const kept: Partial<Record<string, string>> = {};
  for (const [key, text] of Object.entries(origin.cells))
    if (GIVEN_BACK.has(key)) kept[key] = text.trim();
  for (const key of LANGUAGE_LISTS)
    if (kept[key] !== undefined) kept[key] = languagesIn(kept[key]).join(', ');
  return kept;
}

const POEST = 'POEST';

/** License type and description of each rights type that avails call by another name. */
const RIGHTS: Readonly<Record<string, readonly [type: string, description: string]>> = {
  TVOD: ['VOD', ''],
  PVOD: ['VOD', 'PVOD'],
  FAST: ['AVOD', 'FAST'],
};

/** The cells for the right, the contract, the territories and the start. */
export function rightCells(
  { contract, license, offer }: AvailUse,
  territories: readonly string[],
  origin: OriginRow | null,
): Cells {
  const { startsOn: start } = offer.window;
  const [type, description] = RIGHTS[license.rightsType] ?? [license.rightsType, ''];
  return {
    'AvailTrans/ContractID': contract.reference,
    'AvailTrans/LicenseType': cellOf(origin, 'AvailTrans/LicenseType') || type,
    'AvailTrans/LicenseRightsDescription':
      origin === null ? description : cellOf(origin, 'AvailTrans/LicenseRightsDescription'),
    ...territoryCells(territories),
    'AvailTrans/FormatProfile': cellOf(origin, 'AvailTrans/FormatProfile') || 'HD',
    'AvailTrans/Start': start,
    ...(license.rightsType === POEST ? preOrderCells(origin, start) : {}),
  };
}

/** The last day of its offer, inclusive; `null` for an open end. */
export function lastDayOf({ offer: { window } }: AvailUse): IsoDate | null {
  return DateRange.of(window.startsOn, window.endsOn).lastDay;
}

/** A pre-order needs the day on which it may be shown. Without an imported one, that is its first day. */
function preOrderCells(origin: OriginRow | null, start: string): Cells {
  const shown = cellOf(origin, 'AvailTrans/SuppressionLiftDate');
  return {
    'AvailTrans/SuppressionLiftDate': /^\d{4}-/.test(shown) ? shown : start,
    'AvailTrans/SpecialPreOrderFulfillDate': cellOf(
      origin,
      'AvailTrans/SpecialPreOrderFulfillDate',
    ),
  };
}

const WITHOUT_PRICE = ['SVOD', 'AVOD', 'FVOD', 'FAST'];

const NO_PRICE = { 'AvailTrans/PriceType': 'NA', 'AvailTrans/PriceValue': 'NA' };

/**
 * The price in its imported form (a tier, a category, a suggested price) as long as the amount is unchanged, otherwise as
 * money.
 */
export function priceCells(
  { license, offer: { price } }: AvailUse,
  origin: OriginRow | null,
): Cells {
  const currency = { 'AvailTrans/PriceCurrency': price.currency };
  const imported = origin === null ? null : importedPrice(origin);
  if (imported !== null && imported.minor === price.minor && imported.currency === price.currency) {
    const type = cellOf(origin, 'AvailTrans/PriceType').replace(REDUCTION_PREFIX, '');
    const value = cellOf(origin, 'AvailTrans/PriceValue');
    return {
      'AvailTrans/PriceCurrency': cellOf(origin, 'AvailTrans/PriceCurrency'),
      ...(type === '' || type === 'NA'
        ? NO_PRICE
        : { 'AvailTrans/PriceType': type, 'AvailTrans/PriceValue': value }),
      'AvailTrans/SRP': cellOf(origin, 'AvailTrans/SRP'),
    };
  }
  if (price.minor === 0 && WITHOUT_PRICE.includes(license.rightsType))
    return { ...currency, ...NO_PRICE };
  return {
    ...currency,
    'AvailTrans/PriceType': 'WSP',
    'AvailTrans/PriceValue': typedAmount(price),
  };
}

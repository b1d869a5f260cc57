import type { DateRangeData, IsoDate } from '../values/date-range';
import type { LanguagesData } from '../values/languages';
import type { MoneyData } from '../values/money';
import type { PriceLineData } from '../license/price-list';
import type { PriceKind } from '../values/price-kind';
import type { Cells } from './avail-row';
import type { ColumnKey } from './vocabulary/columns';
import { COLUMNS } from './vocabulary/columns';
import type { OriginRow } from './origin-row';
import { DateRange } from '../values/date-range';
import { USUAL_KIND } from '../license/price-list';
import { typedAmount } from '../values/money';
import { territoryCells } from './territory-lists';
import { cellOf, importedAmount, importedPrice, isReduction, languagesIn } from './origin-row';
import { REDUCTION_PREFIX, truth } from './vocabulary/vocabulary';

/** An offer assigned to a title. */
export interface AvailUse {
  readonly contract: { readonly studio: string; readonly reference: string };
  readonly license: {
    readonly id: string;
    readonly rightsType: string;
    readonly territories: readonly string[];
    /** `null` for all. */
    readonly formats: readonly string[] | null;
    readonly languages: LanguagesData;
    readonly exclusive: boolean;
  };
  /** The window is half-open. */
  readonly offer: { readonly window: DateRangeData; readonly prices: readonly PriceLineData[] };
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
]);

/** Columns that describe a temporary price, and mean nothing without one. */
const REDUCTION_COLUMNS: readonly ColumnKey[] = ['AvailTrans/TPRType', 'AvailTrans/CampaignID'];

export const LANGUAGE_LISTS: readonly ColumnKey[] = [
  'AvailTrans/AllowedLanguages',
  'AvailTrans/HoldbackLanguage',
  'AvailTrans/RequiredFulfillmentLanguages',
];

/** The columns that an export copies from imported rows. */
export const GIVEN_BACK: ReadonlySet<string> = new Set(
  COLUMNS.filter((key) => !OWN_COLUMNS.has(key)),
);

/**
 * The imported cells that our model does not store.
 *
 * @param isTemporary whether the row is written as a temporary price
 */
export function importedCells(origin: OriginRow | null, isTemporary = false): Cells {
  if (origin === null) return {};
  const kept: Partial<Record<string, string>> = {};
  for (const [key, text] of Object.entries(origin.cells))
    if (GIVEN_BACK.has(key)) kept[key] = text.trim();
  if (isReduction(origin) && !isTemporary) for (const key of REDUCTION_COLUMNS) kept[key] = '';
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

/**
 * The cells for the right, the contract, the territories and the start.
 *
 * @param format of the price; `null` when it is for all formats
 */
export function rightCells(
  use: AvailUse,
  territories: readonly string[],
  format: string | null,
  origin: OriginRow | null,
): Cells {
  const { contract, license, offer } = use;
  const { startsOn: start } = offer.window;
  const [type, description] = RIGHTS[license.rightsType] ?? [license.rightsType, ''];
  return {
    'AvailTrans/ContractID': contract.reference,
    'AvailTrans/LicenseType': cellOf(origin, 'AvailTrans/LicenseType') || type,
    'AvailTrans/LicenseRightsDescription':
      origin === null ? description : cellOf(origin, 'AvailTrans/LicenseRightsDescription'),
    ...territoryCells(territories),
    'AvailTrans/FormatProfile': writtenFormat(format, origin),
    'AvailTrans/Start': start,
    ...exclusiveCell(use, origin),
    ...(license.rightsType === POEST ? preOrderCells(origin, start) : {}),
  };
}

/**
 * The format that a row names: that of its price, or for a price for all formats that of the imported row.
 *
 * @param format of the price; `null` when it is for all formats
 */
export function writtenFormat(format: string | null, origin: OriginRow | null): string {
  return format ?? (cellOf(origin, 'AvailTrans/FormatProfile') || 'HD');
}

/** Whether a license is exclusive, where neither its row nor, for a blank cell, another row of the offer says it already. */
function exclusiveCell({ license, origins }: AvailUse, origin: OriginRow | null): Cells {
  const { exclusive } = license;
  const said = (row: OriginRow | null) => truth(cellOf(row, 'AvailTrans/Exclusive'));
  const isSaid =
    said(origin) === exclusive ||
    (said(origin) === null && (!exclusive || origins.some((row) => said(row) === exclusive)));
  return isSaid ? {} : { 'AvailTrans/Exclusive': exclusive ? 'Yes' : 'No' };
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

/** The only kind of price that a row has both as an amount and in words. */
const FEE: PriceKind = 'LicenseFee';

const NO_PRICE = { 'AvailTrans/PriceType': 'NA', 'AvailTrans/PriceValue': 'NA' };

/**
 * A price in its imported form (a tier, a category, a suggested price) as long as it is unchanged, otherwise as its kind of
 * price or as a tier.
 *
 * @param isTemporary whether the row is written as a temporary price
 */
export function priceCells(
  rightsType: string,
  line: PriceLineData,
  origin: OriginRow | null,
  isTemporary = false,
): Cells {
  if (origin !== null && isAsImported(line, origin)) return importedPriceCells(origin, isTemporary);
  const cells: Cells =
    line.amount === null
      ? {
          'AvailTrans/PriceType': isFee(line) ? FEE : 'Tier',
          'AvailTrans/PriceValue': line.tier ?? '',
        }
      : amountCells(rightsType, line.amount, line);
  return isTemporary
    ? {
        ...cells,
        'AvailTrans/PriceType': `${REDUCTION_PREFIX}${cells['AvailTrans/PriceType'] ?? ''}`,
      }
    : cells;
}

/** Whether a price is the one that was imported with a row. */
export function isAsImported({ kind, tier, amount }: PriceLineData, origin: OriginRow): boolean {
  const imported = importedPrice(origin);
  // A row with a tier does not say its kind, unless it is a fee.
  if (amount === null) return imported?.tier === tier && isFee(imported) === isFee({ kind });
  const before = importedAmount(origin);
  return (
    before?.minor === amount.minor &&
    before.currency === amount.currency &&
    (imported?.kind === kind || isOfUnknownKind(kind, origin))
  );
}

/** What was stored before prices had kinds became the usual one, as rows of that time have no last day. */
function isOfUnknownKind(kind: string, { window }: OriginRow): boolean {
  return kind === USUAL_KIND && window === null;
}

function isFee({ kind }: Pick<PriceLineData, 'kind'>): boolean {
  return kind === FEE;
}

function importedPriceCells(origin: OriginRow, isTemporary: boolean): Cells {
  const [type, value] = importedType(origin);
  const isHalf = (type === '' || type === 'NA') && type !== value;
  return {
    'AvailTrans/PriceType': isTemporary ? `${REDUCTION_PREFIX}${type}` : type,
    'AvailTrans/PriceValue': value,
    // The standard has both or neither.
    ...(isHalf ? NO_PRICE : {}),
    'AvailTrans/PriceCurrency': cellOf(origin, 'AvailTrans/PriceCurrency'),
    'AvailTrans/SRP': cellOf(origin, 'AvailTrans/SRP'),
  };
}

function amountCells(rightsType: string, amount: MoneyData, { kind }: PriceLineData): Cells {
  const currency = { 'AvailTrans/PriceCurrency': amount.currency };
  if (amount.minor === 0 && kind === USUAL_KIND && WITHOUT_PRICE.includes(rightsType))
    return { ...currency, ...NO_PRICE };
  if (kind === 'SRP') return { ...currency, ...NO_PRICE, 'AvailTrans/SRP': typedAmount(amount) };
  return {
    ...currency,
    'AvailTrans/PriceType': kind,
    'AvailTrans/PriceValue': typedAmount(amount),
  };
}

/** PriceType and PriceValue of an imported row, without the prefix of a temporary price. */
function importedType(origin: OriginRow | null): readonly [type: string, value: string] {
  return [
    cellOf(origin, 'AvailTrans/PriceType').replace(REDUCTION_PREFIX, ''),
    cellOf(origin, 'AvailTrans/PriceValue'),
  ];
}

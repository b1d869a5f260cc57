import type { Format } from '../values/format';
import type { MoneyData } from '../values/money';
import type { PriceKind } from '../values/price-kind';
import type { RightsType } from '../values/rights-type';
import type { Territory } from '../values/territory';
import { fold } from '../names/folding';
import { formatDay, isoDate } from '../values/date-range';
import { format } from '../values/format';
import { formatMoney, Money, typedAmount } from '../values/money';
import { priceKind } from '../values/price-kind';
import { priceTier } from '../values/price-tier';
import { rightsType } from '../values/rights-type';
import { territoryName, territorySet } from '../values/territory';

/** A cell of a price table as plain data. */
export interface PriceCellData {
  /** In any spelling. */
  readonly tier: string;
  readonly rightsType: string;
  readonly kind: string;
  /** `null` for all formats. */
  readonly format: string | null;
  /** ISO 3166-1 alpha-2 code; `null` for all territories that are priced in the currency. */
  readonly territory: string | null;
  /** ISO 4217 code. */
  readonly currency: string;
}

/** A cell whose parts are valid. */
export interface PriceCell extends PriceCellData {
  readonly rightsType: RightsType;
  readonly kind: PriceKind;
  readonly format: Format | null;
  readonly territory: Territory | null;
}

/**
 * What a cell says from a day on: an integer count of the currency's minor unit, `not-sold`, or `same`, which gives it the
 * price of the next cell in the order of `Prices.resolve` again.
 */
export type CellPrice = number | 'not-sold' | 'same';

/** What a cell says from a day on until the next day on which it says something. */
export interface PriceEntry extends PriceCellData {
  /** ISO 8601 day. */
  readonly startsOn: string;
  readonly price: CellPrice;
}

/** What a cell is to say from a day on; `null` takes away what it says on that day, so that the day before goes on. */
export interface PriceEdit extends PriceCellData {
  /** ISO 8601 day. */
  readonly startsOn: string;
  readonly price: CellPrice | null;
}

/** The cell of what has more than that. */
export function cellOf(entry: PriceCellData): PriceCellData {
  const { tier, rightsType, kind, format, territory, currency } = entry;
  return { tier, rightsType, kind, format, territory, currency };
}

/** The same text for the same cell, however its tier is spelt. */
export function cellKey(cell: PriceCellData): string {
  const { rightsType, kind, format, territory, currency, tier } = cell;
  return `${rightsType} ${kind} ${format ?? '*'} ${territory ?? '*'} ${currency} ${fold(tier)}`;
}

/** The same text for the same cell on the same day. */
export function entryKey(entry: PriceCellData & { readonly startsOn: string }): string {
  return `${entry.startsOn} ${cellKey(entry)}`;
}

/**
 * A valid edit, with the tier's name trimmed.
 *
 * @throws InvalidText, InvalidRightsType, InvalidPriceKind, InvalidFormats, InvalidTerritories, UnknownCurrency, InvalidDate,
 *   InvalidPrice, NegativePrice, PriceTooLarge
 */
export function priceEdit(edit: PriceEdit): PriceEdit & PriceCell {
  const [territory = null] = edit.territory === null ? [] : territorySet([edit.territory]);
  return Object.freeze({
    tier: priceTier(edit.tier),
    rightsType: rightsType(edit.rightsType),
    kind: priceKind(edit.kind),
    format: edit.format === null ? null : format(edit.format),
    territory,
    currency: Money.of(0, edit.currency).currency,
    startsOn: isoDate(edit.startsOn),
    price: typeof edit.price === 'number' ? Money.of(edit.price, edit.currency).minor : edit.price,
  });
}

const NOT_SOLD = ['-', '–', '—', 'not sold', 'not-sold'];
const SAME = ['', 'same', 'same as for all'];

/**
 * What people type into a cell, or paste: an amount, with the currency's code or sign or without, `–` or `not sold`, and
 * `same` or nothing.
 *
 * @throws InvalidPrice, NegativePrice, PriceTooFine, PriceTooLarge, UnknownCurrency
 */
export function readCellPrice(text: string, currency: string): CellPrice {
  const typed = text.trim().toLowerCase();
  if (SAME.includes(typed)) return 'same';
  if (NOT_SOLD.includes(typed)) return 'not-sold';
  const bare = text.replace(currency, '').replace(signOf(currency), '').trim();
  const isGrouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare);
  return Money.parse(isGrouped ? bare.replaceAll(',', '') : bare, currency).minor;
}

/** What a cell says as people type it: the opposite of `readCellPrice`. */
export function typedCellPrice(price: CellPrice, currency: string): string {
  if (price === 'same') return '';
  return price === 'not-sold' ? '–' : typedAmount({ minor: price, currency });
}

/** The sign of a currency, as `formatMoney` has it. */
function signOf(currency: string): string {
  return formatMoney({ minor: 0, currency }).replace(/[\s\d.]+$/, '');
}

/** A cell in words: `Tier 1, EST, UHD, Canada`; other kinds than retail are named, and the currency where all pay in it. */
export function cellWords(cell: PriceCellData): string {
  const { tier, rightsType, kind, format, territory, currency } = cell;
  return [
    tier,
    kind === 'SRP' ? rightsType : `${rightsType} ${kind}`,
    format ?? 'all formats',
    territory === null ? `all in ${currency}` : territoryName(territory),
  ].join(', ');
}

/** A cell and a day in words: `Tier 1, EST, UHD, Canada from 1 Jan 2027`. */
export function entryWords(entry: PriceCellData & { readonly startsOn: string }): string {
  return `${cellWords(entry)} from ${formatDay(entry.startsOn)}`;
}

/** What a cell says, in words: `C$16.99`, `Not sold`, `Same as for all`. */
export function priceWords(price: CellPrice, currency: MoneyData['currency']): string {
  if (price === 'not-sold') return 'Not sold';
  return price === 'same' ? 'Same as for all' : formatMoney({ minor: price, currency });
}

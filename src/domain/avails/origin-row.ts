import type { DateRangeData } from '../values/date-range';
import type { MoneyData } from '../values/money';
import type { ColumnKey } from './vocabulary/columns';
import type { ImportRules } from './import-rules';
import type { RowPrice } from './row-terms';
import { priceOf } from './checking/cells/price-cells';
import { RowFindings } from './checking/row-findings';
import { REDUCTION_PREFIX } from './vocabulary/vocabulary';

/** What the rules of its import said of prices. */
export interface OriginRules extends Pick<ImportRules, 'currency'> {
  /** Amounts that earlier releases wrote instead of tiers and categories, by type and value: `Tier 2`. */
  readonly prices?: Readonly<Record<string, MoneyData>> | undefined;
}

/** A row of a committed import from which an offer of a title originates. */
export interface OriginRow {
  /** Time of the commit: ISO 8601 in UTC. */
  readonly at: string;
  /** Names the row: its import, and its place in the file. */
  readonly importId: string;
  readonly number: number;
  readonly territories: readonly string[];
  /** The days that it granted, half-open; `null` of a row that was stored without its last one. */
  readonly window: DateRangeData | null;
  /** By column key, as in the file. */
  readonly cells: Readonly<Record<string, string>>;
  readonly rules: OriginRules;
}

export function cellOf(origin: OriginRow | null, key: ColumnKey): string {
  return origin?.cells[key]?.trim() ?? '';
}

/** Whether a row is a temporary price, on top of another row. */
export function isReduction(origin: OriginRow): boolean {
  return cellOf(origin, 'AvailTrans/PriceType').startsWith(REDUCTION_PREFIX);
}

/** The price that was imported for a row; `null` when it cannot be determined. */
export function importedPrice(origin: OriginRow): RowPrice | null {
  const findings = new RowFindings({ sheet: '', row: 0, cells: origin.cells });
  const type = findings.text('AvailTrans/LicenseType');
  return priceOf(findings, origin.rules, type)?.price ?? null;
}

/** The amount that was imported for a row; `null` when it is a tier, or cannot be determined. */
export function importedAmount(origin: OriginRow): MoneyData | null {
  const { cells, rules } = origin;
  const findings = new RowFindings({ sheet: '', row: 0, cells });
  const found = importedPrice(origin);
  if (found?.tier === undefined || found.tier === null) return found?.amount ?? null;
  const type = findings.text('AvailTrans/PriceType').replace(REDUCTION_PREFIX, '');
  const key = `${type} ${findings.text('AvailTrans/PriceValue')}`;
  const currency = findings.text('AvailTrans/PriceCurrency');
  const amounts = [rules.prices?.[key], rules.prices?.[`${key} ${currency}`]];
  return amounts.find((one) => currency === '' || one?.currency === currency) ?? null;
}

/** The languages of a cell without the suffixes of 1.7.3: `es` and `fr` of `es:subdub, fr:subdub`. */
export function languagesIn(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((tag) => tag.replace(/:.*$/, '').trim())
    .filter((tag) => tag !== '');
}
